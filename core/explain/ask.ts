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
  /** Periods that were computed at once and of which these days are one: they share the weeks that cross their ends. */
  readonly among?: Timeline;
}

/** The periods that an answer is computed over, and which of them is asked for. */
export interface Piece {
  readonly time: Timeline;
  readonly at: number;
}

export function pieceOf({ from, to, among }: Pick<Ask, "from" | "to" | "among">): Piece {
  if (among === undefined) return { time: timeline(from, to, "total"), at: 0 };
  return { time: among, at: among.periodOf[from - among.from]! };
}

/** Where a question about these days alone may have another answer. */
export const amongNote = ({ among }: Pick<Ask, "among">): readonly string[] =>
  among === undefined || among.periods.length === 1
    ? []
    : ["Weeks that cross the end of a month are looked at whole and shared by both months."];

/** Minutes [row * periods + period] of the asked period alone. */
export const inPiece = ({ time: { periods }, at }: Piece, minutes: Float64Array): Float64Array =>
  Float64Array.from({ length: minutes.length / periods.length }, (_, row) => minutes[row * periods.length + at]!);

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
