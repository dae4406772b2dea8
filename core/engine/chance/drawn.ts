import { type Lattice, latticeOf, WHOLE_RANGE } from "./lattice.ts";
import type { ChanceModel } from "./model.ts";

/** The same worlds for every grain and every what-if: how each thing turns out in each point of each shift. */
export interface Drawn {
  readonly lattice: Lattice;
  readonly shifts: number;
  readonly statesOf: (thing: number) => Uint8Array;
}

export function drawnWorlds({ things }: ChanceModel, points: number, shifts: number, seed: number): Drawn {
  const lattice = latticeOf(points, seed);
  const known: (Uint8Array | undefined)[] = [];
  const at = new Int32Array(points);
  const statesOf = (thing: number) => {
    const { kind, rank, chances } = things[thing]!;
    const write = lattice.column({ kind, rank, from: 0 });
    const states = new Uint8Array(points * shifts);
    for (let shift = 0; shift < shifts; shift++) {
      write(shift, at);
      for (let point = 0; point < points; point++)
        states[shift * points + point] = stateAt(chances, at[point]! / WHOLE_RANGE);
    }
    return states;
  };
  return {
    lattice,
    shifts,
    statesOf(thing) {
      const states = known[thing] ?? statesOf(thing);
      known[thing] = states;
      return states;
    },
  };
}

function stateAt(chances: readonly number[], at: number): number {
  let state = 0;
  let sum = chances[0]!;
  while (at >= sum && state < chances.length - 1) sum += chances[++state]!;
  return state;
}
