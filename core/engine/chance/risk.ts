import type { Thing } from "./model.ts";
import type { DealRisk } from "./odds.ts";
import type { Listing } from "./table.ts";

/** Worlds of a period: minutes unmet, how likely each is, and for each thing of the listing the number of its state. */
export interface Outcomes {
  readonly unmet: Float64Array;
  readonly chanceOf: (outcome: number) => number;
  readonly numberOf: (thing: number, outcome: number) => number;
}

/** What each deal that matters adds: chance and expected minutes with it less those without, or late less on time; largest first. */
export function dealRisks(
  { things, number, states }: Listing,
  all: readonly Thing[],
  worlds: Outcomes,
): readonly DealRisk[] {
  const risks = things.flatMap((thing, i): DealRisk[] => {
    const { kind, number: engagement, chances } = all[thing]!;
    const lost = chances.length - 1;
    const isCertain = chances[lost] === 0;
    const without = isCertain ? 0 : lost;
    const others = [...chances.keys()].filter((state) => state !== without && chances[state]! > 0);
    if (kind !== "deal" || others.length === 0) return [];
    const weight = new Float64Array(states[i]!.length);
    const short = new Float64Array(states[i]!.length);
    const expected = new Float64Array(states[i]!.length);
    for (let outcome = 0; outcome < worlds.unmet.length; outcome++) {
      const at = worlds.numberOf(i, outcome);
      const chance = worlds.chanceOf(outcome);
      const minutes = worlds.unmet[outcome]!;
      weight[at]! += chance;
      if (minutes > 0) short[at]! += chance;
      expected[at]! += minutes * chance;
    }
    const base = number[i]![without]!;
    const share = others.reduce((sum, state) => sum + chances[state]!, 0);
    const added = (sums: Float64Array) =>
      others.reduce((sum, state) => sum + (chances[state]! / share) * mean(sums, weight, number[i]![state]!, base), 0) -
      mean(sums, weight, base, base);
    return [{ engagement, isCertain, chance: added(short), expected: added(expected) }];
  });
  return risks.sort((a, b) => b.chance - a.chance || b.expected - a.expected || a.engagement - b.engagement);
}

/** A state that no world is in is taken as another. */
function mean(sums: Float64Array, weight: Float64Array, at: number, otherwise: number): number {
  const place = weight[at]! > 0 ? at : otherwise;
  return weight[place]! > 0 ? sums[place]! / weight[place]! : 0;
}
