import { AVAILABILITY } from "./availability.ts";
import { BOTTLENECKS } from "./bottlenecks.ts";
import { CAPACITY } from "./capacity.ts";
import { COMPARE } from "./compare.ts";
import type { FunctionDefinition } from "./define.ts";
import { DEMAND } from "./demand.ts";
import { EARLIESTSTART } from "./earliest-start.ts";
import { EXPOSURE } from "./exposure.ts";
import { FORECASTACCURACY } from "./forecast-accuracy.ts";
import { GROWTHLIMIT } from "./growth-limit.ts";
import { HIREVALUE } from "./hire-value.ts";
import { MARGIN } from "./margin.ts";
import { MARGINBRIDGE } from "./margin-bridge.ts";
import { ONTIME } from "./on-time.ts";
import { OVERLOAD } from "./overload.ts";
import { PLANCHECK } from "./plan-check.ts";
import { SHORTFALLODDS } from "./shortfall-odds.ts";
import { SKILLGAP } from "./skill-gap.ts";
import { SUPPORTLOAD } from "./support-load.ts";
import { TRADEOFF } from "./trade-off.ts";
import { UTILIZATION } from "./utilization.ts";
import { VARIANCE } from "./variance.ts";
import { WHOCAN } from "./who-can.ts";

/** Every spreadsheet function, in the order the documentation lists them. Add a function here and nowhere else. */
export const FUNCTIONS: readonly FunctionDefinition[] = [
  CAPACITY,
  DEMAND,
  AVAILABILITY,
  OVERLOAD,
  UTILIZATION,
  VARIANCE,
  SKILLGAP,
  BOTTLENECKS,
  HIREVALUE,
  GROWTHLIMIT,
  EARLIESTSTART,
  EXPOSURE,
  WHOCAN,
  TRADEOFF,
  SHORTFALLODDS,
  SUPPORTLOAD,
  FORECASTACCURACY,
  COMPARE,
  MARGIN,
  MARGINBRIDGE,
  ONTIME,
  PLANCHECK,
];
