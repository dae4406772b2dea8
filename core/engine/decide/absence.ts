import type { Plan } from "../../plan/plan.ts";
import type { Counted } from "../counted.ts";
import { flowNet, supplierClasses } from "../flow/index.ts";
import { whoServes } from "../gap-model.ts";
import { ranksOf } from "../gap-splits.ts";
import { grouped } from "../grouped.ts";
import type { Scope } from "../scope.ts";
import { supply } from "../supply.ts";
import type { Timeline } from "../timeline.ts";
import { type AbsenceWork, absenceWork } from "./absence-work.ts";
import { type RankedFlow, rankedFlow, type Shift } from "./ranked-flow.ts";

/** A plan's open work served in order, grain by grain, ready to be asked what would be without each person. */
export interface AbsenceModel extends AbsenceWork {
  readonly plan: Plan;
  readonly grains: Timeline;
  readonly flow: RankedFlow;
  /** Minutes of classes in blocks of one grain. */
  readonly supply: Float64Array;
  /** Free minutes of a person in a grain, by class; only of contracts in scope. */
  readonly freeOf: (person: number, grain: number) => readonly Shift[];
}

export function absenceModel(plan: Plan, grains: Timeline, counted: Counted, scope: Scope): AbsenceModel {
  const work = absenceWork(plan, grains, counted, scope);
  const contracts = [...plan.contracts.keys()].filter((number) => scope.contracts[number] === 1);
  const { classOf, canServe } = supplierClasses(whoServes(contracts, work.variants));
  const { free } = supply(plan, grains, counted);
  const count = grains.periods.length;
  const minutes = new Float64Array(canServe.length * count);
  contracts.forEach((number, at) => {
    for (let grain = 0; grain < count; grain++) {
      minutes[grain * canServe.length + classOf[at]!]! += free[number * count + grain]!;
    }
  });
  const own = grouped(
    contracts.map((number) => plan.contracts[number]!.person),
    plan.people.length,
  );
  const ranks = ranksOf(plan);
  const { asks } = work;
  return {
    ...work,
    plan,
    grains,
    flow: rankedFlow(
      flowNet(work.variants.length, canServe),
      asks.map(({ variant }) => variant),
      asks.map(({ engagement }) => ranks[engagement]!),
    ),
    supply: minutes,
    freeOf: (person, grain) => {
      const shifts: Shift[] = [];
      for (let i = own.first[person]!; i < own.first[person + 1]!; i++) {
        const at = own.order[i]!;
        const spare = free[contracts[at]! * count + grain]!;
        if (spare > 0) shifts.push({ at: classOf[at]!, minutes: spare });
      }
      return shifts;
    },
  };
}

/** What one engagement would lack in one grain if one person were not there. */
export type Lost = (person: number, engagement: number, minutes: number) => void;

/** Serves a grain once and takes every person out of it in turn; returns the minutes unmet with everybody there. */
export function absencesIn(model: AbsenceModel, people: readonly number[], grain: number, lost: Lost): number {
  const { asks, bookedBy, flow, freeOf } = model;
  const short = flow.solve(...blocksOf(model, grain));
  for (const person of people) {
    const capacity = freeOf(person, grain);
    const opened = bookedBy[person]!.get(grain) ?? [];
    if (capacity.length === 0 && opened.length === 0) continue;
    flow.without(capacity, opened, (ask, more) => lost(person, asks[ask]!.engagement, more));
  }
  return short.reduce((sum, one) => sum + one, 0);
}

/** Minutes of classes and of asks in one grain. */
export function blocksOf({ supply: minutes, open, grains, asks }: AbsenceModel, grain: number) {
  const classes = minutes.length / grains.periods.length;
  return [
    minutes.slice(grain * classes, (grain + 1) * classes),
    open.slice(grain * asks.length, (grain + 1) * asks.length),
  ] as const;
}
