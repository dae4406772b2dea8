import type { Plan } from "../../plan/plan.ts";
import type { Minutes } from "../../units.ts";
import type { Counted } from "../counted.ts";
import { type GapModel, gapModel } from "../gap-model.ts";
import type { Requirement } from "../requirements.ts";
import type { Scope } from "../scope.ts";
import type { Timeline } from "../timeline.ts";
import { closable } from "./closable.ts";
import { hireFor, type Newcomer, withNewcomers } from "./newcomers.ts";
import { type Trainee, trainees } from "./trainees.ts";

/** What it is worth to have one more person for what open work asks for, hired or trained. */
export interface HireValue {
  readonly requirement: Requirement;
  /** Minutes of the gap that a hire closes; never more than the hire works, often less. */
  readonly closed: number;
  /** Who would close most with a training, best first. Everybody else closes no more than the last of them. */
  readonly trainees: readonly Trainee[];
}

/** How many people to name for each requirement, and whether only one person is asked about. */
export interface TraineeChoice {
  readonly most: number;
  readonly only?: number | null;
}

export interface HireValues {
  /** Minutes of the gap as it is. */
  readonly unmet: number;
  readonly values: readonly HireValue[];
}

/** What everybody looks at: the plan as it counts, and how short each grain is. */
export interface ShortGrains {
  readonly plan: Plan;
  readonly over: Timeline;
  readonly counted: Counted;
  readonly scope: Scope;
  readonly model: GapModel;
  readonly grains: readonly ShortGrain[];
}
export interface ShortGrain {
  readonly grain: number;
  readonly unmet: number;
  /** 1 for variants of the smallest minimum cut, and for contracts that can serve one of them. */
  readonly binding: Uint8Array;
  readonly busy: Uint8Array;
}

/**
 * The gap closed by a hire of so many minutes a week for each requirement of the open work, and by training people. A hire
 * whose skills touch no need of the smallest minimum cut closes nothing (the value is concave in minutes, and the first
 * minute is worth something only there), so only grains and requirements in the cut are solved again.
 */
export function hireValues(
  plan: Plan,
  over: Timeline,
  counted: Counted,
  scope: Scope,
  weekly: Minutes,
  { most, only = null }: TraineeChoice,
): HireValues {
  const model = gapModel(plan, over, counted, scope);
  const short = { plan, over, counted, scope, model, grains: shortGrains(model) };
  const wanted = [...new Set(model.variants.map(({ requirement }) => requirement))];
  const hires = wanted.map((requirement) => hireFor(plan, requirement, weekly));
  const hired = hiresOf(short, hires);
  const unmet = short.grains.reduce((sum, grain) => sum + grain.unmet, 0);
  const taught = trainees(short, wanted, most, only);
  const values = wanted.map((requirement, i) => ({ requirement, closed: hired[i]!, trainees: taught[i]! }));
  return { unmet, values };
}

function shortGrains(model: GapModel): readonly ShortGrain[] {
  const { grains, asked, solver, supply, demand, classes } = model;
  return grains.periods.flatMap((_, grain): ShortGrain[] => {
    if (asked[grain] === 0) return [];
    const { unmet, binding } = solver.shortfall(supply, demand, grain);
    if (unmet === 0) return [];
    const isBinding = new Uint8Array(solver.net.needs);
    for (const variant of binding) isBinding[variant] = 1;
    const serves = classes.canServe.map((variants) => variants.some((variant) => isBinding[variant] === 1));
    return [{ grain, unmet, binding: isBinding, busy: Uint8Array.from(classes.classOf, (of) => Number(serves[of])) }];
  });
}

/** What each hire closes in all. */
function hiresOf(short: ShortGrains, hires: readonly Newcomer[]): readonly number[] {
  const { plan, over, counted, scope, grains } = short;
  if (grains.length === 0) return hires.map(() => 0);
  const wide = withNewcomers(plan, scope, hires);
  const model = gapModel(wide.plan, over, counted, wide.scope);
  const { contracts, classes, freeOf } = model;
  const count = model.grains.periods.length;
  const first = plan.contracts.length;
  const lists = hires.map((_, hire) => classes.canServe[classes.classOf[contracts.indexOf(first + hire)]!]!);
  return closable(short, lists).map((most, hire) =>
    grains.reduce((sum, { grain }, i) => sum + Math.min(most[i]!, freeOf[(first + hire) * count + grain]!), 0),
  );
}
