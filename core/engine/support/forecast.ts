import { meanOf, type Smoothed, START_WEEKS } from "./smoothing.ts";

/** What is expected of a coming week, and how widely weeks vary around it. */
export interface Forecast {
  readonly mean: number;
  /** How much of the mean was added because forecasts of late ran low. */
  readonly raised: number;
  /** Variance over mean: 1 is Poisson. */
  readonly dispersion: number;
  /** Why the weeks are taken to vary so. */
  readonly method: "no history" | "short history" | "as even as chance" | "bursty";
  /** How much of each week's error the level follows; null for a plain mean. */
  readonly rate: number | null;
}

/** The forecast after the first t weeks of a history. */
export function forecastAt(weeks: ArrayLike<number>, { levels, rates }: Smoothed, t: number): Forecast {
  if (t === 0) return { mean: 0, raised: 0, dispersion: 1, method: "no history", rate: null };
  const dispersion = spreadAt(weeks, levels, t);
  if (t < START_WEEKS) return { mean: meanOf(weeks, 0, t), raised: 0, dispersion, method: "short history", rate: null };
  const raised = raisedAt(weeks, levels, dispersion, t);
  const mean = Math.max(0, levels[t]! + raised);
  return { mean, raised, dispersion, method: dispersion > 1 ? "bursty" : "as even as chance", rate: rates[t]! };
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
/** Errors of so many weeks say how widely the next ones vary; of fewer than that the whole history has a say. */
const LOOKED_BACK = 26;
const ENOUGH = 20;

/** How widely weeks vary: as the errors of forecasts, and the fewer there are, the more as the weeks around their mean. */
function spreadAt(weeks: ArrayLike<number>, levels: Float64Array, t: number): number {
  const known = Math.min(1, Math.max(0, t - START_WEEKS) / ENOUGH);
  const errors = dispersionAt(weeks, (i) => levels[i]!, t);
  return known === 1 ? errors : known * errors + (1 - known) * momentsAt(weeks, t);
}

/** Variance of all weeks over their mean, by the moments; never below 1, and 1 where one week stands alone. */
function momentsAt(weeks: ArrayLike<number>, t: number): number {
  const mean = meanOf(weeks, 0, t);
  if (t < 2 || mean === 0) return 1;
  let squares = 0;
  for (let i = 0; i < t; i++) squares += (weeks[i]! - mean) ** 2;
  return Math.max(1, squares / (t - 1) / mean);
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
