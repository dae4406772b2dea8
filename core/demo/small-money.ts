import type { Cell, CellRange } from "../plan/cells.ts";
import { day } from "./days.ts";
import { smallDemo } from "./small.ts";

/** Money of the small demo, as a workbook of finance's own would hold it. Quillhaven Cloud counts in US dollars. */
export const smallMoney = (): ReadonlyMap<string, CellRange> =>
  new Map<string, CellRange>([
    ["Rates", RATES],
    ["Costs", COSTS],
    ["Fees", FEES],
    ["Exchange", EXCHANGE],
  ]);

/** The rate card; Cobalt has agreed on less for developers. */
const RATES: CellRange = [
  ["Engagement", "Role", "Rate", "Currency", "From"],
  ...[
    ["Senior cloud engineer", 180],
    ["Cloud engineer", 150],
    ["Network engineer", 140],
    ["Delivery manager", 150],
    ["Senior developer", 120],
    ["Developer", 105],
    ["Support engineer", 80],
  ].map(([role = null, rate = null]): readonly Cell[] => [null, role, rate, "USD", null]),
  ["Cobalt platform", "Developer", 95, "USD", null],
];

/** In the currency in which people are paid. */
const COSTS: CellRange = [
  ["Person", "Role", "Cost rate", "Currency", "From"],
  ["Maya Ellison", null, 95, "USD", null],
  ["Ben Carver", null, 75, "USD", null],
  ["Omar Haddad", null, 90, "USD", null],
  ["Wei Ling Tan", null, 80, "SGD", null],
  ["Grace Lind", null, 80, "USD", null],
  [null, "Senior developer", 3000, "INR", null],
  [null, "Developer", 2000, "INR", null],
  [null, "Support engineer", 48, "SGD", null],
];

const FEES: CellRange = [
  ["Engagement", "Kind", "Amount", "Currency", "From", "To"],
  ["Tidewater migration", "fixed fee", 96_000, "USD", null, null],
  ["Harborline desk", "monthly retainer", 14_000, "USD", day(1, 1), day(12, 31)],
  ["Meridian cloud care", "monthly retainer", 12_000, "USD", day(1, 1), day(12, 31)],
];

const EXCHANGE: CellRange = [
  ["Currency", "Rate", "From"],
  ["INR", 0.012, null],
  ["SGD", 0.75, null],
];

/**
 * The small demo in one workbook with its money, two weeks of logged hours, a raise in February, a better rate from March, a change
 * order and a write-off: each step of a margin bridge has something to show. Everybody who opens it sees what people cost.
 */
export function smallMoneyDemo(): ReadonlyMap<string, CellRange> {
  const plan = smallDemo();
  const more = (rows: CellRange | undefined, ...added: CellRange): CellRange => [...(rows ?? []), ...added];
  return new Map<string, CellRange>([
    ...plan,
    [
      "Settings",
      more(
        plan.get("Settings"),
        ["Currency", "USD", "The plan's currency; other amounts are exchanged"],
        ["Margin target", 0.3, "Sheets mark what leaves less of its revenue"],
        ["Money shown", "all", "What sheets show of money (or: all but salaries, none)"],
      ),
    ],
    ["Rates", more(RATES, ["Cobalt platform", "Developer", 100, "USD", day(3, 1)])],
    ["Costs", more(COSTS, [null, "Senior developer", 3200, "INR", day(2, 1)])],
    [
      "Fees",
      more(
        FEES,
        ["Tidewater migration", "change order", 5000, "USD", day(2, 2), null],
        ["Cobalt platform", "write-off", 1200, "USD", day(1, 31), null],
        ["Meridian cloud care", "expense", 650, "USD", day(2, 10), null],
      ),
    ],
    ["Exchange", EXCHANGE],
    ["Actuals", more(plan.get("Actuals"), ...logged())],
  ]);
}

/** Two weeks: Omar and Daniel take longer than planned, Rohan does Asha's work while she is elsewhere. */
const WORKED: readonly (readonly [person: string, engagement: string, hours: number])[] = [
  ["Omar Haddad", "Cobalt platform", 6],
  ["Omar Haddad", "Internal tooling", 2],
  ["Rohan Kulkarni", "Cobalt platform", 8],
  ["Asha Patil", "Cobalt platform", 0],
  ["Daniel Koh", "Harborline desk", 8],
];
const logged = (): readonly (readonly Cell[])[] =>
  [5, 6, 7, 8, 9, 12, 13, 14, 15, 16].flatMap((date) =>
    WORKED.map(([person, engagement, hours]): readonly Cell[] => [
      day(1, date),
      person,
      engagement,
      hours,
      engagement !== "Internal tooling",
    ]),
  );
