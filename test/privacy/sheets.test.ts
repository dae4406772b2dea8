import { beforeAll, describe, expect, test } from "vitest";
import { type LinearProgramme, linearJudge } from "../support/highs.ts";
import { recovered, widths } from "./attack.ts";
import { firmOf, withoutPeople } from "./firm.ts";
import { attackSheets, withPast } from "./published.ts";

const FIRMS = process.env.HEADROOM_ORACLE === "full" ? 200 : 8;
const seeds = [...Array(FIRMS).keys()];
let judge: (programme: LinearProgramme) => number;
beforeAll(async () => {
  judge = await linearJudge();
});

describe("linear programming over every number of Margin and Margin bridge in the view all but salaries", () => {
  test("pins no rate to better than 40 % of it, and every number is the sum of what those see who may see all", () => {
    let numbers = 0;
    for (const seed of seeds) {
      const firm = withPast(firmOf(seed), seed);
      const { figures, wrong, rows } = attackSheets(firm);
      expect(wrong, `firm ${seed}`).toEqual([]);
      for (const [rate, width] of widths(figures, firm.rates, judge))
        expect(width, `firm ${seed}, ${rate}`).toBeGreaterThan(0.4);
      numbers += rows;
    }
    expect(numbers).toBeGreaterThan(FIRMS);
  });

  test("pins no rate from two refreshes between which one person joined", () => {
    for (const seed of seeds) {
      const after = withPast(firmOf(seed), seed);
      const [last = ""] = [...after.roleOf.keys()].slice(-1);
      const gone = new Set([last]);
      const left = withoutPeople(after, gone);
      const actuals = left.tables.get("Actuals")!.filter(([, who]) => who !== last);
      const before = { ...left, tables: new Map([...left.tables, ["Actuals", actuals]]) };
      const first = attackSheets(before);
      const second = attackSheets(after, first.told);
      const both = widths([...first.figures, ...second.figures], after.rates, judge);
      for (const [rate, width] of both) expect(width, `firm ${seed}, ${rate}`).toBeGreaterThan(0.2);
    }
  });

  test("finds rates in firms whose sheets are made twice without a record", () => {
    const found = seeds.slice(0, 8).filter((seed) => {
      const after = withPast(firmOf(seed), seed);
      const [last = ""] = [...after.roleOf.keys()].slice(-1);
      const left = withoutPeople(after, new Set([last]));
      const actuals = left.tables.get("Actuals")!.filter(([, who]) => who !== last);
      const first = attackSheets({ ...left, tables: new Map([...left.tables, ["Actuals", actuals]]) });
      return recovered(widths([...first.figures, ...attackSheets(after).figures], after.rates, judge)).length > 0;
    });
    expect(found.length).toBeGreaterThan(1);
  });
});
