import { LAST_DAY, type Plan } from "../plan/plan.ts";
import { lastWorked } from "./money/money-time.ts";

/** The last past day: the setting As of; else the last logged day; else the day before Horizon from; null where none says so. */
export function lastPast(plan: Plan): number | null {
  const last = lastWorked(plan);
  if (last > 0) return last;
  const { horizonFrom } = plan.settings;
  return horizonFrom === null ? null : horizonFrom - 1;
}

/** By engagement, the last day on which its plan counts: being done takes away work to come, and past days keep their plan. */
export function countsUntil(plan: Plan): Float64Array {
  const until = new Float64Array(plan.engagements.length).fill(LAST_DAY);
  const past = plan.engagements.some(({ status }) => status === "done") ? (lastPast(plan) ?? NO_DAY) : NO_DAY;
  plan.engagements.forEach(({ status }, engagement) => {
    if (status === "done") until[engagement] = past;
  });
  return until;
}

/** Before every day. */
const NO_DAY = -1;
