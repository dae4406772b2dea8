import { asWorked } from "../engine/worked/as-worked.ts";
import { changesOn } from "../functions/in-scenario.ts";
import type { Plan } from "../plan/plan.ts";
import { refuse } from "../problems.ts";
import { BASELINE } from "../scenario/baseline.ts";
import { withChanges } from "../scenario/with-changes.ts";
import { type Ask, ruleOf } from "./ask.ts";
import { demand } from "./demand.ts";
import type { Explanation } from "./explanation.ts";
import { gap } from "./gap.ts";
import { inChanged } from "./in-the-plan.ts";
import { availability, capacity, overload, utilization } from "./load.ts";
import { margin, mayExplainMargin } from "./margin.ts";
import { type Picked, SCENARIO } from "./picks.ts";
import { figureText } from "./text.ts";

const MEASURED: ReadonlyMap<string, (ask: Ask) => Explanation> = new Map<string, (ask: Ask) => Explanation>([
  ["Skill gap", gap],
  ["Demand", (ask) => demand(ask)],
  ["Capacity", capacity],
  ["Free hours", availability],
  ["Overload", overload],
  ["Utilization", (ask) => utilization(ask)],
  ["Margin", (ask) => margin(ask, "Margin")],
]);

export const COMPARE_KINDS: readonly string[] = [...MEASURED.keys()];

export const hidesCompared = (plan: Plan, kind: string): boolean => kind === "Margin" && !mayExplainMargin(plan);

/** A cell of COMPARE: a measure in the plan as it would be in a scenario. */
export function compared(ask: Ask, kind: string, picked: Picked): Explanation {
  const { plan } = ask;
  const name = picked.get(SCENARIO.key) ?? BASELINE;
  const scenario = plan.scenarios.find((one) => one.name === name);
  refuse(scenario?.problems ?? []);
  const explain = MEASURED.get(kind) ?? gap;
  const inMeasure = (one: Plan) => (kind === "Margin" ? one : asWorked(one, ask));
  const base = explain({ ...ask, plan: inMeasure(plan) });
  const rule = `${base.rule} ${ruleOf("COMPARE")}`;
  if (scenario === undefined) return { ...base, title: `${BASELINE}: ${base.title}`, rule };
  const changed = inMeasure(withChanges(plan, changesOn(scenario)).plan);
  const after = inChanged(plan, explain({ ...ask, plan: changed }), changed);
  const was = `In the plan as it is: ${figureText(base, plan.money?.currency ?? "")}.`;
  return {
    ...after,
    title: `${name}: ${after.title}`,
    rule,
    notes: [was, ...after.notes, ...offText(scenario.changes)],
    leftOut: after.leftOut,
  };
}

const offText = (changes: readonly { readonly on: boolean }[]): readonly string[] => {
  const off = changes.filter(({ on }) => !on).length;
  return off === 0 ? [] : [`${off} of its ${changes.length} changes are switched off, and do not count.`];
};
