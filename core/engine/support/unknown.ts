import type { Plan } from "../../plan/plan.ts";
import type { Problem } from "../../problems.ts";
import { type Queue, queuesOf } from "./queues.ts";

/** Why a queue's tickets cannot be forecast in hours where no row states them; null where they can, or where none come in. */
export function unknownText({ rows, history, arrivals, forecast }: Queue): string | null {
  if (rows.length > 0 || history === null || arrivals !== null || forecast === null) return null;
  if (forecast.method === "no history") return "no complete week of tickets yet, from Monday to Friday";
  if (!(forecast.mean > 0)) return null;
  return history.timed > 0 ? "every ticket that says its hours says 0" : "no ticket says how many hours it took";
}

/** A queue of live work of which nobody knows how many hours it takes: no figure is not 0 hours. */
export interface UnknownQueue {
  readonly engagement: number;
  readonly skill: number;
  /** "Desk, Linux" */
  readonly name: string;
  readonly why: string;
}

export const unknownQueues = (plan: Plan): readonly UnknownQueue[] =>
  plan.tickets.length === 0
    ? []
    : queuesOf(plan).flatMap((queue): readonly UnknownQueue[] => {
        const { engagement, skill } = queue;
        const { name, status } = plan.engagements[engagement]!;
        const why = status === "confirmed" || status === "tentative" ? unknownText(queue) : null;
        return why === null ? [] : [{ engagement, skill, name: `${name}, ${plan.skills[skill] ?? "any skill"}`, why }];
      });

export const unknownProblem = ({ name, why }: UnknownQueue): Omit<Problem, "hint"> => ({
  code: "HR-260",
  at: [],
  value: "",
  why: `${name} cannot be forecast from tickets: ${why}`,
});
