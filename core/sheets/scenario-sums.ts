import type { Counted } from "../engine/counted.ts";
import { skillGap } from "../engine/gap.ts";
import { everything } from "../engine/scope.ts";
import { supply } from "../engine/supply.ts";
import type { Timeline } from "../engine/timeline.ts";
import { asWorked } from "../engine/worked/as-worked.ts";
import { wholeOf } from "../engine/worked/denominator.ts";
import type { Plan, Scenario } from "../plan/plan.ts";
import { BASELINE } from "../scenario/baseline.ts";
import { withChanges } from "../scenario/with-changes.ts";
import { sumRows, total } from "./sums.ts";

/** Minutes by week in one scenario, or in the plan as it is. */
export interface ScenarioSums {
  readonly name: string;
  /** Null for the plan as it is. */
  readonly scenario: Scenario | null;
  readonly gap: readonly number[];
  readonly overload: readonly number[];
  readonly free: readonly number[];
  readonly billable: readonly number[];
  /** What utilization is a share of. */
  readonly whole: readonly number[];
  /** Skills that are short, the shortest of hours first. */
  readonly binding: readonly string[];
}

export { BASELINE };

/** The scenarios that are switched on; those with a problem among their rows are asked for and cannot be computed. */
export const scenariosOn = ({ scenarios }: Plan): readonly Scenario[] =>
  scenarios.filter(({ changes, problems }) => problems.length > 0 || changes.some(({ on }) => on));

/** The plan as it is, then each of the scenarios that has no problem. */
export function scenarioSums(
  plan: Plan,
  scenarios: readonly Scenario[],
  weeks: Timeline,
  counted: Counted,
): readonly ScenarioSums[] {
  const sound = scenarios.filter(({ problems }) => problems.length === 0);
  return [
    sumsOf(BASELINE, null, plan, weeks, counted),
    ...sound.map((scenario) => {
      const changes = scenario.changes.filter(({ on }) => on).map(({ change }) => change);
      return sumsOf(scenario.name, scenario, withChanges(plan, changes).plan, weeks, counted);
    }),
  ];
}

function sumsOf(name: string, scenario: Scenario | null, asIs: Plan, weeks: Timeline, counted: Counted): ScenarioSums {
  const plan = asWorked(asIs, weeks);
  const people = supply(plan, weeks, counted);
  const gap = skillGap(plan, weeks, counted, everything(plan));
  const n = weeks.periods.length;
  const all = (minutes: Float64Array) => Array.from(sumRows(minutes, n, 1, () => 0));
  const short = plan.skills.map(() => 0);
  for (const { requirements, deficit } of gap.bottlenecks()) {
    for (const skill of new Set(requirements.map((one) => one.skill))) if (skill >= 0) short[skill]! += deficit;
  }
  const order = [...short.keys()].filter((skill) => short[skill]! > 0).sort((a, b) => short[b]! - short[a]!);
  return {
    name,
    scenario,
    gap: Array.from(gap.unmet),
    overload: all(people.overload),
    free: all(people.free),
    billable: all(people.billable),
    whole: all(wholeOf(plan.settings.utilizationOf, plan, weeks, counted, people)),
    binding: order.map((skill) => plan.skills[skill]!),
  };
}

/** Those that leave the least short; several when they tie. */
export function leastShort(all: readonly ScenarioSums[]): readonly ScenarioSums[] {
  const least = Math.min(...all.map(({ gap }) => total(gap)));
  return all.filter(({ gap }) => total(gap) === least);
}

/** Billable hours as a share of capacity over all weeks; null where there is none. */
export const utilizationOf = ({ billable, whole }: ScenarioSums): number | null =>
  total(whole) === 0 ? null : total(billable) / total(whole);

/** The first week with a skill gap; -1 when there is none. */
export const firstShortWeek = ({ gap }: ScenarioSums): number => gap.findIndex((minutes) => minutes > 0);
