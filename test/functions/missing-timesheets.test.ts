import { describe, expect, test } from "vitest";
import type { Cell, CellRange } from "../../core/plan/cells.ts";
import { given } from "../../core/sheets/given.ts";
import { marginSheet } from "../../core/sheets/margin.ts";
import { planIn, rangesIn } from "../support/plan.ts";
import { ask } from "./ask.ts";

const HINT = "Maybe add the hours, or 0 where nothing was done.";
const hints = (tables: readonly CellRange[]): readonly (readonly Cell[])[] =>
  (ask("PLANCHECK", ...tables) as CellRange).filter((row) => row[4] === "HR-222").map((row) => row.slice(0, 4));

const firm = (allocations: string, actuals: string) =>
  rangesIn(`
    Person | Weekly hours
    Ana    | 40
    Ben    | 40

    Engagement | Kind
    Portal     | time and materials

    Person | Engagement | From       | To         | Hours a day
    ${allocations}

    Day        | Person | Engagement | Hours
    ${actuals}
  `);

test("one hint a person: how many days, and the first three weeks by their Mondays", () => {
  // Ana: five weeks of five days, of which the first Monday and the last Friday are logged. Ben: one Tuesday.
  const tables = firm(
    `Ana | Portal | 2026-01-05 | 2026-02-06 | 8
     Ben | Portal | 2026-01-06 | 2026-01-06 | 8`,
    `2026-01-05 | Ana | Portal | 8
     2026-02-06 | Ana | Portal | 8`,
  );
  expect(hints(tables)).toEqual([
    [
      "Actuals row 1, Person",
      "Ana",
      "lacks logged hours on 23 past days of the weeks of 2026-01-05, 2026-01-12, 2026-01-19 and 2 more; the plan counts on days without any",
      HINT,
    ],
    [
      "Actuals row 1, Person",
      "Ben",
      "lacks logged hours on 1 past day of the week of 2026-01-05; the plan counts on days without any",
      HINT,
    ],
  ]);
});

test("the last eight weeks are looked at, not years", () => {
  // 30 March is the last day; the eighth week before its end begins on 9 February. Seven full weeks are missing.
  const tables = firm(
    "Ana | Portal | 2026-01-05 | 2026-03-30 | 8",
    `2026-01-05 | Ana | Portal | 8
     2026-03-30 | Ana | Portal | 8`,
  );
  expect(hints(tables).map((row) => row[2])).toEqual([
    "lacks logged hours on 35 past days of the weeks of 2026-02-09, 2026-02-16, 2026-02-23 and 4 more; the plan counts on days without any",
  ]);
});

test("nobody is named where everything planned is logged, or nothing at all", () => {
  const planned = "Ana | Portal | 2026-01-05 | 2026-01-05 | 8";
  expect(hints(firm(planned, "2026-01-05 | Ana | Portal | 0"))).toEqual([]);
  expect(hints(firm(planned, ""))).toEqual([]);
});

test("twenty people are named and the others counted", () => {
  const names = Array.from({ length: 23 }, (_, i) => `Person ${i + 1}`);
  const found = hints([
    [["Person", "Weekly hours"], ...names.map((name) => [name, 40])],
    [["Engagement"], ["Portal"]],
    [["Person", "Engagement", "Hours a day"], ...names.map((name) => [name, "Portal", 8])],
    [
      ["Day", "Person", "Engagement", "Hours"],
      [46027, "Person 1", "Portal", 8],
    ],
  ]);
  expect(found.map((row) => row[1])).toEqual([...names.slice(1, 21), ""]);
  expect(found[20]![2]).toBe("2 more people lack logged hours too");
});

describe("timesheets of whole weeks", () => {
  const WEEKLY = "Maybe the hours on the first or last day of a week are those of all of it: then log them day by day.";
  const hintOf = (actuals: string) =>
    hints(firm("Ana | Portal | 2026-01-05 | 2026-01-16 | 4\n    Ben | Portal | 2026-01-05 | 2026-01-16 | 8", actuals))
      .filter(([, name]) => name === "Ana")
      .map((row) => row[3]);

  test.each([
    ["on Mondays", "2026-01-05 | Ana | Portal | 20\n    2026-01-12 | Ana | Portal | 16"],
    ["on Fridays, in two rows", "2026-01-09 | Ana | Portal | 12\n    2026-01-09 | Ana | Portal | 8\n    2026-01-16 | Ana | Portal | 20"],
    ["on Sundays", "2026-01-11 | Ana | Portal | 20\n    2026-01-18 | Ana | Portal | 20"],
    ["in one week of two", "2026-01-05 | Ana | Portal | 20\n    2026-01-16 | Ben | Portal | 8"],
  ])("%s are to be logged day by day", (_, actuals) => expect(hintOf(actuals)).toEqual([WEEKLY])); // biome-ignore format: one line

  test.each([
    ["no more than a long day", "2026-01-05 | Ana | Portal | 10\n    2026-01-12 | Ana | Portal | 10"],
    ["in the middle of a week", "2026-01-07 | Ana | Portal | 20\n    2026-01-14 | Ana | Portal | 20"],
    ["on two days", "2026-01-05 | Ana | Portal | 16\n    2026-01-09 | Ana | Portal | 16"],
  ])("%s is none: hours are missing", (_, actuals) => expect(hintOf(actuals)).toEqual([HINT]));
});

describe("work that is done, with bookings that nobody ended", () => {
  const text = (
    status: string,
    money = "Role | Cost rate\nMid | 50\n\nEngagement | Kind | Amount\nShop | fixed fee | 20000\n",
  ) => `
    Setting | Value
    Horizon from | 2026-01-05
    Horizon weeks | 4
    Currency | EUR
    Money shown | all
    As of | 2026-01-18

    Person | Role | Weekly hours
    Kim | Mid | 40

    Engagement | Kind | Status | From | To
    Shop | fixed price | ${status} | 2026-01-05 | 2026-01-30

    Person | Engagement | Hours a day | From | To
    Kim | Shop | 5 | 2026-01-05 | 2026-01-30

    Day | Person | Engagement | Hours
    2026-01-05 | Kim | Shop | 8
    2026-01-06 | Kim | Shop | 8

    ${money}`;
  const DAYS =
    "lacks logged hours on 8 past days of the weeks of 2026-01-05, 2026-01-12; the plan counts on days without any";
  /** 7 to 16 January: eight days of 5 hours, 2,000, beside 16 logged hours, 800. */
  test.each(["confirmed", "done"])(
    "%s: eight days of the plan cost money, and the sheet and Plan check say so",
    (status) => {
      const lines = marginSheet(given(planIn(text(status)))).blocks.flatMap((one) =>
        one.kind === "note" ? one.lines : [],
      );
      expect(lines.map(({ text }) => text).join(" ")).toContain(
        "8 days without logged hours up to then count as planned.",
      );
      const tables = rangesIn(text(status));
      expect(ask("MARGIN", 46027, 46040, "", "", "measure=cost", ...tables)).toBe(2800);
      expect(hints(tables).map((row) => row[2])).toEqual([DAYS]);
    },
  );

  test("its hint says how to end them, with money and without", () => {
    for (const money of [undefined, ""]) {
      expect(hints(rangesIn(text("done", money))).map((row) => row[3])).toEqual([
        "Maybe add the hours, or 0 where nothing was done; or end the bookings of work with Status done on its last day.",
      ]);
      expect(hints(rangesIn(text("confirmed", money))).map((row) => row[3])).toEqual([HINT]);
    }
  });
});
