import { meanOf, type Smoothed, START_WEEKS } from "./smoothing.ts";

/** What is expected of a coming week, and how widely weeks vary around it. */
export interface Forecast {
  readonly mean: number;
  /** How much of the mean was added because forecasts of late ran low. */
  readonly raised: number;
  /** Variance over mean: 1 is Poisson. */
  readonly dispersion: number;
  /** Why the weeks are taken to vary so. */
  readonly method: "no history" | "short history" | "many empty weeks" | "as even as chance" | "bursty";
  /** How much of each week's error the level follows; null for a plain mean. */
  readonly rate: number | null;
}

/** Errors of so many weeks say how widely the next ones vary; of fewer than that the history is too short. */
const LOOKED_BACK = 26;
const EMPTY_WEEKS = 52;
const OFTEN_EMPTY = 0.1;

/** The forecast after the first t weeks of a history. */
export function forecastAt(weeks: ArrayLike<number>, { levels, rates }: Smoothed, t: number): Forecast {
  if (t === 0) return { mean: 0, raised: 0, dispersion: 1, method: "no history", rate: null };
  if (t < START_WEEKS)
    return { mean: meanOf(weeks, 0, t), raised: 0, dispersion: 1, method: "short history", rate: null };
  const dispersion = dispersionAt(weeks, (i) => levels[i]!, t);
  const raised = raisedAt(weeks, levels, dispersion, t);
  const mean = Math.max(0, levels[t]! + raised);
  const rate = rates[t]!;
  if (emptyShare(weeks, t) >= OFTEN_EMPTY) return { mean, raised, dispersion: 1, method: "many empty weeks", rate };
  return { mean, raised, dispersion, method: dispersion > 1 ? "bursty" : "as even as chance", rate };
}

const AHEAD = 8;
const ORIGINS = 40;
const FEWEST_ORIGINS = 4;
const BEYOND_CHANCE = 1.5;

/**
 * A level follows growth and does not foresee it. Where the forecasts of late, of eight weeks each, ran low by more than
 * chance explains (one and a half standard errors), so much is added; where they ran high, nothing is taken off.
 */
function raisedAt(weeks: ArrayLike<number>, levels: Float64Array, dispersion: number, t: number): number {
  let [low, origins] = [0, 0];
  for (let origin = Math.max(START_WEEKS, t - AHEAD - ORIGINS); origin + AHEAD <= t; origin++) {
    low += meanOf(weeks, origin, origin + AHEAD) - levels[origin]!;
    origins += 1;
  }
  if (origins < FEWEST_ORIGINS) return 0;
  const mean = low / origins;
  const error = Math.sqrt((Math.max(LEAST, levels[t]!) * dispersion) / (origins + AHEAD - 1));
  return mean > BEYOND_CHANCE * error ? mean : 0;
}

const LEAST = 0.05;

function emptyShare(weeks: ArrayLike<number>, t: number): number {
  const from = Math.max(0, t - EMPTY_WEEKS);
  let empty = 0;
  for (let i = from; i < t; i++) if (weeks[i] === 0) empty += 1;
  return empty / (t - from);
}

/** Mean squared error of the last weeks' forecasts over their mean; never below 1. */
export function dispersionAt(weeks: ArrayLike<number>, expect: (week: number) => number, t: number): number {
  let [squares, expected] = [0, 0];
  for (let i = Math.max(START_WEEKS, t - LOOKED_BACK); i < t; i++) {
    const level = Math.max(LEAST, expect(i));
    squares += (weeks[i]! - level) ** 2;
    expected += level;
  }
  return expected > 0 ? Math.max(1, squares / expected) : 1;
}
