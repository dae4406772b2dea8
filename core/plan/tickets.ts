import type { DayNumber } from "../units.ts";
import type { Ppm } from "./plan.ts";

/** Tickets as columns: entry i of each belongs to row i. */
export interface Tickets extends TicketColumns {
  /** The days of which the table holds every ticket; null when it holds none. */
  readonly covers: { readonly from: DayNumber; readonly to: DayNumber } | null;
  /** Every ticket of the table, whichever of them a forecast is made of: what was worked was worked. */
  readonly every: TicketColumns;
  /** Rows that cannot be used, as entries of the table; `only` is the one engagement that a row without any belongs to, or -1. */
  readonly unread: readonly number[];
  readonly only: number;
}

export interface TicketColumns {
  readonly length: number;
  readonly opened: Int32Array;
  readonly engagement: Int32Array;
  /** -1: the row names no skill. */
  readonly skill: Int32Array;
  /** Minutes, or -1 where nobody wrote them down. */
  readonly minutes: Int32Array;
}

/** Tickets that come in week by week, and what each takes. The one thing in a plan that is no whole number. */
export interface Arrivals {
  /** Forecast from the Tickets table, or stated as tickets a week and hours a ticket. */
  readonly basis: "tickets" | "rate";
  /** Tickets expected in a week. */
  readonly weekly: number;
  /** Variance of a week's tickets over their mean: 1 is Poisson, more is negative binomial. */
  readonly dispersion: number;
  /** Minutes that a ticket takes, ascending, and how many of all tickets take them, adding up to 1. */
  readonly minutes: readonly number[];
  readonly shares: readonly number[];
}
/** So many weeks late, with these odds; the rest of the odds is on time. */
export interface StartSlip {
  readonly weeks: number;
  readonly odds: Ppm;
}

const NO_ROWS: TicketColumns = {
  length: 0,
  opened: new Int32Array(0),
  engagement: new Int32Array(0),
  skill: new Int32Array(0),
  minutes: new Int32Array(0),
};

export const NO_TICKETS: Tickets = { ...NO_ROWS, covers: null, every: NO_ROWS, unread: [], only: -1 };
