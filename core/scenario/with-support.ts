import { withTickets } from "../engine/support/needs.ts";
import { withReserve } from "../engine/support/reserve.ts";
import { changed } from "../plan/changed.ts";
import type { Counting, Plan } from "../plan/plan.ts";

/** The plan with what support asks for: expected hours of queues that count by tickets, and the reserve that Settings ask for. */
export function withSupport(plan: Plan): Plan {
  const needs = withTickets(plan);
  return withReserveOf(needs === plan.needs ? plan : changed(plan, { needs }));
}

/** The plan with its reserve as its needs are now: a service that grows needs more of it. */
export function withReserveOf(plan: Plan): Plan {
  if (plan.settings.supportReserve === null) return plan;
  return changed(plan, withReserve(plan));
}

/** The plan with its reserve as it is where tentative work counts in another way than Settings say: work that does not count keeps nothing free. */
export function reservedFor(plan: Plan, pipeline: Counting | null): Plan {
  if (pipeline === null || isSame(pipeline, plan.settings.pipeline)) return plan;
  return withReserveOf(changed(plan, { settings: { ...plan.settings, pipeline } }));
}

const isSame = (one: Counting, other: Counting): boolean =>
  typeof one === "string" || typeof other === "string" ? one === other : one.from === other.from;
