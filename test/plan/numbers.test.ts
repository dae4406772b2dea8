import { describe, expect, test } from "vitest";
import { numberIn, type Unit } from "../../core/plan/numbers.ts";
import { PERCENTAGES } from "../../core/plan/percentages.ts";
import { QUANTITIES } from "../../core/plan/quantities.ts";
import { percentage, quantity, read } from "../../core/schema.ts";

describe("a number typed as text", () => {
  test.each<[string, Unit, number]>([
    ["8", "hours", 8],
    ["8,5", "hours", 8.5],
    ["8.5", "hours", 8.5],
    [" 8 ", "hours", 8],
    ["8h", "hours", 8],
    ["8 hrs", "hours", 8],
    ["7:30", "hours", 7.5],
    ["2h 30m", "hours", 2.5],
    ["30 min", "hours", 0.5],
    ["1,000.33", "hours", 1000.33],
    ["1.000,33", "hours", 1000.33],
    ["1 000,33", "hours", 1000.33],
    ["1\u00a0000,33", "hours", 1000.33],
    ["1\u202f000,33", "hours", 1000.33],
    ["1’000.33", "hours", 1000.33],
    ["1,00,000.33", "hours", 100000.33],
    ["1,000,000", "hours", 1000000],
    ["0,125", "hours", 0.125],
    ["12.", "hours", 12],
    ["-4", "hours", -4],
    ["(4)", "hours", -4],
    ["4-", "hours", -4],
    ["0.8 FTE", "fte", 0.8],
    ["6 weeks", "weeks", 6],
    ["Level 3", "level", 3],
    ["８", "hours", 8],
  ])("%s is a number", (text, unit, value) => {
    expect(numberIn(text, unit)).toEqual({ value, percent: false });
  });

  test("keeps its per cent sign in mind", () => {
    expect(numberIn("50 %", "none")).toEqual({ value: 0.5, percent: true });
    expect(numberIn("12,5%", "none")).toEqual({ value: 0.125, percent: true });
  });

  test.each(["1.234", "1,234", "12.500"])("%s could be two numbers and is never guessed", (text) => {
    const digits = Number(text.replace(/[.,]/, ""));
    expect(numberIn(text, "hours")).toEqual({ either: [digits, digits / 1000] });
  });

  test.each(["", "abc", "8h?", "1e3", "1.2.3", "1,23,4", "--4", "8 or 9", "7:60", "12".repeat(40), "1 00"])(
    "%s is no number",
    (text) => expect(numberIn(text, "hours")).toBeNull(),
  );
});

describe("hours", () => {
  const hoursADay = quantity(QUANTITIES.hoursADay);

  test.each([
    [7.6, 456],
    ["7:36", 456],
    ["7,6 h", 456],
    [0, 0],
    [24, 1440],
  ])("%s hours a day are %i minutes", (cell, minutes) => expect(read(hoursADay, cell)).toEqual({ value: minutes }));

  test.each([24.1, -1, 1e9, Number.POSITIVE_INFINITY, Number.NaN, "25"])("%s hours a day are refused", (cell) => {
    expect(read(hoursADay, cell)).toHaveProperty("why");
  });
});

describe("a percentage", () => {
  const share = percentage(PERCENTAGES.share);
  const odds = percentage(PERCENTAGES.odds);

  test.each([
    [0.8, 800_000],
    [1, 1_000_000],
    [1.5, 1_500_000],
    ["50 %", 500_000],
    ["0,5", 500_000],
    ["150%", 1_500_000],
  ])("%s is a share of %i millionths", (cell, ppm) => expect(read(share, cell)).toEqual({ value: ppm }));

  test.each([2, 35, 100, "35"])("%s without a sign is read as per cent, and said so", (cell) => {
    expect(read(odds, cell)).toMatchObject({ value: Number(cell) * 10_000, warning: { code: "HR-104" } });
  });

  test.each([
    // A cell of 1 is what one formatted as 100 % holds.
    [1, "Maybe type 3% or 0.03; for one per cent 1% or 0.01."],
    ["100%", "Maybe type 3% or 0.03."],
    [0.7, "Maybe type 3% or 0.03."],
    [300, "Maybe type 3% or 0.03."],
    ["300%", "Maybe type 3% or 0.03."],
  ])("an absence of %s is refused with a hint that can be typed", (cell, hint) => {
    expect(read(percentage(PERCENTAGES.absence), cell)).toMatchObject({ code: "HR-103", hint });
  });

  test.each([101, 35.5, -0.1, "120 %"])("odds of %s are refused", (cell) => {
    expect(read(odds, cell)).toMatchObject({ code: "HR-103" });
  });
});
