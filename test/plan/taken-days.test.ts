import { describe, expect, test } from "vitest";
import { daysTaken } from "../../core/plan/snapshots.ts";
import { day, iso, planIn, sentences } from "../support/plan.ts";

const FIRM = `
  Person | Weekly hours
  Ana    | 40
  Ben    | 40

  Engagement | Client
  Portal     | Acme
  Shop       | Bolt
`;
/** Three snapshots of four rows; `at` puts other days into some of their twelve rows. */
const history = (at: Readonly<Record<number, string>>, more = "") => {
  const rows = ["2026-01-05", "2026-01-12", "2026-01-19"].flatMap((monday) =>
    [" | | 80x13", "Portal | Ana | 24x13", "Shop | Ana | 8x4", "Shop | Ben | 8x4"].map(
      (rest) => [monday, rest] as const,
    ),
  );
  const lines = rows.map(([monday, rest], i) => `  ${at[i + 2] ?? monday} | ${monday} | ${rest}`);
  return planIn(`${FIRM}
  Taken on   | Week | Engagement | Person | Hours
${lines.join("\n")}
${more}`);
};
const found = (at: Readonly<Record<number, string>>, more = "") => {
  const plan = history(at, more);
  return {
    days: daysTaken(plan.snapshots).map(iso),
    rows: plan.snapshots.length,
    said: sentences(plan).map((one) => one.replace(/^(HR-\d+) Snapshots (row \d+).*?(Maybe .*)$/, "$1 $2 $3")),
  };
};
const DAYS = ["2026-01-05", "2026-01-12", "2026-01-19"];
const WHOLE = { days: DAYS, rows: 12, said: [] };
const ELEVEN = { days: DAYS, rows: 11 };

describe("the day of a snapshot's row", () => {
  test("is right in whole snapshots", () => expect(found({})).toEqual(WHOLE));

  test.each([
    ["years late", 7, "2036-01-12", "Maybe 2026-01-12."],
    ["years early", 7, "1926-01-12", "Maybe 2026-01-12."],
    ["of last year", 7, "2025-01-12", "Maybe 2026-01-12."],
    ["a day off", 8, "2026-01-13", "Maybe 2026-01-12, as rows near it say."],
    ["months late, within its weeks", 8, "2026-02-12", "Maybe 2026-01-12, as rows near it say."],
    ["of capacity", 6, "2026-01-14", "Maybe 2026-01-12, as rows near it say."],
  ])("that is mistyped (%s) leaves that row out and says where and what may be meant", (_, row, typed, hint) => {
    expect(found({ [row]: typed })).toEqual({ ...ELEVEN, said: [`HR-326 row ${row} ${hint}`] });
  });

  test("that is no day is said as everywhere", () => {
    expect(found({ 7: "soon" })).toEqual({ ...ELEVEN, said: ["HR-111 row 7 Maybe type it as 2026-01-05."] });
  });

  test("is said once for several rows, and all of them are left out", () => {
    const plan = history({ 7: "2036-01-12", 8: "2036-01-12" });
    expect([plan.snapshots.length, plan.problems.map(({ at }) => at.length)]).toEqual([10, [2]]);
    expect(sentences(plan)[0]).toContain(
      ": 2 such rows are left out. See also Snapshots row 8, Taken on. Maybe 2026-01-12.",
    );
  });

  test("does not make days to come past: hours logged years ahead stay strays", () => {
    const logs = `
  Day        | Person | Engagement | Hours
  2026-01-05 | Ana    | Portal     | 8
  2026-01-06 | Ana    | Portal     | 8
  2036-01-07 | Ana    | Portal     | 8
  2026-01-08 | Ana    | Portal     | 8
  2026-01-09 | Ana    | Portal     | 8
`;
    const plan = history({ 7: "2036-01-12" }, logs);
    expect(plan.problems.map(({ code }) => code)).toEqual(["HR-298", "HR-326"]);
    expect(Math.max(...plan.actuals.day.subarray(0, plan.actuals.length))).toBe(day("2026-01-09"));
  });

  test("may stand alone where snapshots are kept without capacity, or as large ones", () => {
    const own = planIn(`${FIRM}
  Taken on   | Week       | Engagement | Person | Hours
  2026-01-05 | 2026-01-05 | Portal     | Ana    | 24x13
  2026-01-12 | 2026-01-12 | Portal     | Ana    | 24x13
  2026-01-12 | 2026-01-05 | Shop       | Ana    | 8
`);
    // A row of past weeks says how far a snapshot reaches, beside others.
    expect([own.snapshots.length, own.problems]).toEqual([3, []]);
    const early =
      "  2025-12-01 | 2025-12-01 | Portal | Ana | 24x13\n  2025-12-01 | 2025-12-01 | Shop | Ana | 8\n  2025-12-01 | 2025-12-01 | Shop | Ben | 8";
    expect(found({}, early).said).toEqual([]);
  });
});
