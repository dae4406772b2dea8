import { type Need, PPM } from "../../plan/plan.ts";
import { weekLoad } from "./by-odds.ts";
import { chanceAbove } from "./distribution.ts";

/** Needs that share a reserve, and its minutes. */
export interface KeptFor {
  readonly needs: readonly Need[];
  readonly kept: number;
}

/** Outcomes of more deals than these are too many to list; further ones count as if each group had its own. */
const MOST_LISTED = 8;

/**
 * The chance that every group's week stays within what is kept for it. Groups are independent but for tentative engagements that
 * stand in several of them: those come in all of their groups or in none, so their outcomes are listed.
 */
export function holdTogether(groups: readonly KeptFor[], shares: Float64Array): number {
  const seen = new Map<number, Set<number>>();
  groups.forEach(({ needs }, group) => {
    for (const { engagement } of needs) {
      const share = shares[engagement]!;
      if (share > 0 && share < PPM) seen.set(engagement, (seen.get(engagement) ?? new Set()).add(group));
    }
  });
  const shared = [...seen].flatMap(([engagement, own]) => (own.size > 1 ? [engagement] : [])).slice(0, MOST_LISTED);
  let held = 0;
  for (let outcome = 0; outcome < 2 ** shared.length; outcome++) {
    const settled = Float64Array.from(shares);
    let chance = 1;
    shared.forEach((engagement, i) => {
      const comes = (outcome >> i) % 2 === 1;
      settled[engagement] = comes ? PPM : 0;
      chance *= comes ? shares[engagement]! / PPM : 1 - shares[engagement]! / PPM;
    });
    held += groups.reduce((all, { needs, kept }) => all * (1 - chanceAbove(weekLoad(needs, settled), kept)), chance);
  }
  return held;
}
