import type { RowsWord } from "../functions/words.ts";
import type { DayNumber } from "../units.ts";

/**
 * What a figure of a generated sheet is, for the panel Explain. A grid, a column and a row each say the part that they know; together
 * they name a measure, a group of people or work, and days.
 */
export interface Meaning {
  /** A key of the explained measures. */
  readonly measure?: string;
  /** Without them, all weeks of the sheet. */
  readonly from?: DayNumber;
  readonly to?: DayNumber;
  readonly rows?: RowsWord;
  readonly name?: string;
  /** A scenario in which the plan is to be seen. */
  readonly scenario?: string;
  /** The number of what the measure is about, where it has no name. */
  readonly number?: number;
}
