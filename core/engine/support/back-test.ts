import { type CountTable, chanceUpTo, countAt, countTable } from "./counts.ts";
import { dispersionAt, forecastAt } from "./forecast.ts";
import { meanOf, smoothed } from "./smoothing.ts";

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

/** Forecasts of the past weeks from what was known before them. */
export interface BackTest {
  /** How many times a forecast was made; 0 when the history is too short. */
  readonly forecasts: number;
  readonly weeks: number;
  /** Whether the history is long enough and none of its weeks differed: then there is no change to hold an error against. */
  readonly isEven: boolean;
  readonly ours: Score;
  /** Last week's number again, and the mean of eight weeks, each with the spread that its own errors had. */
  readonly naive: Score;
  readonly mean: Score;
}

const HORIZON = 8;
const EVERY = 4;
const FEWEST = 16;

/** Rolling origin: every four weeks the next eight are forecast, from the weeks before only. */
export function backTest(weeks: ArrayLike<number>): BackTest {
  const level = smoothed(weeks);
  const [ours, naive, mean] = [tally(), tally(), tally()];
  let forecasts = 0;
  for (let origin = FEWEST; origin + HORIZON <= weeks.length; origin += EVERY) {
    const scale = changeBefore(weeks, origin);
    if (scale === 0) continue;
    const forecast = forecastAt(weeks, level, origin);
    score(ours, weeks, origin, scale, forecast.mean, forecast.dispersion);
    for (const [into, expect] of [
      [naive, (i: number) => weeks[i - 1]!],
      [mean, (i: number) => meanOf(weeks, i - HORIZON, i)],
    ] as const)
      score(into, weeks, origin, scale, expect(origin), dispersionAt(weeks, expect, origin));
    forecasts += 1;
  }
  const all = forecasts * HORIZON;
  const isEven = forecasts === 0 && weeks.length >= FEWEST + HORIZON;
  return { forecasts, weeks: all, isEven, ours: scored(ours, all), naive: scored(naive, all), mean: scored(mean, all) };
}

interface Tally {
  error: number;
  readonly held: Float64Array;
  readonly covered: Float64Array;
  readonly pinball: Float64Array;
}
const tally = (): Tally => ({
  error: 0,
  held: new Float64Array(CHECKED.length),
  covered: new Float64Array(CHECKED.length),
  pinball: new Float64Array(CHECKED.length),
});

function score(into: Tally, weeks: ArrayLike<number>, origin: number, scale: number, mean: number, spread: number) {
  const table = countTable(mean, spread);
  const lines = CHECKED.map((chance) => countAt(table, chance));
  for (let k = 0; k < HORIZON; k++) {
    const count = weeks[origin + k]!;
    into.error += Math.abs(count - mean) / scale;
    CHECKED.forEach((chance, i) => {
      const over = count - lines[i]!;
      into.pinball[i]! += (over >= 0 ? chance * over : (chance - 1) * over) / scale;
      if (over <= 0) into.held[i]! += 1;
      into.covered[i]! += over === 0 ? partNeeded(table, lines[i]!, chance) : over < 0 ? 1 : 0;
    });
  }
}

/** How much of a week that meets the line the chance needs: numbers of tickets cannot meet every chance exactly. */
function partNeeded(table: CountTable, line: number, chance: number): number {
  const below = chanceUpTo(table, line - 1);
  const with_ = chanceUpTo(table, line);
  return with_ > below ? (chance - below) / (with_ - below) : 1;
}

/** The mean change from week to week in the weeks before. */
function changeBefore(weeks: ArrayLike<number>, origin: number): number {
  let sum = 0;
  for (let i = 1; i < origin; i++) sum += Math.abs(weeks[i]! - weeks[i - 1]!);
  return sum / (origin - 1);
}

const scored = ({ error, held, covered, pinball }: Tally, weeks: number): Score => ({
  mase: weeks === 0 ? 0 : error / weeks,
  held: Array.from(held, (sum) => (weeks === 0 ? 0 : sum / weeks)),
  coverage: Array.from(covered, (sum) => (weeks === 0 ? 0 : sum / weeks)),
  pinball: Array.from(pinball, (sum) => (weeks === 0 ? 0 : sum / weeks)),
});
