import type { Cell } from "../../../core/plan/cells.ts";
import { dayText, shortened } from "./axis.ts";
import { dateIn, dayNumber, FIRST_MONDAY, monthOf, weekdaysIn, yearOf } from "./calendar.ts";
import type { Choices } from "./choices.ts";
import { type Paper, paper, titled } from "./sheet.ts";
import { amountIn, type Entry, type Laid, minutesOf, NAMES, nameOf, ROLES, TEAMS, typed, WORKS } from "./truth.ts";
import { unitWord } from "./wide.ts";

type Column = { readonly heading: string; readonly cell: (line: Line) => Cell };
interface Line {
  readonly person: readonly [string, string];
  readonly work: string;
  readonly from: number;
  readonly to: number;
  readonly amount: number;
  readonly first: boolean;
}

/** One booking a row, with its first and last day. */
export function laidRows(choices: Choices): Laid {
  const page = paper(choices);
  const { chance, words, write, blank } = page;
  const byWeek = choices.unit === "hours" && chance.upTo(1) === 0;
  const sheet = titled(page, choices, "");
  const columns = columnsOf(choices, page, byWeek);
  write(...columns.map(({ heading }) => heading));
  const entries: Entry[] = [];
  for (const [g, person] of chance.some(NAMES, choices.people).entries()) {
    if (choices.groups && g % 2 === 0) write(`Team ${TEAMS[g % TEAMS.length]}`);
    let sum = 0;
    for (let i = 0; i < choices.works + 1; i++) {
      const from = FIRST_MONDAY + 7 * choices.first + chance.upTo(60);
      const to = from + 6 + chance.upTo(80);
      const amount = amountIn(chance, choices.unit, byWeek ? 5 : Math.min(weekdaysIn(from, to), 30));
      const line = { person, work: chance.one(WORKS), from, to, amount, first: i === 0 };
      const row = write(...columns.map(({ cell }) => cell(line)));
      const minutes = byWeek ? (amount * 60 * weekdaysIn(from, to)) / 5 : minutesOf(choices.unit, amount, from, to);
      if (amount > 0) entries.push({ row, person: person.join(" "), work: line.work, from, to, minutes });
      sum += amount;
    }
    if (choices.subtotals)
      write(...columns.map((_, c) => (c === 0 ? words.subtotal : c === columns.length - 1 ? sum : null)));
    if (choices.blankRows) blank(1);
  }
  if (choices.remark) write(words.remark);
  blank(choices.rowsBelow);
  return page.laid(sheet, entries);
}

function columnsOf(choices: Choices, { chance, words }: Paper, byWeek: boolean): readonly Column[] {
  const said = { ...choices, said: "heading" } as const;
  const unit = unitWord(choices, { words } as Paper);
  const name = {
    heading: chance.one(words.person),
    cell: (line: Line) => (choices.namesOnce && !line.first ? null : nameOf(line.person, choices)),
  };
  const rest: readonly Column[] = [
    { heading: chance.one(words.project), cell: ({ work }) => work },
    { heading: chance.one(words.from), cell: (line) => dayIn(line, "from", choices, words.months) },
    { heading: chance.one(words.to), cell: (line) => dayIn(line, "to", choices, words.months) },
    { heading: byWeek ? chance.one(words.hoursPerWeek) : unit, cell: ({ amount }) => typed(amount, said, unit) },
  ];
  const extra: readonly Column[] = [
    { heading: chance.one(words.role), cell: ({ person }: Line) => ROLES[person[1].length % 3]! },
    { heading: chance.one(words.note), cell: ({ from }: Line) => (from % 3 === 0 ? words.remark : null) },
  ];
  const days = {
    heading: words.days,
    cell: ({ from, to }: Line) => weekdaysIn(from, to),
  };
  const others = [...rest, ...(isSwapped(choices) ? [days] : []), ...extra.slice(0, choices.extraColumns)];
  return choices.namesOnce
    ? [name, ...chance.some(others, others.length)]
    : chance.some([name, ...others], others.length + 1);
}

/** Real dates of a sheet that was opened with the dates of another country, beside their number of days. */
const isSwapped = ({ traps, writing, unit }: Choices): boolean =>
  traps.includes("swapped days") && writing === "days" && unit !== "days";

const swapped = (day: number): number => (dateIn(day) > 12 ? day : dayNumber(yearOf(day), dateIn(day), monthOf(day)));

/** Both days swapped that can be; days that the number beside them fits either way say nothing and stay as they were. */
function swappedIn(line: Line, end: "from" | "to"): number {
  const [from, to] = [swapped(line.from), swapped(line.to)];
  if (weekdaysIn(from, to) === weekdaysIn(line.from, line.to)) return line[end];
  return end === "from" ? from : to;
}

function dayIn(line: Line, end: "from" | "to", choices: Choices, months: readonly string[]): Cell {
  const { writing, language } = choices;
  if (isSwapped(choices)) return swappedIn(line, end);
  const day = line[end];
  const name = months[monthOf(day) - 1]!;
  if (writing === "names") return `${dateIn(day)} ${name} ${yearOf(day)}`;
  if (writing === "named years")
    return `${dateIn(day)}-${shortened(name, language, monthOf(day))}-${String(yearOf(day)).slice(2)}`;
  if (writing === "dotted" && language === "cs") return `${dateIn(day)}. ${monthOf(day)}. ${yearOf(day)}`;
  return dayText(day, writing, language === "en");
}
