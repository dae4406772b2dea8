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

/** Rows go, numbers change, and days move by whole weeks; settings are any that there are. */
export const randomTables: fc.Arbitrary<Plan> = fc
  .record({
    settings: fc.tuple(...SETTINGS.map(([, values]) => fc.constantFrom(...values))),
    turns: fc.infiniteStream(fc.nat({ max: 999 })),
  })
  .map(({ settings, turns }) => {
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
          : [head, ...rows.filter(() => !chance(0.1)).map((row) => row.map(cellOf))],
    }));
    return readPlan(tables);
  });

const settingRows = (values: readonly Cell[]): CellRange => values.map((value, i) => [SETTINGS[i]![0], value, null]);
