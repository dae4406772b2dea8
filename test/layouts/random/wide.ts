import type { Cell } from "../../../core/plan/cells.ts";
import { headsOf, type Span } from "./axis.ts";
import { monthOf, weekdaysIn } from "./calendar.ts";
import type { Choices, Trap } from "./choices.ts";
import { type Paper, paper, titled } from "./sheet.ts";
import { amountIn, type Entry, type Laid, minutesOf, NAMES, nameOf, ROLES, TEAMS, typed, WORKS } from "./truth.ts";

interface Line {
  readonly person: readonly [string, string];
  readonly work: string;
  readonly amounts: readonly number[];
}

/** What teams write beside a total in place of a name. */
const GROUPS = [
  ["n/a", "n/a"],
  ["-", "-"],
  ["*", "*"],
  ["Whole team", "All projects"],
  ["Team Alpha", "Alpha"],
  ["Alle", "Alle Projekte"],
] as const;

/** Time across: a person and a work in every row, an amount in every week or month. */
export function laidWide(choices: Choices): Laid {
  const page = paper(choices);
  const { chance, words, write, blank } = page;
  const { periods, headings, years } = headsOf(choices, words, chance);
  const unit = unitWord(choices, page);
  const sheet = titled(page, choices, [years, choices.said === "title" ? `(${unit})` : ""].join(" ").trim());
  const double = choices.planAndActual && choices.shape === "months";
  const across = (cells: readonly Cell[], second: Cell = null) =>
    cells.flatMap((cell) => (double ? [cell, second] : [cell]));
  const keys = keysOf(choices, page);
  const empty = keys.map(() => null);
  const totals = choices.totalColumn ? [chance.one(words.total)] : [];
  if (choices.monthAbove && choices.shape === "weeks") write(...empty, ...monthsAbove(periods, words.months));
  const behind = choices.traps.includes("note behind") ? [chance.one(words.note)] : [];
  const heads = [...keys.map(({ heading }) => heading), ...across(headings), ...totals, ...behind];
  write(...heads);
  const inHeading = choices.said === "heading" ? unit : null;
  if (double) {
    const part = (word: string) => (inHeading === null ? word : `${word} (${inHeading})`);
    write(...empty, ...periods.flatMap(() => [part(words.planned), part(words.actual)]));
  } else if (inHeading !== null) write(...empty, ...periods.map(() => inHeading));

  const entries: Entry[] = [];
  const groups = groupsOf(choices, page, periods);
  const all: Line[] = [];
  const sums = (lines: readonly Line[]) =>
    across(
      periods.map((_, i) =>
        shown(
          lines.reduce((sum, { amounts }) => sum + amounts[i]!, 0),
          choices,
        ),
      ),
    );
  const has = (trap: Trap) => choices.traps.includes(trap);
  groups.forEach((lines, g) => {
    const once = (line: Line, amount: Cell) =>
      write(...keys.map(({ cell }) => cell(line)), ...across([amount, ...periods.slice(1).map(() => null)]));
    if (g === 1 && has("repeated heading")) write(...heads);
    if (g === 1 && has("weeks again") && periods.length > 1 && !has("repeated heading"))
      write(...empty, ...across(headings), ...totals.map(() => null));
    if (choices.groups && g % 2 === 0) write(`Team ${TEAMS[g % TEAMS.length]}`);
    let named = 0;
    lines.forEach((line, i) => {
      const cells = line.amounts.map((amount) =>
        amount === 0 && chance.upTo(1) === 0 ? null : typed(amount, choices, unit),
      );
      const noise = typed(amountIn(chance, choices.unit, 5), choices, unit);
      const sum = line.amounts.reduce((a, b) => a + b, 0);
      const row = write(
        ...keys.map(({ cell, isFirst }) => (choices.namesOnce && i > 0 && isFirst ? null : cell(line))),
        ...across(cells, noise),
        ...totals.map(() => shown(has("wrong total") ? sum + 1 : sum, choices)),
        ...behind.map(() => (i === 0 ? "2 weeks off in May, 20 h left" : null)),
      );
      if (i === 0) named = row;
      line.amounts.forEach((amount, p) => {
        const { from, to } = periods[p]!;
        if (amount > 0)
          entries.push({
            row,
            person: line.person.join(" "),
            work: line.work,
            from,
            to,
            minutes: minutesOf(choices.unit, amount, from, to),
            named,
          });
      });
      all.push(line);
    });
    if (g === 0 && has("word among amounts"))
      write(...keys.map(({ cell }) => cell(lines[0]!)), ...across(periods.map((_, i) => (i === 1 ? "tbc" : null))));
    const asked = { ...lines[0]!, work: `${WORKS[7]}`, amounts: periods.map((_, i) => (i === 0 ? 0.5 : 0)) };
    const isAsked = g === 0 && has("question mark");
    if (isAsked) {
      const { from, to } = periods[0]!;
      const row = once({ ...asked, work: `${asked.work}?` }, typed(0.5, choices, unit));
      const minutes = minutesOf(choices.unit, 0.5, from, to);
      entries.push({ row, person: asked.person.join(" "), work: asked.work, from, to, minutes });
    }
    if (g === 0 && has("leave row")) once({ ...lines[0]!, work: words.leave }, typed(0.5, choices, unit));
    if (g === 0 && has("placeholder")) {
      const { from, to } = periods[0]!;
      const row = once({ person: ["TBD", ""], work: WORKS[6]!, amounts: [] }, typed(0.5, choices, unit));
      const minutes = minutesOf(choices.unit, 0.5, from, to);
      entries.push({ row, person: "nobody", work: WORKS[6]!, from, to, minutes });
    }
    if (g === 0 && has("two people")) {
      const { from, to } = periods[0]!;
      const both = NAMES.slice(0, 2).map((name) => name.join(" "));
      const row = once({ person: [both.join(" / "), ""], work: WORKS[5]!, amounts: [] }, typed(0.5, choices, unit));
      const minutes = minutesOf(choices.unit, 0.5, from, to);
      for (const person of both) entries.push({ row, person, work: WORKS[5]!, from, to, minutes });
    }
    if (g === 0 && has("all of a person") && !choices.workFirst)
      write(
        ...keys.map(({ cell }) => cell({ ...lines[0]!, work: "All" })),
        ...sums(isAsked ? [...lines, asked] : lines),
      );
    if (choices.subtotals)
      write(has("totals without a label") ? null : words.subtotal, ...empty.slice(1), ...sums(lines));
    if (choices.blankRows) blank(1);
  });
  if (choices.total)
    write(has("totals without a label") ? null : chance.one(words.total), ...empty.slice(1), ...sums(all));
  if (has("total of a group")) {
    const [team, every] = GROUPS[choices.seed % GROUPS.length]!;
    const own = [choices.workFirst ? every : team, choices.workFirst ? team : every];
    const [first, second] = [keys.findIndex(({ isFirst }) => isFirst), keys.findIndex(({ isFirst }) => !isFirst)];
    write(...keys.map((_, i) => (i === first ? own[0]! : i === second ? own[1]! : null)), ...sums(all));
  }
  if (has("average below")) {
    const average = periods.map((_, i) =>
      shown(all.reduce((sum, { amounts }) => sum + amounts[i]!, 0) / all.length, choices),
    );
    write(...keys.map(({ isFirst }, i) => (isFirst || i < keys.length - 1 ? null : "Ø")), ...across(average));
  }
  if (has("one row below") && choices.writing !== "names" && choices.said !== "nowhere")
    entries.push(...oneRowBelow(choices, page, keys, inHeading, unit));
  if (has("second block")) {
    blank(2);
    write(...heads.map((head, i) => (i < keys.length ? head : i < keys.length + 3 ? "Budget" : null)));
    write(...groups[0]!.slice(0, 1).flatMap((line) => keys.map(({ cell }) => cell(line))), 1000, 2000, 3000);
  }
  if (choices.remark) {
    blank(1);
    write(words.remark);
  }
  blank(choices.rowsBelow);
  return page.laid(sheet, entries);
}

