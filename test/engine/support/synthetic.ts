import { drawFrom } from "../../../core/demo/random.ts";
import { countAt, countTable } from "../../../core/engine/support/counts.ts";

/** A queue that is drawn: two years of weekly tickets. */
export type QueueKind = "steady" | "growing" | "bursty" | "intermittent" | "lumpy";
export const WEEKS = 104;

interface Traits {
  readonly mean: readonly [low: number, high: number];
  readonly dispersion: readonly [low: number, high: number];
  /** A week's growth, and how far its level wanders. */
  readonly growth: number;
  readonly drift: number;
  /** Chance of a week with twice the tickets. */
  readonly burst: number;
  /** Share of weeks in which nothing comes at all. */
  readonly idle?: readonly [low: number, high: number];
}

const TRAITS: Readonly<Record<QueueKind, Traits>> = {
  steady: { mean: [10, 60], dispersion: [1, 3], growth: 0, drift: 0, burst: 0 },
  // 0.6 % a week is 36 % a year.
  growing: { mean: [10, 40], dispersion: [1, 3], growth: 0.006, drift: 0, burst: 0 },
  bursty: { mean: [10, 60], dispersion: [2, 6], growth: 0, drift: 0.08, burst: 0.05 },
  intermittent: { mean: [0.3, 2], dispersion: [1, 1.7], growth: 0, drift: 0, burst: 0 },
  lumpy: { mean: [5, 40], dispersion: [1, 3], growth: 0, drift: 0, burst: 0, idle: [0.15, 0.8] },
};

export function queue(kind: QueueKind, seed: number): readonly number[] {
  const { mean, dispersion, growth, drift, burst, idle } = TRAITS[kind];
  const { share, chance } = drawFrom(seed);
  const between = ([low, high]: readonly [number, number]) => low + (high - low) * share();
  const usual = between(mean);
  const wide = between(dispersion);
  const off = idle === undefined ? 0 : between(idle);
  let level = usual;
  return Array.from({ length: WEEKS }, () => {
    level *= 1 + growth + drift * (share() - 0.5);
    if (drift > 0) level = Math.min(3 * usual, Math.max(usual / 3, level));
    if (off > 0 && chance(off)) return 0;
    return countAt(countTable(level * (chance(burst) ? 2 : 1), wide), share());
  });
}
