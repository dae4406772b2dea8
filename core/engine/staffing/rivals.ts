import type { Compiled } from "./compiled.ts";

/** For each role the others that want some of the same people in some of the same weeks. */
export function rivalsOf({ roles, people }: Compiled): readonly Int32Array[] {
  const wantedBy = Array.from({ length: people }, (): number[] => []);
  roles.forEach((role, number) => {
    for (const person of role.people) wantedBy[person]!.push(number);
  });
  return roles.map(({ people: able, from, weeks }, number) => {
    const found = new Set<number>();
    for (const person of able) {
      for (const other of wantedBy[person]!) {
        const { from: begins, weeks: lasts } = roles[other]!;
        if (other !== number && begins < from + weeks && from < begins + lasts) found.add(other);
      }
    }
    return Int32Array.from(found).sort();
  });
}
