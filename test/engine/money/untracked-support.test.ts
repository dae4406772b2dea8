import { describe, expect, test } from "vitest";
import type { CellRange } from "../../../core/plan/cells.ts";
import { ask } from "../../functions/ask.ts";
import { day, iso, rangesIn } from "../../support/plan.ts";

/** Wednesday 1 October 2025 and Monday the 6th. */
const FIRST = 45931;
const weekly = (first: number, last: string, row: (date: string) => string) => {
  const rows: string[] = [];
  for (let at = first; at <= day(last); at += 7) rows.push(row(iso(at)));
  return rows.join("\n");
};

/**
 * A ticket of 10 hours every Wednesday to 28 January; Ann logs an hour every Monday to the 26th and costs 50. So January costs her
 * 4 hours (200), the 26 hours that the tickets of the 7th, 14th and 21st took beyond these (1,300), and in the four days after the 26th
 * four fifths of the 10 hours a week that the tickets promise (400).
 */
const firm = (...settings: readonly string[]) =>
  rangesIn(`
    Setting | Value
    Currency | EUR
    Money shown | all
    ${settings.join("\n")}

    Person | Role   | Weekly hours | Skills
    Ann    | Senior | 40           | AWS 4

    Engagement | Client | Kind            | Status    | From       | To
    T          | Acme   | managed service | confirmed | 2025-10-01 | 2026-03-31

    Role   | Cost rate | Currency
    Senior | 50        | EUR

    Engagement | Kind             | Amount | Currency | From
    T          | monthly retainer | 3000   | EUR      | 2025-10-01

    Opened | Engagement | Skill | Hours
    ${weekly(FIRST, "2026-01-28", (date) => `${date} | T | AWS | 10`)}

    Day | Person | Engagement | Hours
    ${weekly(FIRST + 5, "2026-01-26", (date) => `${date} | Ann | T | 1`)}
  `);

function january(from: string, ...settings: readonly string[]) {
  const [, row = []] = ask(
    "MARGIN",
    day(from),
    day("2026-01-31"),
    "engagement",
    "month",
    "measure=cost",
    ...firm(...settings),
  ) as CellRange;
  return row.at(-1);
}
function bridge(...settings: readonly string[]) {
  const [heads = [], row = []] = ask(
    "MARGINBRIDGE",
    day("2026-01-01"),
    day("2026-01-31"),
    "engagement",
    "",
    ...firm(...settings),
  ) as CellRange;
  return Object.fromEntries(heads.map((head, i) => [head, row[i]]));
}

describe("support that nobody tracked", () => {
  test.each([
    ["alone", "2026-01-01"],
    ["with the months before it", "2025-10-01"],
    ["from the Monday of its first week", "2025-12-29"],
  ])("costs January the same, asked for %s", (_, from) => {
    expect(january(from)).toBe(1900);
  });

  test.each(["2026-01-05", "2026-01-12", "2026-02-02"])(
    "and wherever the horizon begins, though a forecast is made of what came before it: %s",
    (first) => {
      const settings = [`Horizon from | ${first}`, "Horizon weeks | 4"];
      expect(january("2026-01-01", ...settings)).toBe(1900);
      expect(january("2025-10-01", ...settings)).toBe(1900);
    },
  );

  test("up to the day in Settings, As of: 36 hours beyond the 4 that are logged", () => {
    const settings = ["Horizon from | 2026-01-05", "Horizon weeks | 4", "As of | 2026-01-30"];
    expect(january("2026-01-01", ...settings)).toBe(2000);
  });

  test("is a part of the bridge, whatever the horizon", () => {
    for (const settings of [[], ["Horizon from | 2026-01-05"]])
      expect(bridge(...settings)).toMatchObject({ Support: -1300, Now: 1100 });
  });
});
