import { smallSnapshots } from "../../../core/demo/small-history.ts";
import { smallMoneyDemo } from "../../../core/demo/small-money.ts";
import type { Cell, CellRange } from "../../../core/plan/cells.ts";

/** Monday 5 January 2026. */
export const MONDAY = 46027;

/** Enough of December's timesheets for somebody in red weeks, and somebody with an empty timesheet. */
const LOGGING: ReadonlySet<Cell | undefined> = new Set(["Daniel Koh", "Marcus Lim"]);
/** Snapshots of every fourth Monday. */
const DAYS_APART = 28;
const FIRST_TAKEN = MONDAY - 17 * 7;

const KEPT: Readonly<Record<string, (row: readonly Cell[]) => boolean>> = {
  Tickets: () => false,
  Scenarios: () => false,
  Actuals: ([, person]) => LOGGING.has(person),
  Snapshots: ([taken]) => (Number(taken) - FIRST_TAKEN) % DAYS_APART === 0,
};

/** The demo with money, hours worked, promises and snapshots, small enough to be typed into each host. */
export function smallPlan(): ReadonlyMap<string, CellRange> {
  const tables = [...smallMoneyDemo(), ["Snapshots", smallSnapshots()] as const];
  return new Map(
    tables
      .map(([name, [headings = [], ...rows]]): [string, CellRange] => [
        name,
        [headings, ...rows.filter(KEPT[name] ?? (() => true))],
      ])
      .filter(([, { length }]) => length > 1),
  );
}
