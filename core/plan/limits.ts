import type { Ppm } from "./plan.ts";

/** From where on a month's metric is good, to watch, or to act on. */
export interface Limits {
  /** Points that a month's margin may be below the target and is to watch only. */
  readonly marginWatch: Ppm;
  /** Points below and above its target at which a month's utilization is good. */
  readonly belowTarget: Ppm;
  readonly aboveTarget: Ppm;
  /** A month's forecast error that is good, and to watch, at most. */
  readonly errorGood: Ppm;
  readonly errorWatch: Ppm;
  /** A month's share of milestones on time that is good, and to watch, at least. */
  readonly onTimeGood: Ppm;
  readonly onTimeWatch: Ppm;
}
