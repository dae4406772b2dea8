import type { ShortGrains } from "./hire-value.ts";
import { grainOf, widen } from "./wider.ts";

/**
 * For each list of variants, the minutes of the gap that somebody who can serve them, and has all the minutes in the world,
 * would close in each short grain. One person's minutes are one limit of the flow: more of them close minute by minute, up
 * to this, and then nothing. A list without a binding variant closes nothing and is not solved for.
 */
export function closable(
  { model, grains }: ShortGrains,
  lists: readonly (readonly number[])[],
): readonly (readonly number[])[] {
  const known = new Map(lists.map((list): [string, readonly number[]] => [list.join(), list]));
  const found = new Map([...known.keys()].map((key): [string, number[]] => [key, []]));
  const { classes, contracts, ...wide } = widen(model, [...known.values()]);
  const ables = [...known].map(([key, list], i) => ({ key, list, able: classes.classOf[contracts.length + i]! }));
  for (const { grain, unmet, binding } of grains) {
    const { supply, demand } = grainOf(wide, grain);
    for (const { key, list, able } of ables) {
      let closed = 0;
      if (list.some((variant) => binding[variant] === 1)) {
        supply[able]! += unmet;
        closed = unmet - wide.solver.solve(supply, demand);
        supply[able]! -= unmet;
      }
      found.get(key)!.push(closed);
    }
  }
  return lists.map((list) => found.get(list.join())!);
}
