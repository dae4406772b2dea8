import type { Period } from "../plan/calendar.ts";

/** How sure a column's meaning is: its heading says it, its cells or its place suggest it, or nothing proves it. */
export type Confidence = "yours" | "sure" | "likely" | "unsure";

/** Columns of a table that mean the same, and what. */
export interface ShapeColumn {
  /** Zero-based columns of the range; one, or several with one meaning. */
  readonly columns: readonly number[];
  /** The text of their first column's heading; "" where it has none. */
  readonly heading: string;
  /** How the sheet Tables names them: the heading, or "(amounts)" where headings are days, weeks or months. */
  readonly key: string;
  readonly means: string;
  readonly confidence: Confidence;
  /** What amounts stand for, column by column. */
  readonly periods?: readonly Period[];
}

/** What stands for columns whose headings are days, weeks or months, which go on with time. */
export const AMOUNTS_KEY = "(amounts)";
/** Questions that a planner answered about a table as a whole. */
export const YEAR_KEY = "(year)";
export const FIRST_KEY = "(first day)";
export const LAST_KEY = "(last day)";
/** Which of the plan's tables a sheet is, where its headings are that table's and something left a doubt. */
export const TABLE_KEY = "(table)";
/** What an amount beside several people counts. */
export const PEOPLE_KEY = "(several people)";
export const TOGETHER = "All of them together";
export const EACH = "Each of them";

/** How long rows without days last: as long as their work, once a planner says so. */
export const DAYS_KEY = "(days)";
export const DAYS_OF_WORK = "All days of the engagement";

export const isKey = (heading: string): boolean => /^\(.*\)$/.test(heading);
