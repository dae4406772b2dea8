import { describe, expect, test } from "vitest";
import type { CellRange } from "../../core/plan/cells.ts";
import { readPlan } from "../../core/plan/read-plan.ts";
import { given } from "../../core/sheets/given.ts";
import { marginSheet } from "../../core/sheets/margin.ts";
import { marginLinesSheet } from "../../core/sheets/margin-lines.ts";
import { linesOf } from "../sheets/demo.ts";
import { day, rangesIn } from "../support/plan.ts";
import { ask } from "./ask.ts";

/** A retainer of 9,000 a month, and rates of its own of 120 an hour; January 2026 has 20 working days from the 5th to the 30th. */
const FIRM = `
  Setting       | Value
  Horizon from  | 2026-01-01
  Horizon weeks | 8
  Currency      | EUR
  Money shown   | all

  Person | Role   | Weekly hours | Skills
  Sue    | Senior | 40           | AWS 2
  Tim    | Senior | 40           | AWS 2

  Role   | Cost rate | Currency
  Senior | 50        | EUR

  Engagement | Client | Kind            | Status    | From       | To
  Care       | Acme   | managed service | confirmed | 2026-01-01 | 2026-02-28
`;
const RATES = "Engagement | Rate | Currency\nCare | 120 | EUR";
const fees = (included: string, kind = "monthly retainer", more = "") => `
  Engagement | Kind    | Amount | Currency | From       | To         | Included hours
  Care       | ${kind} | 9000   | EUR      | 2026-01-01 | 2026-02-28 | ${included}
  ${more}`;
/** So many hours a day from 5 to 30 January, of Sue. */
const booked = (hours: number | string, more = "") => `
  Person | Engagement | Skill | Hours a day | From       | To         | Billable
  Sue    | Care       | AWS   | ${hours}    | 2026-01-05 | 2026-01-30 | yes
  ${more}`;

const tablesOf = (...texts: readonly string[]) => rangesIn([FIRM, ...texts].join("\n\n"));
function money(tables: readonly CellRange[], from: string, to: string, rows = "", periods = "", measure = "revenue") {
  return ask("MARGIN", day(from), day(to), rows, periods, `measure=${measure}`, ...tables);
}
const revenue = (...texts: readonly string[]) => money(tablesOf(...texts), "2026-01-01", "2026-01-31");
const problems = (...texts: readonly string[]) =>
  (ask("PLANCHECK", ...tablesOf(...texts)) as CellRange)
    .filter((row) => ["HR-303", "HR-310", "HR-311", "HR-312"].includes(String(row[4])))
    .map((row) => row.join(" | "));

