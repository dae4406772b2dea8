import { dense } from "../../core/engine/chance/bounds.ts";
import type { ChanceModel } from "../../core/engine/chance/index.ts";
import { flowNet, flowSolver } from "../../core/engine/flow/index.ts";
import { random } from "../plan/random.ts";

/** What simply drawing worlds finds: by grain, the share that is short and the mean minutes; by grain and skill where it was asked for. */
export interface Drawn {
  readonly chances: readonly number[];
  readonly expected: readonly number[];
  readonly bySkill: readonly Float64Array[];
}

/**
 * A simulation as one would write it: every deal, every queue and everybody's days away are drawn anew for each world, and each week's
 * whole net is solved, with the solver that is kept from world to world. By skill, what is short is shared out as in a single plan.
 * Only for plans in which nobody is booked.
 */
export function plainDraws(model: ChanceModel, worlds: number, seed: number, bySkill: boolean): Drawn {
  const { things, loads, grains, canServe, skillOf, skills } = model;
  const draw = random(seed);
  const solver = flowSolver(flowNet(skillOf.length, canServe));
  const weeks = grains.map((grain) => ({
    demand: dense(skillOf.length, grain.demand),
    supply: dense(canServe.length, grain.supply),
    effects: grain.effects,
    queues: grain.books.map(({ needs }) => ({ variant: needs[0]!.variant, load: loads[needs[0]!.load]! })),
    away: grain.away,
  }));
  const short = new Float64Array(weeks.length);
  const sums = new Float64Array(weeks.length);
  const skillShort = weeks.map(() => new Float64Array(skills + 1));
  const lacks = new Float64Array(skills + 1);
  const asked = new Float64Array(skillOf.length);
  const there = new Float64Array(canServe.length);
  for (let world = 0; world < worlds; world++) {
    const states = things.map(({ chances }) => {
      let state = 0;
      for (let at = draw() - chances[0]!; at >= 0 && state < chances.length - 1; at -= chances[state]!) state++;
      return state;
    });
    weeks.forEach(({ demand, supply, effects, queues, away }, week) => {
      asked.set(demand);
      for (const { thing, state, demand: more } of effects) {
        if (states[thing] !== state) continue;
        for (let i = 0; i < more.length; i += 2) asked[more[i]!]! += more[i + 1]!;
      }
      for (const { variant, load } of queues) asked[variant]! += load[Math.floor(draw() * load.length)]!;
      there.set(supply);
      for (const { able, slices, days, free } of away)
        there[able]! -= Math.round((free * slices[Math.floor(draw() * slices.length)]!) / days);
      const unmet = solver.solve(there, asked);
      sums[week]! += unmet;
      if (unmet === 0) return;
      short[week]! += 1;
      if (!bySkill) return;
      lacks.fill(0);
      solver.fairSplit(there, asked).forEach((minutes, variant) => {
        lacks[skillOf[variant]!]! += minutes;
      });
      lacks.forEach((minutes, skill) => {
        if (minutes > 0) skillShort[week]![skill]! += 1;
      });
    });
  }
  const shares = (sums: Float64Array) => Array.from(sums, (one) => one / worlds);
  return {
    chances: shares(short),
    expected: shares(sums),
    bySkill: skillShort.map((row) => row.map((one) => one / worlds)),
  };
}
