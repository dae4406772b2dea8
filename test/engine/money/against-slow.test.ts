import fc from "fast-check";
import { expect, test } from "vitest";
import type { CellRange } from "../../../core/plan/cells.ts";
import { ask } from "../../functions/ask.ts";
import "../../support/seed.ts";
import { DECIMALS, FIRST, type Firm, firmOf, tablesOf } from "./random-firm.ts";
import { type DayMoney, monthOf, slowBaseline, slowMoney } from "./slow-money.ts";

/** HEADROOM_ORACLE=full judges 20,000 firms. */
const numRuns = process.env.HEADROOM_ORACLE === "full" ? 20_000 : 30;

const firms = fc
  .record({ seed: fc.nat(2_000_000_000), from: fc.nat(83), to: fc.nat(83) })
  .map(({ seed, from, to }) => ({
    firm: firmOf(seed),
    from: FIRST + Math.min(from, to),
    to: FIRST + Math.max(from, to),
  }));
const hasTables = (firm: Firm) =>
  firm.costs.length > 0 && firm.bookings.length + firm.needs.length + firm.actuals.length > 0;

test("revenue and cost of every engagement and month are those of the slow sums, or n/a where they do not know them", () => {
  fc.assert(
    fc.property(firms, ({ firm, from, to }) => {
      fc.pre(hasTables(firm));
      const slow = slowMoney(firm);
      for (const side of ["revenue", "cost"] as const) {
        const [[, ...starts] = [], ...rows] = ask(
          "MARGIN",
          from,
          to,
          "engagement",
          "month",
          `measure=${side}`,
          ...tablesOf(firm),
        ) as CellRange;
        const months = starts.map((day) => monthOf(Number(day)));
        const given = new Map(rows.map(([name, ...cells]) => [name, cells]));
        for (const { name } of firm.engagements) {
          const expected = months.map((month) =>
            sumIn(slow.get(name)!, side, firm, (day) => day >= from && day <= to && monthOf(day) === month),
          );
          expect(given.get(name) ?? months.map(() => 0)).toEqual(expected);
        }
      }
    }),
    { numRuns },
  );
});

test("a bridge starts at the slow sums of the plan, ends at the margin, and has no residual", () => {
  fc.assert(
    fc.property(firms, ({ firm, from, to }) => {
      fc.pre(hasTables(firm));
      const rows = ask("MARGINBRIDGE", from, to, "engagement", "", ...tablesOf(firm)) as CellRange;
      const margins = ask("MARGIN", from, to, "engagement", "", "", ...tablesOf(firm)) as CellRange;
      const marginOf = new Map(margins.map(([name, margin]) => [name, margin]));
      const before = slowBaseline(firm, from, to);
      for (const [name, baseline, ...rest] of rows.slice(1)) {
        const parts = rest.slice(0, -1);
        const now = rest.at(-1);
        if (baseline === "n/a") {
          expect(rest.every((cell) => cell === "n/a")).toBe(true);
          continue;
        }
        const units = (cell: unknown) => Math.round(Number(cell) * 10 ** DECIMALS[firm.currency]!);
        expect(parts.reduce((sum: number, part) => sum + units(part), units(baseline))).toBe(units(now));
        expect(now).toBe(marginOf.get(name!) ?? 0);
        const own = before.get(String(name))!;
        const inside = (day: number) => day >= from && day <= to;
        const [revenue, cost] = [sumIn(own, "revenue", firm, inside), sumIn(own, "cost", firm, inside)];
        expect(units(baseline)).toBe(units(revenue) - units(cost));
      }
    }),
    { numRuns: Math.ceil(numRuns / 2) },
  );
});

function sumIn(
  days: ReadonlyMap<number, DayMoney>,
  side: "revenue" | "cost",
  firm: Firm,
  counts: (day: number) => boolean,
): number | string {
  let sum = 0n;
  for (const [day, money] of days) {
    if (!counts(day)) continue;
    if (money[side] === null) return "n/a";
    sum += money[side]!;
  }
  return Number(sum) / 10 ** DECIMALS[firm.currency]!;
}
