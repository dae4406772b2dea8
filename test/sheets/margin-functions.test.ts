import { describe, expect, test } from "vitest";
import { countedBy } from "../../core/engine/counted.ts";
import type { CellRange } from "../../core/plan/cells.ts";
import { readPlan } from "../../core/plan/read-plan.ts";
import { given } from "../../core/sheets/given.ts";
import { marginSheet } from "../../core/sheets/margin.ts";
import { marginBridgeSheet } from "../../core/sheets/margin-bridge.ts";
import type { Grid, SheetModel } from "../../core/sheets/model.ts";
import { ask } from "../functions/ask.ts";
import { drawFrom, FROM, firmOf, TO } from "../privacy/firm.ts";
import { withPast } from "../privacy/published.ts";

const FIRMS = process.env.HEADROOM_ORACLE === "full" ? 500 : 12;

const gridOf = ({ blocks }: SheetModel, key: string): Grid => {
  const found = blocks.find((block) => block.kind === "grid" && block.key === key);
  if (found?.kind !== "grid") throw new Error(`no block ${key}`);
  return found;
};
const cents = (amount: number) => Math.round(amount * 100);

/** The amounts of a section by engagement and month, in cents. */
function section({ rows }: Grid, name: RegExp): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, readonly number[]>();
  for (const row of rows.filter(([, , figure]) => name.test(String(figure)))) {
    const amounts = row.slice(3, 6);
    if (amounts.every((one) => typeof one === "number"))
      found.set(
        String(row[0]),
        amounts.map((one) => cents(Number(one))),
      );
  }
  return found;
}

describe("the sheets and the functions over random firms", () => {
  for (const shuffled of [false, true])
    test(`MARGIN and MARGINBRIDGE give the amounts of the sheets to the cent${shuffled ? ", whatever the order of the rows" : ""}`, () => {
      for (let seed = 0; seed < FIRMS; seed++) {
        const firm = withPast(firmOf(seed), seed);
        const settings: CellRange = [
          ["Setting", "Value"],
          ["Currency", "USD"],
          ["Money shown", "all"],
          ["Horizon from", FROM + 4],
          ["Horizon weeks", 12],
        ];
        const tables = [...firm.tables.values(), settings];
        const draw = drawFrom(seed + 7);
        const mixed = tables.map(([head = [], ...rows]) => [
          head,
          ...rows
            .map((row) => [draw(), row] as const)
            .sort(([a], [b]) => a - b)
            .map(([, row]) => row),
        ]);
        const from = given(readPlan(tables.map((cells) => ({ cells }))));
        expect(from.counted).toEqual(countedBy(from.plan.settings));
        const called = (name: string, ...options: readonly string[]) =>
          ask(name, FROM, TO, ...options, ...(shuffled ? mixed : tables)) as readonly (readonly (string | number)[])[];
        const months = gridOf(marginSheet(from), "months");
        for (const measure of ["revenue", "cost"]) {
          const sheet = section(months, new RegExp(`^${measure}`, "i"));
          const told = called("MARGIN", "engagement", "month", `measure=${measure}`).slice(1);
          for (const [name, amounts] of sheet) {
            const row = told.find(([label]) => label === name);
            expect(
              row?.slice(1).map((one) => cents(Number(one))),
              `firm ${seed}, ${measure} of ${name}`,
            ).toEqual(amounts);
          }
          expect(sheet.size, `firm ${seed}`).toBeGreaterThan(0);
        }
        const parts = gridOf(marginBridgeSheet(from), "parts");
        const [heads = [], ...bridges] = called("MARGINBRIDGE", "engagement", "");
        expect(heads.length).toBeGreaterThan(8);
        for (const row of parts.rows.slice(0, -1)) {
          const told = bridges.find(([label]) => label === row[0])!;
          const planned = told.findIndex((cell, i) => i > 0 && typeof cell === "number");
          const steps = row.slice(3, 11).map((one) => cents(Number(one)));
          expect(
            told.slice(planned, planned + 8).map((one) => cents(Number(one))),
            `firm ${seed}, ${row[0]}`,
          ).toEqual(steps);
          expect(cents(Number(told[planned + 8]))).toBe(steps.reduce((sum, one) => sum + one, 0));
        }
      }
    });
});
