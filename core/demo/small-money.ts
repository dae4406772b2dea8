import type { Cell, CellRange } from "../plan/cells.ts";
import { day } from "./days.ts";

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
