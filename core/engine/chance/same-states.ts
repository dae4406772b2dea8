import { awayCounts } from "./away-play.ts";
import { counts } from "./book-play.ts";
import { ALWAYS, type Kernel, NEVER } from "./kernel.ts";
import type { ChanceGrain, ChanceModel } from "./model.ts";

/** Which things can change a grain's unmet minutes, and which of their states do the same to it. */
export interface Sameness {
  readonly matters: readonly number[];
  /** For each of `matters`: by state, the first state that does the same. */
  readonly sameAs: readonly (readonly number[])[];
  /** For each of `matters`: the state that does the worst on every count; -1 when none does. */
  readonly worst: readonly number[];
  /** For each of `matters`: how much its states differ. */
  readonly reach: readonly number[];
  /** Whether the worst of everything undecided is a bound on what is unmet. */
  readonly bounded: boolean;
}

export function samenessOf(model: ChanceModel, grain: ChanceGrain, kernel: Kernel): Sameness {
  const spares = grain.spares.filter(({ able }) => kernel.classAt[able] !== NEVER);
  const books = grain.books.filter((book) => counts(book, kernel));
  const matters: number[] = [];
  const sameAs: number[][] = [];
  const worst: number[] = [];
  const reach: number[] = [];
  model.things.forEach(({ chances }, thing) => {
    const asked = chances.map((_, state) => askedIn(grain, kernel, thing, state));
    const taken = spares
      .filter(({ things }) => things.includes(thing))
      .map((one) => one.booked[one.things.indexOf(thing)]!);
    const there = spares
      .filter((spare) => spare.thing === thing)
      .map(({ state, left }) => chances.map((_, at) => (at === state ? 0 : left.reduce((sum, one) => sum + one, 0))));
    const booked = books.flatMap((book) => [
      ...(book.thing === thing ? [chances.map((_, state) => Number(state === book.state))] : []),
      ...book.rows.filter((row) => row.thing === thing).map(({ minutes }) => minutes),
    ]);
    for (const away of grain.away) {
      if (!awayCounts(away, kernel)) continue;
      const own = away.booked.filter((effect) => effect.thing === thing);
      if (own.length > 0) booked.push(chances.map((_, state) => own.filter((one) => one.state === state).length));
    }
    const figures = chances.map((_, state) => [
      ...asked[state]!,
      ...taken.flatMap((states) => states[state]!),
      ...booked.map((states) => states[state]!),
      ...there.map((states) => states[state]!),
    ]);
    const keys = figures.map((list) => list.join());
    const same = keys.map((key) => keys.indexOf(key));
    if (same.every((state) => state === 0)) return;
    matters.push(thing);
    sameAs.push(same);
    const most = figures[0]!.map((_, at) => Math.max(...figures.map((list) => list[at]!)));
    worst.push(keys.indexOf(most.join()));
    reach.push(most.reduce((sum, one, at) => sum + one - Math.min(...figures.map((list) => list[at]!)), 0));
  });
  return { matters, sameAs, worst, reach, bounded: books.length === 0 };
}

/** What a state asks for of each variant of the kernel, and of all that are always short together. */
function askedIn({ effects }: ChanceGrain, kernel: Kernel, thing: number, state: number): readonly number[] {
  const asked = new Array<number>(kernel.needs + 1).fill(0);
  for (const effect of effects) {
    if (effect.thing !== thing || effect.state !== state) continue;
    for (let i = 0; i < effect.demand.length; i += 2) {
      const at = kernel.variantAt[effect.demand[i]!]!;
      if (at !== NEVER) asked[at === ALWAYS ? kernel.needs : at]! += effect.demand[i + 1]!;
    }
  }
  return asked;
}
