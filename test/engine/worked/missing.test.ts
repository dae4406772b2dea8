import { expect, test } from "vitest";
import { countedBy } from "../../../core/engine/counted.ts";
import { missingTimesheets } from "../../../core/engine/worked/missing.ts";
import { day, plan, planIn } from "../../support/plan.ts";

/** Ana is planned for two weeks and away on a Thursday, Ben for one week; Cleo has a row without hours on a Saturday. */
const FIRM = plan`
  Setting | Value
  As of   | 2026-01-13

  Person | Weekly hours
  Ana    | 40
  Ben    | 40
  Cleo   | 40

  Engagement | Kind
  Portal     | time and materials

  Person | Engagement | From       | To         | Hours a day
  Ana    | Portal     | 2026-01-05 | 2026-01-16 | 8
  Ben    | Portal     | 2025-12-29 | 2026-01-09 | 8

  Person | From       | To
  Ana    | 2026-01-08 | 2026-01-08

  Day        | Person | Engagement | Hours
  2026-01-05 | Ana    | Portal     | 8
  2026-01-06 | Ana    | Portal     | 0
  2026-01-12 | Ana    | Portal     | 8
  2026-01-12 | Ana    | Portal     |
  2026-01-06 | Ben    | Portal     | 6
  2026-01-10 | Cleo   | Portal     |
`;
const [FIRST, SECOND] = [day("2026-01-05"), day("2026-01-12")];
const missing = (from: string, to: string, firm = FIRM) =>
  missingTimesheets(firm, { from: day(from), to: day(to) }, countedBy(firm.settings)).map(({ person, week, days }) => [
    firm.people[person]!.name,
    week,
    days,
  ]);

test("missing are planned days without a log, from the first logged day to the as-of day, and rows without hours", () => {
  // Ana: Wednesday and Friday (0 is logged, Thursday is leave), then Tuesday the 13th; the 14th is to come.
  // Ben: Monday, Wednesday, Thursday and Friday; his last week of December is before anybody logged.
  expect(missing("2025-12-01", "2026-02-28")).toEqual([
    ["Ana", FIRST, 2],
    ["Ana", SECOND, 1],
    ["Ben", FIRST, 4],
    ["Cleo", FIRST, 1],
  ]);
});

test("only days of the asked period are missing", () => {
  expect(missing("2026-01-09", "2026-01-12")).toEqual([
    ["Ana", FIRST, 1],
    ["Ben", FIRST, 1],
    ["Cleo", FIRST, 1],
  ]);
  expect(missing("2026-01-14", "2026-01-31")).toEqual([]);
});

test("nobody misses a timesheet where nobody logs", () => {
  const firm = plan`
    Person | Weekly hours
    Ana    | 40

    Person | Engagement | Hours a day
    Ana    | Portal     | 8
  `;
  expect(missing("2026-01-05", "2026-01-16", firm)).toEqual([]);
});

test("a row without hours is missing beside hours logged on other work that day, and not beside hours on the same", () => {
  const days = [5, 6, 7, 8, 9].map((date) => `2026-01-0${date}`);
  const firm = planIn(`
    Person | Weekly hours
    Ana    | 40

    Person | Engagement | From       | To         | Hours a day
    Ana    | Portal     | 2026-01-05 | 2026-01-30 | 4
    Ana    | Desk       | 2026-01-05 | 2026-01-30 | 4

    Day        | Person | Engagement | Hours
    ${days.map((date) => `${date} | Ana | Portal | 4`).join("\n")}
    ${days.map((date) => `${date} | Ana | Portal |`).join("\n")}
    ${days.map((date) => `${date} | Ana | Desk |`).join("\n")}
  `);
  expect(missing("2026-01-05", "2026-01-30", firm)).toEqual([["Ana", FIRST, 5]]);
});
