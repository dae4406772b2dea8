/** The chances at which a forecast is held against what came. */
export const CHECKED = [0.5, 0.8, 0.9] as const;

/** How one way to forecast would have done on a history. */
export interface Score {
  /** Mean error of the weeks, over the mean change from week to week in the history before: below 1 beats last week's number. */
  readonly mase: number;
  /** Share of weeks at or below the line, for each chance. */
  readonly held: readonly number[];
  /** The same with a week that meets the line counted as far as the chance needs it: comparable with the chance itself. */
  readonly coverage: readonly number[];
  /** Mean pinball loss of each line, in the unit of `mase`: less is better. */
  readonly pinball: readonly number[];
}

/** A score while its weeks are added. */
export interface Tally {
  error: number;
  readonly held: Float64Array;
  readonly covered: Float64Array;
  readonly pinball: Float64Array;
}

export const tally = (): Tally => ({
  error: 0,
  held: new Float64Array(CHECKED.length),
  covered: new Float64Array(CHECKED.length),
  pinball: new Float64Array(CHECKED.length),
});

/** What was said of a week before it came. */
export interface Said {
  readonly mean: number;
  /** What each chance was to stay within. */
  readonly lines: readonly number[];
  /** How much of a week that meets a line its chance needs; left out, all of it. */
  readonly partNeeded?: (line: number) => number;
}

/** One more week; errors count in the usual change from week to week. */
export function addWeek(into: Tally, came: number, { mean, lines, partNeeded }: Said, scale: number): void {
  into.error += Math.abs(came - mean) / scale;
  CHECKED.forEach((chance, i) => {
    const over = came - lines[i]!;
    into.pinball[i]! += (over >= 0 ? chance * over : (chance - 1) * over) / scale;
    if (over <= 0) into.held[i]! += 1;
    into.covered[i]! += over === 0 && partNeeded ? partNeeded(i) : over <= 0 ? 1 : 0;
  });
}

export const scored = ({ error, held, covered, pinball }: Tally, weeks: number): Score => ({
  mase: weeks === 0 ? 0 : error / weeks,
  held: Array.from(held, (sum) => (weeks === 0 ? 0 : sum / weeks)),
  coverage: Array.from(covered, (sum) => (weeks === 0 ? 0 : sum / weeks)),
  pinball: Array.from(pinball, (sum) => (weeks === 0 ? 0 : sum / weeks)),
});

/** The mean change from week to week in the weeks before. */
export function changeBefore(weeks: ArrayLike<number>, origin: number): number {
  let sum = 0;
  for (let i = 1; i < origin; i++) sum += Math.abs(weeks[i]! - weeks[i - 1]!);
  return sum / (origin - 1);
}
