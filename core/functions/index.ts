import { AVAILABILITY } from "./availability.ts";
import { BOTTLENECKS } from "./bottlenecks.ts";
import { CAPACITY } from "./capacity.ts";
import type { FunctionDefinition } from "./define.ts";
import { DEMAND } from "./demand.ts";
import { OVERLOAD } from "./overload.ts";
import { PLANCHECK } from "./plan-check.ts";
import { SKILLGAP } from "./skill-gap.ts";
import { UTILIZATION } from "./utilization.ts";
import { VARIANCE } from "./variance.ts";

/** Every spreadsheet function, in the order the README lists them. Add a function here and nowhere else. */
export const FUNCTIONS: readonly FunctionDefinition[] = [
  CAPACITY,
  DEMAND,
  AVAILABILITY,
  OVERLOAD,
  UTILIZATION,
  VARIANCE,
  SKILLGAP,
  BOTTLENECKS,
  PLANCHECK,
];
