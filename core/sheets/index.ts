import type { Part } from "../host.ts";
import type { Plan } from "../plan/plan.ts";
import { asItIs, withoutScenarios } from "./as-it-is.ts";
import { CAPACITY_VS_DEMAND, capacityVsDemand } from "./capacity-vs-demand.ts";
import { CHECKS, checks } from "./checks.ts";
import { EXPOSURE, exposureSheet } from "./exposure.ts";
import { type Given, inputsOf } from "./given.ts";
import type { SheetModel } from "./model.ts";
import { PIPELINE_RISK, pipelineRisk } from "./pipeline-risk.ts";
import { SCENARIO_COMPARISON, scenarioComparison } from "./scenario-comparison.ts";
import { SKILL_GAPS, skillGaps } from "./skill-gaps.ts";
import { SUPPORT_LOAD, supportLoad } from "./support-load.ts";

/** A sheet at once, or part by part where it may take long. */
type Maker = (given: Given) => SheetModel | Generator<Part, SheetModel>;
const ofThePlan =
  (make: Maker): Maker =>
  (given) =>
    make(asItIs(given));

/** Every generated sheet by its name, in the order a planner sees them. Add a sheet here and nowhere else. */
export const SHEETS: ReadonlyMap<string, Maker> = new Map([
  [CAPACITY_VS_DEMAND, ofThePlan(capacityVsDemand)],
  [SKILL_GAPS, ofThePlan(skillGaps)],
  [SUPPORT_LOAD, ofThePlan(supportLoad)],
  [PIPELINE_RISK, ofThePlan(pipelineRisk)],
  [SCENARIO_COMPARISON, scenarioComparison],
  [EXPOSURE, ofThePlan(exposureSheet)],
  [CHECKS, ofThePlan((given) => checks(given, [...SHEETS.keys()]))],
]);

/** The one sheet that rows of Scenarios change. */
const WITH_SCENARIOS: ReadonlySet<string> = new Set([SCENARIO_COMPARISON]);

/** What each generated sheet would be made from now, as its fingerprint. */
export function sheetInputs(plan: Plan): (sheet: string) => string {
  const [all, own] = [inputsOf(plan), inputsOf(withoutScenarios(plan))];
  return (sheet) => (WITH_SCENARIOS.has(sheet) ? all : own);
}
