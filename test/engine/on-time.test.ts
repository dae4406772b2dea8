import { expect, test } from "vitest";
import { asOfDay, delivery, medianSlip, slip, standing } from "../../core/engine/on-time.ts";
import { dayOf } from "../../core/plan/calendar.ts";
import { d, MONDAY, planOf } from "../support/engine-plan.ts";

const day = (month: number, date: number) => dayOf(2026, month, date) - MONDAY;
/** The first quarter of 2026, seen on 31 March. */
const plan = planOf({
  settings: { asOf: dayOf(2026, 3, 31) },
  milestones: [
    { on: "Blue", name: "M1", baseline: day(1, 15), delivered: day(1, 15) },
    { on: "Blue", name: "M2", baseline: day(1, 30), due: day(2, 6), delivered: day(2, 6) },
    { on: "Blue", name: "M3", baseline: day(2, 13), delivered: day(2, 10) },
    { on: "Blue", name: "M4", baseline: day(2, 27), due: day(3, 27), delivered: day(3, 27) },
    { on: "Blue", name: "M5", baseline: day(3, 6) },
    { on: "Blue", name: "M6", baseline: day(3, 20), due: day(4, 10) },
    { on: "Blue", name: "M7", baseline: day(4, 15), delivered: day(3, 25) },
    { on: "Blue", name: "M8", due: day(3, 13), delivered: day(3, 13) },
    { on: "Blue", name: "M9", baseline: day(3, 2), cancelled: true },
  ],
});
const asOf = asOfDay(plan);
const quarter = [dayOf(2026, 1, 1), dayOf(2026, 3, 31)] as const;

test("a quietly moved date turns two of six into five of six", () => {
  expect(delivery(plan.milestones, ...quarter, "baseline", asOf)).toEqual({ due: 6, onTime: 2, late: 2, open: 2 });
  expect(delivery(plan.milestones, ...quarter, "current", asOf)).toEqual({ due: 6, onTime: 5, late: 0, open: 1 });
});

test("median slip: 3.5 days of what is done, 9 days with what is still open", () => {
  expect(plan.milestones.map((one) => slip(one, asOf)?.days ?? null)).toEqual([0, 7, -3, 28, 25, 11, -21, null, null]);
  expect(medianSlip(plan.milestones, ...quarter, asOf, false)).toBe(3.5);
  expect(medianSlip(plan.milestones, ...quarter, asOf, true)).toBe(9);
  expect(medianSlip(plan.milestones, dayOf(2026, 6, 1), dayOf(2026, 6, 30), asOf, true)).toBeNull();
});

test("what is open counts from the day after its date; what is delivered later than the as-of day was still open", () => {
  const one = { engagement: 0, name: "M", baseline: d(4), due: d(4), delivered: null, cancelled: false, row: 2 };
  expect(standing(one, "baseline", d(4))).toBe("not yet");
  expect(standing(one, "baseline", d(5))).toBe("open");
  expect(standing({ ...one, delivered: d(4) }, "baseline", d(3))).toBe("not yet");
  expect(standing({ ...one, delivered: d(9) }, "baseline", d(8))).toBe("open");
  expect(standing({ ...one, delivered: d(9) }, "baseline", d(9))).toBe("late");
});

test("as of: the setting, else the last day that anything was logged or delivered", () => {
  const spec = { people: { Ana: {} }, milestones: [{ on: "Blue", name: "M", baseline: 3, delivered: 2 }] };
  expect(asOfDay(planOf(spec))).toBe(d(2));
  expect(asOfDay(planOf({ ...spec, actuals: [{ who: "Ana", on: "Blue", day: 5, hours: 1 }] }))).toBe(d(5));
  expect(asOfDay(planOf({ ...spec, settings: { asOf: d(1) } }))).toBe(d(1));
});
