/** What a figure is counted in: always whole numbers, so that parts add up without a remainder. */
export type Unit = "minutes" | "minor units" | "count" | "millionths" | "hundredths";

/** Why a figure is what it is. Every sum is the sum of its parts, to the minute or the minor unit. */
export interface Explanation {
  /** "Capacity of Platform, 5 to 11 Jan 2026" */
  readonly title: string;
  /** How the figure is defined, in the words of the functions' help. */
  readonly rule: string;
  /**
   * A figure is its one sum, the first sum as a share of the second, that share as GROWTHLIMIT says it, or the first for each hour
   * of the second.
   */
  readonly is: "sum" | "ratio" | "growth" | "rate";
  readonly sums: readonly Sum[];
  readonly leftOut: readonly LeftOut[];
  readonly notes: readonly string[];
  /** Proofs of a skill gap: who asks for how much, and everyone who can do any of it. */
  readonly proofs: readonly Proof[];
}

export interface Sum {
  readonly label: string;
  readonly unit: Unit;
  readonly amount: number;
  readonly parts: readonly Part[];
}

/** One summand. Where it has parts of its own, they add up to it. */
export interface Part {
  readonly label: string;
  readonly amount: number;
  readonly at: Origin | null;
  readonly parts: readonly Part[];
}

/** What does not count although a reader may look for it. */
export interface LeftOut {
  readonly label: string;
  readonly why: string;
  readonly at: Origin | null;
}

export interface Proof {
  readonly says: string;
  readonly demand: number;
  readonly supply: number;
  readonly short: number;
}

/**
 * The row of the plan a part comes from, by its number there; a row of a table as it was read, a cell of the workbook, or another cell
 * of the same grid, by its place there.
 */
export type Origin =
  | { readonly kind: "need" | "allocation" | "leave" | "person" | "engagement"; readonly number: number }
  | { readonly kind: "row"; readonly table: string; readonly row: number }
  | { readonly kind: "place"; readonly sheet: string; readonly a1: string }
  | { readonly kind: "cell"; readonly row: number; readonly column: number };

export const part = (label: string, amount: number, at: Origin | null = null): Part => ({
  label,
  amount,
  at,
  parts: [],
});

/** Parts under one label, the largest first; none when nothing is in them. */
export function group(label: string, parts: readonly Part[]): readonly Part[] {
  const some = parts.filter(({ amount }) => amount !== 0);
  if (some.length === 0) return [];
  const sorted = [...some].sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount));
  return [{ label, amount: amountOf(some), at: null, parts: sorted }];
}

export const amountOf = (parts: readonly Part[]): number => parts.reduce((sum, { amount }) => sum + amount, 0);

/** The same parts taken off. */
export const taken = (parts: readonly Part[]): readonly Part[] =>
  parts.map((one) => ({ ...one, amount: 0 - one.amount, parts: taken(one.parts) }));

export const minutes = (label: string, parts: readonly Part[]): Sum => sumOf(label, "minutes", parts);

/** A figure that is one sum. */
export const explained = (
  about: Pick<Explanation, "title" | "rule">,
  sum: Sum,
  more: Partial<Explanation> = {},
): Explanation => ({ ...about, is: "sum", sums: [sum], leftOut: [], notes: [], proofs: [], ...more });

/** Whole parts of what is no whole number: each is rounded down, and what is left goes to the largest remainders, so that they add up. */
export function wholeParts(exact: readonly number[], whole: number): readonly number[] {
  const parts = exact.map(Math.floor);
  const order = [...exact.keys()].sort((a, b) => exact[b]! - parts[b]! - (exact[a]! - parts[a]!) || a - b);
  let left = whole - parts.reduce((sum, one) => sum + one, 0);
  for (let turn = 0; left !== 0 && order.length > 0; turn++) {
    const step = Math.sign(left);
    parts[order[(step > 0 ? turn : order.length - 1 - (turn % order.length)) % order.length]!]! += step;
    left -= step;
  }
  return parts.map((one) => one + 0);
}

/** A figure that is one sum of counted things, or of hundredths and the like. */
export const sumOf = (label: string, unit: Unit, parts: readonly Part[]): Sum => ({
  label,
  unit,
  amount: amountOf(parts),
  parts,
});
