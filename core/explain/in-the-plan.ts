import type { Plan } from "../plan/plan.ts";
import type { Meaning } from "../sheets/meaning.ts";
import type { Explanation, Origin, Part } from "./explanation.ts";

/** Rows of a scenario have other numbers than those of the workbook: parts of it lead to people and engagements only, which keep theirs. */
export function inThePlan(plan: Plan, one: Explanation, { scenario }: Meaning): Explanation {
  if (scenario === undefined) return one;
  const at = (origin: Origin | null): Origin | null => {
    if (origin?.kind === "person") return origin.number < plan.people.length ? origin : null;
    if (origin?.kind === "engagement") return origin.number < plan.engagements.length ? origin : null;
    return origin?.kind === "cell" ? origin : null;
  };
  const led = (parts: readonly Part[]): readonly Part[] =>
    parts.map((part) => ({ ...part, at: at(part.at), parts: led(part.parts) }));
  return {
    ...one,
    sums: one.sums.map((sum) => ({ ...sum, parts: led(sum.parts) })),
    leftOut: one.leftOut.map((left) => ({ ...left, at: at(left.at) })),
  };
}
