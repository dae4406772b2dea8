import { expect, test } from "vitest";
import { type PeriodName, timeline } from "../../core/engine/timeline.ts";
import { d } from "../support/engine-plan.ts";

/** First and last days, as days from Monday 5 January 2026. */
const cuts = (from: number, to: number, by: PeriodName) =>
  timeline(d(from), d(to), by).periods.map((period) => [period.from - d(0), period.to - d(0)]);

test("weeks run from Monday to Sunday, the first and last cut by from and to", () => {
  expect(cuts(2, 15, "week")).toEqual([
    [2, 6],
    [7, 13],
    [14, 15],
  ]);
});

test("months and quarters start on the first", () => {
  // 1 February is day 27, 1 March day 55, 1 April day 86
  expect(cuts(0, 90, "month")).toEqual([
    [0, 26],
    [27, 54],
    [55, 85],
    [86, 90],
  ]);
  expect(cuts(0, 90, "quarter")).toEqual([
    [0, 85],
    [86, 90],
  ]);
});

test("a total is one period and a day is one each", () => {
  expect(cuts(3, 5, "total")).toEqual([[3, 5]]);
  expect(cuts(3, 5, "day")).toEqual([
    [3, 3],
    [4, 4],
    [5, 5],
  ]);
});

test("every day knows its period", () => {
  expect([...timeline(d(5), d(8), "week").periodOf]).toEqual([0, 0, 1, 1]);
});

test("a timeline that ends before it starts is a bug", () => {
  expect(() => timeline(d(1), d(0), "day")).toThrow(RangeError);
});
