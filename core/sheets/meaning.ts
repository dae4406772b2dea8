import type { RowsWord } from "../functions/words.ts";
import type { Counting } from "../plan/plan.ts";
import type { DayNumber } from "../units.ts";
import type { Formula } from "./model.ts";

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
  /** The same, of what is added up in one row. */
  readonly numbers?: readonly number[];
  /** The day of a snapshot; 0 for the plan as it is now. */
  readonly taken?: number;
  /** The plan alone counts, hours logged do not. */
  readonly planned?: true;
  /** How tentative work counts here, where not as Settings say. */
  readonly pipeline?: Counting;
  /** What the cell would be as a formula of other cells of the table, where a value stands in its place. */
  readonly as?: Formula;
  /** What the sheet itself added up, in whole units, where no row of the plan stands behind a summand. */
  readonly terms?: readonly Term[];
  /** By column, what only that cell of a row means. */
  readonly of?: ReadonlyMap<string, Meaning>;
}

/** A summand by its name. */
export interface Term {
  readonly label: string;
  readonly amount: number;
}
