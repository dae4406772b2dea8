import type { Part } from "../host.ts";
import type { Plan } from "../plan/plan.ts";
import { SNAPSHOTS } from "../plan/snapshot-table.ts";
import { SCENARIOS } from "../plan/tables.ts";
import { asItIs, ofMoney, withHistory, withHistoryAndMoney, withoutTables, withScenarios } from "./as-it-is.ts";
import { CAPACITY_VS_DEMAND, capacityVsDemand } from "./capacity-vs-demand.ts";
import { CHECKS, checks } from "./checks.ts";
import { DELIVERY_METRICS, deliveryMetrics } from "./delivery-metrics.ts";
import { marginState } from "./delivery-metrics-margin.ts";
import { EXPOSURE, exposureSheet } from "./exposure.ts";
import { type Given, inputsOf, moneyInputsOf } from "./given.ts";
import { MARGIN_SHEET, marginSheet } from "./margin.ts";
import { MARGIN_BRIDGE_SHEET, marginBridgeSheet } from "./margin-bridge.ts";
import { MARGIN_LINES_SHEET, marginLinesSheet } from "./margin-lines.ts";
import type { SheetModel } from "./model.ts";
import { PIPELINE_RISK, pipelineRisk } from "./pipeline-risk.ts";
import { SCENARIO_COMPARISON, scenarioComparison } from "./scenario-comparison.ts";
import { SKILL_GAPS, skillGaps } from "./skill-gaps.ts";
import { SNAPSHOT_HISTORY, snapshotHistory } from "./snapshot-history.ts";
import { SUPPORT_LOAD, supportLoad } from "./support-load.ts";
import { NO_RECORD, type ToldRecord } from "./told-record.ts";
import { UTILIZATION_AND_OVERLOAD, utilizationAndOverload } from "./utilization.ts";
import { showsMoney } from "./without-money.ts";

/** A sheet at once, or part by part where it may take long. */
type Maker = (given: Given) => SheetModel | Generator<Part, SheetModel>;
const ofThePlan =
  (make: Maker): Maker =>
  (given) =>
    make(asItIs(given));
const ofItsMoney =
  (make: Maker): Maker =>
  (given) =>
    make(ofMoney(given));

/** Without its margins, Delivery metrics is made from hours alone, and tells nothing of money. */
function metricsOf(given: Given): SheetModel {
  const margin = marginState(given.plan);
  return deliveryMetrics(margin === "shown" ? withHistoryAndMoney(given) : withHistory(given), margin);
}

/** Every generated sheet by its name, in the order a planner sees them. Add a sheet here and nowhere else. */
export const SHEETS: ReadonlyMap<string, Maker> = new Map([
  [CAPACITY_VS_DEMAND, ofThePlan(capacityVsDemand)],
  [SKILL_GAPS, ofThePlan(skillGaps)],
  [UTILIZATION_AND_OVERLOAD, ofThePlan(utilizationAndOverload)],
  [SUPPORT_LOAD, ofThePlan(supportLoad)],
  [PIPELINE_RISK, ofThePlan(pipelineRisk)],
  [SCENARIO_COMPARISON, (given) => scenarioComparison(withScenarios(given))],
  [EXPOSURE, ofThePlan(exposureSheet)],
  [DELIVERY_METRICS, metricsOf],
  [SNAPSHOT_HISTORY, (given) => snapshotHistory(withHistory(given))],
  [MARGIN_SHEET, ofItsMoney(marginSheet)],
  [MARGIN_BRIDGE_SHEET, ofItsMoney(marginBridgeSheet)],
  [MARGIN_LINES_SHEET, ofItsMoney(marginLinesSheet)],
  [CHECKS, (given) => checks(showsMoney(given.plan) ? ofMoney(given) : asItIs(given), sheetNames(given.plan))],
]);

/** Sheets of money: made only where the plan has tables of it. */
export const MONEY_SHEETS: ReadonlySet<string> = new Set([MARGIN_SHEET, MARGIN_BRIDGE_SHEET, MARGIN_LINES_SHEET]);

/** The sheets that can be made of a plan. */
export const sheetNames = (plan: Plan): readonly string[] =>
  [...SHEETS.keys()].filter((name) => showsMoney(plan) || !MONEY_SHEETS.has(name));

/** The sheets that rows of Scenarios change, and those that rows of Snapshots do. */
const WITH_SCENARIOS: ReadonlySet<string> = new Set([SCENARIO_COMPARISON]);
const WITH_HISTORY: ReadonlySet<string> = new Set([DELIVERY_METRICS, SNAPSHOT_HISTORY]);

/** What each generated sheet would be made from now, as its fingerprint. */
export function sheetInputs(plan: Plan, record: ToldRecord = NO_RECORD): (sheet: string) => string {
  const own = withoutTables(plan, [SCENARIOS.name, SNAPSHOTS.name]);
  const hours = inputsOf(own);
  const scenarios = inputsOf(withoutTables(plan, [SNAPSHOTS.name]));
  const history = inputsOf(withoutTables(plan, [SCENARIOS.name]));
  const money = moneyInputsOf(own, {}, record);
  const showsMargin = marginState(plan) === "shown";
  const margins = showsMargin ? moneyInputsOf(withoutTables(plan, [SCENARIOS.name]), {}, record) : history;
  return (sheet) => {
    if (sheet === DELIVERY_METRICS) return margins;
    if (MONEY_SHEETS.has(sheet) || (sheet === CHECKS && showsMoney(plan))) return money;
    if (WITH_HISTORY.has(sheet)) return history;
    return WITH_SCENARIOS.has(sheet) ? scenarios : hours;
  };
}
