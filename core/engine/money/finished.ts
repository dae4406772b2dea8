import { changed } from "../../plan/changed.ts";
import type { Plan } from "../../plan/plan.ts";

/** The plan as money counts it: what is done asks for nothing any more, but up to the last worked day it was worked and is paid for. */
export function finishedCounts(plan: Plan): Plan {
  const isDone = plan.engagements.some(({ status }) => status === "done");
  if (!isDone) return plan;
  return changed(plan, {
    engagements: plan.engagements.map((one) => (one.status === "done" ? { ...one, status: "confirmed" } : one)),
  });
}