describe("only billable hours beyond the included ones of a calendar month are charged", () => {
  test.each([
    ["100 h of which 80 are included: 9,000 + 20 × 120", "80", booked(5), 11_400],
    ["60 h are all included", "80", booked(3), 9_000],
    ["80 h are just included", "80", booked(4), 9_000],
    ["with 0 included every hour is on top: 9,000 + 100 × 120", "0", booked(5), 21_000],
    ["so is it where nothing is said", "", booked(5), 21_000],
    [
      "hours that are not billable take none of the included ones",
      "80",
      booked(5, "Tim | Care | AWS | 5 | 2026-01-05 | 2026-01-30 | no"),
      11_400,
    ],
    [
      "two people share what is beyond: 200 h less 80, × 120",
      "80",
      booked(5, "Tim | Care | AWS | 5 | 2026-01-05 | 2026-01-30 | yes"),
      9_000 + 120 * 120,
    ],
    ["hours may be parts of one: 100 h less 80.5", "80:30", booked(5), 9_000 + 19.5 * 120],
  ])("%s", (_, included, bookings, expected) => {
    expect(revenue(fees(included), bookings, RATES)).toBe(expected);
  });

  test("work with a retainer that is paid by the hour charges by its rate card beyond the included hours", () => {
    const tables = tablesOf(fees("80"), booked(5), "Role | Rate | Currency\nSenior | 120 | EUR").map((cells) =>
      cells.map((row) => row.map((cell) => (cell === "managed service" ? "time and materials" : cell))),
    );
    expect(money(tables, "2026-01-01", "2026-01-31")).toBe(11_400);
    const codes = (ask("PLANCHECK", ...tables) as CellRange).map((row) => row[4]);
    expect(codes).not.toContain("HR-303");
  });

  test("a month in which a retainer begins includes hours in proportion to its days, as it pays", () => {
    // From 17 January on: 15 of 31 days, so 4,354.84 and 15/31 of 62 h = 30 h; 5 h a day from the 19th to the 30th are 50 h.
    const fee = fees("62").replace("2026-01-01 | 2026-02-28", "2026-01-17 | 2026-02-28");
    const work = booked(5).replace("2026-01-05", "2026-01-19");
    expect(revenue(fee, work, RATES)).toBe(4_354.84 + 20 * 120);
  });

  test("two retainers include the hours of both", () => {
    const more = "Care | monthly retainer | 1000 | EUR | 2026-01-01 | 2026-01-31 | 10";
    expect(revenue(fees("80", "monthly retainer", more), booked(5), RATES)).toBe(10_000 + 10 * 120);
  });

  test("hours of one month make no room in another", () => {
    const tables = tablesOf(fees("80"), booked(5, "Sue | Care | AWS | 3 | 2026-02-02 | 2026-02-27 | yes"), RATES);
    // February has 60 h: 20 are left, and none of January's 20 is covered by them.
    expect(money(tables, "2026-01-01", "2026-02-28", "engagement", "month")).toEqual([
      ["Engagement", day("2026-01-01"), day("2026-02-01")],
      ["Care", 11_400, 9_000],
    ]);
  });

  test("of tentative work both sides go by its odds", () => {
    const tables = tablesOf(fees("80"), booked(5), RATES).map((cells) =>
      cells[0]!.includes("Client")
        ? cells.map((row, i) => [
            ...row.map((cell) => (cell === "confirmed" ? "tentative" : cell)),
            i === 0 ? "Odds" : 0.5,
          ])
        : cells,
    );
    expect(money(tables, "2026-01-01", "2026-01-31")).toBe(5_700);
  });

  test("whole months decide, whichever days are asked for, and days add up to the month", () => {
    const tables = tablesOf(fees("80"), booked(5), RATES);
    // By 16 January 50 of 100 hours: half of the 20 beyond, and 16 of 31 days of the retainer.
    expect(money(tables, "2026-01-01", "2026-01-16")).toBe(Math.round((9_000 * 16 * 100) / 31) / 100 + 10 * 120);
    const [, [, ...days] = []] = money(tables, "2026-01-01", "2026-01-31", "engagement", "day") as CellRange;
    expect(days.reduce((sum: number, one) => sum + Math.round(Number(one) * 100), 0)).toBe(1_140_000);
  });

  test("what is beyond is rounded once for all who work: 3 × 833.33 would lose a cent", () => {
    const three = tablesOf(
      fees("80"),
      "Person | Engagement | Skill | Total hours | From | To | Billable",
      RATES.replace("120", "125"),
    );
    const people = ["Sue", "Tim", "Una"];
    const tables = [
      ...three.filter(([head]) => !head!.includes("Weekly hours") && !head!.includes("Total hours")),
      [["Person", "Role", "Weekly hours"], ...people.map((one) => [one, "Senior", 40])],
      [
        ["Person", "Engagement", "Total hours", "From", "To"],
        // 100 h in all: 33 h 20 min each.
        ...people.map((one) => [one, "Care", "33:20", day("2026-01-05"), day("2026-01-30")]),
      ],
    ] as CellRange[];
    const [, ...rows] = money(tables, "2026-01-01", "2026-01-31", "person", "total", "revenue") as CellRange;
    expect(money(tables, "2026-01-01", "2026-01-31")).toBe(9_000 + 2_500);
    expect(rows).toEqual([
      ["Sue", 3_833.33],
      ["Tim", 3_833.34],
      ["Una", 3_833.33],
    ]);
  });

  test("a rate that nobody needs is not missed: hours that are all included are paid by the retainer", () => {
    const tables = tablesOf(fees("80"), booked(4)).map((cells) =>
      cells.map((row) => row.map((cell) => (cell === "managed service" ? "time and materials" : cell))),
    );
    expect(
      money(
        [
          ...tables,
          [
            ["Role", "Rate"],
            ["Nobody", 1],
          ],
        ],
        "2026-01-01",
        "2026-01-31",
      ),
    ).toBe(9_000);
  });
});

