import type { MoneySum, Told } from "./view.ts";

/** What earlier refreshes told about costs, and who goes by which name since. */
export interface ToldBefore {
  readonly figures: readonly Told[];
  /** For a rate that earlier refreshes told of: the name its person or role has now; "" for somebody who left. */
  readonly nowCalled: ReadonlyMap<string, string>;
}
export const NOTHING_TOLD: ToldBefore = { figures: [], nowCalled: new Map() };

/** Rates that were told of and cost nothing any more, beside rates that cost for the first time: any may be one of the others. */
export interface Unmatched {
  readonly gone: readonly string[];
  readonly fresh: readonly string[];
}

export interface Matched {
  readonly figures: readonly Told[];
  readonly unmatched: Unmatched | null;
}

const KINDS = ["person ", "role "] as const;

/**
 * What was told, by the rates of today. To take two rates for one hides more; to take one rate for two would let the old name's
 * figures be subtracted from the new one's. So a rate that is gone stays an unknown of its own only as long as nobody new is there
 * whose rate it might be, or somebody has said that its person left.
 */
export function matched(table: readonly MoneySum[], { figures, nowCalled }: ToldBefore): Matched {
  const present = new Set<string>();
  for (const { cost } of table)
    for (const [rate, costs] of cost) if (Array.from(costs).some((one) => one !== 0)) present.add(rate);
  const today = new Map<string, string>();
  const gone: string[] = [];
  for (const rate of new Set(figures.flatMap((figure) => [...figure.keys()]))) {
    const { as, isKnown } = rateToday(rate, present, nowCalled);
    today.set(rate, as);
    if (!isKnown) gone.push(rate);
  }
  const had = new Set(today.values());
  const fresh = [...present].filter((rate) => !had.has(rate));
  return {
    figures: figures.map((figure) => {
      const sum = new Map<string, number>();
      for (const [rate, cost] of figure) sum.set(today.get(rate)!, (sum.get(today.get(rate)!) ?? 0) + cost);
      return sum;
    }),
    unmatched: gone.length > 0 && fresh.length > 0 ? { gone: gone.sort(), fresh: fresh.sort() } : null,
  };
}

/** From name to name, as long as nobody of today has it. */
function rateToday(rate: string, present: ReadonlySet<string>, nowCalled: ToldBefore["nowCalled"]) {
  const seen = new Set<string>();
  for (let as = rate; ; ) {
    if (present.has(as)) return { as, isKnown: true };
    const name = nowCalled.get(as);
    if (name === undefined || seen.has(as)) return { as, isKnown: false };
    if (name === "") return { as, isKnown: true };
    seen.add(as);
    const own = KINDS.filter((kind) => as.startsWith(kind));
    const both = [...own, ...KINDS.filter((kind) => !own.includes(kind))].map((kind) => `${kind}${name}`);
    as = both.find((one) => present.has(one)) ?? both.find((one) => nowCalled.has(one)) ?? both[0]!;
  }
}
