import type { SteadyQueue } from "./ahead.ts";
import { cover, isPlain, namedIn } from "./book.ts";
import { ALWAYS, type Kernel, NEVER } from "./kernel.ts";
import type { Book, ChanceGrain, ChanceModel } from "./model.ts";
import type { Minutes, Play } from "./world.ts";

/** Whether what a book leaves open counts at all. */
export const counts = ({ needs, rows }: Book, { variantAt }: Kernel): boolean =>
  [...needs, ...rows].some(({ variant }) => variant >= 0 && variantAt[variant] !== NEVER);

/** What the books of a grain leave open in a world. */
export interface BookPlays {
  /** Queues that stand by themselves. */
  readonly steady: readonly SteadyQueue[];
  readonly plays: readonly Play[];
}

/** `slotOf` gives queues their places among the world's slices. */
export function bookPlays(
  { loads, things }: ChanceModel,
  { books }: ChanceGrain,
  kernel: Kernel,
  slotOf: (queue: number) => number,
  opened: Opened,
): BookPlays {
  const counted = books.filter((book) => counts(book, kernel));
  const steady = counted.filter(isPlain).map((book): SteadyQueue => {
    const { queue, variant, load } = book.needs[0]!;
    return { slot: slotOf(queue), at: kernel.variantAt[variant]!, open: opened(load, namedIn(book)) };
  });
  const others = counted.filter((book) => !isPlain(book));
  const plays = others.map((book): Play => {
    const play = replayed(book, loads, kernel, slotOf);
    const { thing, state } = book;
    if (thing < 0) return play;
    const worst = things[thing]!.chances.length;
    return (world, into) => {
      if (world.states[thing] === state || world.states[thing] === worst) play(world, into);
    };
  });
  return { steady, plays };
}

/** What a load leaves open beyond some minutes of named people, kept for all grains. */
export type Opened = (load: number, named: number) => Float64Array;

export function openedOf({ loads }: ChanceModel): Opened {
  const known = new Map<string, Float64Array>();
  return (load, named) => {
    const key = `${load} ${named}`;
    const found = known.get(key) ?? Float64Array.from(loads[load]!, (minutes) => Math.max(0, minutes - named));
    known.set(key, found);
    return found;
  };
}

function replayed(
  { needs, rows, turns: named, later: others }: Book,
  loads: ChanceModel["loads"],
  { variantAt }: Kernel,
  slotOf: (queue: number) => number,
): Play {
  const turns = Int32Array.from(named);
  const later = Int32Array.from(others);
  const left = new Float64Array(needs.length);
  const minutes = new Float64Array(rows.length);
  const asks = needs.map((need) => ({
    at: need.variant < 0 ? NEVER : variantAt[need.variant]!,
    slot: need.queue < 0 ? -1 : slotOf(need.queue),
    list: need.load < 0 ? [need.minutes] : loads[need.load]!,
  }));
  const has = rows.map((row) => ({
    at: row.variant < 0 ? NEVER : variantAt[row.variant]!,
    thing: row.thing,
    minutes: [...row.minutes, Math.min(...row.minutes)],
  }));
  return ({ states, slices }, into) => {
    asks.forEach(({ slot, list: load }, need) => {
      left[need] = load[slot < 0 ? 0 : slices[slot]!]!;
    });
    has.forEach(({ thing, minutes: by }, row) => {
      minutes[row] = by[thing < 0 ? 0 : states[thing]!]!;
    });
    cover(turns, minutes, left);
    for (let need = 0; need < asks.length; need++) addOpen(into, asks[need]!.at, left[need]!);
    cover(later, minutes, left);
    for (let row = 0; row < has.length; row++) addOpen(into, has[row]!.at, minutes[row]!);
  };
}

function addOpen(into: Minutes, at: number, minutes: number): void {
  if (at >= 0) into.demand[at]! += minutes;
  else if (at === ALWAYS) into.outside += minutes;
}
