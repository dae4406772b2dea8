import fc from "fast-check";
import { expect, test } from "vitest";
import { countedBy } from "../../../core/engine/counted.ts";
import { demand } from "../../../core/engine/demand.ts";
import { allocationEffort } from "../../../core/engine/effort.ts";
import { supply } from "../../../core/engine/supply.ts";
import { timeline } from "../../../core/engine/timeline.ts";
import { asWorked } from "../../../core/engine/worked/as-worked.ts";
import { type ActualSpec, d, hoursADay, planOf, SETTINGS } from "../../support/engine-plan.ts";
import { countedAnyhow, planSpec, question } from "../random-plan.ts";
import { slowDays } from "../slow-days.ts";

const counted = countedBy(SETTINGS);
const total = (minutes: Iterable<number>) => [...minutes].reduce((a, b) => a + b, 0);

test("a past day counts what was logged, 0 too; a day without a log, and a day to come, count the plan", () => {
  const plan = planOf({
    settings: { asOf: d(2) },
    people: { Ana: {} },
    allocations: [{ who: "Ana", on: "Blue", effort: hoursADay(8), from: 0, to: 3 }],
    actuals: [
      { who: "Ana", on: "Blue", day: 0, hours: 6 },
      { who: "Ana", on: "Blue", day: 1, hours: 0 },
    ],
  });
  const days = timeline(d(0), d(3), "day");
  expect([...supply(asWorked(plan, days), days, counted).pinned]).toEqual([360, 0, 480, 480]);
  expect(total(supply(asWorked(plan, days), days, counted).pinned)).toBe(22 * 60);
});

test("hours logged after the as-of day do not count yet", () => {
  const plan = planOf({
    settings: { asOf: d(0) },
    people: { Ana: {} },
    allocations: [{ who: "Ana", on: "Blue", effort: hoursADay(8) }],
    actuals: [
      { who: "Ana", on: "Blue", day: 0, hours: 6 },
      { who: "Ana", on: "Blue", day: 1, hours: 3 },
    ],
  });
  const days = timeline(d(0), d(1), "day");
  expect([...supply(asWorked(plan, days), days, counted).pinned]).toEqual([360, 480]);
});

test("a day on which somebody logged anything has nothing of what was planned besides", () => {
  const plan = planOf({
    people: { Ana: {} },
    allocations: [
      { who: "Ana", on: "Blue", effort: hoursADay(5), from: 0, to: 0 },
      { who: "Ana", on: "Green", effort: ["week", 600], from: 0, to: 4 },
    ],
    actuals: [{ who: "Ana", on: "Red", day: 0, hours: 4, billable: false }],
  });
  const days = timeline(d(0), d(1), "day");
  const people = supply(asWorked(plan, days), days, counted);
  expect([...people.pinned]).toEqual([240, 120]);
  expect([...people.billable]).toEqual([0, 120]);
});

test("hours on a day without capacity are worked all the same, and are overload", () => {
  const plan = planOf({
    people: { Ana: { to: 4 } },
    leave: [{ who: "Ana", from: 1, to: 1 }],
    allocations: [{ who: "Ana", on: "Blue", effort: hoursADay(8) }],
    actuals: [
      { who: "Ana", on: "Blue", day: 1, hours: 2 },
      { who: "Ana", on: "Blue", day: 5, hours: 3 },
      { who: "Ana", on: "Blue", day: 9, hours: 1 },
    ],
  });
  const weeks = timeline(d(0), d(13), "week");
  const people = supply(asWorked(plan, weeks), weeks, counted);
  expect([...people.capacity]).toEqual([32 * 60, 0]);
  expect([...people.pinned]).toEqual([(32 + 2 + 3) * 60, 60]);
  expect([...people.overload]).toEqual([5 * 60, 60]);
  expect([...people.free]).toEqual([0, 0]);
});

test("logged hours count wholly, whatever became of the engagement, and cover what was asked for", () => {
  const plan = planOf({
    people: { Ana: {} },
    engagements: { Gone: { status: "lost" }, Maybe: { status: "tentative", odds: 50 } },
    needs: [{ on: "Blue", effort: ["week", 600], from: 0, to: 4 }],
    actuals: [
      { who: "Ana", on: "Gone", day: 0, hours: 2 },
      { who: "Ana", on: "Maybe", day: 0, hours: 3 },
      { who: "Ana", on: "Blue", day: 1, hours: 4 },
    ],
  });
  const week = timeline(d(0), d(6), "week");
  const worked = asWorked(plan, week);
  const asked = demand(worked, week, counted);
  expect(total(asked.open)).toBe(6 * 60);
  expect(total(asked.asked) + total(asked.own)).toBe((10 + 5) * 60);
});

