import { addedAhead } from "./book-play.ts";
import type { Drawn } from "./drawn.ts";
import type { Coordinate } from "./lattice.ts";
import type { PreparedGrain } from "./prepared.ts";

/** Is told the unmet minutes of each world; the grain stands at it. `place` is its place among listed outcomes, or -1. */
export type Met = (world: number, minutes: number, place: number) => void;

/** Lets a grain meet the worlds of one shift. */
export function drawGrain({ worlds, table, from }: PreparedGrain, drawn: Drawn, shift: number, met: Met): void {
  const { points } = drawn.lattice;
  const { matters, queues, aways, world, unmet } = worlds;
  const first = shift * points;
  const states = matters.map((thing) => drawn.statesOf(thing).subarray(first, first + points));
  const slices = [
    ...queues.map((rank): Coordinate => ({ kind: "queue", rank, from })),
    ...aways.map((rank): Coordinate => ({ kind: "absence", rank, from })),
  ].map((coordinate) => slicesOf(coordinate, drawn, shift));
  world.ahead = table === null ? addedAhead(worlds.plain, worlds.kernel.needs, points, slices) : null;
  for (let point = 0; point < points; point++) {
    world.point = point;
    for (let i = 0; i < matters.length; i++) world.states[matters[i]!] = states[i]![point]!;
    if (table !== null) {
      const place = table.at(world.states);
      met(first + point, table.unmet[place]!, place);
      continue;
    }
    for (let i = 0; i < slices.length; i++) world.slices[i] = slices[i]![point]!;
    met(first + point, unmet(), -1);
  }
  world.ahead = null;
}

function slicesOf(coordinate: Coordinate, { lattice }: Drawn, shift: number): Int32Array {
  const at = new Int32Array(lattice.points);
  lattice.write(coordinate, shift, at);
  for (let point = 0; point < at.length; point++) at[point] = at[point]! >> IN_A_SLICE;
  return at;
}

/** 2^20 of 2^30 parts: 1,024 equal slices of probability, as in every table. */
const IN_A_SLICE = 20;
