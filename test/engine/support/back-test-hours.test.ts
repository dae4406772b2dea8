import { describe, expect, test } from "vitest";
import { backTestHours, saysHours } from "../../../core/engine/support/back-test-hours.ts";
import type { History } from "../../../core/engine/support/history.ts";
import { dayNumber } from "../../../core/units.ts";

/** A history from what each week's tickets took; null: a ticket without hours. */
function historyOf(weeks: readonly (readonly (number | null)[])[]): History {
  const timed = weeks.map((own) => own.filter((size) => size !== null));
  const minutes = new Map<number, number>();
  for (const size of timed.flat()) minutes.set(size, (minutes.get(size) ?? 0) + 1);
  return {
    engagement: 0,
    skill: 0,
    from: dayNumber(45663),
    weeks: Int32Array.from(weeks, (own) => own.length),
    sizes: timed,
    minutes,
    recent: new Map(),
    tickets: weeks.flat().length,
    timed: timed.flat().length,
  };
}
const weeksOf = (count: number, week: (i: number) => readonly (number | null)[]) =>
  Array.from({ length: count }, (_, i) => week(i));

/**
 * One ticket a week, of 60 and of 120 minutes by turns: 24 weeks make one forecast, of the last eight. A week changes by 60.
 * One ticket, Poisson, each size as likely: e^-1 × (1, 1/2, 1/2 + 1/8, 1/4 + 1/48, 1/8 + 1/16 + 1/384) for 0 to 240 minutes,
 * 0.368, 0.552, 0.782, 0.881, 0.951 in all: the lines are 60, 180 and 240, the mean 90.
 */
describe("a ticket a week of one and two hours by turns", () => {
  const test_ = backTestHours(historyOf(weeksOf(24, (i) => [i % 2 === 0 ? 60 : 120])));

  test("is forecast once, over eight weeks", () => {
    expect([test_.forecasts, test_.weeks, test_.without]).toEqual([1, 8, null]);
  });

  test("stays within the 50 % line in its four short weeks, within the others always, half a usual change off its mean", () => {
    expect(test_.ours.held).toEqual([0.5, 1, 1]);
    expect(test_.ours.mase).toBeCloseTo(0.5, 12);
    // 50 %: (0 + 0.5 × 60) / 2; 80 %: 0.2 × (120 + 60) / 2; 90 %: 0.1 × (180 + 120) / 2; each over 60.
    expect(test_.ours.pinball.map((loss) => loss * 60)).toEqual([
      expect.closeTo(15, 9),
      expect.closeTo(18, 9),
      expect.closeTo(15, 9),
    ]);
  });

  test("last week's 120 minutes were four times 60 too few and four times 60 too many: lines of 60, 180 and 180", () => {
    expect(test_.naive.held).toEqual([0.5, 1, 1]);
    expect(test_.naive.mase).toBeCloseTo(0.5, 12);
    expect(test_.naive.pinball.map((loss) => loss * 60)).toEqual([
      expect.closeTo(15, 9),
      expect.closeTo(18, 9),
      expect.closeTo(9, 9),
    ]);
  });

  test("the mean of eight weeks is 90, and missed by 30 either way: lines of 60, 120 and 120", () => {
    expect(test_.mean.held).toEqual([0.5, 1, 1]);
    expect(test_.mean.mase).toBeCloseTo(0.5, 12);
    expect(test_.mean.pinball.map((loss) => loss * 60)).toEqual([
      expect.closeTo(15, 9),
      expect.closeTo(6, 9),
      expect.closeTo(3, 9),
    ]);
  });
});

describe("a back-test in hours needs weeks and hours", () => {
  test("23 weeks are too few for one forecast, and 28 make two", () => {
    const short = (count: number) =>
      backTestHours(historyOf(weeksOf(count, (i) => [i % 2 === 0 ? 60 : 120]))).forecasts;
    expect([short(23), short(24), short(28)]).toEqual([0, 1, 2]);
  });

  test("of ten years the last 26 forecasts are repeated", () => {
    expect(backTestHours(historyOf(weeksOf(260, (i) => [i % 2 === 0 ? 60 : 120]))).forecasts).toBe(26);
  });

  test("weeks that all took the same cannot be missed", () => {
    expect(backTestHours(historyOf(weeksOf(30, () => [60, 30])))).toMatchObject({
      forecasts: 0,
      without: "never changed",
    });
  });

  test("the few tickets without hours count as the others do; with more than one in ten nothing is tested", () => {
    // 40 tickets of an hour and 4 without: 44 of 44 weeks change as the numbers of tickets do.
    const some = historyOf(weeksOf(30, (i) => (i % 10 === 0 ? [60, null] : i % 2 === 0 ? [60, 60] : [60])));
    const all = historyOf(weeksOf(30, (i) => (i % 2 === 0 ? [60, 60] : [60])));
    expect(saysHours(some)).toBe(true);
    expect(backTestHours(some)).toEqual(backTestHours(all));
    const many = historyOf(weeksOf(30, (i) => (i % 2 === 0 ? [60, null] : [60])));
    expect([saysHours(many), backTestHours(many).forecasts]).toEqual([false, 0]);
  });

  /** One ticket a week of one and two hours by turns; only the thirteenth, of 60 minutes, is not written down. */
  const gap = (last: number) =>
    backTestHours(historyOf(weeksOf(24, (i) => [i === 12 ? null : i >= 16 ? last : i % 2 === 0 ? 60 : 120])));

  test("what tickets take later says nothing about one without hours before: its stand-in, and all errors before, stay", () => {
    // Twelve known by then took 90 on average: of 15 changes of 60 two are of 30, so that a week changes by 56.
    expect(gap(60).naive.mase).toBeCloseTo(60 / 56, 12);
    expect(gap(300).naive.mase).toBeCloseTo(180 / 56, 12);
    expect(gap(300).naive.mase / gap(180).naive.mase).toBeCloseTo(3, 12);
  });

  test("too few tickets with hours before the first forecast are said", () => {
    expect(backTestHours(historyOf(weeksOf(26, (i) => (i < 21 ? [] : [60]))))).toMatchObject({
      forecasts: 0,
      without: "few hours",
    });
  });

  test("tickets without any hours say nothing", () => {
    expect(saysHours(historyOf(weeksOf(30, () => [null])))).toBe(false);
  });

  test("five tickets with hours must come before the first forecast", () => {
    const late = historyOf(weeksOf(32, (i) => (i < 18 ? (i === 3 ? [60] : []) : [i % 2 === 0 ? 60 : 120])));
    // After 16 weeks one ticket is known, after 20 three, after 24 seven.
    expect(backTestHours(late).forecasts).toBe(1);
  });
});
