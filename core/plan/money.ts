import type { DayNumber } from "../units.ts";

/**
 * What engagements pay and people cost. Amounts are whole minor units of their own currency; null where two rows
 * contradict each other, so that nobody knows.
 */
export interface Money {
  /** The plan's currency: an ISO code, or "" where nothing names one. */
  readonly currency: string;
  readonly rates: readonly BillRate[];
  readonly costs: readonly CostRate[];
  readonly fees: readonly Fee[];
  readonly exchange: readonly ExchangeRate[];
}

/** An amount in some currency; an hourly rate is one for an hour. */
export interface Amount {
  readonly minor: number | null;
  readonly currency: string;
}

/** What a client pays for an hour: of whom, for which engagement or client. Empty means any. */
export interface BillRate extends Amount {
  /** -1: any. */
  readonly engagement: number;
  /** Key of the client's name; "": any. */
  readonly client: string;
  readonly person: number;
  readonly skill: number;
  /** Key of the role's name; "": any. */
  readonly role: string;
  readonly from: DayNumber;
}

/** What an hour of a person, or of anybody in a role, costs. */
export interface CostRate extends Amount {
  readonly person: number;
  readonly role: string;
  readonly from: DayNumber;
}

export type FeeKind = "fixed fee" | "monthly retainer" | "change order" | "expense" | "write-off";

/** An amount that does not go by the hour. */
export interface Fee extends Amount {
  readonly engagement: number;
  readonly kind: FeeKind;
  readonly from: DayNumber;
  readonly to: DayNumber;
  readonly row: number;
}

/** What one unit of a currency is worth in the plan's, in billionths, from a day on. */
export interface ExchangeRate {
  readonly currency: string;
  readonly from: DayNumber;
  /** null where two rows contradict each other. */
  readonly billionths: number | null;
}
export const BILLION = 1_000_000_000;

/** Hours worked, as columns: entry i of each belongs to row i. */
export interface Actuals {
  readonly length: number;
  readonly day: Int32Array;
  readonly person: Int32Array;
  readonly engagement: Int32Array;
  readonly minutes: Int32Array;
  readonly billable: Uint8Array;
  /** The row of the table, where it was read from one. */
  readonly row?: Int32Array;
  /** Rows without hours: nobody knows what was done on these days. */
  readonly blanks?: readonly { readonly person: number; readonly engagement: number; readonly day: number }[];
}

export const NO_ACTUALS: Actuals = {
  length: 0,
  day: new Int32Array(0),
  person: new Int32Array(0),
  engagement: new Int32Array(0),
  minutes: new Int32Array(0),
  billable: new Uint8Array(0),
};

/** Hours worked in place of the plan, as columns: entry i of each belongs to one row of Actuals. */
export interface Logged {
  /** The days on which each person logged anything, ascending: of person p those from first[p] to first[p + 1]. */
  readonly first: Int32Array;
  readonly days: Int32Array;
  readonly entries: number;
  /** The row of Allocations that stands for these hours. */
  readonly row: Int32Array;
  readonly day: Int32Array;
  readonly minutes: Int32Array;
  /** The contract that the hours belong to, which may not hold on the day. */
  readonly contract: Int32Array;
}
