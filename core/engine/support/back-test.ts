import { type CountTable, chanceUpTo, countAt, countTable } from "./counts.ts";
import { dispersionAt, forecastAt } from "./forecast.ts";
import { addWeek, CHECKED, changeBefore, type Said, type Score, scored, type Tally, tally } from "./score.ts";
import { meanOf, smoothed } from "./smoothing.ts";

/**
 * Why no past forecast can be held against what came: too few weeks, too few tickets with hours before them, or no change
 * from week to week to hold an error against, in the whole history or but for its last weeks.
 */
export type Untested = "few weeks" | "few hours" | "never changed" | "changed late";

/** Forecasts of the past weeks from what was known before them. */
export interface BackTest {
  /** How many times a forecast was made; 0 when the history is too short. */
  readonly forecasts: number;
  readonly weeks: number;
  /** Why none was made; null where one was. */
  readonly without: Untested | null;
  /** Each forecast by itself: all scores are the means of these. */
  readonly each: readonly OneForecast[];
  readonly ours: Score;
  /** Last week's number again, and the mean of eight weeks, each with the spread that its own errors had. */
  readonly naive: Score;
  readonly mean: Score;
}

/** A forecast that was made after so many weeks, and how it did in the weeks that it was made for. */
export interface OneForecast {
  readonly origin: number;
  readonly weeks: number;
  readonly ours: Score;
  readonly naive: Score;
  readonly mean: Score;
}

type Tallies = Readonly<Record<"ours" | "naive" | "mean", Tally>>;

export const tallies = (): Tallies => ({ ours: tally(), naive: tally(), mean: tally() });

export const scoresOf = ({ ours, naive, mean }: Tallies, weeks: number) => ({
  ours: scored(ours, weeks),
  naive: scored(naive, weeks),
  mean: scored(mean, weeks),
});

/** Every four weeks the next eight are forecast; before that many weeks nothing is. */
export const HORIZON = 8;
export const EVERY = 4;
export const FEWEST = 16;

/** The two forecasts that anybody can do, of the weeks from i on. */
export const BY_HAND = {
  naive: (weeks: ArrayLike<number>, i: number) => weeks[i - 1]!,
  mean: (weeks: ArrayLike<number>, i: number) => meanOf(weeks, i - HORIZON, i),
} as const;

/** Rolling origin: every four weeks the next eight are forecast, from the weeks before only. */
export function backTest(weeks: ArrayLike<number>): BackTest {
  const level = smoothed(weeks);
  const { ours, naive, mean } = tallies();
  const each: OneForecast[] = [];
  for (let origin = FEWEST; origin + HORIZON <= weeks.length; origin += EVERY) {
    const scale = changeBefore(weeks, origin);
    if (scale === 0) continue;
    const forecast = forecastAt(weeks, level, origin);
    const byHand = (expect: (weeks: ArrayLike<number>, i: number) => number) =>
      saidOf(
        expect(weeks, origin),
        dispersionAt(weeks, (i) => expect(weeks, i), origin),
      );
    const one = tallies();
    for (const [into, own, said] of [
      [ours, one.ours, saidOf(forecast.mean, forecast.dispersion)],
      [naive, one.naive, byHand(BY_HAND.naive)],
      [mean, one.mean, byHand(BY_HAND.mean)],
    ] as const)
      for (let k = 0; k < HORIZON; k++) for (const sums of [into, own]) addWeek(sums, weeks[origin + k]!, said, scale);
    each.push({ origin, weeks: HORIZON, ...scoresOf(one, HORIZON) });
  }
  const forecasts = each.length;
  const all = forecasts * HORIZON;
  const without = forecasts > 0 ? null : whyUntested(weeks);
  return { forecasts, weeks: all, without, each, ...scoresOf({ ours, naive, mean }, all) };
}

/** Why a history without a usual change from week to week, or of few weeks, has no past forecast. */
export function whyUntested(weeks: ArrayLike<number>): Untested {
  if (weeks.length < FEWEST + HORIZON) return "few weeks";
  return changeBefore(weeks, weeks.length) === 0 ? "never changed" : "changed late";
}

function saidOf(mean: number, spread: number): Said {
  const table = countTable(mean, spread);
  const lines = CHECKED.map((chance) => countAt(table, chance));
  return { mean, lines, partNeeded: (i) => partNeeded(table, lines[i]!, CHECKED[i]!) };
}

/** How much of a week that meets the line the chance needs: numbers of tickets cannot meet every chance exactly. */
function partNeeded(table: CountTable, line: number, chance: number): number {
  const below = chanceUpTo(table, line - 1);
  const with_ = chanceUpTo(table, line);
  return with_ > below ? (chance - below) / (with_ - below) : 1;
}
