import { cover, isPlain, namedIn } from "./book.ts";
import type { Minutes, Play } from "./grain-worlds.ts";
import { ALWAYS, type Kernel, NEVER } from "./kernel.ts";
import type { Book, ChanceGrain, ChanceModel } from "./model.ts";

/** Whether what a book leaves open counts at all. */
export const counts = ({ needs, rows }: Book, { variantAt }: Kernel): boolean =>
  [...needs, ...rows].some(({ variant }) => variant >= 0 && variantAt[variant] !== NEVER);

/** What the books of a grain leave open in a world; `slotOf` gives queues their places among the world's slices. */
export function bookPlays(
  { loads, things }: ChanceModel,
  { books }: ChanceGrain,
  kernel: Kernel,
  slotOf: (queue: number) => number,
  opened: Opened,
): { readonly plays: readonly Play[]; readonly plain: PlainQueues } {
  const counted = books.filter((book) => counts(book, kernel));
  const plain = plainQueues(counted.filter(isPlain), kernel, slotOf, opened);
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
  return { plays: plain.slots.length > 0 ? [plainPlay(plain), ...plays] : plays, plain };
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

/** Queues that stand by themselves: the slice, the place and the open minutes by slice of each. */
export interface PlainQueues {
  readonly slots: Int32Array;
  readonly places: Int32Array;
  readonly open: readonly Float64Array[];
}

const plainQueues = (
  books: readonly Book[],
  { variantAt }: Kernel,
  slotOf: (queue: number) => number,
  opened: Opened,
): PlainQueues => ({
  slots: Int32Array.from(books, ({ needs }) => slotOf(needs[0]!.queue)),
  places: Int32Array.from(books, ({ needs }) => variantAt[needs[0]!.variant]!),
  open: books.map((book) => opened(book.needs[0]!.load, namedIn(book))),
});

/** All of them at once, in one loop, or as they were added up before for all worlds of a shift. */
function plainPlay({ slots, places, open }: PlainQueues): Play {
  return ({ slices, ahead, point }, into) => {
    if (ahead === null) {
      for (let i = 0; i < slots.length; i++) addOpen(into, places[i]!, open[i]![slices[slots[i]!]!]!);
      return;
    }
    const { demand } = into;
    const start = point * demand.length;
    for (let need = 0; need < demand.length; need++) demand[need]! += ahead.demand[start + need]!;
    into.outside += ahead.outside[point]!;
  };
}

/** What plain queues ask for in each world of a shift, queue by queue: most worlds consist of little else. */
export interface Ahead {
  /** [point * needs + need] */
  readonly demand: Float64Array;
  readonly outside: Float64Array;
}

/** `slices` by slot and point. */
export function addedAhead(
  { slots, places, open }: PlainQueues,
  needs: number,
  points: number,
  slices: readonly Int32Array[],
): Ahead {
  const demand = new Float64Array(points * needs);
  const outside = new Float64Array(points);
  for (let i = 0; i < slots.length; i++) {
    const of = slices[slots[i]!]!;
    const minutes = open[i]!;
    const at = places[i]!;
    if (at >= 0) for (let point = 0; point < points; point++) demand[point * needs + at]! += minutes[of[point]!]!;
    else if (at === ALWAYS) for (let point = 0; point < points; point++) outside[point]! += minutes[of[point]!]!;
  }
  return { demand, outside };
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
