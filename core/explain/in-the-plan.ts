import type { Need, Plan } from "../plan/plan.ts";
import type { Meaning } from "../sheets/meaning.ts";
import type { Explanation, Origin, Part } from "./explanation.ts";

/** Rows of a scenario have other numbers than those of the workbook: parts of it lead to people and engagements only, which keep theirs. */
export function inThePlan(plan: Plan, one: Explanation, { scenario }: Meaning): Explanation {
  return scenario === undefined ? one : inChanged(plan, one);
}

/** The same of a changed plan that is at hand: rows of work that the change left alone still lead to their own. */
export function inChanged(plan: Plan, one: Explanation, after: Plan | null = null): Explanation {
  const needs = new Map<Need, number>(plan.needs.map((need, number) => [need, number]));
  const known = (kind: "person" | "engagement", number: number): Origin | null =>
    number >= 0 && number < (kind === "person" ? plan.people : plan.engagements).length ? { kind, number } : null;
  const needAt = (number: number, { needs: changed }: Plan): Origin | null => {
    const own = needs.get(changed[number]!);
    return own === undefined ? known("engagement", changed[number]!.engagement) : { kind: "need", number: own };
  };
  const allocationAt = (row: number, { allocations: { person, engagement } }: Plan): Origin | null =>
    known("person", person[row]!) ?? known("engagement", engagement[row]!);
  return led(one, (origin) => {
    if (origin === null || origin.kind === "cell" || origin.kind === "row" || origin.kind === "place") return origin;
    const { kind, number } = origin;
    if (kind === "person" || kind === "engagement") return known(kind, number);
    if (after === null || kind === "leave") return null;
    return kind === "need" ? needAt(number, after) : allocationAt(number, after);
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