test("margin and bridge follow: 20 hours more than planned earn 2,400 and cost 1,000", () => {
  const worked = Array.from({ length: 20 }, (_, i) => [
    day("2026-01-05") + i + 2 * Math.floor(i / 5),
    "Sue",
    "Care",
    5,
  ]);
  const tables = [
    ...tablesOf(fees("80"), booked(4), RATES),
    [["Day", "Person", "Engagement", "Hours"], ...worked],
  ] as CellRange[];
  expect(money(tables, "2026-01-01", "2026-01-31", "", "", "margin")).toBe(9_000 + 2_400 - 5_000);
  expect(ask("MARGINBRIDGE", day("2026-01-01"), day("2026-01-31"), "engagement", "", ...tables)).toEqual([
    ["Engagement", "Baseline", "Volume", "Mix", "Bill rate", "Cost rate", "Support", "Scope", "Write-offs", "Now"],
    ["Care", 5_000, 1_400, 0, 0, 0, 0, 0, 0, 6_400],
  ]);
});

test("a bridge of 120 h in place of 100, of a dearer person, splits what is beyond: 40 h in place of 20", () => {
  const rates = "Engagement | Person | Rate | Currency\nCare | Sue | 120 | EUR\nCare | Tim | 150 | EUR";
  const logged = Array.from({ length: 20 }, (_, i) => day("2026-01-05") + i + 2 * Math.floor(i / 5)).flatMap((at) => [
    [at, "Sue", "Care", 3],
    [at, "Tim", "Care", 3],
  ]);
  const tables = [
    ...tablesOf(fees("80"), booked(5), rates),
    [["Day", "Person", "Engagement", "Hours"], ...logged],
  ] as CellRange[];
  // Planned: 20 of 100 h at 120 = 2,400. Now: 60 h at 120 and 60 at 150, a third of which is beyond: 5,400. 40 h at the
  // planned 120 are 4,800: volume +2,400, mix +600; cost −20 × 50.
  expect(ask("MARGINBRIDGE", day("2026-01-01"), day("2026-01-31"), "engagement", "", ...tables)).toEqual([
    ["Engagement", "Baseline", "Volume", "Mix", "Bill rate", "Cost rate", "Support", "Scope", "Write-offs", "Now"],
    ["Care", 9_000 + 2_400 - 5_000, 2_400 - 1_000, 600, 0, 0, 0, 0, 0, 9_000 + 5_400 - 6_000],
  ]);
});

test("hours logged before the plan begins use up included hours on both sides: only what differs from the plan moves", () => {
  const workdays = Array.from({ length: 20 }, (_, i) => day("2026-01-05") + i + 2 * Math.floor(i / 5));
  const logged = workdays.flatMap((at, i) =>
    i < 10
      ? [[at, "Sue", "Care", 6]]
      : [
          [at, "Sue", "Care", 3.5],
          [at, "Tim", "Care", 3.5],
        ],
  );
  const rates = "Engagement | Person | Rate | Currency\nCare | Sue | 120 | EUR\nCare | Tim | 150 | EUR";
  const tables = [
    ...tablesOf(fees("80"), booked(5).replace("2026-01-05", "2026-01-19"), rates),
    [["Day", "Person", "Engagement", "Hours"], ...logged],
  ] as CellRange[];
  // 60 h before the plan of 50 h: 30 of 110 are beyond, at 120. With 70 h in place of the 50 it is 50 of 130, of which 35 h at
  // 150: 5/13 of 95 × 120 + 35 × 150 are 6,403.85. 20 more at 120 are volume, the other 403.85 mix; 20 × 50 of cost.
  expect(ask("MARGINBRIDGE", day("2026-01-01"), day("2026-01-31"), "engagement", "", ...tables)).toEqual([
    ["Engagement", "Baseline", "Volume", "Mix", "Bill rate", "Cost rate", "Support", "Scope", "Write-offs", "Now"],
    ["Care", 9_000 + 3_600 - 5_500, 2_400 - 1_000, 403.85, 0, 0, 0, 0, 0, 9_000 + 6_403.85 - 6_500],
  ]);
});

