import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { explainCell } from "../../core/explain/index.ts";
import { figureText } from "../../core/explain/text.ts";
import { given } from "../../core/sheets/given.ts";
import { sheetNames } from "../../core/sheets/index.ts";
import { MONDAY } from "../support/engine-plan.ts";
import { planIn } from "../support/plan.ts";
import { expectAddsUp } from "./adds-up.ts";
import { grids, type MadeSheet, made } from "./figures.ts";
import { randomTables } from "./random-tables.ts";

/** Ana is away for a week in which 10 hours are booked on her; of three milestones one was late, one is open and late, one cancelled. */
const FIRM = planIn(`
  Setting       | Value
  Horizon from  | 2026-01-05
  Horizon weeks | 3
  As of         | 2026-01-20

  Person | Weekly hours
  Ana    | 40

  Engagement | Kind
  Portal     | time and materials

  Person | Engagement | From       | To         | Hours a day
  Ana    | Portal     | 2026-01-05 | 2026-01-23 | 6

  Person | From       | To
  Ana    | 2026-01-12 | 2026-01-16

  Day        | Person | Engagement | Hours
  2026-01-13 | Ana    | Portal     | 10

  Engagement | Milestone | Baseline   | Due        | Delivered  | Cancelled
  Portal     | Design    | 2026-01-09 |            | 2026-01-13 |
  Portal     | Build     | 2026-01-16 | 2026-01-23 |            |
  Portal     | Party     | 2026-01-12 |            |            | yes
`);

/** What Explain says of a cell: its figure, and the rows behind it. */
function said({ model, from }: MadeSheet, grid: string, first: string, column: string | RegExp) {
  const found = grids(model).find(({ key }) => key === grid)!;
  const row = found.rows.findIndex(([cell]) => String(cell).startsWith(first));
  const at = found.columns.findIndex(({ key }, i) =>
    typeof column === "string" ? key === column : column.test(String(found.rows[row]![i])),
  );
  const one = explainCell(from, found, row, at);
  if (one === null) return { cell: found.rows[row]![at], figure: null };
  const rows = one.sums.flatMap(({ parts }) =>
    parts.map(({ label, amount, at: place }) => [label, amount, place !== null]),
  );
  return {
    cell: found.rows[row]![at],
    figure: figureText(one),
    rows,
    leftOut: one.leftOut.map(({ label, why }) => `${label}: ${why}`),
  };
}

describe("words and signs come with the rows behind them", () => {
  const utilization = made("Utilization and overload", FIRM, 3, given(FIRM));
  const metrics = made("Delivery metrics", FIRM, 3, given(FIRM));

  test("work in a week without any capacity: the hours, and what took the capacity", () => {
    expect(said(utilization, "people", "Ana", /no hours/)).toEqual({
      cell: "▲ no hours",
      figure: "n/a",
      rows: [
        ["Ana on Portal, hours logged", 600, true],
        ["Contract hours", 2400, false],
        ["Leave", -2400, false],
      ],
      leftOut: [],
    });
  });

  test("milestones: the two days, and their row", () => {
    expect(said(metrics, "milestones", "Design", "byBaseline")).toEqual({
      cell: "▲ late",
      figure: "4",
      rows: [["Due 9 Jan 2026, delivered 13 Jan 2026", 4, true]],
      leftOut: [],
    });
    expect(said(metrics, "milestones", "Build", "byBaseline")).toEqual({
      cell: "✕ open",
      figure: "4",
      rows: [["Due 16 Jan 2026, still open 20 Jan 2026", 4, true]],
      leftOut: [],
    });
    expect(said(metrics, "milestones", "Build", "byNow")).toEqual({
      cell: "not yet due",
      figure: "−3",
      rows: [["Due 23 Jan 2026, still open 20 Jan 2026", -3, true]],
      leftOut: [],
    });
    expect(said(metrics, "milestones", "Party", "byBaseline")).toEqual({
      cell: "cancelled",
      figure: "0",
      rows: [],
      leftOut: ["Portal, Party: cancelled"],
    });
  });

  test("the sign of a month: the figure that it judges", () => {
    expect(said(metrics, "months", "Jan 2026", "onTimeLight")).toEqual({
      cell: "✕ act",
      figure: "0.0 %",
      rows: [
        ["Portal, Design: due 9 Jan 2026, delivered 13 Jan 2026, late", 1, true],
        ["Portal, Build: due 16 Jan 2026, still open", 1, true],
      ],
      leftOut: ["Portal, Party: cancelled"],
    });
  });

  test("a name stays a name", () => {
    expect(said(utilization, "people", "Ana", "name")).toEqual({ cell: "Ana", figure: null });
  });
});

test("whatever stands in a cell of a random plan's sheets, what is said of it adds up", () => {
  let explained = 0;
  fc.assert(
    fc.property(randomTables, (plan) => {
      const from = given(plan, { from: MONDAY, weeks: 4 });
      for (const name of sheetNames(plan)) {
        for (const grid of grids(made(name, plan, 4, from).model)) {
          grid.rows.slice(0, 4).forEach((row, at) => {
            row.forEach((content, column) => {
              if (typeof content !== "string") return;
              const one = explainCell(from, grid, at, column);
              if (one === null) return;
              expectAddsUp(one);
              explained += 1;
            });
          });
        }
      }
    }),
    { numRuns: 2 },
  );
  expect(explained).toBeGreaterThan(20);
});