/** A table of its own below, with later periods and a single row. */
function oneRowBelow(
  choices: Choices,
  page: Paper,
  keys: readonly Key[],
  inHeading: string | null,
  unit: string,
): readonly Entry[] {
  const amount = choices.unit === "hours" ? 2 : 0.5;
  const later = { ...choices, first: choices.first + choices.periods };
  const { periods, headings } = headsOf(later, page.words, page.chance);
  page.blank(page.chance.upTo(1));
  const double = choices.planAndActual && choices.shape === "months";
  page.write(...keys.map(({ heading }) => heading), ...headings);
  if (double || inHeading !== null)
    page.write(...keys.map(() => null), ...periods.map(() => inHeading ?? page.words.planned));
  const line = { person: NAMES[7], work: WORKS[4]!, amounts: periods.map(() => amount) };
  const row = page.write(...keys.map(({ cell }) => cell(line)), ...periods.map(() => typed(amount, choices, unit)));
  return periods.map(({ from, to }) => ({
    row,
    person: NAMES[7].join(" "),
    work: line.work,
    from,
    to,
    minutes: minutesOf(choices.unit, amount, from, to),
  }));
}

/** Sums as a spreadsheet shows them. */
const shown = (sum: number, { unit, wholePercent, said }: Choices): number =>
  Math.round(sum * (unit === "percent" && (wholePercent || said === "cells") ? 100 : 1) * 1e6) / 1e6;

