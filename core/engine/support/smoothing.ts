/** A level that follows a history: what each week would have been expected to be by the weeks before it. */
export interface Smoothed {
  /** Entry t: the level after the first t weeks. */
  readonly levels: Float64Array;
  /** Entry t: how much of a week's error the level follows, as fits the first t weeks best. */
  readonly rates: Float64Array;
}

/** Weeks whose mean the level starts from. */
export const START_WEEKS = 8;
const STEPS = 24;

/**
 * Simple exponential smoothing (R. G. Brown, 1956): the level moves by a fixed share of each week's error. The share is
 * that of a fixed ladder with the least squares over the weeks so far, so that no later week takes part in a level.
 */
export function smoothed(weeks: ArrayLike<number>): Smoothed {
  const n = weeks.length;
  const start = meanOf(weeks, 0, Math.min(n, START_WEEKS));
  const ladder = Float64Array.from({ length: STEPS }, (_, k) => ((k + 1) / STEPS) ** 2);
  const level = new Float64Array(STEPS).fill(start);
  const squares = new Float64Array(STEPS);
  const levels = new Float64Array(n + 1);
  const rates = new Float64Array(n + 1);
  for (let t = 0; t <= n; t++) {
    let best = 0;
    for (let k = 1; k < STEPS; k++) if (squares[k]! < squares[best]!) best = k;
    levels[t] = t < START_WEEKS ? meanOf(weeks, 0, t) : level[best]!;
    rates[t] = ladder[best]!;
    if (t === n) break;
    for (let k = 0; k < STEPS; k++) {
      const error = weeks[t]! - level[k]!;
      squares[k]! += error * error;
      level[k]! += ladder[k]! * error;
    }
  }
  return { levels, rates };
}

/** The mean of some weeks; 0 for none. */
export function meanOf(weeks: ArrayLike<number>, from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += weeks[i]!;
  return to > from ? sum / (to - from) : 0;
}
