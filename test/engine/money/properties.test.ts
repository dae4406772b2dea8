import fc from "fast-check";
import { expect, test } from "vitest";
import type { CellRange } from "../../../core/plan/cells.ts";
import { ask } from "../../functions/ask.ts";
import "../../support/seed.ts";
import { DECIMALS, FIRST, type Firm, firmOf, tablesOf } from "./random-firm.ts";

/** HEADROOM_ORACLE=full tries 20,000 firms. */
const numRuns = process.env.HEADROOM_ORACLE === "full" ? 20_000 : 40;

const firms = fc
  .record({ seed: fc.nat(2_000_000_000), from: fc.nat(83), to: fc.nat(83), cut: fc.nat(83), turns: fc.nat(1000) })
  .map(({ seed, from, to, ...rest }) => {
    const [first, last] = [FIRST + Math.min(from, to), FIRST + Math.max(from, to)];
    return { firm: firmOf(seed), from: first, to: last, ...rest };
  })
  .filter(({ firm }) => firm.costs.length > 0 && firm.bookings.length + firm.needs.length + firm.actuals.length > 0);

const ROWS = ["engagement", "client", "kind", "status", "person", "team", "role", "location"];
const PERIODS = ["day", "week", "month", "quarter"];
const unitsIn =
  ({ currency }: Firm) =>
  (cell: unknown) =>
    Math.round(Number(cell) * 10 ** DECIMALS[currency]!);

test("rows and periods add up to the total, whichever they are, to the smallest unit", () => {
  fc.assert(
    fc.property(firms, fc.constantFrom(...ROWS), fc.constantFrom(...PERIODS), ({ firm, from, to }, rows, periods) => {
      const units = unitsIn(firm);
      const tables = tablesOf(firm);
      for (const measure of ["revenue", "cost", "margin"]) {
        const total = ask("MARGIN", from, to, "", "", `measure=${measure}`, ...tables);
        const parts = (ask("MARGIN", from, to, rows, periods, `measure=${measure}`, ...tables) as CellRange).slice(1);
        const cells = parts.flatMap((row) => row.slice(1));
        if (total === "n/a") expect(cells).toContain("n/a");
        else expect(cells.reduce((sum: number, cell) => sum + units(cell), 0)).toBe(units(total));
      }
    }),
    { numRuns },
  );
});

test("margin is revenue less cost in every cell, and percent their ratio where revenue is above 0", () => {
  fc.assert(
    fc.property(firms, ({ firm, from, to }) => {
      const units = unitsIn(firm);
      const [revenue, cost, margin, percent] = ["revenue", "cost", "margin", "percent"].map((measure) =>
        (ask("MARGIN", from, to, "engagement", "month", `measure=${measure}`, ...tablesOf(firm)) as CellRange)
          .slice(1)
          .flatMap((row) => row.slice(1)),
      );
      margin!.forEach((cell, i) => {
        if (cell === "n/a") expect([revenue![i], cost![i]]).toContain("n/a");
        else expect(units(cell)).toBe(units(revenue![i]) - units(cost![i]));
        // More written off than came in leaves nothing to take a share of.
        if (cell === "n/a" || units(revenue![i]) <= 0) expect(percent![i]).toBe("n/a");
        else expect(percent![i]).toBe((units(revenue![i]) - units(cost![i])) / units(revenue![i]));
      });
    }),
    { numRuns: Math.ceil(numRuns / 3) },
  );
});

test("two halves of a period are the whole", () => {
  fc.assert(
    fc.property(firms, ({ firm, from, to, cut }) => {
      const middle = from + (cut % (to - from + 1));
      fc.pre(middle < to);
      const of = (first: number, last: number) =>
        ask("MARGIN", first, last, "", "", "measure=revenue", ...tablesOf(firm));
      const [whole, one, other] = [of(from, to), of(from, middle), of(middle + 1, to)];
      if (one === "n/a" || other === "n/a") expect(whole).toBe("n/a");
      else expect(unitsIn(firm)(one) + unitsIn(firm)(other)).toBe(unitsIn(firm)(whole));
    }),
    { numRuns },
  );
});

