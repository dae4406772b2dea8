import type { FlowSolver } from "../flow/index.ts";
import { addSteady, type Steady } from "./ahead.ts";
import { awayPlays } from "./away-play.ts";
import { bookPlays, type Opened } from "./book-play.ts";
import { dense } from "./bounds.ts";
import { ALWAYS, type Kernel, kernelOf, NEVER } from "./kernel.ts";
import type { ChanceGrain, ChanceModel } from "./model.ts";
import { type Sameness, samenessOf } from "./same-states.ts";
import { sparePlays } from "./spare-play.ts";
import type { Minutes, Play, World } from "./world.ts";

/** A grain ready to be asked for world after world. */
export interface GrainWorlds extends Sameness {
  readonly kernel: Kernel;
  /** What stands at each place of `slices`: queues by number, absences by rank. */
  readonly queues: readonly number[];
  readonly aways: readonly number[];
  readonly steady: Steady;
  /** Slots that have to be filled in where the steady part is added up ahead. */
  readonly asked: readonly number[];
  readonly world: World;
  readonly minutes: Minutes;
  /** Unmet minutes of the world as it stands; the minutes then are that world's. */
  readonly unmet: () => number;
  /** Roughly what one world costs: steps of about ten nanoseconds on a desk. */
  readonly size: number;
}

export function grainWorlds(
  model: ChanceModel,
  solver: FlowSolver,
  grain: ChanceGrain,
  whole: boolean,
  opened: Opened,
): GrainWorlds {
  const kernel = kernelOf(model, solver, grain, whole);
  const firm = startOf(model, grain, kernel);
  const minutes: Minutes = { supply: firm.supply.slice(), demand: firm.demand.slice(), outside: firm.outside };
  const queues: number[] = [];
  const slotOf = (queue: number) => {
    const known = queues.indexOf(queue);
    return known < 0 ? queues.push(queue) - 1 : known;
  };
  const sameness = samenessOf(model, grain, kernel);
  const books = bookPlays(model, grain, kernel, slotOf, opened);
  const effects = effectPlays(model, grain, kernel);
  const spares = sparePlays(grain, kernel);
  const away = awayPlays(model, grain, kernel, queues.length);
  const steady: Steady = { queues: books.steady, absences: away.steady };
  const plays: readonly Play[] = [...effects, ...spares, ...books.plays, ...away.plays];
  const world: World = {
    states: new Uint8Array(model.things.length),
    slices: new Int32Array(queues.length + away.ranks.length),
    ahead: null,
    point: 0,
  };
  const unmet = () => {
    minutes.supply.set(firm.supply);
    minutes.demand.set(firm.demand);
    minutes.outside = firm.outside;
    addSteady(steady, world, minutes);
    for (let i = 0; i < plays.length; i++) plays[i]!(world, minutes);
    const inside = kernel.flow === null ? 0 : kernel.flow(minutes.supply, minutes.demand);
    return minutes.outside + inside;
  };
  const size = Math.ceil(
    IN_ANY_WORLD +
      kernel.needs +
      (kernel.net?.links ?? 0) / 4 +
      4 * plays.length +
      2 * books.steady.length +
      4 * away.ranks.length,
  );
  return {
    kernel,
    queues,
    aways: away.ranks,
    steady,
    asked: [...(books.plays.length > 0 ? queues.keys() : []), ...away.slots],
    world,
    minutes,
    unmet,
    size,
    ...sameness,
  };
}

/** Steps that every world takes. */
const IN_ANY_WORLD = 500;

function startOf({ canServe, skillOf }: ChanceModel, { demand, supply }: ChanceGrain, kernel: Kernel): Minutes {
  const start = { supply: new Float64Array(kernel.suppliers), demand: new Float64Array(kernel.needs), outside: 0 };
  dense(skillOf.length, demand).forEach((minutes, variant) => {
    const at = kernel.variantAt[variant]!;
    if (at === ALWAYS) start.outside += minutes;
    else if (at !== NEVER) start.demand[at]! += minutes;
  });
  dense(canServe.length, supply).forEach((minutes, able) => {
    const at = kernel.classAt[able]!;
    if (at === ALWAYS) start.outside -= minutes;
    else if (at !== NEVER) start.supply[at]! += minutes;
  });
  return start;
}

/** What each thing asks for in each of its states, as far as it counts. */
function effectPlays({ things, skillOf }: ChanceModel, { effects }: ChanceGrain, kernel: Kernel): readonly Play[] {
  return things.flatMap(({ chances }, thing): Play[] => {
    const own = effects.filter((effect) => effect.thing === thing);
    if (own.length === 0) return [];
    const rows = chances.map((_, state) =>
      dense(skillOf.length, own.find((effect) => effect.state === state)?.demand ?? []),
    );
    rows.push(rows[0]!.map((_, variant) => Math.max(...rows.map((row) => row[variant]!))));
    const asks = rows.map((row) => {
      const at: number[] = [];
      let outside = 0;
      row.forEach((minutes, variant) => {
        const place = kernel.variantAt[variant]!;
        if (minutes > 0 && place >= 0) at.push(place, minutes);
        else if (place === ALWAYS) outside += minutes;
      });
      return { at: Float64Array.from(at), outside };
    });
    if (asks.every(({ at, outside }) => at.length === 0 && outside === 0)) return [];
    return [
      ({ states }, into) => {
        const { at, outside } = asks[states[thing]!]!;
        for (let i = 0; i < at.length; i += 2) into.demand[at[i]!]! += at[i + 1]!;
        into.outside += outside;
      },
    ];
  });
}
