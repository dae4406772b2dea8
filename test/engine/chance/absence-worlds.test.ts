import fc from "fast-check";
import { expect, test } from "vitest";
import { metBy } from "../../../core/engine/chance/draw-grain.ts";
import { chanceModel, USUAL_ODDS } from "../../../core/engine/chance/index.ts";
import type { Coordinate } from "../../../core/engine/chance/lattice.ts";
import type { ChanceGrain, ChanceModel } from "../../../core/engine/chance/model.ts";
import { searchOf } from "../../../core/engine/chance/search.ts";
import { countedBy } from "../../../core/engine/counted.ts";
import { flowNet, flowSolver } from "../../../core/engine/flow/index.ts";
import { everything } from "../../../core/engine/scope.ts";
import { timeline } from "../../../core/engine/timeline.ts";
import { changed } from "../../../core/plan/changed.ts";
import { d, planOf } from "../../support/engine-plan.ts";
import { planSpec } from "../random-plan.ts";
import { finished } from "./finished.ts";
import { runsOf } from "./runs.ts";

/** Whole minutes, half up. */
const partOf = (minutes: number, away: number, days: number) => Math.floor(minutes * (away / days) + 0.5 + 1e-9);

/** A grain's world by its definition, minute by minute: what is asked for and who is there, with so many days away of each group. */
function unmetIn(
  { canServe, skillOf }: ChanceModel,
  grain: ChanceGrain,
  states: ArrayLike<number>,
  gone: readonly number[],
) {
  const demand = new Float64Array(skillOf.length);
  const supply = new Float64Array(canServe.length);
  const isIn = (thing: number, state: number) => thing < 0 || states[thing] === state;
  const add = (into: Float64Array, pairs: readonly number[]) => {
    for (let i = 0; i < pairs.length; i += 2) into[pairs[i]!]! += pairs[i + 1]!;
  };
  add(demand, grain.demand);
  add(supply, grain.supply);
  for (const { thing, state, demand: more } of grain.effects) if (isIn(thing, state)) add(demand, more);
  const free = grain.spares.map(({ thing, state, things, left, booked }) => {
    if (!isIn(thing, state)) return 0;
    const perDay = left.map((minutes, day) =>
      Math.max(
        0,
        things.reduce((rest, one, i) => rest - booked[i]![states[one]!]![day]!, minutes),
      ),
    );
    return perDay.reduce((sum, one) => sum + one, 0);
  });
  grain.spares.forEach(({ able }, i) => {
    supply[able]! += free[i]!;
  });
  grain.away.forEach(({ able, days, free: own, spares, booked }, i) => {
    if (able >= 0)
      supply[able]! -= partOf(
        spares.reduce((sum, at) => sum + free[at]!, own),
        gone[i]!,
        days,
      );
    for (const {
      thing,
      state,
      demand: [variant, minutes],
    } of booked)
      if (isIn(thing, state)) demand[variant!]! += partOf(minutes!, gone[i]!, days);
  });
  return flowSolver(flowNet(skillOf.length, canServe)).solve(supply, demand);
}

const PLANS = runsOf(150, 2000);

test(`in worlds drawn of ${PLANS} plans, what is undone is what their days away leave undone, whatever the worlds before were`, () => {
  let [judged, short] = [0, 0];
  fc.assert(
    fc.property(
      planSpec,
      fc.integer({ min: 10_000, max: 300_000 }),
      fc.constantFrom("day", "week"),
      (spec, absence, grain) => {
        const bare = planOf(spec);
        const plan = changed(bare, { settings: { ...bare.settings, absence } });
        const counted = countedBy(plan.settings, { grain });
        const model = chanceModel(plan, timeline(d(0), d(6), grain), counted, everything(plan));
        const search = finished(searchOf(model, { ...USUAL_ODDS, points: 251, shifts: 2 }));
        for (const own of search.periods.flatMap(({ grains }) => grains)) {
          const given = model.grains[own.number]!;
          if (given.books.length > 0 || own.table !== null) continue;
          const unmet = finished(metBy(search, own));
          const at = given.away.map(({ rank }) => {
            const column = new Int32Array(251);
            const coordinate: Coordinate = { kind: "absence", rank, from: given.from };
            search.drawn.lattice.column(coordinate)(1, column);
            return column;
          });
          for (const point of [0, 1, 125, 250]) {
            const states = model.things.map((_, thing) => search.drawn.statesOf(thing)[251 + point]!);
            const gone = given.away.map(({ slices }, i) => slices[Math.floor(at[i]![point]! / 2 ** 20)]!);
            judged++;
            if (unmet[251 + point]! > 0) short++;
            expect(unmet[251 + point]).toBe(unmetIn(model, given, states, gone));
          }
        }
      },
    ),
    { numRuns: PLANS },
  );
  expect(judged).toBeGreaterThan(50);
  expect(short).toBeGreaterThan(judged / 10);
});
