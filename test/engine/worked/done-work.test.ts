import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Counted, countedBy } from "../../../core/engine/counted.ts";
import { needEffort } from "../../../core/engine/effort.ts";
import { skillGap } from "../../../core/engine/gap.ts";
import { everything } from "../../../core/engine/scope.ts";
import { supply } from "../../../core/engine/supply.ts";
import { withReserve } from "../../../core/engine/support/reserve.ts";
import { timeline } from "../../../core/engine/timeline.ts";
import { d, hoursADay, hoursAWeek, type PlanSpec, planOf, SETTINGS, totalHours } from "../../support/engine-plan.ts";
import { countedAnyhow, planSpec } from "../random-plan.ts";

const WEEK = timeline(d(0), d(4), "day");
const COUNTED = countedBy(SETTINGS);
const ana = (spec: Partial<PlanSpec>): PlanSpec => ({ people: { Ana: {} }, ...spec });
const done = { Blue: { status: "done" } } as const;
const hours = (minutes: ArrayLike<number>) => Array.from(minutes, (one) => one / 60);
const booked = { who: "Ana", on: "Blue", effort: hoursADay(6), from: 0, to: 11 };

describe("work that is done keeps its past days, and nothing of it is to come", () => {
  const pinned = (spec: Partial<PlanSpec>) => hours(supply(planOf(ana(spec)), WEEK, COUNTED).pinned);

  test.each([
    ["As of is Wednesday", { settings: { asOf: d(2) }, allocations: [booked] }, [6, 6, 6, 0, 0]],
    [
      "somebody else logged on Tuesday last",
      {
        people: { Ana: {}, Ben: {} },
        allocations: [booked],
        actuals: [{ who: "Ben", on: "Blue", day: 1, hours: 1 }],
      },
      [6, 6, 0, 0, 0, 0, 0, 0, 0, 0],
    ],
    ["Horizon from is Friday", { settings: { horizonFrom: d(4) }, allocations: [booked] }, [6, 6, 6, 6, 0]],
    [
      "As of holds before Horizon from",
      { settings: { asOf: d(0), horizonFrom: d(4) }, allocations: [booked] },
      [6, 0, 0, 0, 0],
    ],
    ["nothing says what is past", { allocations: [booked] }, [0, 0, 0, 0, 0]],
    [
      "hours in all stay spread over all days: 20 on five",
      { settings: { asOf: d(1) }, allocations: [{ ...booked, effort: totalHours(20), to: 4 }] },
      [4, 4, 0, 0, 0],
    ],
  ])("%s", (_, spec: Partial<PlanSpec>, expected) => expect(pinned({ ...spec, engagements: done })).toEqual(expected));

  test("needs and placeholders too", () => {
    const plan = planOf(
      ana({
        settings: { asOf: d(2) },
        engagements: done,
        needs: [
          { on: "Blue", effort: hoursAWeek(20), from: 0, to: 11 },
          { on: "Blue", effort: totalHours(15), spread: "front", from: 0, to: 4 },
        ],
      }),
    );
    // 15 hours front-loaded over five days: 5, 4, 3, 2, 1.
    expect(hours(needEffort(plan, WEEK, COUNTED))).toEqual([4, 4, 4, 0, 0, 5, 4, 3, 0, 0]);
  });

  test("what is kept free for support ends on the last past day", () => {
    const arrivals = { weekly: 5, dispersion: 1, minutes: [60], shares: [1], basis: "rate" } as const;
    const plan = planOf(
      ana({
        settings: { asOf: d(2), supportReserve: 900_000 },
        engagements: done,
        needs: [{ on: "Blue", effort: hoursAWeek(5), from: 0, to: 11 }],
      }),
    );
    const needs = plan.needs.map((need) => ({ ...need, source: "Support" as const, arrivals }));
    const kept = withReserve({ ...plan, needs }).needs.filter(({ isReserve }) => isReserve);
    expect(kept.map(({ from, to }) => [from, to])).toEqual([[d(0), d(2)]]);
  });
});

describe("setting an engagement done", () => {
  const statusOf = (spec: PlanSpec, name: string, status: "confirmed" | "done" | "lost", asOf: number) =>
    planOf({
      ...spec,
      settings: { ...spec.settings, asOf: d(asOf) },
      engagements: { ...spec.engagements, [name]: { ...spec.engagements?.[name], status } },
    });
  const figures = (plan: ReturnType<typeof planOf>, from: number, to: number, counted: Counted) => {
    const time = timeline(d(from), d(to), "week");
    const { unmet, open, free } = skillGap(plan, time, counted, everything(plan));
    return { ...supply(plan, time, counted), unmet, open, free: [...free] };
  };
  const name = fc.constantFrom("Blue", "Green", "Red");

  test("changes nothing up to the as-of day", () => {
    fc.assert(
      fc.property(planSpec, countedAnyhow, name, fc.nat(14), fc.nat(20), (spec, counted, one, asOf, length) => {
        const of = (status: "confirmed" | "done") =>
          figures(statusOf(spec, one, status, asOf), asOf - length, asOf, counted);
        expect(of("done")).toEqual(of("confirmed"));
      }),
      { numRuns: 200 },
    );
  });

  test("takes everything away after it, as if it were lost", () => {
    fc.assert(
      fc.property(planSpec, countedAnyhow, name, fc.nat(14), fc.nat(20), (spec, counted, one, asOf, length) => {
        const of = (status: "done" | "lost") =>
          figures(statusOf(spec, one, status, asOf), asOf + 1, asOf + 1 + length, counted);
        expect(of("done")).toEqual(of("lost"));
      }),
      { numRuns: 200 },
    );
  });
});
