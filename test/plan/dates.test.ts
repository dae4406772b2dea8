import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dateOf, dayOf, isoDate } from "../../core/plan/calendar.ts";
import { dateIn } from "../../core/plan/dates.ts";
import { day as daySchema, read } from "../../core/schema.ts";
import type { DayNumber } from "../../core/units.ts";
import { day, iso } from "../support/plan.ts";

describe("a date typed as text", () => {
  test.each([
    ["2026-01-05", "2026-01-05"],
    ["2026/1/5", "2026-01-05"],
    ["2026.01.05", "2026-01-05"],
    ["05.01.2026", "2026-01-05"],
    ["5.1.26", "2026-01-05"],
    ["25/12/2026", "2026-12-25"],
    ["12/25/2026", "2026-12-25"],
    ["05/05/2026", "2026-05-05"],
    ["25-12-26", "2026-12-25"],
    ["5 Jan 2026", "2026-01-05"],
    ["05-Jan-26", "2026-01-05"],
    ["5. Januar 2026", "2026-01-05"],
    ["Jan 5, 2026", "2026-01-05"],
    ["January 5th, 2026", "2026-01-05"],
    ["Mon 5 Jan 2026", "2026-01-05"],
    ["Monday, 5 January 2026", "2026-01-05"],
    ["3 März 2026", "2026-03-03"],
    ["1 août 2026", "2026-08-01"],
    ["29 Feb 2028", "2028-02-29"],
  ])("%s is %s", (text, date) => expect(dateIn(text)).toEqual({ day: day(date), time: false }));

  test.each(["2026-01-05 09:30", "2026-01-05T09:30:00Z", "5 Jan 2026, 9:30 am", "05.01.2026 09:30"])(
    "%s has a time of day",
    (text) => expect(dateIn(text)).toEqual({ day: day("2026-01-05"), time: true }),
  );

  test("with slashes only, two days are possible and both are named", () => {
    expect(dateIn("03/04/2026")).toEqual({ either: [day("2026-04-03"), day("2026-03-04")] });
    expect(dateIn("3-4-26")).toEqual({ either: [day("2026-04-03"), day("2026-03-04")] });
  });

  test.each(["", "soon", "2026", "Jan 2026", "2026-02-30", "2026-13-01", "31.04.2026", "13/13/2026", "5 Foo 2026"])(
    "%s is no date",
    (text) => expect(dateIn(text)).toBeNull(),
  );
});

describe("a date typed as a date", () => {
  test("is its day number", () => expect(read(daySchema, 46027)).toEqual({ value: 46027 }));

  test.each([0, 1, 60, 61, 1900, 2026, 2199, -1, 2_958_466, Number.NaN, 20260105, true])("%s is refused", (cell) => {
    expect(read(daySchema, cell)).toMatchObject({ code: "HR-111" });
  });

  test("a year is no date, typed as a number or as text, and its first day is offered", () => {
    for (const year of [2026, "2026", " 2026 "]) {
      expect(read(daySchema, year)).toEqual({ code: "HR-111", why: "is not a date", hint: "Maybe 2026-01-01." });
    }
    expect(read(daySchema, 2200)).toEqual({ value: 2200 });
  });

  test("loses its time of day, and says so", () => {
    expect(read(daySchema, 46027.75)).toMatchObject({ value: 46027, warning: { code: "HR-113" } });
  });
});

test("a day number is its date and back, as the platform's calendar has it", () => {
  const days = fc.integer({ min: 61, max: 2_958_465 }).map((n) => n as DayNumber);
  fc.assert(
    fc.property(days, (n) => isoDate(n) === iso(n) && dayOf(...dateOf(n)) === n),
    { numRuns: 5000 },
  );
});