test("a fixed fee is earned in full by the end of its work, neither more nor less", () => {
  fc.assert(
    fc.property(firms, ({ firm }) => {
      const fixed = firm.fees.filter(({ kind }) => kind === "fixed fee");
      fc.pre(fixed.length > 0);
      // In one currency, in which the plan counts; fees alone, so that work by the hour and write-offs do not come on top.
      const only: Firm = {
        ...firm,
        fees: fixed.map((fee) => ({ ...fee, currency: firm.currency, amount: Math.round(fee.amount) })),
      };
      const rows = ask(
        "MARGIN",
        FIRST - 60,
        FIRST + 150,
        "engagement",
        "quarter",
        "measure=revenue; kind=fixed price",
        ...tablesOf(only),
      ) as CellRange;
      for (const [name, ...cells] of rows.slice(1)) {
        const { status } = firm.engagements.find((one) => one.name === name)!;
        if (status === "lost" || cells.includes("n/a")) continue;
        const fee = only.fees.filter(({ on }) => on === name).reduce((sum, one) => sum + one.amount, 0);
        const units = unitsIn(firm);
        const share = status === "tentative" ? 2 : 1;
        expect(cells.reduce((sum: number, cell) => sum + units(cell), 0)).toBe(Math.round(units(fee) / share));
      }
    }),
    { numRuns: Math.ceil(numRuns / 2) },
  );
});

test("the order of rows changes nothing", () => {
  fc.assert(
    fc.property(firms, fc.constantFrom(...ROWS), ({ firm, from, to, turns }, rows) => {
      const turned = <T>(all: readonly T[]): readonly T[] => {
        const at = turns % Math.max(1, all.length);
        return [...all.slice(at), ...all.slice(0, at)].reverse();
      };
      const lines = (name: string, ...front: readonly string[]) =>
        [tablesOf(firm), tablesOf(firm, turned)].map((tables) =>
          [...(ask(name, from, to, ...front, ...tables) as CellRange)].map((row) => JSON.stringify(row)).sort(),
        );
      const [margin, again] = lines("MARGIN", rows, "month", "");
      expect(again).toEqual(margin);
      const [bridge, bridgeAgain] = lines("MARGINBRIDGE", "engagement", "");
      expect(bridgeAgain).toEqual(bridge);
    }),
    { numRuns: Math.ceil(numRuns / 2) },
  );
});

test("a firm in another currency at one exchange rate is worth what each line's month converts to", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 3_000_000_000 }),
      fc.integer({ min: 1, max: 400 }),
      fc.nat(100_000),
      (billionths, hours, rate) => {
        const tables: CellRange[] = [
          [
            ["Person", "Role", "Weekly hours"],
            ["Ana", "Dev", 40],
            ["Ben", "Dev", 40],
          ],
          [
            ["Engagement", "Kind", "From", "To"],
            ["Portal", "time and materials", 46023, 46112],
          ],
          [
            ["Person", "Engagement", "Total hours"],
            ["Ana", "Portal", hours],
            ["Ben", "Portal", hours],
          ],
          [
            ["Role", "Rate", "Currency"],
            ["Dev", rate / 100, "USD"],
          ],
          [
            ["Role", "Cost rate"],
            ["Dev", 0],
          ],
          [
            ["Currency", "Rate"],
            ["USD", billionths / 1e9],
          ],
          [
            ["Setting", "Value"],
            ["Currency", "EUR"],
          ],
        ];
        const inDollars = [
          ...tables.slice(0, 5),
          [
            ["Setting", "Value"],
            ["Currency", "USD"],
          ],
        ] as CellRange[];
        const [, ...euros] = ask("MARGIN", 46023, 46112, "person", "month", "", ...tables) as CellRange;
        const [, ...dollars] = ask("MARGIN", 46023, 46112, "person", "month", "", ...inDollars) as CellRange;
        const exact = (cell: unknown) => {
          const product = BigInt(Math.round(Number(cell) * 100)) * BigInt(billionths);
          return Number((2n * product + 1_000_000_000n) / 2_000_000_000n) / 100;
        };
        expect(euros).toEqual(dollars.map(([name, ...cells]) => [name, ...cells.map(exact)]));
      },
    ),
    { numRuns: Math.ceil(numRuns / 2) },
  );
});
