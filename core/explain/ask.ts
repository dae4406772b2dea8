import type { Counted } from "../engine/counted.ts";
import { type Timeline, timeline } from "../engine/timeline.ts";
import type { Asked } from "../functions/define.ts";
import { FUNCTIONS } from "../functions/index.ts";
import { TOTAL } from "../functions/matrix.ts";
import { readWhere } from "../functions/where.ts";
import type { RowsWord } from "../functions/words.ts";
import { type Period, weekday } from "../plan/calendar.ts";
import type { Plan } from "../plan/plan.ts";
import { dayAndMonth, dayMonthYear } from "../sheets/words.ts";

/** One figure: of a group of people or of work (rows and its name there), in some days. */
export interface Ask extends Period {
  readonly plan: Plan;
  readonly counted: Counted;
  readonly rows: RowsWord;
  /** The row's name; the word for all of it where rows are "total". */
  readonly name: string;
}

/** Its days as one period. */
export const wholeOf = ({ from, to }: Period): Timeline => timeline(from, to, "total");

/** The same question as the spreadsheet functions take it, so that both add up the same rows. */
export const askedOf = ({ plan, counted, rows, from, to }: Ask): Asked => ({
  plan,
  counted,
  rows,
  from,
  to,
  periods: "total",
  where: readWhere("", { filters: [], choices: [] }, "").where,
  cellOf: () => null,
  filters: { people: new Map(), work: new Map() },
  need: [],
});

export const labelOf = ({ rows, name }: Ask): string => (rows === "total" ? TOTAL : name);

/** "Capacity of Platform, 5 to 11 Jan 2026" */
export const titleOf = (what: string, { rows, name, from, to }: Ask): string =>
  `${what}${rows === "total" ? "" : ` of ${name}`}, ${periodText({ from, to })}`;

export function periodText({ from, to }: Period): string {
  if (from === to) return dayMonthYear(from);
  const isWeek = to - from === 6 && weekday(from) === 0;
  return isWeek ? `week of ${dayMonthYear(from)}` : `${dayAndMonth(from)} to ${dayMonthYear(to)}`;
}

/** A rule in the words of the function of that name. */
export const ruleOf = (name: string): string => FUNCTIONS.find((one) => one.name === name)?.summary ?? "";
