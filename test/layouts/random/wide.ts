import type { Cell } from "../../../core/plan/cells.ts";
import { headsOf, type Span } from "./axis.ts";
import { monthOf, weekdaysIn } from "./calendar.ts";
import type { Choices } from "./choices.ts";
import { type Paper, paper, titled } from "./sheet.ts";
import { amountIn, type Entry, type Laid, minutesOf, NAMES, nameOf, ROLES, TEAMS, typed, WORKS } from "./truth.ts";

interface Line {
  readonly person: readonly [string, string];
  readonly work: string;
  readonly amounts: readonly number[];
}

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
  write(...keys.map(({ heading }) => heading), ...across(headings), ...totals);
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
  groups.forEach((lines, g) => {
    if (choices.groups && g % 2 === 0) write(`Team ${TEAMS[g % TEAMS.length]}`);
    lines.forEach((line, i) => {
      const cells = line.amounts.map((amount) =>
        amount === 0 && chance.upTo(1) === 0 ? null : typed(amount, choices, unit),
      );
      const noise = typed(amountIn(chance, choices.unit, 5), choices, unit);
      const sum = line.amounts.reduce((a, b) => a + b, 0);
      const row = write(
        ...keys.map(({ cell, isFirst }) => (choices.namesOnce && i > 0 && isFirst ? null : cell(line))),
        ...across(cells, noise),
        ...totals.map(() => shown(sum, choices)),
      );
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
          });
      });
      all.push(line);
    });
    if (choices.subtotals) write(words.subtotal, ...empty.slice(1), ...sums(lines));
    if (choices.blankRows) blank(1);
  });
  if (choices.total) write(chance.one(words.total), ...empty.slice(1), ...sums(all));
  if (choices.remark) {
    blank(1);
    write(words.remark);
  }
  blank(choices.rowsBelow);
  return page.laid(sheet, entries);
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
