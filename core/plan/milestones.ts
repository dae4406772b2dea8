import type { DayNumber } from "../units.ts";

/** Something promised by a day. */
export interface Milestone {
  readonly engagement: number;
  readonly name: string;
  /** The day first agreed; null where the row has none. */
  readonly baseline: DayNumber | null;
  /** The day it is due now. */
  readonly due: DayNumber;
  readonly delivered: DayNumber | null;
  readonly cancelled: boolean;
  /** Its range has no column that says when it was delivered: whether it was is not known. */
  readonly isUndated?: true;
  /** The row in the range it was read from. */
  readonly row: number;
}