export function unitWord({ unit }: Choices, { words }: Paper): string {
  return unit === "hours" ? words.hours : unit === "days" ? words.days : unit === "fte" ? words.fte : words.percent;
}

/** Rows that belong together: those of one person, or of one work. */
function groupsOf(
  { people, works, workFirst, unit }: Choices,
  { chance }: Paper,
  periods: readonly Span[],
): readonly (readonly Line[])[] {
  const amounts = () => periods.map(({ from, to }) => amountIn(chance, unit, weekdaysIn(from, to)));
  if (workFirst)
    return chance
      .some(WORKS, works)
      .map((work) => chance.some(NAMES, people).map((person) => ({ person, work, amounts: amounts() })));
  return chance
    .some(NAMES, people)
    .map((person) => chance.some(WORKS, works).map((work) => ({ person, work, amounts: amounts() })));
}

interface Key {
  readonly heading: string;
  readonly cell: (line: Line) => Cell;
  readonly isFirst: boolean;
}

/** The columns before the amounts, in the team's order. */
function keysOf(choices: Choices, { chance, words }: Paper): readonly Key[] {
  const person = { heading: chance.one(words.person), cell: (line: Line) => nameOf(line.person, choices) };
  const work = { heading: chance.one(words.project), cell: (line: Line) => line.work };
  const extra = [
    { heading: chance.one(words.team), cell: ({ person }: Line) => TEAMS[person[0].length % 3]! },
    { heading: chance.one(words.role), cell: ({ person }: Line) => ROLES[person[1].length % 3]! },
  ].slice(0, choices.extraColumns);
  const [first, second] = choices.workFirst ? [work, person] : [person, work];
  return [
    { ...first, isFirst: true },
    ...(choices.workFirst ? [] : extra.map((one) => ({ ...one, isFirst: true }))),
    { ...second, isFirst: false },
    ...(choices.workFirst ? extra.map((one) => ({ ...one, isFirst: false })) : []),
  ];
}

/** A month over the first of its weeks, as merged cells leave it. */
const monthsAbove = (periods: readonly Span[], months: readonly string[]): readonly Cell[] =>
  periods.map(({ from }, i) =>
    i === 0 || monthOf(from) !== monthOf(periods[i - 1]!.from) ? months[monthOf(from) - 1]! : null,
  );
