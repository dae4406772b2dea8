import { describe, expect, test } from "vitest";
import { countedBy } from "../../../core/engine/counted.ts";
import { atCompletion } from "../../../core/engine/money/at-completion.ts";
import type { CellRange } from "../../../core/plan/cells.ts";
import { readPlan } from "../../../core/plan/read-plan.ts";
import { given } from "../../../core/sheets/given.ts";
import { marginSheet } from "../../../core/sheets/margin.ts";
import { ask } from "../../functions/ask.ts";
import { linesOf } from "../../sheets/demo.ts";
import { day, rangesIn } from "../../support/plan.ts";

/** A fee of 10,000 for 100 hours that Demand asks for, Monday 5 to Friday 30 January 2026, 5 h a day; everybody costs 50 an hour. */
const FIRM = `
  Person | Role   | Weekly hours | Skills
  Tim    | Junior | 40           | AWS 2
  Sue    | Junior | 40           | Linux 2

  Engagement | Client | Kind        | Status    | From       | To
  Build      | Globex | fixed price | confirmed | 2026-01-05 | 2026-01-30

  Role   | Cost rate | Currency
  Junior | 50        | EUR

  Engagement | Kind      | Amount | Currency
  Build      | fixed fee | 10000  | EUR
`;
const PEOPLE = "\n  Person | Role   |";
const DEMAND = "Engagement | Skill | From | To | Total hours\nBuild | AWS | 2026-01-05 | 2026-01-30 | 100";
const LOGS = `
  Day        | Person | Engagement | Hours
  2026-01-05 | Tim    | Build      | 8
  2026-01-06 | Tim    | Build      | 8
  2026-01-07 | Tim    | Build      | 4
`;
/** With hours of somebody on each working day of a stretch, 0 too. */
const logs = (who: string, hours: number, from: string, to: string): string => {
  const days = Array.from({ length: day(to) - day(from) + 1 }, (_, i) => day(from) + i).filter(
    (at) => (at + 5) % 7 < 5,
  );
  return days
    .map((at) => `${new Date((at - 25569) * 86_400_000).toISOString().slice(0, 10)} | ${who} | Build | ${hours}`)
    .join("\n");
};
const booked = (...rows: readonly string[]) =>
  `Person | Engagement | Skill | Hours a day | From | To\n${rows.map((row) => `${row}`).join("\n")}`;

/** A table that begins like FIRM stands in its place. */
function seen(asOf: string, ...tables: readonly string[]) {
  const settings = `Setting | Value\nHorizon from | 2026-01-05\nHorizon weeks | 8\nCurrency | EUR\nMoney shown | all\nAs of | ${asOf}`;
  const firm = tables.some((one) => one.startsWith(PEOPLE)) ? [] : [FIRM];
  const ranges = rangesIn([...firm, settings, ...tables].join("\n\n"));
  const plan = readPlan(ranges.map((cells) => ({ cells })));
  const [build] = atCompletion(plan, countedBy(plan.settings), { from: day("2026-01-05"), to: day("2026-03-01") });
  const { done, remaining, toDate, toCome, lacksEffort } = build!;
  const units = (minor: number | null) => (minor === null ? null : minor / 100);
  return {
    done: done / 60,
    remaining: remaining / 60,
    earned: units(toDate.revenue),
    spent: units(toDate.cost),
    coming: units(toCome.cost),
    lacksEffort,
    problems: (ask("PLANCHECK", ...ranges) as CellRange)
      .filter((row) => row[4] === "HR-297")
      .map((row) => row.join(" | ")),
    sheet: linesOf(marginSheet(given(plan)), "A").map((line) => line.replace(/^A\d+ \| /, "")),
    money: (what: string, from: string, to: string) =>
      ask("MARGIN", day(from), day(to), "", "", `measure=${what}`, ...ranges),
    bridge: () =>
      (ask("MARGINBRIDGE", day("2026-01-01"), day("2026-02-28"), "engagement", "", ...ranges) as CellRange)[1]!.slice(
        1,
      ),
  };
}

/** Tim does nothing more than his first 20 hours. */
const NOTHING_MORE = logs("Tim", 0, "2026-01-08", "2026-01-16");
const ALL_MONTH = "5 | 2026-01-05 | 2026-01-30";

test("hours of past days that Demand asks for and nobody did are still to come: 20 of 100 are done", () => {
  // 20 h of 50 spent, 80 to come; 2,000 of 10,000 earned.
  const all = { done: 20, remaining: 80, earned: 2000, spent: 1000, coming: 4000, lacksEffort: false };
  expect(seen("2026-01-18", DEMAND, LOGS)).toMatchObject(all);
  expect(seen("2026-01-25", DEMAND, LOGS)).toMatchObject(all);
  // Up to Wednesday 7 January 15 were asked for: nothing is late, and 17 days of 5 h are left.
  expect(seen("2026-01-07", DEMAND, LOGS)).toMatchObject({ done: 20, remaining: 85 });
});

