import { countedBy } from "../core/engine/counted.ts";
import { supply } from "../core/engine/supply.ts";
import { timeline } from "../core/engine/timeline.ts";
import { FUNCTIONS } from "../core/functions/index.ts";
import type { CellRange } from "../core/plan/cells.ts";
import type { Plan } from "../core/plan/plan.ts";
import { readPlan } from "../core/plan/read-plan.ts";
import { dayNumber } from "../core/units.ts";
import type { Totals } from "./peers/duckdb.ts";
import { type Firm, lastDay } from "./plan/firm.ts";

/** The gap of every person and week, as a planner gets it: from cells to cells, through the spreadsheet function. */
export function gapGrid(firm: Firm, tables: readonly CellRange[]): CellRange {
  const grid = functionNamed("VARIANCE").call([firm.start, lastDay(firm), "person", "week", "", ...tables]);
  if (!Array.isArray(grid)) throw new TypeError("VARIANCE by person and week gave one value.");
  return grid;
}

export function functionNamed(name: string) {
  const found = FUNCTIONS.find((one) => one.name === name);
  if (found === undefined) throw new RangeError(`No function is named ${name}.`);
  return found;
}

export const planOf = (tables: readonly CellRange[]): Plan => readPlan(tables.map((cells) => ({ cells })));

/** Capacity and pinned effort by contract and week, once the plan is read; in the seeded firms everybody has one contract. */
export function weeklySupply(firm: Firm, plan: Plan) {
  const weeks = timeline(dayNumber(firm.start), dayNumber(lastDay(firm)), "week");
  const { capacity, pinned } = supply(plan, weeks, countedBy(plan.settings));
  return { capacity, pinned };
}

export function totalsOf({ capacity, pinned }: ReturnType<typeof weeklySupply>): Totals {
  const sum = (minutes: Float64Array) => minutes.reduce((all, one) => all + one, 0);
  const overbooked = pinned.filter((minutes, cell) => minutes > capacity[cell]!).length;
  return [sum(capacity) / 60, sum(pinned) / 60, overbooked];
}
