import type { Gone, SteadyAbsence } from "./ahead.ts";
import { ALWAYS, type Kernel, NEVER } from "./kernel.ts";
import type { Away, ChanceGrain, ChanceModel, Effect } from "./model.ts";
import { freeIn } from "./spare-play.ts";
import type { Play } from "./world.ts";

/** Whether it makes a difference that these people are away. */
export const awayCounts = ({ able, booked }: Away, { classAt, variantAt }: Kernel): boolean =>
  (able >= 0 && classAt[able] !== NEVER) || booked.some(({ demand }) => variantAt[demand[0]!] !== NEVER);

/** Unplanned absence in a world: after everything else, because it takes its share of what people have free in that world. */
export interface AwayPlays {
  /** By slot, from the first on. */
  readonly ranks: readonly number[];
  /** What people are away from in every world. */
  readonly steady: readonly SteadyAbsence[];
  /** What they are away from in some worlds only, and the slots that it asks for. */
  readonly plays: readonly Play[];
  readonly slots: readonly number[];
}

export function awayPlays({ things }: ChanceModel, grain: ChanceGrain, kernel: Kernel, firstSlot: number): AwayPlays {
  const counted = grain.away.filter((away) => awayCounts(away, kernel));
  const steady = counted.flatMap((away, i): SteadyAbsence[] => {
    const gone = goneIn(away, kernel);
    const { slices } = away;
    const from = slices.findIndex((days) => days > 0);
    return gone.length === 0 || from < 0 ? [] : [{ slot: firstSlot + i, slices, from, gone }];
  });
  const slots: number[] = [];
  const plays = counted.flatMap((away, i): Play[] => {
    const free = takesFree(away, kernel) ? playOfFree(away, grain, kernel, firstSlot + i) : [];
    const work = away.booked.flatMap((effect) => playOfWork(things, away, effect, kernel, firstSlot + i));
    if (free.length + work.length > 0) slots.push(firstSlot + i);
    return [...free, ...work];
  });
  return { ranks: counted.map(({ rank }) => rank), steady, plays, slots };
}

const takesFree = ({ able, spares }: Away, { classAt }: Kernel): boolean =>
  able >= 0 && classAt[able] !== NEVER && spares.length > 0;

/** What is gone by days away, as far as it is the same in every world: of everything once. */
function goneIn(away: Away, kernel: Kernel): readonly Gone[] {
  const { able, days, free, spares, booked } = away;
  const gone = new Map<string, Gone>();
  const add = (of: "supply" | "demand", at: number, minutes: number) => {
    if (at === NEVER || minutes === 0) return;
    const place = at === ALWAYS ? OUTSIDE : { of, at };
    const key = `${place.of} ${place.at}`;
    const known = gone.get(key) ?? { ...place, minutes: new Float64Array(days + 1) };
    gone.set(key, known);
    for (let lost = 1; lost <= days; lost++) known.minutes[lost]! += partOf(minutes, lost, days);
  };
  if (able >= 0 && spares.length === 0) add("supply", kernel.classAt[able]!, free);
  for (const { thing, demand } of booked) if (thing < 0) add("demand", kernel.variantAt[demand[0]!]!, demand[1]!);
  return [...gone.values()];
}

const OUTSIDE = { of: "outside", at: 0 } as const;

/** Time of people of which others' deals take some. */
function playOfFree({ able, slices, days, free, spares }: Away, grain: ChanceGrain, kernel: Kernel, slot: number) {
  const at = kernel.classAt[able]!;
  const more = spares.map((number) => freeIn(grain.spares[number]!));
  const play: Play = (world, into) => {
    const away = slices[world.slices[slot]!]!;
    if (away === 0) return;
    let there = free;
    for (let i = 0; i < more.length; i++) there += more[i]!(world.states);
    const gone = partOf(there, away, days);
    if (at === ALWAYS) into.outside += gone;
    else into.supply[at]! -= gone;
  };
  return [play];
}

/** Work that lies still if its deal is won. */
function playOfWork(
  things: ChanceModel["things"],
  { slices, days }: Away,
  { thing, state, demand: [variant, minutes] }: Effect,
  { variantAt }: Kernel,
  slot: number,
): readonly Play[] {
  const at = variantAt[variant!]!;
  if (thing < 0 || at === NEVER) return [];
  const worst = things[thing]!.chances.length;
  return [
    (world, into) => {
      const away = slices[world.slices[slot]!]!;
      if (away === 0 || (world.states[thing] !== state && world.states[thing] !== worst)) return;
      if (at === ALWAYS) into.outside += partOf(minutes!, away, days);
      else into.demand[at]! += partOf(minutes!, away, days);
    },
  ];
}

/** Whole minutes, half up. */
const partOf = (minutes: number, away: number, days: number) => Math.floor((2 * minutes * away + days) / (2 * days));
