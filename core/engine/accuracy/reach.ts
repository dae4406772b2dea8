import type { Plan } from "../../plan/plan.ts";
import { daysTaken } from "../../plan/snapshots.ts";
import { mondayOf, weeksLogged } from "./worked-weeks.ts";

/** How far history reaches for a lead time, so that somebody can say what it lacks. */
export type Reach =
  | { readonly lacks: "snapshots" }
  /** No week with hours logged is complete. */
  | { readonly lacks: "hours" }
  /** The first week whose forecast some snapshot holds is not complete yet: hours must be logged until its Friday. */
  | { readonly lacks: "weeks"; readonly monday: number }
  | { readonly lacks: "nothing"; readonly monday: number };

/** Whether any week can be held against its forecast of so many weeks before, and from which week on. */
export function reachOf(plan: Plan, lead: number): Reach {
  const [first] = daysTaken(plan.snapshots);
  if (first === undefined) return { lacks: "snapshots" };
  const { first: begin, last } = weeksLogged(plan);
  if (last < begin) return { lacks: "hours" };
  const monday = Math.max(begin, mondayOf(first + 7 * lead + 6));
  return monday > last ? { lacks: "weeks", monday } : { lacks: "nothing", monday };
}