describe("once no day is left for them", () => {
  const { money, ...rest } = seen("2026-02-05", DEMAND, LOGS);

  test("nobody knows how far the work is, what it has earned, and what it comes to", () => {
    expect(rest).toMatchObject({ done: 20, earned: null, spent: 1000, coming: null, lacksEffort: true });
    expect(money("revenue", "2026-01-01", "2026-01-31")).toBe("n/a");
    expect(money("margin", "2026-01-01", "2026-02-28")).toBe("n/a");
    expect(money("cost", "2026-01-01", "2026-01-31")).toBe(1000);
    expect(rest.bridge().every((cell) => cell === "n/a")).toBe(true);
  });

  test("Plan check says how many they are, once, and how to mend it", () => {
    expect(rest.problems).toEqual([
      "Fees row 2, To | Build | 80 hours that were asked for are not done and have no day left, so that % complete, what its fixed fee has earned, and what it comes to, is not known | Maybe give them days in Demand or Allocations, log who did them, ask for fewer hours, or set Status to done. | HR-297",
    ]);
  });

  test("the sheet Margin says so in its first line, and lists the hours", () => {
    expect(rest.sheet[1]).toBe(
      "Incomplete: 80 hours of Build that were asked for are not done and have no day left (give them days, log who did them, ask for fewer, or set Status to done), so that no total margin is known.",
    );
    expect(rest.sheet.find((line) => line.startsWith("Build | no day left"))).toMatch(
      /^Build \| no day left \| 80\.0 \| 1 \| 80 hours that were asked for are not done and have no day left: give them days, .* or set Status to done/,
    );
  });

  test("finished work owes nothing", () => {
    const done = seen("2026-02-05", DEMAND, LOGS, FIRM.replace("confirmed", "done"));
    expect(done).toMatchObject({ done: 20, remaining: 0, earned: 10000, spent: 1000, coming: 0, problems: [] });
  });

  test("a fee that goes on gives them days: they come at once, on Friday 6 February", () => {
    const fee = FIRM.replace("| Amount | Currency", "| Amount | Currency | To").replace(
      "10000  | EUR",
      "$& | 2026-02-27",
    );
    const on = seen("2026-02-05", DEMAND, LOGS, fee);
    expect(on).toMatchObject({ done: 20, remaining: 80, earned: 2000, coming: 4000, problems: [] });
    expect(on.money("cost", "2026-02-06", "2026-02-06")).toBe(4000);
    expect(on.money("revenue", "2026-01-01", "2026-02-28")).toBe(10000);
  });
});

test.each([
  // 50 h were to be done by 18 January, all by Tim, who logged 20.
  ["booked people who log less", [DEMAND, booked(`Tim | Build | AWS | ${ALL_MONTH}`), LOGS + NOTHING_MORE], 20, 80],
  // 7 days without a timesheet are 35 h as planned.
  [
    "booked people who log nothing: there the plan counts",
    [DEMAND, booked(`Tim | Build | AWS | ${ALL_MONTH}`), LOGS],
    55,
    50,
  ],
  // Half is Tim's: 25 h of his plan by then, 5 h less than planned; 25 h are nobody's.
  [
    "half of it nobody's",
    [DEMAND, booked("Tim | Build | AWS | 2.5 | 2026-01-05 | 2026-01-30"), LOGS + NOTHING_MORE],
    20,
    80,
  ],
  // Tim is booked for 8 h a day where 5 are asked for: 50 of 80 h are enough.
  [
    "people booked for more than is asked",
    [
      DEMAND,
      booked("Tim | Build | AWS | 8 | 2026-01-05 | 2026-01-16"),
      `Day | Person | Engagement | Hours\n${logs("Tim", 5, "2026-01-05", "2026-01-16")}`,
    ],
    50,
    50,
  ],
  // Others help out: 20 and 5 x 5 h of 50.
  ["others who are not booked", [DEMAND, LOGS + logs("Sue", 5, "2026-01-12", "2026-01-16")], 45, 55],
  // Sue's 20 h beyond her 10 of Linux are no AWS; 10 more of hers are to come.
  [
    "others whose bookings name another skill",
    [
      DEMAND,
      booked("Sue | Build | Linux | 1 | 2026-01-05 | 2026-01-30"),
      LOGS + logs("Sue", 5, "2026-01-12", "2026-01-16"),
    ],
    50,
    90,
  ],
  // Her 20 h in the first week were planned beside it: 30 of 90 h are late, 60 have their days.
  [
    "work of its own before it",
    [
      "Engagement | Skill | From | To | Total hours\nBuild | AWS | 2026-01-12 | 2026-01-30 | 90",
      booked("Sue | Build | | 4 | 2026-01-05 | 2026-01-09"),
    ],
    20,
    90,
  ],
  ["placeholders", [booked(`TBD | Build | AWS | ${ALL_MONTH}`), LOGS], 20, 80],
  [
    "hours a week",
    ["Engagement | Skill | From | To | Hours a week\nBuild | AWS | 2026-01-05 | 2026-01-30 | 25", LOGS],
    20,
    80,
  ],
] as const)("%s", (_, tables, done, remaining) => {
  const all = seen("2026-01-18", ...tables);
  expect(all).toMatchObject({ done, remaining, lacksEffort: false });
  expect(all.earned).toBeCloseTo((10000 * done) / (done + remaining), 2);
  expect(all.coming).toBe(50 * remaining);
});

test("work that is paid by the hour loses what nobody did", () => {
  const hourly = FIRM.slice(0, FIRM.lastIndexOf("  Engagement |")).replace("fixed price", "time and materials");
  expect(seen("2026-01-18", hourly, DEMAND, LOGS)).toMatchObject({ done: 20, remaining: 50 });
});

test("the bridge from the plan to what is late adds up, at no change of what the fee earns in all", () => {
  // 100 h planned and 100 h now, all at 50: nothing changed but when.
  const [baseline, ...rest] = seen("2026-01-18", DEMAND, LOGS).bridge().map(Number);
  expect(baseline).toBe(5000);
  expect(rest.at(-1)).toBe(5000);
  expect(rest.slice(0, -1).reduce((sum, part) => sum + part, 0)).toBe(0);
});
