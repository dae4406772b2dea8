import fc from "fast-check";
import { smallDemoInUse } from "../../core/demo/small.ts";
import { smallMoneyDemo } from "../../core/demo/small-money.ts";
import type { Cell, CellRange } from "../../core/plan/cells.ts";
import type { Plan } from "../../core/plan/plan.ts";
import { readPlan } from "../../core/plan/read-plan.ts";

/** A workbook in use, with money, snapshots, tickets and promises: what random plans are made from. */
const WORKBOOK: ReadonlyMap<string, CellRange> = new Map([...smallDemoInUse(), ...smallMoneyDemo()]);

/** Settings that change what figures are made of. */
const SETTINGS: readonly (readonly [name: string, values: readonly Cell[]])[] = [
  ["Utilization of", ["effective", "contracted", "target", "recorded", "standard"]],
  ["Pipeline", ["odds", "all", "none", "50%"]],
  ["Hires", ["odds", "all", "none"]],
  ["Plan", ["capacity", "target"]],
  ["Grain", ["week", "day"]],
  ["Support counts", ["row", "tickets"]],
  ["Support reserve", [null, 0.8, 0.95]],
  ["Unplanned absence", [null, 0.03]],
  ["Context switching", [null, "yes"]],
  ["Money shown", ["all", "all", "all but salaries"]],
];

const isDay = (cell: Cell): boolean => typeof cell === "number" && cell > 40_000 && cell < 60_000;

/** Days of weeks that cross the end of a month: 29 to 31 December 2025, 30 and 31 March and 2 April 2026. */
const EDGES = [46020, 46021, 46022, 46111, 46112, 46114] as const;

/** Work on single days of such weeks, asked for by the week, booked and logged unevenly. */
function unevenRows(sheet: string, head: readonly Cell[], edge: readonly (readonly [number, number])[]): CellRange {
  const rows = edge.map(([day, hours]): ReadonlyMap<Cell, Cell> => {
    const work = { Person: "Ben Carver", Engagement: "Cobalt platform", Skill: "AWS", From: day, To: day };
    const more: { readonly [sheet: string]: object } = {
      Demand: { "Hours a week": 2 * hours },
      Allocations: { "Hours a day": hours },
      Actuals: { Day: day, Hours: 14 - hours },
    };
    const own = more[sheet];
    return new Map(own === undefined ? [] : Object.entries({ ...work, ...own }));
  });
  return rows.filter(({ size }) => size > 0).map((row) => head.map((heading) => row.get(heading) ?? null));
}

/** Rows go, numbers change, and days move by whole weeks; settings are any that there are. */
export const randomWorkbook: fc.Arbitrary<{ readonly tables: readonly CellRange[]; readonly plan: Plan }> = fc
  .record({
    settings: fc.tuple(...SETTINGS.map(([, values]) => fc.constantFrom(...values))),
    edge: fc.array(fc.tuple(fc.constantFrom(...EDGES), fc.constantFrom(2, 6, 10, 14)), { maxLength: 4 }),
    turns: fc.infiniteStream(fc.nat({ max: 999 })),
  })
  .map(({ settings, edge, turns }) => {
    const chance = (share: number) => Number(turns.next().value) < 1000 * share;
    const pick = <T>(all: readonly T[]): T => all[Number(turns.next().value) % all.length]!;
    const cellOf = (cell: Cell): Cell => {
      if (isDay(cell)) return chance(0.05) ? (cell as number) + 7 * pick([-1, 1]) : cell;
      return typeof cell === "number" && chance(0.2) ? cell * pick([0.5, 0.75, 1.5]) : cell;
    };
    const tables = [...WORKBOOK].map(([sheet, [head = [], ...rows]]) => ({
      sheet,
      row: 0,
      column: 0,
      cells:
        sheet === "Settings"
          ? [head, ...rows.filter(([name]) => !SETTINGS.some(([one]) => one === name)), ...settingRows(settings)]
          : [head, ...rows.filter(() => !chance(0.1)).map((row) => row.map(cellOf)), ...unevenRows(sheet, head, edge)],
    }));
    return { tables: tables.map(({ cells }) => cells), plan: readPlan(tables) };
  });

export const randomTables: fc.Arbitrary<Plan> = randomWorkbook.map(({ plan }) => plan);

const settingRows = (values: readonly Cell[]): CellRange => values.map((value, i) => [SETTINGS[i]![0], value, null]);
