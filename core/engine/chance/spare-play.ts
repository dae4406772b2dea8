import { ALWAYS, type Kernel, NEVER } from "./kernel.ts";
import type { ChanceGrain, Spare } from "./model.ts";
import type { Play } from "./world.ts";

/** Most combinations of states whose free minutes are kept. */
const MOST_KEPT = 4096;

/** What people who are booked on deals, or may be hired, have free in a world. */
export function sparePlays({ spares }: ChanceGrain, { classAt }: Kernel): readonly Play[] {
  return spares.flatMap((spare): Play[] => {
    const at = classAt[spare.able]!;
    if (at === NEVER) return [];
    const free = freeIn(spare);
    if (at === ALWAYS)
      return [
        ({ states }, into) => {
          into.outside -= free(states);
        },
      ];
    return [
      ({ states }, into) => {
        into.supply[at]! += free(states);
      },
    ];
  });
}

/** Free minutes by states, each combination computed once; the state after a thing's last is all it may take on each day. */
export function freeIn({ thing, state, things, left, booked }: Spare): (states: Uint8Array) => number {
  const taken = booked.map((states) => [
    ...states,
    left.map((_, day) => Math.max(...states.map((days) => days[day]!))),
  ]);
  const compute = (states: Uint8Array) => {
    if (thing >= 0 && states[thing] !== state) return 0;
    let sum = 0;
    for (let day = 0; day < left.length; day++) {
      let minutes = left[day]!;
      for (let i = 0; i < things.length; i++) minutes -= taken[i]![states[things[i]!]!]![day]!;
      if (minutes > 0) sum += minutes;
    }
    return sum;
  };
  const combinations = taken.reduce((product, states) => product * states.length, 1);
  if (combinations > MOST_KEPT) return compute;
  const kept = new Float64Array(combinations).fill(-1);
  return (states) => {
    if (thing >= 0 && states[thing] !== state) return 0;
    let at = 0;
    for (let i = 0; i < things.length; i++) at = at * taken[i]!.length + states[things[i]!]!;
    const known = kept[at]!;
    if (known >= 0) return known;
    const minutes = compute(states);
    kept[at] = minutes;
    return minutes;
  };
}
