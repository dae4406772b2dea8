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
const firm = (...settings: readonly string[]) => withTickets("", ...settings);
const withTickets = (more: string, ...settings: readonly string[]) =>
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
    ${more}

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

describe("a ticket that cannot be used", () => {
  const cost = (ranges: readonly CellRange[], from: string, to: string, where = "measure=cost") =>
    ask("MARGIN", day(from), day(to), "", "", where, ...ranges);

  // A tenth ticket of January's: the others up to the 26th say 10 hours each, so that it takes 10 hours more of 50.
  test("without hours takes what its engagement's others took", () => {
    expect(cost(withTickets("2026-01-09 | T | AWS | "), "2026-01-01", "2026-01-31")).toBe(2400);
  });

  test.each([
    ["whose hours are a word", "2026-01-09 | T | AWS | ten"],
    ["whose hours are below 0", "2026-01-09 | T | AWS | -10"],
    ["that closed before it was opened", "2026-01-09 | T | AWS | 10 | 2026-01-02"],
    ["without a queue, which is that of the one service", "2026-01-09 | | AWS | ten"],
    ["of a queue that is like an engagement", "2026-01-09 | TT | AWS | 10"],
  ])("%s leaves its month's cost unknown, and no other's", (_, row) => {
    const ranges = withTickets(row).map((range) =>
      range[0]?.[0] === "Opened" ? [[...range[0], "Closed"], ...range.slice(1)] : range,
    );
    expect(cost(ranges, "2026-01-01", "2026-01-10")).toBe("n/a");
    expect(cost(ranges, "2026-01-20", "2026-01-31")).toBe("n/a");
    expect(cost(ranges, "2025-12-01", "2025-12-31")).toBe(cost(firm(), "2025-12-01", "2025-12-31"));
    expect(cost(ranges, "2026-02-01", "2026-02-07")).toBe(cost(firm(), "2026-02-01", "2026-02-07"));
    expect(cost(ranges, "2026-01-01", "2026-01-31", "measure=revenue")).toBe(3000);
  });

  test("of a day that nobody can read leaves every month unknown up to the last worked day", () => {
    const ranges = withTickets("soon | T | AWS | 10");
    expect(cost(ranges, "2025-12-01", "2025-12-31")).toBe("n/a");
    expect(cost(ranges, "2026-01-27", "2026-01-31")).toBe(400);
  });

  test("of a queue that the plan does not have is of no margin of it", () => {
    expect(cost(withTickets("2026-01-09 | Printers | AWS | 10"), "2026-01-01", "2026-01-31")).toBe(1900);
  });

  test("is listed with the margin that waits for it", () => {
    const ranges = withTickets("2026-01-09 | T | AWS | ten", "Horizon from | 2026-01-05", "Horizon weeks | 4");
    const problems = (ask("PLANCHECK", ...ranges) as CellRange).slice(1).map((row) => row.join(" | "));
    expect(problems).toContainEqual(
      expect.stringMatching(
        /^Tickets row 20 \| {2}\| is left out \(Hours is not .*\), so that the margin of T from 2026-01-05 to 2026-01-26 is not known \| Maybe mend it, .* \| HR-279$/,
      ),
    );
  });
});
