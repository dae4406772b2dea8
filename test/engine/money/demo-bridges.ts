import type { CellRange } from "../../../core/plan/cells.ts";
import { rangesIn } from "../../support/plan.ts";
import { logged, planned, rates } from "./demo-tables.ts";

/** A bridge worked by hand, in euros: baseline, volume, mix, bill rate, cost rate, support, change orders, write-offs, now. */
type Case = { readonly name: string; readonly tables: readonly CellRange[]; readonly steps: readonly number[] };

const TIME = "time and materials";
const FIXED = "fixed price";
const PEOPLE = [
  ["Sue", "Senior", 6000],
  ["Mia", "Mid", 18_000],
] as const;
const LATE_SENIORS = [
  logged([
    ["Sue", 9600],
    ["Mia", 15_600],
  ]),
  rates("Rate", [
    ["Senior", 150, 150],
    ["Mid", 120, 115],
  ]),
  rates("Cost rate", [
    ["Senior", 90, 95],
    ["Mid", 70, 70],
  ]),
];
const HEADS = ["Engagement", "Kind", "Amount", "Currency", "From"];
const FEE = ["Portal", "fixed fee", 48_000, "EUR", null];
const CHANGES = [
  ["Portal", "change order", 5000, "EUR", 46054],
  ["Portal", "write-off", 1200, "EUR", 46082],
];

/** What is booked, all of it in January: what three months would round three times is rounded once. */
function inJanuary(people: Parameters<typeof planned>[1]): readonly CellRange[] {
  const [who, , booked] = planned(TIME, people);
  const work = rangesIn(`
    Engagement | Kind               | From       | To
    Portal     | time and materials | 2026-01-05 | 2026-01-30
  `);
  return [who!, ...work, booked!];
}

export const BRIDGES: readonly Case[] = [
  {
    name: "time and materials has volume, mix and both rates",
    tables: [...planned(TIME, PEOPLE), ...LATE_SENIORS],
    steps: [21_000, 1050, 550, -1300, -800, 0, 0, 0, 20_500],
  },
  {
    name: "a fixed fee has the overrun and the dearer mix at cost: late seniors lose what they earn by the hour",
    tables: [...planned(FIXED, PEOPLE), ...LATE_SENIORS, [HEADS, FEE]],
    steps: [18_000, -1500, -1100, 0, -800, 0, 0, 0, 14_600],
  },
  {
    name: "a fixed fee has change orders and write-offs as parts of their own",
    tables: [...planned(FIXED, PEOPLE), ...LATE_SENIORS, [HEADS, FEE, ...CHANGES]],
    steps: [18_000, -1500, -1100, 0, -800, 0, 5000, -1200, 18_400],
  },
  {
    name: "a role that nobody planned is mix, not rate",
    tables: [
      ...inJanuary([
        ["Mia", "Mid", 6000],
        ["Art", "Architect", 0],
      ]),
      logged([
        ["Mia", 6000],
        ["Art", 600],
      ]),
      rates("Rate", [
        ["Mid", 120, 120],
        ["Architect", 180, 200],
      ]),
      rates("Cost rate", [
        ["Mid", 70, 70],
        ["Architect", 100, 110],
      ]),
    ],
    steps: [5000, 500, 400, 0, 0, 0, 0, 0, 5900],
  },
  {
    name: "hours that were not planned at all are volume",
    tables: [
      ...planned(TIME, [["Mia", "Mid", 0]]).slice(0, 2),
      logged([["Mia", 600]]),
      rates("Rate", [["Mid", null, 120]]),
      rates("Cost rate", [["Mid", null, 70]]),
    ],
    steps: [0, 500, 0, 0, 0, 0, 0, 0, 500],
  },
  {
    name: "parts that each have a fraction of a cent add up to the cent",
    tables: [
      ...inJanuary([
        ["Sue", "Senior", 1001],
        ["Mia", "Mid", 703],
      ]),
      logged([
        ["Sue", 1457],
        ["Mia", 611],
      ]),
      rates("Rate", [
        ["Senior", 125.5, 123.33],
        ["Mid", 99.5, 97.77],
      ]),
      rates("Cost rate", [
        ["Senior", 61.33, 62],
        ["Mid", 49.99, 51.11],
      ]),
    ],
    // In one month, so that each person's revenue and cost is rounded once: 1,650.66 before, 1,964.44 after.
    steps: [1650.66, 352.6, 59.17, -70.31, -27.68, 0, 0, 0, 1964.44],
  },
];

/** 100 h of a senior at 150 less 90, and 300 h of a mid at 120 less 70. */
export const timeAndMaterials = (moreBooked = "") =>
  rangesIn(`
    Person | Role   | Weekly hours
    Sue    | Senior | 40
    Mia    | Mid    | 40

    Engagement | Kind               | From       | To
    Portal     | time and materials | 2026-01-05 | 2026-03-27

    Person | Engagement | Total hours | Billable
    Sue    | Portal     | 100         |
    Mia    | Portal     | 300         |
    ${moreBooked}

    Role   | Rate | Currency
    Senior | 150  | EUR
    Mid    | 120  | EUR

    Role   | Cost rate | Currency
    Senior | 90        | EUR
    Mid    | 70        | EUR
  `);

/** A fee of 48,000 for 180 hours done at 80 in January, and 240 to come at 77.5: six a day from 2 February on, eight weeks. */
export const feePartDone = (): readonly CellRange[] => [
  ...rangesIn(`
    Person | Role   | Weekly hours
    Sue    | Senior | 40
    Mia    | Mid    | 40

    Engagement | Kind        | From       | To
    Portal     | fixed price | 2026-01-05 | 2026-03-27

    Person | Engagement | From       | To         | Hours a day
    Mia    | Portal     | 2026-02-02 | 2026-03-27 | 6

    Person | Cost rate | Currency
    Sue    | 80        | EUR
    Mia    | 77.50     | EUR

    Engagement | Kind      | Amount
    Portal     | fixed fee | 48000
  `),
  [["Day", "Person", "Engagement", "Hours"], ...Array.from({ length: 18 }, (_, i) => [46027 + i, "Sue", "Portal", 10])],
];