test("sheets say what is charged, and from which cells", () => {
  const plan = readPlan(tablesOf(fees("80"), booked(5), RATES).map((cells) => ({ cells })));
  const about = linesOf(marginSheet(given(plan)), "A");
  expect(about.join("\n")).toContain(
    "Of Care, billable hours beyond those that its retainer includes in a calendar month (Fees: Included hours) are charged on top of it.",
  );
  const lines = linesOf(marginLinesSheet(given(plan)), "A").join("\n");
  expect(lines).toContain(
    "Rates: Care; 20 of the month's 100 billable hours are beyond those included, so that this part of them is charged",
  );
  expect(lines).toContain("Fees row 2: EUR 9,000.00 a month, by days, with 80 billable hours");
});

describe("what Fees says of included hours", () => {
  test("is enough: nothing is assumed, with 0 too", () => {
    expect(problems(fees("80"), booked(5), RATES)).toEqual([]);
    expect(problems(fees("0"), booked(5), RATES)).toEqual([]);
  });

  test("is missed where hours are charged on top", () => {
    expect(problems(fees(""), booked(5), RATES)).toEqual([expect.stringContaining("Fees, column Included hours")]);
  });

  test("is missed of one retainer beside another that says it", () => {
    const more = "Care | monthly retainer | 1000 | EUR | 2026-01-01 | 2026-01-31 | ";
    const [problem, ...others] = problems(fees("80", "monthly retainer", more), booked(5), RATES);
    expect(problem).toContain("Fees row 3, Included hours | Care");
    expect(others).toEqual([]);
    expect(revenue(fees("80", "monthly retainer", more), booked(5), RATES)).toBe(10_000 + 20 * 120);
  });

  test("comes to nothing without a rate, which is said where Rates is given", () => {
    const card = "Role | Rate | Currency\nSenior | 120 | EUR";
    expect(revenue(fees("80"), booked(5), card)).toBe(9_000);
    expect(problems(fees("80"), booked(5), card)).toEqual([
      expect.stringContaining("Fees row 2, Included hours | Care | says how many hours its retainer includes"),
    ]);
    expect(problems(fees("80"), booked(5))).toEqual([]);
  });

  test("stands beside a monthly retainer only", () => {
    const more = "Care | expense | 100 | EUR | 2026-01-12 |  | 5";
    expect(problems(fees("80", "monthly retainer", more), booked(5), RATES)).toEqual([
      expect.stringMatching(/^Fees row 3, Included hours \| .* in a row of kind expense.* \| HR-311$/),
    ]);
    expect(revenue(fees("80", "monthly retainer", more), booked(5), RATES)).toBe(11_400);
  });

  test.each([
    ["many", "HR-101"],
    [-80, "HR-103"],
    ["80 %", "HR-101"],
  ])("%s is no number of hours: the retainer is not guessed", (cell, code) => {
    const tables = tablesOf(fees(String(cell)), booked(5), RATES);
    expect(money(tables, "2026-01-01", "2026-01-31")).toBe("n/a");
    const found = (ask("PLANCHECK", ...tables) as CellRange).map((row) => `${row[0]} ${row[4]}`);
    expect(found).toContain(`Fees row 2, Included hours ${code}`);
  });
});
