import { describe, expect, test } from "vitest";
import { isRefused, layoutsIn } from "../../core/layouts/index.ts";
import { dayOf } from "../../core/plan/calendar.ts";
import { addressAt, workbook } from "../support/xlsx-cells.ts";
import { expectedOf, expectedRows, foundRows, lines } from "./expected.ts";

/** One week, so that an absence by weekday happens once. */
const WEEK = { from: dayOf(2026, 1, 5), to: dayOf(2026, 1, 11) };
const WEEKDAYS: ReadonlyMap<string, string> = new Map(
  ["MO", "TU", "WE", "TH", "FR", "SA", "SU"].map((name, i) => [name, `2026-01-${String(5 + i).padStart(2, "0")}`]),
);

interface Case {
  readonly file: string;
  /** Expected tables that are no part of a plan's four tables, or that the plan's own reader reads. */
  readonly elsewhere?: readonly string[];
  /** Expected problems that are told elsewhere, and why. */
  readonly untold?: Readonly<Record<string, string>>;
  /** Problems told beyond the expected ones, and why. */
  readonly also?: Readonly<Record<string, string>>;
  /** Rows of each sheet: read, used, excluded, blank; counted by hand. */
  readonly account: Readonly<Record<string, readonly [number, number, number, number]>>;
}

const ACTUAL = "actual hours are no plan";
const HALF = "half a day is 4 hours as long as the contract is not known";

/** Exact: every expected row of a plan's table is found, and nothing else. */
const EXACT: readonly Case[] = [
  {
    file: "01-weeks-hours.xlsx",
    also: { "Team plan!G15 total-disagrees": "the grand total follows the wrong subtotal" },
    account: { "Team plan": [17, 7, 8, 2] },
  },
  {
    file: "02-months-fte.xlsx",
    elsewhere: ["Actuals"],
    untold: { "FTE 2026!E10 not-a-number": ACTUAL },
    account: { "FTE 2026": [11, 5, 5, 1] },
  },
  {
    file: "03-phases-days-percent.xlsx",
    also: { "Plan!C7 choose-unit": "cells alone do not show that 0.5 is 50 %" },
    account: { Plan: [400, 6, 5, 389] },
  },
  { file: "04-pairs-by-month.xlsx", account: { "Nov 2025": [8, 4, 4, 0], "Dec 2025": [7, 4, 3, 0] } },
  {
    file: "05-sprint-at-row-15.xlsx",
    also: {
      "Ibis S14!G15 spread-evenly": "hours of a sprint say nothing of its days",
      "Ibis S15!G15 spread-evenly": "as above",
      "Wren S14!H18 spread-evenly": "as above",
    },
    account: { "Ibis S14": [19, 3, 10, 6], "Ibis S15": [19, 3, 10, 6], "Wren S14": [21, 2, 10, 9] },
  },
  { file: "06-percent-as-date.csv", account: { "": [10, 8, 2, 0] } },
  { file: "07-leave-swapped.xlsx", account: { "Leave 2026": [8, 5, 3, 0] } },
  {
    file: "08-stundenzettel.csv",
    elsewhere: ["Actuals"],
    untold: { "!D12 hours-disagree": ACTUAL },
    account: { "": [13, 1, 10, 2] },
  },
  {
    file: "10-bemanning.xlsx",
    elsewhere: ["Actuals"],
    untold: { "Tid!C2 month-total-on-first": ACTUAL },
    account: { Beläggning: [9, 5, 3, 1] },
  },
  {
    file: "11-planning-1904.xlsx",
    untold: { "Planning!D3 date-system-1904": "a host hands over the day that the cell shows" },
    also: { "Congés!E3 half-day": HALF },
    account: { Planning: [7, 4, 3, 0], Congés: [3, 2, 1, 0], "Jours fériés": [4, 3, 1, 0] },
  },
  {
    file: "12-absences-by-weekday.csv",
    also: {
      "!C2 half-day": HALF,
      "!C3 half-day": HALF,
      "!C5 half-day": HALF,
      "!C6 half-day": HALF,
      "!C8 half-day": HALF,
    },
    account: { "": [9, 7, 2, 0] },
  },
  { file: "13-staffing-register.csv", account: { "": [12, 7, 4, 1] } },
  {
    file: "14-hours-as-fractions.xlsx",
    elsewhere: ["Actuals"],
    untold: {
      "Quinn!D4 choose-unit": ACTUAL,
      "Abara!D4 choose-unit": ACTUAL,
      "Quinn!D6 hours-negative": ACTUAL,
      "Quinn!D7 error-value": ACTUAL,
      "Abara!D6 number-noise": ACTUAL,
    },
    account: { Staff: [4, 2, 2, 0] },
  },
  {
    file: "16-join-and-empty-rows.xlsx",
    elsewhere: ["Deliverables"],
    account: { Team: [1000, 3, 1, 996], Assignments: [7, 5, 2, 0] },
  },
];

