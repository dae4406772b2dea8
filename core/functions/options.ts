import type { Period } from "../plan/calendar.ts";
import { type Cell, isErrorValue, shown } from "../plan/cells.ts";
import { dateIn } from "../plan/dates.ts";
import { FIRST_DAY, LAST_DAY } from "../plan/plan.ts";
import type { Problem } from "../problems.ts";
import { type DayNumber, dayNumber } from "../units.ts";
import { unusable } from "./argument.ts";
import { filterKeys } from "./filters.ts";
import type { ParamName, Vocabulary } from "./params.ts";
import { readWhere, type Where } from "./where.ts";
import {
  keysOf,
  nearestWord,
  oneOf,
  PERIODS,
  type PeriodsWord,
  ROWS,
  type RowsWord,
  type Words,
  wordFor,
} from "./words.ts";

/** What a planner asked for, read from the arguments before the tables. */
export interface Options extends Period {
  readonly rows: RowsWord;
  readonly periods: PeriodsWord;
  readonly where: Where;
  /** What stands in any other parameter: a cell for the function to read. */
  readonly cellOf: (param: ParamName) => Cell;
}

/** The longest stretch of days a function answers: ten years. */
export const MOST_DAYS = 3660;

/** Reads the options. With any problem among them the values are not to be used. */
export function readOptions(
  name: string,
  params: readonly ParamName[],
  words: Vocabulary,
  cells: readonly Cell[],
): { readonly options: Options; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const cell = (param: ParamName): Cell => cells[params.indexOf(param)] ?? null;
  const from = dayFrom("from", cell("from"), problems);
  const to = dayFrom("to", cell("to"), problems);
  if (problems.length === 0) problems.push(...stretch(from, to));
  const { choices, measures } = words;
  const keys = { filters: filterKeys(words), choices, ...(measures && { measures }) };
  const { where, problems: conditions } = readWhere(name, keys, textOf("where", cell("where"), problems));
  problems.push(...conditions);
  const rows = word("rows", ROWS, words.rows, name, params, cell("rows"), problems);
  const periods = word("periods", PERIODS, keysOf(PERIODS), name, params, cell("periods"), problems);
  return { options: { from, to, rows, periods, where, cellOf: cell }, problems };
}

/** A date cell, or text that can be only one date, as in the plan's own date columns. */
function dayFrom(param: "from" | "to", cell: Cell, problems: Problem[]): DayNumber {
  if (cell === null || (typeof cell === "string" && cell.trim() === "")) {
    problems.push(unusable("", `${param} is missing`, "Maybe the cell it points to is empty."));
    return FIRST_DAY;
  }
  if (typeof cell === "number" && cell >= FIRST_DAY && cell < LAST_DAY + 1) return dayNumber(Math.floor(cell));
  const typed = typeof cell === "string" ? dateIn(cell) : null;
  if (typed !== null && "day" in typed) return typed.day;
  const why = isErrorValue(cell) ? "is an error value" : typed ? "can be two different dates" : "is not a date";
  problems.push(unusable(shown(cell), `${why}, and ${param} must be one`, "Maybe DATE(2026,1,5)."));
  return FIRST_DAY;
}

function stretch(from: DayNumber, to: DayNumber): readonly Problem[] {
  if (from > to) return [unusable("", "from is after to", "Maybe the two are swapped.")];
  if (to - from < MOST_DAYS) return [];
  const days = `${to - from + 1} days`;
  return [unusable(days, `is too long: a function answers at most ${MOST_DAYS} days`, "Maybe a year is mistyped.")];
}

function textOf(param: ParamName, cell: Cell, problems: Problem[]): string {
  if (!isErrorValue(cell)) return cell === null ? "" : String(cell);
  problems.push(unusable(String(cell), `is an error value, and ${param} must be text`));
  return "";
}

function word<W extends RowsWord | PeriodsWord>(
  param: "rows" | "periods",
  words: Words<W>,
  allowed: readonly W[],
  name: string,
  params: readonly ParamName[],
  cell: Cell,
  problems: Problem[],
): W | "total" {
  const text = textOf(param, cell, problems).trim();
  if (text === "") return "total";
  const found = wordFor(words, text);
  if (found !== undefined && allowed.includes(found)) return found;
  const why = `is no word for ${param}: ${name} knows ${oneOf(allowed)}`;
  problems.push(unusable(text, why, elsewhere(param, params, text) ?? maybe(nearestWord(words, allowed, text))));
  return "total";
}

const maybe = (word: string | undefined) => (word === undefined ? "" : `Maybe ${word}.`);

/** A word in the wrong place: the most likely slip when an argument in between was left out. */
function elsewhere(param: "rows" | "periods", params: readonly ParamName[], text: string): string | undefined {
  if (text.includes("=")) return "Maybe it is meant for where.";
  if (param === "rows" && wordFor(PERIODS, text)) return "Maybe it is meant for periods, one argument later.";
  if (param === "periods" && params.includes("rows") && wordFor(ROWS, text))
    return "Maybe it is meant for rows, one argument earlier.";
  return undefined;
}
