import { describe, expect, test } from "vitest";
import { isRefused, layoutsIn } from "../../core/layouts/index.ts";
import type { Cell, CellRange } from "../../core/plan/cells.ts";
import { addressAt } from "../support/xlsx-cells.ts";
import { dayNamed } from "./expected.ts";

const iso = (cell: Cell | undefined): string =>
  typeof cell === "number" ? new Date((cell - 25_569) * 864e5).toISOString().slice(0, 10) : "";

/** The days that are read, and what is told, as `cell kind severity`. */
function read(range: CellRange): { readonly days: readonly string[]; readonly told: readonly string[] } {
  const found = layoutsIn(range);
  if (found === null || isRefused(found)) throw new Error(found?.refused ?? "not known");
  const days = found.flatMap(({ cells: [headings = [], ...rows] }) =>
    rows.map((row) => `${iso(row[headings.indexOf("From")])} ${iso(row[headings.indexOf("To")])}`.trim()),
  );
  const told = found.flatMap(({ problems }) =>
    problems.map(({ row, column, kind, severity }) => `${addressAt(row, column)} ${kind} ${severity}`),
  );
  return { days, told };
}
const dated = (from: string, to: string, ...rest: readonly Cell[]): readonly Cell[] => [
  "Ann",
  from === "" ? null : dayNamed(from),
  to === "" ? null : dayNamed(to),
  ...rest,
];
const leave = (...rows: CellRange): CellRange => [
  ["Holidays 2026"],
  ["Colleague", "Leave from", "Leave to", "Days off"],
  ...rows,
];

describe("real dates with day and month swapped, beside the number of days", () => {
  // 3 February to 3 June has 87 weekdays; 2 to 6 March has 5.
  test("are read as the number of days says, and told", () => {
    expect(read(leave(dated("2026-02-03", "2026-06-03", 5)))).toEqual({
      days: ["2026-03-02 2026-03-06"],
      told: ["B3 day-month-swapped warning", "C3 day-month-swapped warning"],
    });
  });
  // 1 May lies after 16 January; 5 to 16 January has 10 weekdays, and only the first day can be swapped.
  test("where only one of the two days could be swapped", () => {
    expect(read(leave(dated("2026-05-01", "2026-01-16", 10)))).toEqual({
      days: ["2026-01-05 2026-01-16"],
      told: ["B3 day-month-swapped warning"],
    });
  });
  test("leave out other days of the table that nothing proves, and keep those that cannot be swapped", () => {
    const found = read(
      leave(
        dated("2026-02-03", "2026-06-03", 5),
        dated("2026-05-06", "2026-05-06", 1),
        dated("2026-04-13", "2026-04-17", 5),
        dated("2026-03-02", "2026-03-04", 3),
      ),
    );
    expect(found.days).toEqual(["2026-03-02 2026-03-06", "2026-04-13 2026-04-17", "2026-03-02 2026-03-04"]);
    expect(found.told).toEqual([
      "B3 day-month-swapped warning",
      "C3 day-month-swapped warning",
      "B4 day-month-swapped error",
    ]);
  });
  // 2 to 8 April has 5 weekdays, of which two are holidays; 3 to 14 August is 12 days with its weekends.
  test("are right where holidays or weekends explain the number of days", () => {
    expect(read(leave(dated("2026-04-02", "2026-04-08", 3), dated("2026-08-03", "2026-08-14", 12)))).toEqual({
      days: ["2026-04-02 2026-04-08", "2026-08-03 2026-08-14"],
      told: [],
    });
  });
  test("where nothing counts the days, are left out when they end before they start", () => {
    const plain = leave(
      dated("2026-05-01", "2026-01-16"),
      dated("2026-07-01", "2026-01-30"),
      dated("2026-03-02", "2026-04-03"),
    );
    expect(read(plain)).toEqual({
      days: [],
      told: ["C3 ends-before-start error", "C4 ends-before-start error", "B5 day-month-swapped error"],
    });
  });
  test("count in bookings, too", () => {
    const rows: CellRange = [
      ["Staff", "Begins", "Ends", "Days", "Job", "Hours per week"],
      [...dated("2026-02-03", "2026-06-03", 5), "Apollo", 10],
      [...dated("2026-04-13", "2026-04-24", 10), "Apollo", 10],
    ];
    expect(read(rows)).toEqual({
      days: ["2026-03-02 2026-03-06", "2026-04-13 2026-04-24"],
      told: ["B2 day-month-swapped warning", "C2 day-month-swapped warning"],
    });
  });
});

const bookings = (...rows: readonly (readonly [Cell, Cell])[]): CellRange => [
  ["Staff", "Job", "Begins", "Ends", "Load %"],
  ...rows.map(([from, to]): readonly Cell[] => ["Ana", "Apollo", from, to, 50]),
];

describe("days whose year is short or mistyped", () => {
  test("26/01/05 may be a day of 2026 or of 2005, and is left out", () => {
    expect(read(bookings(["26/01/05", "26/01/12"]))).toEqual({
      days: [],
      told: ["C2 date-order-open error", "D2 date-order-open error"],
    });
    expect(read(bookings(["26/01/24", "26/01/30"])).days).toEqual([]);
    expect(read(bookings(["26-01-05", "26-01-12"])).days).toEqual([]);
  });
  test("28/02/26 among days of 2026 is one, too", () => {
    expect(read(bookings(["05/01/26", "28/02/26"], ["02/03/26", "31/03/26"])).days).toEqual([
      "2026-01-05 2026-02-28",
      "2026-03-02 2026-03-31",
    ]);
    expect(read(bookings(["23/02/26", "28/02/26"])).days).toEqual(["2026-02-23 2026-02-28"]);
  });
  test.each(["1900-01-05", "05.01.2126", "5 Jan 1826"])("%s is in no plan and is left out", (text) => {
    expect(read(bookings([text, "2126-01-12"]))).toEqual({
      days: [],
      told: ["C2 date-far error", "D2 date-far error"],
    });
  });
  test("years away from the others are told", () => {
    const days = [dayNamed("2026-01-05"), dayNamed("2026-01-30")] as const;
    expect(read(bookings(days, [dayNamed("2026-02-02"), dayNamed("2062-02-27")])).told).toEqual([
      "D3 date-far warning",
    ]);
    expect(read(bookings(days, [dayNamed("2026-02-02"), dayNamed("2099-12-31")])).told).toEqual([]);
  });
});
