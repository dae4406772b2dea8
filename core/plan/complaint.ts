import type { ProblemCode } from "../problems.ts";

/** What is wrong with a cell, or which assumption was made, before anybody knows where the cell stands. */
export interface Complaint {
  readonly code: ProblemCode;
  /** What follows the quoted cell in a sentence: `is not a date`. */
  readonly why: string;
  /** One sentence that starts with "Maybe". */
  readonly hint: string;
  /** What the cell should hold instead, when the hint leaves no choice. */
  readonly mend?: string | number;
}

/** A number in a hint: at most three decimals, point as decimal sign. */
export const inHint = (n: number): string => String(Math.round(n * 1000) / 1000);
