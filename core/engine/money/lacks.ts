import type { Hours } from "./hours.ts";

/** Which side of the margin is not known, */
export const REVENUE = 1;
export const COST = 2;
/** and, beside it, why: there is no rate, no cost rate, */
export const NO_RATE = 4;
export const NO_COST_RATE = 8;
/** no fee of work that does not pay by the hour, */
export const NO_FEE = 16;
/** no exchange rate on that day, or two of them, */
export const NO_EXCHANGE = 32;
/** no effort by which a fee could be earned, */
export const NO_EFFORT = 64;
/** or two rates for one day. */
export const TIED = 128;
/** or a row that belongs to it is left out, because it cannot be used. */
export const LEFT_OUT = 256;
/** or a retainer that nothing ends, after the months for which it is taken to go on. */
export const NO_END = 512;
/** or hours that were asked for and not done, which no day is left for. */
export const NO_DAYS = 1024;
/** or a kind of an engagement with a fee: nobody says whether its hours are charged on top. */
export const NO_KIND = 2048;

/** Whose hours, or whose rate. */
export type Whose = Pick<Hours, "person" | "skill">;

/** A row of a table of money. */
export interface MoneyRow {
  readonly table: string;
  readonly row: number;
}

/** Something of an engagement that is not known in a piece of time, and why. */
export interface Lack {
  /** The side and the reason. */
  readonly bits: number;
  /** -1: nobody knows which. */
  readonly engagement: number;
  /** Whose rate, of a person or of the role; null: a row of Fees. */
  readonly hours: Whose | null;
  readonly role: string;
  readonly minutes: number;
  /** That of the amount; "" without one. */
  readonly currency: string;
  /** Rows that say the amount, as far as one does. */
  readonly rows: readonly MoneyRow[];
  /** The piece of time. */
  readonly piece: number;
}

/** Is told everything that is not known, where it becomes so: no reason has to be guessed afterwards. */
export type Note = (lack: Lack) => void;

/** Why something is not known, in a few words. */
export const whyOf = (bits: number): string =>
  WHY.filter(([bit]) => (bits & bit) !== 0)
    .map(([, words]) => words)
    .join(" and ");

const WHY: readonly (readonly [bit: number, words: string])[] = [
  [NO_RATE, "a bill rate is missing"],
  [NO_COST_RATE, "a cost rate is missing"],
  [NO_FEE, "its fee is missing"],
  [NO_EXCHANGE, "an exchange rate is missing"],
  [NO_KIND, "its kind is empty, and hours may be charged on top of its fee or be paid by it"],
  [NO_EFFORT, "its fee has no effort that earns it"],
  [NO_DAYS, "hours that were asked for are not done and have no day left"],
  [TIED, "two rates stand for one day"],
  [LEFT_OUT, "a row that belongs to it is left out"],
  [NO_END, "nobody knows how long its retainer goes on"],
];
