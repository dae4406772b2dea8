import { beforeAll, describe, expect, test } from "vitest";
import { moneyShown } from "../../core/engine/money/view.ts";
import { type LinearProgramme, linearJudge } from "../support/highs.ts";
import { publish, recovered, widths } from "./attack.ts";
import { firmOf, withoutPeople } from "./firm.ts";

const FIRMS = process.env.HEADROOM_ORACLE === "full" ? 1000 : 60;
const seeds = [...Array(FIRMS).keys()];
let judge: (programme: LinearProgramme) => number;
beforeAll(async () => {
  judge = await linearJudge();
});

describe("linear programming over all that is shown, with the hours of everybody known", () => {
  test("pins no rate to better than 40 % of it", () => {
    let shown = 0;
    let merged = 0;
    for (const seed of seeds) {
      const firm = firmOf(seed);
      const { shown: view, figures } = publish(firm);
      for (const [rate, width] of widths(figures, firm.rates, judge))
        expect(width, `firm ${seed}, ${rate}`).toBeGreaterThan(0.4);
      shown += view.rows.filter(({ members }) => members.length === 1).length;
      merged += view.rows.filter(({ members }) => members.length > 1).length;
    }
    expect(shown).toBeGreaterThan(FIRMS / 4);
    expect(merged).toBeGreaterThan(FIRMS / 4);
  });

  test("would find rates in most firms, were every engagement and month shown", () => {
    const found = seeds.slice(0, 40).filter((seed) => {
      const firm = firmOf(seed);
      return recovered(widths(publish(firm, [], false).figures, firm.rates, judge)).length > 0;
    });
    expect(found.length).toBeGreaterThan(30);
  });

  test("pins no rate from two refreshes between which one person joined", () => {
    let unaware = 0;
    for (const seed of seeds) {
      const after = firmOf(seed);
      const [last = ""] = [...after.roleOf.keys()].slice(-1);
      const before = withoutPeople(after, new Set([last]));
      const first = publish(before);
      const second = publish(after, first.shown.told);
      const both = widths([...first.figures, ...second.figures], after.rates, judge);
      for (const [rate, width] of both) expect(width, `firm ${seed}, ${rate}`).toBeGreaterThan(0.2);
      const alone = [...first.figures, ...publish(after).figures];
      if (recovered(widths(alone, after.rates, judge)).length > 0) unaware += 1;
    }
    expect(unaware).toBeGreaterThan(FIRMS / 4);
  });

  test("leaves a colleague who knows their own rate without anybody else's", () => {
    for (const seed of seeds.slice(0, 20)) {
      const firm = firmOf(seed);
      const { figures } = publish(firm);
      for (const [own, rate] of firm.rates) {
        const known = [...figures, { hours: new Map([[own, 1]]), cost: rate, within: 0.001 }];
        for (const [other, width] of widths(known, firm.rates, judge))
          if (other !== own) expect(width, `firm ${seed}: ${own} looks at ${other}`).toBeGreaterThan(0.05);
      }
    }
  });

  test("has nothing to work on in the view none", () => {
    expect(moneyShown([{ label: "All", group: "", cost: new Map([["a", [1]]]) }], "none", [[[0]]])).toEqual({
      rows: [],
      columns: [[0]],
      totals: [],
      told: [],
    });
  });
});
