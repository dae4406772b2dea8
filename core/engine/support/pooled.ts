import { allTogether, type Distribution } from "./distribution.ts";

/** Queues whose weeks have nothing to do with each other, taken together: what the reserve of a total is read from. */
export function pooled(loads: readonly Distribution[]): Distribution {
  const known = POOLS.find(
    (pool) => pool.loads.length === loads.length && pool.loads.every((one, i) => isSame(one, loads[i]!)),
  );
  if (known) return known.sum;
  const sum = allTogether(loads);
  if (POOLS.length >= MOST_POOLS) POOLS.shift();
  POOLS.push({ loads, sum });
  return sum;
}

/** From one plan to the next most queues stay what they are. */
const POOLS: { readonly loads: readonly Distribution[]; readonly sum: Distribution }[] = [];
const MOST_POOLS = 64;

const isSame = (a: Distribution, b: Distribution): boolean =>
  a === b || (a.step === b.step && a.first === b.first && a.chances === b.chances);
