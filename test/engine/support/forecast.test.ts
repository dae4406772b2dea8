import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { backTest } from "../../../core/engine/support/back-test.ts";
import { countAt, countTable } from "../../../core/engine/support/counts.ts";
import { forecastAt } from "../../../core/engine/support/forecast.ts";
import { smoothed } from "../../../core/engine/support/smoothing.ts";
import { queue } from "./synthetic.ts";

const forecast = (weeks: readonly number[]) => forecastAt(weeks, smoothed(weeks), weeks.length);
const always = (count: number, weeks: number) => Array.from({ length: weeks }, () => count);

describe("what is expected of a coming week", () => {
  test("of nothing known, nothing", () => {
    expect(forecast([])).toEqual({ mean: 0, raised: 0, dispersion: 1, method: "no history", rate: null });
  });

  test("of less than eight weeks, their mean, as wide as they are", () => {
    expect(forecast([4])).toEqual({ mean: 4, raised: 0, dispersion: 1, method: "short history", rate: null });
    // Squares of 9, 1 and 16 over two, over the mean of five.
    expect(forecast([2, 4, 9])).toEqual({ mean: 5, raised: 0, dispersion: 2.6, method: "short history", rate: null });
  });

  test("of eight weeks that leap, the leaps: a Poisson line at 31 would hold in every second week", () => {
    const { mean, dispersion } = forecast([5, 40, 3, 50, 2, 45, 4, 60]);
    expect(mean).toBeCloseTo(26.125, 2);
    // Squares add up to 4,318.875: over seven, over the mean.
    expect(dispersion).toBeCloseTo(4318.875 / 7 / 26.125, 6);
    expect(countAt(countTable(mean, dispersion), 0.8)).toBeGreaterThan(40);
  });

  test("of more weeks, the errors the more the more there are, and twenty errors alone", () => {
    const leaping = (weeks: number) => Array.from({ length: weeks }, (_, i) => (i < 8 ? (i % 2 === 0 ? 0 : 20) : 10));
    // Errors of a level of ten are none; the first eight weeks are 10 off: 800 over 11 over 10 with four weeks more.
    expect(forecast(leaping(12)).dispersion).toBeCloseTo(0.2 * 1 + 0.8 * (800 / 11 / 10), 9);
    expect(forecast(leaping(28)).dispersion).toBe(1);
  });

  test("of the same number every week, that number", () => {
    const one = forecast(always(12, 30));
    expect([one.mean, one.dispersion, one.method]).toEqual([12, 1, "as even as chance"]);
  });

  test("after a step to another level, the new level, from few weeks", () => {
    expect(forecast([...always(10, 40), ...always(20, 10)]).mean).toBeGreaterThan(19.5);
  });

  test("empty weeks are weeks like others: nothing and twenty in turn is ten times as wide as by chance", () => {
    const { method, dispersion } = forecast(Array.from({ length: 60 }, (_, i) => (i % 2 === 0 ? 0 : 20)));
    expect(method).toBe("bursty");
    expect(dispersion).toBeGreaterThan(9.5);
    expect(dispersion).toBeLessThan(11);
  });

  test("bursts widen it: errors of 10 around 20 are five times the variance of chance", () => {
    const bursts = Array.from({ length: 60 }, (_, i) => (i % 2 === 0 ? 10 : 30));
    const one = forecast(bursts);
    expect(one.method).toBe("bursty");
    expect(one.mean).toBeCloseTo(20, 0);
    expect(one.dispersion).toBeGreaterThan(4.9);
    expect(one.dispersion).toBeLessThan(5.3);
  });

  test("where forecasts of late ran low, so much is added: two tickets more each week are foreseen to go on", () => {
    const growing = Array.from({ length: 60 }, (_, i) => 10 + 2 * i);
    const { mean, raised } = forecast(growing);
    // The level is the last week's number, 128; the eight weeks after a level are 2, 4, … 16 more: 9 on average.
    expect(raised).toBeCloseTo(9, 1);
    expect(mean).toBeCloseTo(137, 1);
    expect(forecast([...growing].reverse()).raised).toBe(0);
  });

  test("smoothing follows by hand: a level starts at the mean of eight weeks and moves by a share of each error", () => {
    // Only errors of the first weeks count for the share, so that a ninth week cannot change the level before it.
    const weeks = [4, 4, 4, 4, 8, 8, 8, 8, 20];
    const { levels, rates } = smoothed(weeks);
    expect(levels[0]).toBe(0);
    expect(levels[4]).toBe(4);
    let level = 6;
    for (const count of weeks.slice(0, 8)) level += rates[8]! * (count - level);
    expect(levels[8]).toBeCloseTo(level, 12);
    expect(smoothed(weeks.slice(0, 8)).levels[8]).toBe(levels[8]);
  });

  test("a later week never changes an earlier forecast", () => {
    const weeks = fc.array(fc.nat({ max: 40 }), { minLength: 9, maxLength: 60 });
    fc.assert(
      fc.property(weeks, fc.nat({ max: 500 }), (all, last) => {
        const [long, short] = [[...all, last], all];
        const [a, b] = [smoothed(long), smoothed(short)];
        for (let t = 8; t <= all.length; t++) expect(forecastAt(long, a, t)).toEqual(forecastAt(short, b, t));
      }),
      { numRuns: 60 },
    );
  });
});

describe("the back-test", () => {
  test("needs sixteen weeks before and eight after its first forecast", () => {
    expect(backTest(always(3, 23)).forecasts).toBe(0);
    expect(backTest(queue("steady", 1).slice(0, 23)).forecasts).toBe(0);
    expect(backTest(queue("steady", 1).slice(0, 24)).forecasts).toBe(1);
    expect(backTest(queue("steady", 1).slice(0, 76))).toMatchObject({ forecasts: 14, weeks: 112 });
  });

  test("by hand: a step from 10 to 14 that the forecast cannot know of", () => {
    // Weeks change by 4 once and by 1 otherwise; the one forecast is made from 10, 11, 10, 11 …
    const before = Array.from({ length: 16 }, (_, i) => 10 + (i % 2));
    const { forecasts, naive } = backTest([...before, ...always(14, 8)]);
    expect(forecasts).toBe(1);
    // Last week's number was 11, three off in each week, and weeks had changed by 1.
    expect(naive.mase).toBeCloseTo(3, 12);
    // Half the loss of three tickets at the 50 % line, which is 11 or 10.
    expect(naive.pinball[0]!).toBeGreaterThanOrEqual(1.5);
    expect(naive.held[0]).toBe(0);
  });

  test("a history that never changes has no scale to be held against, and says so by no forecasts", () => {
    expect(backTest(always(7, 80))).toMatchObject({ forecasts: 0, without: "never changed" });
    expect(backTest(always(7, 23))).toMatchObject({ forecasts: 0, without: "few weeks" });
    expect(backTest(queue("steady", 1)).without).toBeNull();
  });

  test("one that changes only in its last weeks has changed, and is not said never to", () => {
    // The last forecast is made after 32 weeks: until then no week differed.
    expect(backTest([...always(7, 34), 0, 0, 0, 0, 0, 0])).toMatchObject({ forecasts: 0, without: "changed late" });
    expect(backTest([...always(7, 30), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])).toMatchObject({ forecasts: 1, without: null });
  });

  test("gives the same bytes each time", () => {
    expect(JSON.stringify(backTest(queue("bursty", 3)))).toBe(JSON.stringify(backTest(queue("bursty", 3))));
  });
});
