import type { Milestone } from "../plan/milestones.ts";
import type { Plan } from "../plan/plan.ts";
import { lastWorked } from "./money/money-time.ts";

/** The day from which milestones are looked at: Settings, As of; else the last day of Actuals or Delivered. 0: no day is known. */
export function asOfDay(plan: Plan): number {
  if (plan.settings.asOf !== null) return plan.settings.asOf;
  return plan.milestones.reduce((last, { delivered }) => Math.max(last, delivered ?? 0), lastWorked(plan));
}

/** Milestones that somebody still counts on, or did: those of work that was lost are nobody's promise. */
export const wanted = ({ milestones, engagements }: Plan): readonly Milestone[] =>
  milestones.filter(({ engagement }) => engagements[engagement]!.status !== "lost");

/** Whether nobody knows of any milestone whether it was delivered. */
export const isUndated = ({ milestones }: Plan): boolean =>
  milestones.length > 0 && milestones.every((one) => one.isUndated === true);

/** Which of a milestone's two days counts: the one first agreed, or the one it is due now. */
export type Against = "baseline" | "current";

/** How a milestone stands against a day. `not yet`: open, and its day is not past; `none`: it has no such day, is not wanted any more, or nobody knows when it was delivered. */
export type Standing = "on time" | "late" | "open" | "not yet" | "none";

export const dayOf = ({ baseline, due }: Milestone, against: Against): number | null =>
  against === "baseline" ? baseline : due;

/** What was delivered after the as-of day was open on it. */
const doneBy = ({ delivered }: Milestone, asOf: number): number | null =>
  delivered !== null && delivered <= asOf ? delivered : null;

/** Done by its day is on time. Done later is late, and so is what is open although its day is before the as-of day. */
export function standing(milestone: Milestone, against: Against, asOf: number): Standing {
  const day = dayOf(milestone, against);
  if (day === null || milestone.cancelled || milestone.isUndated) return "none";
  const done = doneBy(milestone, asOf);
  if (done !== null) return done <= day ? "on time" : "late";
  return day < asOf ? "open" : "not yet";
}

/** Days from the baseline to the delivery, or to the as-of day where it is still open; null where it is not due against the baseline. */
export function slip(milestone: Milestone, asOf: number): { readonly days: number; readonly isDone: boolean } | null {
  const { baseline } = milestone;
  const now = standing(milestone, "baseline", asOf);
  if (baseline === null || now === "none" || now === "not yet") return null;
  const done = doneBy(milestone, asOf);
  return { days: (done ?? asOf) - baseline, isDone: done !== null };
}

/** Milestones that were due, by how they stand: on time ÷ due is the share delivered on time. */
export interface Delivery {
  readonly due: number;
  readonly onTime: number;
  /** Done after their day. */
  readonly late: number;
  /** Open although their day is past. */
  readonly open: number;
}

/** The milestones whose day lies in from..to and that are done or past it; what is not yet due is left out. */
export function delivery(
  milestones: readonly Milestone[],
  from: number,
  to: number,
  against: Against,
  asOf: number,
): Delivery {
  const count: Record<Standing, number> = { "on time": 0, late: 0, open: 0, "not yet": 0, none: 0 };
  for (const one of milestones) {
    const day = dayOf(one, against);
    if (day !== null && day >= from && day <= to) count[standing(one, against, asOf)] += 1;
  }
  const { "on time": onTime, late, open } = count;
  return { due: onTime + late + open, onTime, late, open };
}

/** Median slip against the baseline, in days, of what was due in from..to: of what is done, or with what is still open. null: none. */
export function medianSlip(
  milestones: readonly Milestone[],
  from: number,
  to: number,
  asOf: number,
  withOpen: boolean,
): number | null {
  const days = milestones.flatMap((one) => {
    const { baseline } = one;
    if (baseline === null || baseline < from || baseline > to) return [];
    const slipped = slip(one, asOf);
    return slipped !== null && (withOpen || slipped.isDone) ? [slipped.days] : [];
  });
  return median(days);
}

function median(days: readonly number[]): number | null {
  const sorted = [...days].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  if (upper === undefined) return null;
  return sorted.length % 2 === 1 ? upper : (sorted[middle - 1]! + upper) / 2;
}
