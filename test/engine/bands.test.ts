import fc from "fast-check";
import { expect, test } from "vitest";
import { judge, judged, type LoadedWeek, personWeeks, switchingLoss } from "../../core/engine/bands.ts";
import { countedBy } from "../../core/engine/counted.ts";
import { d, hoursADay, planOf, SETTINGS } from "../support/engine-plan.ts";

const LIMITS = { watch: 850_000, red: 950_000, overtime: 50_000 };
const week = (load: number, capacity: number, contracted = capacity): LoadedWeek => ({ load, capacity, contracted });
const bands = (...weeks: readonly LoadedWeek[]) => judge(weeks, LIMITS).map(({ band }) => band);

test("ten weeks of one person: watch from the second week above 85 %, red from the third above 95 %, a week off ends a run", () => {
  const weeks = [82, 88, 90, 96, 97, 98].map((load) => week(load, 100));
  const all = [...weeks, week(0, 0), ...[96, 103, 60].map((load) => week(load, 100))];
  expect(bands(...all)).toEqual(["ok", "ok", "watch", "watch", "watch", "red", "off", "ok", "red", "ok"]);
  expect(judge(all, LIMITS).map(({ run }) => run)).toEqual([0, 1, 2, 3, 4, 5, 0, 1, 2, 0]);
});

test("work in a week without capacity is red, and begins a run", () => {
  expect(judge([week(300, 0)], LIMITS)).toEqual([{ band: "red", run: 1 }]);
});

test("overtime of 5 % of the hours worked in two weeks running is worth a look", () => {
  // 40, 43 and 42.5 hours of a contract of 40: 0 %, 7.0 % and 5.9 %. Capacity is out of the way.
  const loads = [2400, 2580, 2550].map((load) => week(load, 4000, 2400));
  expect(bands(...loads)).toEqual(["ok", "ok", "watch"]);
  // 42.1 of 40 hours is 4.99 %.
  expect(bands(week(2580, 4000, 2400), week(2526, 4000, 2400))).toEqual(["ok", "ok"]);
});

test("exactly at a limit is not beyond it", () => {
  expect(bands(week(85, 100), week(85, 100))).toEqual(["ok", "ok"]);
  expect(bands(...Array.from({ length: 4 }, () => week(95, 100)))).toEqual(["ok", "watch", "watch", "watch"]);
  expect(bands(week(100, 100))).toEqual(["ok"]);
});

test("what came more than two weeks before changes no band, and a run only as far as it reaches", () => {
  const anyWeek = fc.record({
    load: fc.constantFrom(0, 80, 86, 96, 101),
    capacity: fc.constantFrom(0, 100, 100, 100),
    contracted: fc.constant(100),
  });
  const weeks = fc.array(anyWeek, { minLength: 3, maxLength: 20 });
  fc.assert(
    fc.property(weeks, fc.nat(17), (all, at) => {
      const cut = Math.min(at, all.length - 3);
      const whole = judge(all, LIMITS).slice(cut + 2);
      const part = judge(all.slice(cut), LIMITS).slice(2);
      expect(part.map(({ band }) => band)).toEqual(whole.map(({ band }) => band));
      part.forEach(({ run }, i) => {
        const full = whole[i]!.run;
        expect(run).toBe(Math.min(full, i + 3));
      });
    }),
  );
});

test("a person's week is all of their contracts, and adding work for others changes nothing in it", () => {
  const counted = countedBy(SETTINGS);
  const people = {
    Ana: {
      contracts: [
        { hours: 40, to: 1 },
        { hours: 20, from: 2 },
      ],
    },
    Ben: {},
  };
  const own = [{ who: "Ana", on: "Blue", effort: hoursADay(8), from: 0, to: 4 }];
  const more = [...own, { who: "Ben", on: "Green", effort: hoursADay(9), from: 0, to: 4 }];
  const [alone, both] = [own, more].map((allocations) => planOf({ people, allocations }));
  const weeks = personWeeks(alone!, d(1), d(3), counted);
  // Two days of 8 hours, three of 4: 28 hours, with 40 asked.
  expect([weeks.capacity[0], weeks.load[0], weeks.overload[0]]).toEqual([28 * 60, 40 * 60, 12 * 60]);
  const after = personWeeks(both!, d(1), d(3), counted);
  expect(judged(after, 2, LIMITS)[0]).toEqual(judged(weeks, 2, LIMITS)[0]);
  expect(judged(after, 2, LIMITS)[1]).toEqual([{ band: "red", run: 1 }]);
});

test("context switching is the folklore table, no more", () => {
  expect([0, 1, 2, 3, 4, 5, 9].map(switchingLoss)).toEqual([0, 0, 200_000, 400_000, 600_000, 750_000, 750_000]);
});