test("without hours logged in the period it is the very same plan", () => {
  const plan = planOf({ people: { Ana: {} }, actuals: [{ who: "Ana", on: "Blue", day: -3, hours: 2 }] });
  expect(asWorked(plan, { from: d(0), to: d(30) })).toBe(plan);
});

const log = (names: readonly string[]): fc.Arbitrary<readonly ActualSpec[]> =>
  fc.array(
    fc.record({
      who: fc.constantFrom(...names),
      on: fc.constantFrom("Blue", "Green", "Red", "New"),
      day: fc.integer({ min: -12, max: 33 }),
      hours: fc.constantFrom(0, 0.25, 3.5, 8, 11),
      billable: fc.boolean(),
    }),
    { maxLength: 25 },
  );
const workedSpec = planSpec.chain((spec) =>
  fc
    .tuple(log(Object.keys(spec.people ?? {})), fc.option(fc.integer({ min: -12, max: 33 })))
    .map(([actuals, asOf]) => ({
      ...spec,
      actuals,
      settings: { ...spec.settings, asOf: asOf === null ? null : d(asOf) },
    })),
);

test("day by day, what is pinned, free and too much is what the rule says", () => {
  fc.assert(
    fc.property(workedSpec, countedAnyhow, question, (spec, how, [from, length]) => {
      const plan = planOf(spec);
      const days = timeline(d(from), d(from + length), "day");
      const slow = slowDays(plan, how);
      const last = plan.settings.asOf ?? Math.max(0, ...plan.actuals.day);
      const fast = supply(asWorked(plan, days), days, how);
      const n = days.days;
      plan.people.forEach(({ name, contracts }) => {
        for (let at = 0; at < n; at++) {
          const day = days.from + at;
          const logged = spec.actuals.filter((row) => row.who === name && d(row.day) === day);
          const isLogged = day <= last && logged.length > 0;
          const hours = total(logged.map((row) => row.hours * 60));
          const billed = total(logged.map((row) => (row.billable ? row.hours * 60 : 0)));
          const sum = (of: (contract: number) => number) => total(contracts.map(of));
          const fastSum = (minutes: Float64Array) => sum((contract) => minutes[contract * n + at]!);
          const capacity = sum((contract) => slow.capacity(contract, day));
          const pinned = isLogged ? hours : sum((contract) => slow.pinned(contract, day));
          expect(fastSum(fast.pinned)).toBe(pinned);
          expect(fastSum(fast.billable)).toBe(isLogged ? billed : sum((contract) => slow.billable(contract, day)));
          expect(fastSum(fast.capacity)).toBe(capacity);
          expect(fastSum(fast.overload)).toBe(Math.max(0, pinned - capacity));
          const limit = sum((contract) => slow.limit(contract, day));
          expect(fastSum(fast.free)).toBe(Math.max(0, limit - pinned));
        }
      });
    }),
    { numRuns: 150 },
  );
});

test("longer periods are sums of days, the same hours are seen from people and from work, and the order of rows means nothing", () => {
  fc.assert(
    fc.property(workedSpec, countedAnyhow, question, (spec, how, [from, length]) => {
      const span = { from: d(from), to: d(from + length) };
      const months = timeline(span.from, span.to, "month");
      const all = timeline(span.from, span.to, "total");
      const worked = asWorked(planOf(spec), span);
      const turned = asWorked(planOf({ ...spec, actuals: [...spec.actuals].reverse() }), span);
      for (const name of ["pinned", "billable", "overload", "free"] as const) {
        expect(total(supply(worked, months, how)[name])).toBe(total(supply(worked, all, how)[name]));
        expect([...supply(turned, months, how)[name]]).toEqual([...supply(worked, months, how)[name]]);
      }
      const named = allocationEffort(worked, all, how).filter((_, row) => worked.allocations.person[row]! >= 0);
      expect(total(named)).toBe(total(supply(worked, all, how).pinned));
      expect([...demand(turned, months, how).own]).toEqual([...demand(worked, months, how).own]);
    }),
    { numRuns: 100 },
  );
});
