/** Amounts of one row, column by column; blank is 0. */
export type Vector = readonly number[];

/** What rows come to, column by column. */
export interface Tally {
  count: number;
  readonly sum: number[];
  readonly most: number[];
  readonly least: number[];
}

/** How a row can be worked out from others. */
export type Way = "sum" | "average" | "most" | "least" | "rest";

export const tally = (): Tally => ({ count: 0, sum: [], most: [], least: [] });

export function add(all: Tally, amounts: Vector): void {
  amounts.forEach((amount, i) => {
    all.sum[i] = (all.sum[i] ?? 0) + amount;
    all.most[i] = all.count === 0 ? amount : Math.max(all.most[i]!, amount);
    all.least[i] = all.count === 0 ? amount : Math.min(all.least[i]!, amount);
  });
  all.count += 1;
}

/** Figures are shown rounded: 2.15 may stand for 2.1467. */
const ROUNDED = 0.0111;
export const agrees = (shown: number, exact: number): boolean => Math.abs(shown - exact) < ROUNDED;

const equal = (one: Vector, other: Vector): boolean => one.every((amount, i) => agrees(amount, other[i] ?? 0));

export const isSum = (amounts: Vector, { count, sum }: Tally): boolean => count > 0 && equal(amounts, sum);

export const isAverage = (amounts: Vector, { count, sum }: Tally): boolean =>
  count > 1 &&
  equal(
    amounts,
    sum.map((all) => all / count),
  );

/** Amounts of two sizes at least, so that it is no accident when they agree with others in every column. */
export const varies = (amounts: Vector): boolean => new Set(amounts.filter((amount) => amount !== 0)).size > 1;

/** What is left of the same capacity in every column. */
const isRest = (amounts: Vector, { count, sum }: Tally): boolean =>
  count > 0 &&
  amounts.length > 1 &&
  varies(amounts) &&
  amounts.every((one, i) => agrees(one + sum[i]!, amounts[0]! + sum[0]!));

/** How a row is worked out from others; null when it is not. */
export function wayOf(amounts: Vector, all: Tally): Way | null {
  if (isSum(amounts, all)) return "sum";
  if (isAverage(amounts, all)) return "average";
  if (all.count > 1 && equal(amounts, all.most)) return "most";
  if (all.count > 1 && equal(amounts, all.least)) return "least";
  return isRest(amounts, all) ? "rest" : null;
}
