import { CAPACITY_VS_DEMAND, capacityVsDemand } from "./capacity-vs-demand.ts";
import { CHECKS, checks } from "./checks.ts";
import { EXPOSURE, exposureSheet } from "./exposure.ts";
import type { Given } from "./given.ts";
import type { SheetModel } from "./model.ts";
import { SCENARIO_COMPARISON, scenarioComparison } from "./scenario-comparison.ts";
import { SKILL_GAPS, skillGaps } from "./skill-gaps.ts";

/** Every generated sheet by its name, in the order a planner sees them. Add a sheet here and nowhere else. */
export const SHEETS: ReadonlyMap<string, (given: Given) => SheetModel> = new Map([
  [CAPACITY_VS_DEMAND, capacityVsDemand],
  [SKILL_GAPS, skillGaps],
  [SCENARIO_COMPARISON, scenarioComparison],
  [EXPOSURE, exposureSheet],
  [CHECKS, checks],
]);
