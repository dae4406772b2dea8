import { expect, test } from "vitest";
import { counted, hoursText, thousands } from "../../core/sheets/words.ts";
import { hours } from "../../panels/dom.ts";

test.each([
  [0, "0 h"],
  [90, "1.5 h"],
  [59_940, "999 h"],
  [59_999, "1,000 h"],
  [673_596, "11,226.6 h"],
  [-74_070, "-1,234.5 h"],
  [74_074_074, "1,234,567.9 h"],
])("%d minutes are %s, in sheets as in panels", (minutes, text) => {
  expect([hoursText(minutes), hours(minutes)]).toEqual([text, text]);
});

test("thousands have commas, parts of one have none", () => {
  expect([thousands(999), thousands(50_000), thousands("1234567.1234")]).toEqual(["999", "50,000", "1,234,567.1234"]);
  expect(counted(3029, "person-week")).toBe("3,029 person-weeks");
});
