import fc from "fast-check";
import { expect, test } from "vitest";
import { given } from "../../core/sheets/given.ts";
import { SHEETS, sheetNames } from "../../core/sheets/index.ts";
import { plusDays } from "../../core/units.ts";
import { MONDAY } from "../support/engine-plan.ts";
import { cellsOf, expectExplained, isFigure, made } from "./figures.ts";
import { randomTables } from "./random-tables.ts";

/** HEADROOM_ORACLE=full explains 1,000 cells and more; some places that are drawn have no figure. */
const IS_FULL = process.env.HEADROOM_ORACLE === "full";
const PLANS = IS_FULL ? 28 : 2;
const CELLS_OF_A_PLAN = 40;

test("random cells over all generated sheets of random plans: the listed parts sum exactly to the figure", () => {
  const sheets = new Set<string>();
  let explained = 0;
  fc.assert(
    fc.property(
      randomTables,
      fc.constantFrom(MONDAY, plusDays(MONDAY, 70)),
      fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat()), { minLength: CELLS_OF_A_PLAN, maxLength: CELLS_OF_A_PLAN }),
      (plan, begins, places) => {
        const names = sheetNames(plan);
        const from = given(plan, { from: begins, weeks: 4 });
        const known = new Map<string, ReturnType<typeof made>>();
        for (const [i, [, block, cell]] of places.entries()) {
          const name = names[i % names.length]!;
          const sheet = known.get(name) ?? made(name, plan, 4, from);
          known.set(name, sheet);
          const figures = cellsOf(sheet).filter(isFigure);
          const keys = [...new Set(figures.map(({ grid }) => grid.key))];
          const own = figures.filter(({ grid }) => grid.key === keys[block % keys.length]);
          if (own.length === 0) continue;
          expectExplained(sheet, own[cell % own.length]!);
          sheets.add(name);
          explained += 1;
        }
      },
    ),
    { numRuns: PLANS },
  );
  expect(explained).toBeGreaterThanOrEqual(IS_FULL ? 1000 : (PLANS * CELLS_OF_A_PLAN * 9) / 10);
  expect([...sheets].sort()).toEqual([...SHEETS.keys()].sort());
});
