import { beforeAll, describe, expect, test } from "vitest";
import { moneyShown } from "../../core/engine/money/view.ts";
import { type LinearProgramme, linearJudge } from "../support/highs.ts";
import { publish, recovered, widths } from "./attack.ts";
import { firmOf, respelled, withoutPeople } from "./firm.ts";

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

  test("pins no rate from two refreshes between which names were respelled and somebody worked more", () => {
    const spellings: readonly (readonly [string, (name: string) => string])[] = [
      ["in capitals", (name) => name.toUpperCase()],
      ["last name first", (name) => name.split(" ").reverse().join(", ")],
    ];
    const [unaware, refused] = [new Set<string>(), new Set<string>()];
    for (const [how, spell] of spellings)
      for (const seed of seeds.slice(0, 30)) {
        const before = firmOf(seed);
        const after = respelled(before, spell);
        const first = publish(before);
        if (first.figures.length === 0) continue;
        const was = new Map([...before.roleOf.keys()].map((name) => [spell(name), name]));
        const known = (all: ReturnType<typeof publish>["figures"]) =>
          all.map((one) => ({
            ...one,
            hours: new Map([...one.hours].map(([who, sum]) => [was.get(who) ?? who, sum])),
          }));
        const found = (second: ReturnType<typeof publish>) =>
          widths([...first.figures, ...known(second.figures)], before.rates, judge);
        const second = publish(after, first.shown.told);
        for (const [rate, width] of found(second)) expect(width, `firm ${seed}, ${how}, ${rate}`).toBeGreaterThan(0.2);
        if (second.shown.unmatched !== undefined) {
          refused.add(how);
          expect(second.figures).toEqual([]);
          const nowCalled = new Map(
            [...was].map(([now, name]) => [`person ${name.toLowerCase()}`, now.toLowerCase()] as const),
          );
          const third = publish(after, first.shown.told, true, nowCalled);
          expect(third.shown.unmatched).toBeUndefined();
          for (const [rate, width] of found(third))
            expect(width, `firm ${seed}, matched, ${rate}`).toBeGreaterThan(0.2);
        }
        if (recovered(found(publish(after))).length > 0) unaware.add(`${how} ${seed}`);
      }
    expect([...refused]).toEqual(["last name first"]);
    expect(unaware.size).toBeGreaterThan(10);
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
