import { expect, test } from "vitest";
import { run } from "../../core/host.ts";
import { ask, type ReplyOf } from "../../core/questions/index.ts";
import { areaOf } from "../../core/sheets/a1.ts";
import { type MemoryBook, memoryBook, memoryHost } from "../support/memory-host.ts";
import { rangesIn } from "../support/plan.ts";

const NAMES = ["Settings", "People", "Engagements", "Allocations", "Rates", "Costs", "Actuals"];
/** Kim works for Shop as planned; 8 hours of it were logged before the plan of 30 begins, at last year's cost. */
const TABLES = rangesIn(`
  Setting | Value
  Horizon from | 2026-01-05
  Horizon weeks | 12
  As of | 2026-01-02
  Currency | EUR
  Money shown | all

  Person | Role | Weekly hours
  Kim | Developer | 40

  Engagement | Client | Kind | Status | From | To
  Shop | Acme | time and materials | confirmed | 2025-12-01 | 2026-01-12
  Desk | Acme | time and materials | confirmed | |

  Person | Engagement | Hours a day | From | To
  Kim | Shop | 5 | 2026-01-05 | 2026-01-12

  Role | Rate | Currency | From
  Developer | 100 | EUR |
  Developer | 110 | EUR | 2026-01-01

  Role | Cost rate | From
  Developer | 50 | 2025-01-01
  Developer | 56 | 2026-01-01

  Day | Person | Engagement | Hours
  2025-12-30 | Kim | Shop | 8
  2026-01-02 | Kim | Desk | 6
`);

const asked = (book: MemoryBook, name: string, form: unknown) => run(ask(name, form), memoryHost(book).host);

function book(): MemoryBook {
  const made = memoryBook(Object.fromEntries(TABLES.map((cells, i) => [NAMES[i]!, cells])));
  asked(made, "makeSheets", { sheets: "Margin; Margin bridge" });
  return made;
}

/** What the panel says of the cell of a row under a heading. */
function explained(from: MemoryBook, sheet: string, heading: string, name: string) {
  const cells = [...from.sheets.get(sheet)!.cells].map(([key, cell]) => [key.split(",").map(Number), cell] as const);
  const [[top, column]] = cells.filter(([, cell]) => cell === heading).at(-1)! as unknown as [[number, number]];
  const [[row]] = cells.find(([[line], cell]) => line! > top && cell === name)! as unknown as [[number]];
  from.selected = { sheet, at: areaOf(`${String.fromCharCode(65 + column)}${row + 1}`)! };
  return (asked(from, "explainSelected", {}) as ReplyOf<"explainSelected">).explained!;
}

test("a budget is explained by hours, their rate, the day that it is of and the row that says it", () => {
  const from = book();
  // Six days of 5 h from 5 January on at 56, and 8 h of 30 December at 50.
  const cost = explained(from, "Margin", "Budget cost", "Shop");
  expect(cost.figure).toBe("2,080.00 EUR");
  expect(cost.sums[0]!.parts.map(({ label, amount, goTo }) => [label, amount, goTo])).toEqual([
    [
      "Kim, 8 h × EUR 50.00, Costs: role Developer, from 1 Jan 2025, as worked before the plan begins",
      "400.00 EUR",
      { sheet: "Costs", a1: "A2" },
    ],
    [
      "Kim, 30 h × EUR 56.00, Costs: role Developer, from 1 Jan 2026, as on 5 Jan 2026",
      "1,680.00 EUR",
      { sheet: "Costs", a1: "A3" },
    ],
  ]);
  const revenue = explained(from, "Margin", "Budget revenue", "Shop");
  expect(revenue.sums[0]!.parts.map(({ label, goTo }) => [label, goTo])).toEqual([
    ["Kim, 8 h × EUR 100.00, Rates: role Developer, as worked before the plan begins", { sheet: "Rates", a1: "A2" }],
    ["Kim, 30 h × EUR 110.00, Rates: role Developer, from 1 Jan 2026, as on 5 Jan 2026", { sheet: "Rates", a1: "A3" }],
  ]);
});

test("volume of work that nobody planned is called so", () => {
  const volume = explained(book(), "Margin bridge", "Volume", "Desk");
  // Six hours at 110 less 56.
  expect(volume.sums[0]!.parts.map(({ label, amount }) => [label, amount])).toEqual([
    ["Kim: 6 h that nobody planned, revenue less cost", "324.00 EUR"],
  ]);
});
