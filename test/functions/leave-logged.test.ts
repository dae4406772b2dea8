import { describe, expect, test } from "vitest";
import type { CellRange } from "../../core/plan/cells.ts";
import { isLeaveWork } from "../../core/plan/leave-work.ts";
import type { Engagement } from "../../core/plan/plan.ts";
import { rangesIn } from "../support/plan.ts";
import { ask } from "./ask.ts";

/** Ana is away on Monday and half of Tuesday; the Monday after is a holiday. Her time tool logs it all. */
const firm = (...logs: readonly string[]) =>
  rangesIn(`
    Person | Weekly hours | Location
    Ana    | 40           | Austin

    Engagement | Kind               | Client
    Portal     | time and materials | Bank
    Vacation   | internal           |

    Person | From       | To         | Hours a day
    Ana    | 2026-02-09 | 2026-02-09 |
    Ana    | 2026-02-10 | 2026-02-10 | 4

    Location | Day
    Austin   | 2026-02-16

    Person | Engagement | From       | To         | Hours a day
    Ana    | Portal     | 2026-02-09 | 2026-02-27 | 8

    Day        | Person | Engagement | Hours
    ${logs.join("\n")}
  `);
const WORK = [
  "2026-02-10 | Ana | Portal | 4",
  ...[11, 12, 13, 17, 18, 19, 20].map((day) => `2026-02-${day} | Ana | Portal | 8`),
];
const away = (day: number, hours: number) => `2026-02-${String(day).padStart(2, "0")} | Ana | Vacation | ${hours}`;
const weeks = (name: string, tables: readonly CellRange[]) =>
  (
    ask(name, 46062, 46073, "total", "week", name === "UTILIZATION" ? "measure=total" : "", ...tables) as number[][]
  )[1]!.slice(1);
const said = (tables: readonly CellRange[]) =>
  (ask("PLANCHECK", ...tables) as CellRange)
    .filter((row) => ["HR-283", "HR-287"].includes(String(row[4])))
    .map((row) => [row[0], row[4]]);

describe("leave in a timesheet", () => {
  test("counts nowhere on days off, which have taken its hours already: 28 and 32 hours of as many", () => {
    const plain = firm(...WORK);
    const logged = firm(away(9, 8), away(10, 4), ...WORK, away(16, 8));
    for (const tables of [plain, logged]) {
      expect(weeks("UTILIZATION", tables)).toEqual([1, 1]);
      expect(weeks("OVERLOAD", tables)).toEqual([0, 0]);
    }
    expect(said(plain)).toEqual([]);
    expect(said(logged)).toEqual([
      ["Actuals row 2, Engagement; Actuals row 3, Engagement; Actuals row 12, Engagement", "HR-283"],
    ]);
  });

  test("counts as work on other days, and where it is more than the day's leave, and says so", () => {
    // Tuesday: 4 hours of capacity, 4 of work and 5 of leave, of which Leave knows 4.
    const tables = firm(away(10, 5), ...WORK);
    expect(weeks("OVERLOAD", tables)).toEqual([5, 0]);
    expect(said(tables)).toEqual([["Actuals row 2, Engagement", "HR-287"]]);
  });

  test("a day off with nothing but leave in the timesheet is not missing", () => {
    const missing = (ask("PLANCHECK", ...firm(away(9, 8), ...WORK)) as CellRange).filter((row) => row[4] === "HR-222");
    expect(missing).toEqual([]);
  });
});

describe("names of work that is leave", () => {
  const of = (name: string, client = "", kind: Engagement["kind"] = "internal") =>
    isLeaveWork({ name, client, kind } as Engagement);
  test.each([
    "Vacation", "PTO", "Sick leave", "Public Holidays", "Bank holiday", "INT-003 Vacation", "Time off", "Paid time off",
    "Urlaub", "Feiertag", "Krankheit", "Congés payés", "Jour férié", "Semester", "Sjuk", "Ferie", "Dovolená", "Vacaciones", "Absence", "Leave / Holiday",
  ])("%s", (name) => expect(of(name)).toBe(true)); // biome-ignore format: one line
  test.each([
    "Holiday app",
    "Leave management system",
    "Sick day tracker",
    "Sales training",
    "Internal",
    "Time sheets",
  ])("not %s", (name) => expect(of(name)).toBe(false));
  test("nor what a client pays for", () => {
    expect(of("Holiday", "Inn", "time and materials")).toBe(false);
    expect(of("Holiday", "", "time and materials")).toBe(true);
  });
});
