import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { countedBy } from "../../core/engine/counted.ts";
import { convert } from "../../core/engine/money/exchange.ts";
import { margins } from "../../core/engine/money/margins.ts";
import { timeline } from "../../core/engine/timeline.ts";
import type { CellRange } from "../../core/plan/cells.ts";
import { readPlan } from "../../core/plan/read-plan.ts";
import { given } from "../../core/sheets/given.ts";
import { marginSheet } from "../../core/sheets/margin.ts";
import { marginBridgeSheet } from "../../core/sheets/margin-bridge.ts";
import type { Grid, SheetModel } from "../../core/sheets/model.ts";
import { dayNumber } from "../../core/units.ts";
import { FIRST, type Firm, firmOf, tablesOf } from "../engine/money/random-firm.ts";
import { shown } from "../explain/figures.ts";
import { ask } from "../functions/ask.ts";
import "../support/seed.ts";

/** HEADROOM_ORACLE=full tries 20,000 firms, which takes about seven minutes. */
const isFull = process.env.HEADROOM_ORACLE === "full";
const numRuns = isFull ? 20_000 : 120;
if (isFull) vi.setConfig({ testTimeout: 3_600_000 });

const firms = fc
  .nat(2_000_000_000)
  .map(firmOf)
  .filter(
    ({ costs, bookings, needs, actuals }) => costs.length > 0 && bookings.length + needs.length + actuals.length > 0,
  );
const SHEETS: CellRange = [
  ["Setting", "Value"],
  ["Money shown", "all"],
  ["Horizon from", FIRST + 4],
  ["Horizon weeks", 12],
];
/** The settings of the firm and of the sheets in one table. */
function givenOf(firm: Firm, tables = tablesOf(firm)) {
  const rest = tables.filter(([head]) => head?.[0] !== "Setting");
  const settings = tables.flatMap(([head, ...rows]) => (head?.[0] === "Setting" ? rows : []));
  return given(readPlan([...rest, [...SHEETS, ...settings]].map((cells) => ({ cells }))));
}
const grids = ({ blocks }: SheetModel): ReadonlyMap<string, Grid> =>
  new Map(blocks.flatMap((block) => (block.kind === "grid" ? [[block.key, block] as const] : [])));

test("engagements by month are clients, the portfolio, and all months, to the smallest unit, on the sheet as it is computed", () => {
  let judged = 0;
  fc.assert(
    fc.property(firms, (firm) => {
      const from = givenOf(firm);
      const months = grids(marginSheet(from)).get("months")!;
      const clientOf = new Map(firm.engagements.map(({ name, client }) => [name, client]));
      const last = months.columns.length - 2;
      const at = new Map(months.rows.map((row, i) => [`${row[2]} ${row[0]}`, i]));
      const figure = (name: string, column: number) => shown(months, at.get(name)!, column);
      const sum = (all: readonly (number | null)[]) =>
        all.includes(null) ? null : all.reduce((whole: number, one) => whole + one!, 0);
      for (const side of ["Revenue", "Cost", "Margin"]) {
        const own = firm.engagements.map(({ name }) => name).filter((name) => at.has(`${side} ${name}`));
        for (let column = 3; column <= last; column++) {
          const all = sum(own.map((name) => figure(`${side} ${name}`, column)));
          if (own.length > 0) expect(figure(`${side} Portfolio`, column)).toBe(all);
          for (const client of new Set(clientOf.values())) {
            const its = own.filter((name) => clientOf.get(name) === client);
            if (its.length < 2) continue;
            const whole = sum(its.map((name) => figure(`${side} ${name}`, column)));
            expect(figure(`${side} ${client}, all`, column)).toBe(whole);
          }
        }
        for (const name of [...own, "Portfolio"]) {
          const columns = Array.from({ length: last - 3 }, (_, i) => figure(`${side} ${name}`, 3 + i));
          expect(figure(`${side} ${name}`, last)).toBe(sum(columns));
          if (side === "Margin")
            for (let column = 3; column <= last; column++) {
              const [revenue, cost] = [figure(`Revenue ${name}`, column), figure(`Cost ${name}`, column)];
              const margin = revenue === null || cost === null ? null : revenue - cost;
              expect(figure(`Margin ${name}`, column)).toBe(margin);
              judged += 1;
            }
        }
      }
    }),
    { numRuns },
  );
  expect(judged).toBeGreaterThan(numRuns);
});

