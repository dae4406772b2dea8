import type { Plan } from "../plan/plan.ts";
import type { Meaning } from "../sheets/meaning.ts";
import type { Explanation, Origin, Part } from "./explanation.ts";

/** Rows of a scenario have other numbers than those of the workbook: parts of it lead to people and engagements only, which keep theirs. */
export function inThePlan(plan: Plan, one: Explanation, { scenario }: Meaning): Explanation {
  if (scenario === undefined) return one;
  return led(one, (origin) => {
    if (origin?.kind === "person") return origin.number < plan.people.length ? origin : null;
    if (origin?.kind === "engagement") return origin.number < plan.engagements.length ? origin : null;
    return origin?.kind === "cell" ? origin : null;
  });
}

/** Work that the mean of all outcomes has beside the plan's own, such as a deal's late starts, stands in no row. */
export const inItsRows = ({ needs, allocations, engagements }: Plan, one: Explanation): Explanation =>
  led(one, (origin) => {
    if (origin?.kind === "need") return origin.number < needs.length ? origin : null;
    if (origin?.kind === "allocation") return origin.number < allocations.length ? origin : null;
    if (origin?.kind === "engagement") return origin.number < engagements.length ? origin : null;
    return origin;
  });

function led(one: Explanation, at: (origin: Origin | null) => Origin | null): Explanation {
  const each = (parts: readonly Part[]): readonly Part[] =>
    parts.map((part) => ({ ...part, at: at(part.at), parts: each(part.parts) }));
  return {
    ...one,
    sums: one.sums.map((sum) => ({ ...sum, parts: each(sum.parts) })),
    leftOut: one.leftOut.map((left) => ({ ...left, at: at(left.at) })),
  };
}
