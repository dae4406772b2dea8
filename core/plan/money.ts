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
  /** Rows that are left out, so that margins they belong to are not known. */
  readonly leftOut?: readonly LeftOutRow[];
}

/** A row that cannot be used, though some margin depends on it. */
export interface LeftOutRow {
  readonly table: string;
  /** Its row of the table, */
  readonly row: number;
  /** and as a planner counts it. */
  readonly line: number;
  /** The heading of the cell that is wrong, and what is: never its value. */
  readonly why: string;
  /** -1: nobody knows; null: that of the hours whose rate it would be. */
  readonly engagement: number | null;
  readonly side: "revenue" | "cost" | "both";
  /** The days on which it may count. */
  readonly from: number;
  readonly to: number;
  /** It says how much work there is. */
  readonly isEffort: boolean;
  /** It counts up to the last worked day only. */
  readonly isPast?: true;
}

/** An amount in some currency; an hourly rate is one for an hour. */
export interface Amount {
  readonly minor: number | null;
  readonly currency: string;
  /** Its row cannot be read, so that nobody knows the rate. */
  readonly isFaulty?: true;
}

/** The day after the last on which a rate holds, when no later one takes over: from then on there is none. */
interface Ending {
  readonly isOver?: true;
}

/** Where a row of a table says it. */
interface Said {
  readonly row: number;
  /** Heading of the column that names the currency. */
  readonly currencyIn: string;
}

/** What a client pays for an hour: of whom, for which engagement or client. Empty means any. */
export interface BillRate extends Amount, Said, Ending {
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
export interface CostRate extends Amount, Said, Ending {
  readonly person: number;
  readonly role: string;
  readonly from: DayNumber;
}

export type FeeKind = "fixed fee" | "monthly retainer" | "change order" | "expense" | "write-off";

/** An amount that does not go by the hour. */
export interface Fee extends Amount, Said {
  readonly engagement: number;
  readonly kind: FeeKind;
  readonly from: DayNumber;
  readonly to: DayNumber;
  /** A retainer that nothing ends: it is taken to go on up to `to`, and nobody knows what it pays after that. */
  readonly isEndless?: true;
  /** Minutes of billable work that a whole month of a retainer pays for; absent where the row does not say it. */
  readonly included?: number;
}

/** What one unit of a currency is worth in the plan's, in billionths, from a day on. */
export interface ExchangeRate {
  readonly currency: string;
  readonly from: DayNumber;
  /** null where two rows contradict each other, or the last one is over. */
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
