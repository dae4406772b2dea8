import type { Thing } from "./model.ts";
import type { DealRisk } from "./odds.ts";
import type { Listing } from "./table.ts";

/** Worlds of a period: minutes unmet, how likely each is, and for each thing of the listing the number of its state. */
export interface Outcomes {
  readonly unmet: Float64Array;
  readonly chanceOf: (outcome: number) => number;
  readonly numberOf: (thing: number, outcome: number) => number;
}

/** What each deal that matters adds: chance and expected minutes with it won less those with it lost, largest first. */
export function dealRisks(
  { things, number, states }: Listing,
  all: readonly Thing[],
  worlds: Outcomes,
): readonly DealRisk[] {
  const risks = things.flatMap((thing, i): DealRisk[] => {
    const { kind, number: engagement, chances } = all[thing]!;
    if (kind !== "deal") return [];
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
    const lost = number[i]![chances.length - 1]!;
    const won = 1 - chances[chances.length - 1]!;
    const withIt = (sums: Float64Array) =>
      chances
        .slice(0, -1)
        .reduce((sum, chance, state) => sum + (chance / won) * mean(sums, weight, number[i]![state]!, lost), 0);
    return [
      {
        engagement,
        chance: withIt(short) - mean(short, weight, lost, lost),
        expected: withIt(expected) - mean(expected, weight, lost, lost),
      },
    ];
  });
  return risks.sort((a, b) => b.chance - a.chance || b.expected - a.expected || a.engagement - b.engagement);
}

/** A state that no world is in is taken as another. */
function mean(sums: Float64Array, weight: Float64Array, at: number, otherwise: number): number {
  const place = weight[at]! > 0 ? at : otherwise;
  return weight[place]! > 0 ? sums[place]! / weight[place]! : 0;
}
