import type { Plan } from "../plan/plan.ts";
import type { Fit } from "./fit.ts";
import type { Requirement, Requirements } from "./requirements.ts";

/**
 * A requirement for work that lies, within its grain, between two days. Skills and certificates begin and run out, so who
 * fits depends on those days; days between which nobody's fit begins or ends share a variant, and nearly every requirement
 * has one only. Work of an engagement that somebody may not serve has its own.
 */
export interface Variant {
  readonly requirement: Requirement;
  /** The contracts that fit are those with until >= day. */
  readonly until: Int32Array;
  readonly day: number;
}

export interface Variants {
  readonly list: readonly Variant[];
  /** The variant of a requirement for work of an engagement from day `first` to its last, `day`. */
  readonly of: (requirement: number, day: number, first: number, engagement: number) => number;
}

export function variantsOf(plan: Plan, { list: required }: Requirements, fit: Fit): Variants {
  const list: Variant[] = [];
  const known = required.map(() => new Map<Int32Array, Entry>());
  const allowed = withoutBarred(plan);
  const of = (requirement: number, day: number, first: number, engagement: number) => {
    const until = allowed(fit.until(requirement, first), engagement, first, day);
    let entry = known[requirement]!.get(until);
    if (entry === undefined) {
      entry = { ends: [...new Set(until)].sort((a, b) => a - b), numbers: new Map() };
      known[requirement]!.set(until, entry);
    }
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

interface Entry {
  readonly ends: readonly number[];
  readonly numbers: Map<number, number>;
}

type Allowed = (until: Int32Array, engagement: number, first: number, last: number) => Int32Array;

/** Who fits, less those whom a scenario takes off the engagement on some of the days; the same array for the same people. */
function withoutBarred({ barred, people }: Plan): Allowed {
  if (barred.length === 0) return (until) => until;
  const known = new Map<Int32Array, Map<string, Int32Array>>();
  return (until, engagement, first, last) => {
    const off = barred.filter((one) => one.engagement === engagement && one.from <= last && one.to >= first);
    if (off.length === 0) return until;
    const key = off.map(({ person }) => person).join();
    const same = known.get(until) ?? new Map<string, Int32Array>();
    known.set(until, same);
    const found = same.get(key);
    if (found !== undefined) return found;
    const less = until.slice();
    for (const { person } of off) for (const number of people[person]!.contracts) less[number] = 0;
    same.set(key, less);
    return less;
  };
}