/** Refused: one sentence that says why, in words that the reason must hold. */
const REFUSED: readonly (readonly [file: string, sheet: string, why: RegExp])[] = [
  ["04-pairs-by-month.xlsx", "scratch", /loose cells/],
  ["05-sprint-at-row-15.xlsx", "Wren S15", /empty/],
  ["09-no-header.csv", "", /no header row, and nothing in it says when/],
  ["10-bemanning.xlsx", "Läs mig", /prose/],
  ["10-bemanning.xlsx", "Tid", /hours worked/],
  ["14-hours-as-fractions.xlsx", "Quinn", /hours worked/],
  ["14-hours-as-fractions.xlsx", "Abara", /hours worked/],
  ["15-not-a-plan.xlsx", "Resource Plan", /years/],
  ["15-not-a-plan.xlsx", "Timesheet", /agenda/],
  ["15-not-a-plan.xlsx", "RACI", /letters/],
];

function read(file: string, sheet: string) {
  const sheets = workbook(file);
  const beside = [...sheets].filter(([name]) => name !== sheet).map(([, cells]) => cells);
  return layoutsIn(sheets.get(sheet) ?? [], { sheet, beside, period: WEEK });
}

function tablesOf(file: string, sheet: string) {
  const found = read(file, sheet);
  if (found === null || isRefused(found)) throw new Error(`${file} ${sheet}: ${JSON.stringify(found)}`);
  return found;
}

describe.each(EXACT)(
  "$file is read as its team means it",
  ({ file, elsewhere = [], untold = {}, also = {}, account }) => {
    const expected = expectedOf(file);
    const tables = expected.tables.filter(({ plan }) => !elsewhere.includes(plan));

    test.each(tables)("$plan of $sheet, row for row", (table) => {
      const plan = table.plan === "Availability" ? "People" : table.plan;
      const found = tablesOf(file, table.sheet).filter(({ table: name }) => name === plan);
      const wanted = expectedRows(table).map((row) =>
        Object.fromEntries(Object.entries(row).map(([key, value]) => [key, WEEKDAYS.get(String(value)) ?? value])),
      );
      expect(lines(found.flatMap(foundRows))).toEqual(lines(wanted));
    });

    test("tells each problem of its cells, and no other", () => {
      const sheets = [...new Set(tables.map(({ sheet }) => sheet))];
      const told = sheets.flatMap((sheet) =>
        tablesOf(file, sheet).flatMap(({ problems }) =>
          problems.map(({ row, column, kind }) => `${sheet}!${addressAt(row, column)} ${kind}`),
        ),
      );
      const wanted = expected.problems.map(({ at, kind }) => {
        const [sheet, cells] = at.includes("!") ? at.split("!") : ["", at];
        return `${sheet}!${cells!.split(":")[0]} ${kind}`;
      });
      expect(told.sort()).toEqual([...wanted.filter((one) => !(one in untold)), ...Object.keys(also)].sort());
    });

    test("leaves out what must be left out, and only that", () => {
      const sheets = [...new Set(tables.map(({ sheet }) => sheet))];
      const out = sheets.flatMap((sheet) =>
        tablesOf(file, sheet).flatMap(({ problems }) =>
          problems
            .filter(({ severity }) => severity === "error")
            .map(({ row, column }) => `${sheet}!${addressAt(row, column)}`),
        ),
      );
      // Time off that is counted in the hours beside it loses nothing.
      const wanted = expected.problems.filter(
        ({ then, kind, at }) =>
          then === "left-out" &&
          kind !== "leave-without-dates" &&
          !Object.keys(untold).some((one) => one.startsWith(`${at.split(":")[0]} `)),
      );
      expect(out.sort()).toEqual(wanted.map(({ at }) => (at.includes("!") ? at : `!${at}`)).sort());
    });

    test.each(Object.entries(account))("accounts for every row of %s", (sheet, [readRows, used, excluded, blank]) => {
      for (const found of tablesOf(file, sheet))
        expect(found.account).toEqual({ read: readRows, used, excluded, blank });
    });
  },
);

test.each(REFUSED)("%s %s is refused in one sentence", (file, sheet, why) => {
  const found = read(file, sheet);
  expect(isRefused(found) ? found.refused : found).toMatch(why);
  expect(isRefused(found) && /^[A-Z][^.]*\.$/.test(found.refused)).toBe(true);
});

test("every sheet of every look-alike is read, refused, or a table of another kind", () => {
  const other = [["16-join-and-empty-rows.xlsx", "Deliverables"]];
  const files = [...new Set([...EXACT.map(({ file }) => file), ...REFUSED.map(([file]) => file)])];
  expect(files).toHaveLength(16);
  const neither = files.flatMap((file) =>
    [...workbook(file).keys()].flatMap((sheet) => {
      const found = read(file, sheet);
      return found === null || (!isRefused(found) && found.length === 0) ? [[file, sheet]] : [];
    }),
  );
  expect(neither.sort()).toEqual(other);
});
