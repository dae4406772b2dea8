import { type Need, PPM } from "../../plan/plan.ts";
import { allTogether, certain, type Distribution, perhaps, together } from "./distribution.ts";
import { loadOf } from "./load.ts";
import { pooled } from "./pooled.ts";

/**
 * Minutes of what is sure to come and of what may come: a tentative engagement asks for all that its items do, with its odds,
 * and otherwise for nothing. `shares` are the engagements' odds in millionths, as they count.
 */
export function byOdds<T>(
  items: readonly T[],
  engagementOf: (item: T) => number,
  shares: Float64Array,
  load: (items: readonly T[]) => Distribution,
): Distribution {
  const sure = items.filter((item) => shares[engagementOf(item)] === PPM);
  const tentative = new Map<number, T[]>();
  for (const item of items) {
    const engagement = engagementOf(item);
    const share = shares[engagement]!;
    if (share <= 0 || share === PPM) continue;
    const own = tentative.get(engagement) ?? [];
    tentative.set(engagement, own);
    own.push(item);
  }
  const maybe = Array.from(tentative, ([engagement, own]) => perhaps(load(own), shares[engagement]! / PPM));
  return maybe.length === 0 ? load(sure) : allTogether([load(sure), ...maybe]);
}

/** A full week's minutes of some needs together: tickets as they come in, hours without tickets as they are stated. */
export const weekLoad = (needs: readonly Need[], shares: Float64Array): Distribution =>
  byOdds(
    needs,
    ({ engagement }) => engagement,
    shares,
    (own) => {
      const varying = own.flatMap((need) => loadOf(need) ?? []);
      const stated = own.reduce((sum, need) => sum + (loadOf(need) === null ? need.effort : 0), 0);
      return together(certain(stated), pooled(varying));
    },
  );
