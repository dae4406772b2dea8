import {
  type BackTest,
  BY_HAND,
  EVERY,
  FEWEST,
  HORIZON,
  type OneForecast,
  scoresOf,
  tallies,
  whyUntested,
} from "./back-test.ts";
import { compound, meanMinutes } from "./compound.ts";
import { quantile } from "./distribution.ts";
import { hasChanged } from "./effort-change.ts";
import { forecastAt } from "./forecast.ts";
import type { History } from "./history.ts";
import { addWeek, CHECKED, changeBefore, type Said } from "./score.ts";
import { START_WEEKS, smoothed } from "./smoothing.ts";

/** Of fewer tickets with hours than this share nobody knows what a week took. */
const MOSTLY = 0.9;
/** Older forecasts are not repeated: two years of them. */
const MOST_FORECASTS = 26;
const LOOKED_BACK = 26;

/** Whether the history says what its weeks took. */
export const saysHours = ({ tickets, timed }: Pick<History, "tickets" | "timed">): boolean =>
  timed > 0 && timed >= MOSTLY * tickets;

/**
 * The back-test in minutes: the forecast of the number of tickets with the hours that tickets had taken by then, against what
 * the weeks took. Nothing that came later takes part in a forecast, nor in the change from week to week before it.
 */
export function backTestHours(history: History): BackTest {
  const { weeks, sizes } = history;
  const level = smoothed(weeks);
  const took = minutesOf(history);
  const { ours, naive, mean } = tallies();
  const first =
    FEWEST + EVERY * Math.max(0, Math.floor((weeks.length - HORIZON - FEWEST) / EVERY) + 1 - MOST_FORECASTS);
  let unknown = 0;
  const each: OneForecast[] = [];
  for (let origin = first; saysHours(history) && origin + HORIZON <= weeks.length; origin += EVERY) {
    const scale = changeBefore(took, origin);
    const known = sizesBefore(sizes, origin);
    if (known === null) unknown += 1;
    if (scale === 0 || known === null) continue;
    const { mean: weekly, dispersion } = forecastAt(weeks, level, origin);
    const arrivals = { basis: "tickets", weekly, dispersion, ...known } as const;
    const load = compound(arrivals);
    const ahead: Said = { mean: meanMinutes(arrivals), lines: CHECKED.map((chance) => quantile(load, chance)) };
    const one = tallies();
    for (const [into, own, said] of [
      [ours, one.ours, ahead],
      [naive, one.naive, saidByHand(took, BY_HAND.naive, origin)],
      [mean, one.mean, saidByHand(took, BY_HAND.mean, origin)],
    ] as const)
      for (let k = 0; k < HORIZON; k++) for (const sums of [into, own]) addWeek(sums, took[origin + k]!, said, scale);
    each.push({ origin, weeks: HORIZON, ...scoresOf(one, HORIZON) });
  }
  const forecasts = each.length;
  const all = forecasts * HORIZON;
  const without = forecasts > 0 ? null : unknown > 0 || !saysHours(history) ? "few hours" : whyUntested(took);
  return { forecasts, weeks: all, without, each, ...scoresOf({ ours, naive, mean }, all) };
}

/** What each week's tickets took; those without hours what the others had taken by then, and before any had, what the first did. */
function minutesOf({ weeks, sizes }: History): Float64Array {
  const sumOf = (own: readonly number[]) => own.reduce((all, size) => all + size, 0);
  const first = sizes.find((own) => own.length > 0) ?? [];
  let [sum, timed] = [0, 0];
  return Float64Array.from(weeks, (count, week) => {
    const own = sizes[week]!;
    sum += sumOf(own);
    timed += own.length;
    const usual = timed > 0 ? sum / timed : sumOf(first) / Math.max(1, first.length);
    return sumOf(own) + (count - own.length) * usual;
  });
}

const RECENT = 13;
const FEWEST_SIZES = 5;

/** What tickets had taken before a week; null where too few say so. A change of the last weeks counts as it would have then. */
function sizesBefore(sizes: History["sizes"], origin: number) {
  const countsFrom = (first: number) => {
    const counts = new Map<number, number>();
    for (let week = first; week < origin; week++)
      for (const size of sizes[week]!) counts.set(size, (counts.get(size) ?? 0) + 1);
    return counts;
  };
  const [all, recent] = [countsFrom(0), countsFrom(Math.max(0, origin - RECENT))];
  const used = hasChanged({ minutes: all, recent }) ? recent : all;
  const minutes = [...used.keys()].sort((a, b) => a - b);
  const total = minutes.reduce((sum, size) => sum + used.get(size)!, 0);
  return total < FEWEST_SIZES ? null : { minutes, shares: minutes.map((size) => used.get(size)! / total) };
}

/** What 0.9 × 10 may miss of 9. */
const SLACK = 1e-9;

/** A forecast by hand with the errors that it had in the half year before: a line is what so many of them stayed within. */
function saidByHand(took: Float64Array, expect: (weeks: ArrayLike<number>, i: number) => number, origin: number): Said {
  const mean = expect(took, origin);
  const errors: number[] = [];
  for (let i = Math.max(START_WEEKS, origin - LOOKED_BACK); i < origin; i++) errors.push(took[i]! - expect(took, i));
  errors.sort((a, b) => a - b);
  const lines = CHECKED.map((chance) => Math.max(0, mean + errors[Math.ceil(chance * errors.length - SLACK) - 1]!));
  return { mean, lines };
}
