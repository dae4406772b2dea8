import { describe, expect, test } from "vitest";
import { isRefused, layoutsIn } from "../../core/layouts/index.ts";
import { addressAt, workbook } from "../support/xlsx-cells.ts";
import { EXACT, WEEK, WEEKDAYS } from "./cases.ts";
import { expectedOf, expectedRows, foundRows, lines } from "./expected.ts";

/** Refused: one sentence that says why, in words that the reason must hold. */
const REFUSED: readonly (readonly [file: string, sheet: string, why: RegExp])[] = [
  ["04-pairs-by-month.xlsx", "scratch", /loose cells/],
  ["05-sprint-at-row-15.xlsx", "Wren S15", /empty/],
  ["09-no-header.csv", "", /no header row, and nothing in it says when/],
  ["10-bemanning.xlsx", "Läs mig", /prose/],
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

    test.each(Object.entries(account))("accounts for every row of %s", (key, [readRows, used, excluded, blank]) => {
      const sheet = key.replace(/ worked$/, "");
      const isWorked = (table: string) => (table === "Actuals" && `${sheet} worked` in account) === (key !== sheet);
      for (const found of tablesOf(file, sheet).filter(({ table }) => isWorked(table)))
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
