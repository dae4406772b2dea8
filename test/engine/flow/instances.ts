import fc from "fast-check";

/** One period: who can serve what, and the minutes of both sides. */
export interface Instance {
  readonly needs: number;
  readonly canServe: readonly (readonly number[])[];
  readonly supply: readonly number[];
  readonly demand: readonly number[];
}

/**
 * Random periods up to the given size, loaded lightly to heavily: short for one
 * reason, for several, or not at all. Small minutes make ties and exact fits frequent; some people are away, some can do nothing.
 */
export function instances(mostSuppliers: number, mostNeeds: number, mostMinutes = 12): fc.Arbitrary<Instance> {
  return fc
    .record({
      needs: fc.integer({ min: 1, max: mostNeeds }),
      suppliers: fc.nat(mostSuppliers),
      load: fc.constantFrom(0.6, 1, 1.4),
    })
    .chain(({ needs, suppliers, load }) => {
      const skills = fc.uniqueArray(fc.nat(needs - 1), { maxLength: Math.min(needs, 4) });
      const mostDemand = Math.ceil((load * mostMinutes * Math.max(1, suppliers)) / needs);
      return fc.record({
        needs: fc.constant(needs),
        canServe: fc.array(skills, { minLength: suppliers, maxLength: suppliers }),
        supply: fc.array(minutesUpTo(mostMinutes), { minLength: suppliers, maxLength: suppliers }),
        demand: fc.array(minutesUpTo(mostDemand), { minLength: needs, maxLength: needs }),
      });
    });
}

const minutesUpTo = (most: number) =>
  fc.oneof({ arbitrary: fc.nat(most), weight: 8 }, { arbitrary: fc.constant(0), weight: 1 });

export const sum = (list: Iterable<number>): number => {
  let total = 0;
  for (const one of list) total += one;
  return total;
};

/** The list with one entry changed. */
export const changed = (list: readonly number[], at: number, to: number): number[] =>
  list.map((value, i) => (i === at ? to : value));
