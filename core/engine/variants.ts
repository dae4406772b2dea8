import type { Fit } from "./fit.ts";
import type { Requirement, Requirements } from "./requirements.ts";

/**
 * A requirement for work that ends, within its grain, on some day. Skills and certificates run out, so who fits depends on
 * that day; days between which nobody's fit ends share a variant, and nearly every requirement has one only.
 */
export interface Variant {
  readonly requirement: Requirement;
  /** The contracts that fit are those with until >= day. */
  readonly until: Int32Array;
  readonly day: number;
}

export interface Variants {
  readonly list: readonly Variant[];
  /** The variant of a requirement for work whose last day is `day`. */
  readonly of: (requirement: number, day: number) => number;
}

export function variantsOf({ list: required }: Requirements, fit: Fit): Variants {
  const list: Variant[] = [];
  const known = required.map(
    (): { readonly ends: readonly number[]; readonly numbers: Map<number, number> } | null => null,
  );
  const of = (requirement: number, day: number) => {
    const until = fit.until(requirement);
    const entry = known[requirement] ?? { ends: [...new Set(until)].sort((a, b) => a - b), numbers: new Map() };
    known[requirement] = entry;
    let ended = 0;
    while (ended < entry.ends.length && entry.ends[ended]! < day) ended++;
    const found = entry.numbers.get(ended);
    if (found !== undefined) return found;
    const number = list.push({ requirement: required[requirement]!, until, day }) - 1;
    entry.numbers.set(ended, number);
    return number;
  };
  return { list, of };
}