test("every bridge and every waterfall of the sheet ends at what its steps come to, and bridges at the margin of all months", () => {
  fc.assert(
    fc.property(firms, (firm) => {
      const from = givenOf(firm);
      const months = grids(marginSheet(from)).get("months")!;
      const last = months.columns.length - 2;
      const bridge = grids(marginBridgeSheet(from));
      const parts = bridge.get("parts")!;
      for (const [i, row] of parts.rows.entries()) {
        const steps = Array.from({ length: 8 }, (_, j) => shown(parts, i, 3 + j));
        const now = shown(parts, i, 11);
        expect(now).toBe(steps.includes(null) ? null : steps.reduce((all: number, one) => all + one!, 0));
        const margin = months.rows.findIndex(([name, , figure]) => name === row[0] && figure === "Margin");
        if (now !== null && margin >= 0) expect(now).toBe(shown(months, margin, last) ?? now);
      }
      for (const [key, grid] of bridge) {
        if (key !== "waterfall" && !key.startsWith("mover")) continue;
        const amounts = grid.rows.map((_, i) => shown(grid, i, 1)!);
        expect(amounts.at(-1)).toBe(amounts.slice(0, -1).reduce((all, one) => all + one, 0));
      }
    }),
    { numRuns: Math.ceil(numRuns / 2) },
  );
});

/** A firm of one currency beside one that counts in another, at one rate for all days. */
test("exchange: a firm comes to the sum of its lines by month and of its fees, each converted and rounded once", () => {
  const rate = fc.integer({ min: 1, max: 3_000_000_000 });
  fc.assert(
    fc.property(firms, rate, (firm, billionths) => {
      const inEuro = <T extends { readonly currency: string }>(all: readonly T[]) =>
        all.map((one) => ({ ...one, currency: "EUR" }));
      const cents = <T extends { readonly rate: number }>(all: readonly T[]) =>
        all.map((one) => ({ ...one, rate: Math.round(one.rate * 100) / 100 }));
      const own: Firm = {
        ...firm,
        currency: "EUR",
        exchange: [],
        rates: cents(inEuro(firm.rates)),
        costs: cents(inEuro(firm.costs)),
        fees: inEuro(firm.fees).map((fee) => ({ ...fee, amount: Math.round(fee.amount * 100) / 100 })),
        // Work that nobody is booked on costs an average of converted rates, which is rounded as a rate: no line of its own.
        needs: [],
        bookings: firm.bookings.filter(({ who }) => who !== null),
      };
      fc.pre(own.bookings.length + own.actuals.length > 0);
      const abroad: Firm = { ...own, currency: "USD", exchange: [{ currency: "EUR", billionths, from: 1 }] };
      const [before, after] = [linesOf(own), linesOf(abroad)];
      const expected = before.map((one) => ({
        revenue: convert(one.revenue, { numerator: billionths, denominator: 1_000_000_000 }),
        cost: convert(one.cost, { numerator: billionths, denominator: 1_000_000_000 }),
      }));
      expect(after).toEqual(expected);
      const total = ask("MARGIN", NOVEMBER, FIRST + 89, "", "", "measure=revenue", ...tablesOf(abroad));
      const parts = (
        ask("MARGIN", NOVEMBER, FIRST + 89, "client", "month", "measure=revenue", ...tablesOf(abroad)) as CellRange
      )
        .slice(1)
        .flatMap(([, ...cells]) => cells);
      if (total === "n/a") expect(parts).toContain("n/a");
      else
        expect(parts.reduce((sum: number, one) => sum + Math.round(Number(one) * 100), 0)).toBe(
          Math.round(Number(total) * 100),
        );
    }),
    { numRuns: Math.ceil(numRuns / 2) },
  );
});

/** From 1 November 2025 on, before which nothing of a firm is done. */
const NOVEMBER = FIRST - 61;

/** Each line of hours and each retainer by month, each other fee over all of its days, in minor units. */
function linesOf(firm: Firm) {
  const plan = readPlan(tablesOf(firm).map((cells) => ({ cells })));
  const months = timeline(dayNumber(NOVEMBER), dayNumber(FIRST + 89), "month");
  const { time, lines, flows } = margins(plan, months, countedBy(plan.settings));
  const sums = (
    { revenue, cost }: Pick<(typeof lines)[number], "revenue" | "cost">,
    counts: (piece: number) => boolean,
  ) => {
    const sum = (amounts: Float64Array) =>
      amounts.reduce((all, one, at) => all + (counts(time.first + at) ? one : 0), 0);
    return { revenue: sum(revenue), cost: sum(cost) };
  };
  const byMonth = [...lines, ...flows.filter(({ kind }) => kind === "monthly retainer")];
  return [
    ...byMonth.flatMap((one) => months.periods.map((_, month) => sums(one, (piece) => time.askedOf[piece] === month))),
    ...flows.filter(({ kind }) => kind !== "monthly retainer").map((one) => sums(one, () => true)),
  ];
}
