import { addedAhead, IN_A_SLICE } from "./ahead.ts";
import type { Coordinate } from "./lattice.ts";
import type { Pieces } from "./odds.ts";
import type { PreparedGrain } from "./prepared.ts";
import type { Search } from "./search.ts";

/** Is told the unmet minutes of each world; the grain stands at it. `place` is its place among listed outcomes, or -1. */
export type Met = (world: number, minutes: number, place: number) => void;

/** Lets a grain meet all worlds drawn, those alike one after another; gives the minutes left undone in each. */
export function* metBy({ drawn, unmet: kept }: Search, grain: PreparedGrain, met?: Met): Pieces<Float64Array> {
  const { worlds, table, from } = grain;
  const { lattice, shifts } = drawn;
  const { points } = lattice;
  const { matters, reach, queues, aways, asked, steady, kernel, world, unmet } = worlds;
  const columns = [
    ...queues.map((rank): Coordinate => ({ kind: "queue", rank, from })),
    ...aways.map((rank): Coordinate => ({ kind: "absence", rank, from })),
  ].map(lattice.column);
  const at = columns.map(() => new Int32Array(points));
  const all = new Float64Array(points * shifts);
  const meet = (number: number, minutes: number, place: number) => {
    all[number] = minutes;
    met?.(number, minutes, place);
  };
  for (let shift = 0; shift < shifts; shift++) {
    const first = shift * points;
    const states = matters.map((thing) => drawn.statesOf(thing).subarray(first, first + points));
    const enter = (point: number) => {
      for (let i = 0; i < matters.length; i++) world.states[matters[i]!] = states[i]![point]!;
    };
    if (table !== null) {
      for (let point = 0; point < points; point++) {
        enter(point);
        const place = table.at(world.states);
        meet(first + point, table.unmet[place]!, place);
      }
    } else {
      columns.forEach((write, slot) => {
        write(shift, at[slot]!);
      });
      world.ahead = addedAhead(steady, kernel, points, at);
      for (const point of alike(states, reach, points)) {
        enter(point);
        world.point = point;
        for (let i = 0; i < asked.length; i++) world.slices[asked[i]!] = at[asked[i]!]![point]! >> IN_A_SLICE;
        meet(first + point, unmet(), -1);
      }
      world.ahead = null;
    }
    yield 1;
  }
  kept.set(grain, all);
  return all;
}

/** Points in the order of how things turn out in them, what takes most first. */
function alike(states: readonly Uint8Array[], reach: readonly number[], points: number): Uint16Array {
  let order = new Uint16Array(points);
  for (let point = 1; point < points; point++) order[point] = point;
  const starts = new Uint16Array(257);
  for (const thing of [...states.keys()].sort((a, b) => reach[a]! - reach[b]!)) {
    const own = states[thing]!;
    const next = new Uint16Array(points);
    starts.fill(0);
    for (let point = 0; point < points; point++) starts[own[point]! + 1]! += 1;
    for (let state = 1; state < starts.length; state++) starts[state]! += starts[state - 1]!;
    for (let i = 0; i < points; i++) next[starts[own[order[i]!]!]!++] = order[i]!;
    order = next;
  }
  return order;
}
