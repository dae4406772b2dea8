import type { Binding } from "../engine/gap.ts";
import type { Period } from "../plan/calendar.ts";

/** A bottleneck over one or more grains in a row. */
export interface Group extends Period {
  readonly period: number;
  readonly skills: string;
  readonly demand: number;
  readonly supply: number;
  readonly deficit: number;
  /** Free minutes of everyone who can serve any of it, by person. */
  readonly free: ReadonlyMap<number, number>;
  /** Places, in the list of bottlenecks, of those that it joins. */
  readonly of: readonly number[];
}

/** What a bottleneck must say of itself to be added to others. */
type Mergeable = Omit<Binding, "requirements" | "needs" | "allocations">;

/** Adds up the bottlenecks of grains that follow one another within one period and have the same skills. */
export function merged<B extends Mergeable>(
  bindings: readonly B[],
  skillsOf: (binding: B) => string,
): readonly Group[] {
  const groups: Group[] = [];
  const last = new Map<string, number>();
  bindings.forEach((binding, place) => {
    const next: Group = { ...binding, skills: skillsOf(binding), free: freeOf(binding), of: [place] };
    const at = last.get(next.skills);
    const before = at === undefined ? undefined : groups[at];
    if (at !== undefined && before && before.period === next.period && before.to + 1 === next.from) {
      groups[at] = joined(before, next);
    } else last.set(next.skills, groups.push(next) - 1);
  });
  return groups.sort((a, b) => a.from - b.from || b.deficit - a.deficit);
}

const freeOf = ({ people, free }: Mergeable) => new Map(people.map((person, i) => [person, free[i] ?? 0]));

const joined = (a: Group, b: Group): Group => ({
  ...a,
  to: b.to,
  demand: a.demand + b.demand,
  supply: a.supply + b.supply,
  deficit: a.deficit + b.deficit,
  of: [...a.of, ...b.of],
  free: new Map([...a.free, ...[...b.free].map(([who, free]) => [who, (a.free.get(who) ?? 0) + free] as const)]),
});
