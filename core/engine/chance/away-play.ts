import type { Play } from "./grain-worlds.ts";
import { ALWAYS, type Kernel, NEVER } from "./kernel.ts";
import type { Away, ChanceGrain, ChanceModel } from "./model.ts";
import { freeIn } from "./spare-play.ts";

/** Whether it makes a difference that these people are away. */
export const awayCounts = ({ able, booked }: Away, { classAt, variantAt }: Kernel): boolean =>
  (able >= 0 && classAt[able] !== NEVER) || booked.some(({ demand }) => variantAt[demand[0]!] !== NEVER);

/** Unplanned absence in a world: after everything else, because it takes its share of what people have free in that world. */
export function awayPlays(
  { things }: ChanceModel,
  grain: ChanceGrain,
  kernel: Kernel,
  firstSlot: number,
): { readonly plays: readonly Play[]; readonly ranks: readonly number[] } {
  const counted = grain.away.filter((away) => awayCounts(away, kernel));
  const plays = counted.map(({ able, slices, days, free: firm, spares, booked }, i): Play => {
    const slot = firstSlot + i;
    const at = able < 0 ? NEVER : kernel.classAt[able]!;
    const free = spares.map((number) => freeIn(grain.spares[number]!));
    const work = booked.map(({ thing, state, demand: [variant, minutes] }) => ({
      thing,
      state,
      worst: thing < 0 ? -1 : things[thing]!.chances.length,
      at: kernel.variantAt[variant!]!,
      minutes: minutes!,
    }));
    return (world, into) => {
      const away = slices[world.slices[slot]!]!;
      if (away === 0) return;
      if (at !== NEVER) {
        let there = firm;
        for (let k = 0; k < free.length; k++) there += free[k]!(world.states);
        const gone = partOf(there, away, days);
        if (at === ALWAYS) into.outside += gone;
        else into.supply[at]! -= gone;
      }
      for (let k = 0; k < work.length; k++) {
        const { thing, state, worst, at: place, minutes } = work[k]!;
        if (thing >= 0 && world.states[thing] !== state && world.states[thing] !== worst) continue;
        if (place === ALWAYS) into.outside += partOf(minutes, away, days);
        else if (place !== NEVER) into.demand[place]! += partOf(minutes, away, days);
      }
    };
  });
  return { plays, ranks: counted.map(({ rank }) => rank) };
}

/** Whole minutes, half up. */
const partOf = (minutes: number, away: number, days: number) => Math.floor((2 * minutes * away + days) / (2 * days));
