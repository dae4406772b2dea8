import fc from "fast-check";
import { expect, test } from "vitest";
import { demand } from "../../core/engine/demand.ts";
import { allocationEffort, needEffort } from "../../core/engine/effort.ts";
import { skillGap } from "../../core/engine/gap.ts";
import { supply } from "../../core/engine/supply.ts";
import { type Timeline, timeline } from "../../core/engine/timeline.ts";
import { d, planOf } from "../support/engine-plan.ts";
import { countedAnyhow, planSpec, question, scopeOf } from "./random-plan.ts";
import type { Span } from "./slow-running.ts";
import { slowTwin } from "./slow-twin.ts";

const periods = fc.constantFrom("total", "day", "week", "month", "quarter");
const days = ({ from, to }: Span) => Array.from({ length: to - from + 1 }, (_, at) => from + at);

/** What the twin says of rows and days, added up as the engine lays it out. */
function grid(over: Timeline, rows: number, on: (row: number, day: number) => number): number[] {
  return Array.from({ length: rows }, (_, row) =>
    over.periods.map((period) => days(period).reduce((sum, day) => sum + on(row, day), 0)),
  ).flat();
}

test("supply is what the slow twin says, in every cell", () => {
  fc.assert(
    fc.property(planSpec, countedAnyhow, question, periods, (spec, counted, [from, length], by) => {
      const plan = planOf(spec);
      const over = timeline(d(from), d(from + length), by);
      const twin = slowTwin(plan, counted);
      const fast = supply(plan, over, counted);
      for (const name of ["contracted", "capacity", "target", "pinned", "billable", "free", "overload"] as const) {
        expect([name, ...fast[name]]).toEqual([name, ...grid(over, plan.contracts.length, twin[name])]);
      }
    }),
    { numRuns: 250 },
  );
});

test("effort is what the slow twin says, in every cell", () => {
  fc.assert(
    fc.property(planSpec, countedAnyhow, question, periods, (spec, counted, [from, length], by) => {
      const plan = planOf(spec);
      const over = timeline(d(from), d(from + length), by);
      const twin = slowTwin(plan, counted);
      expect([...allocationEffort(plan, over, counted)]).toEqual(grid(over, plan.allocations.length, twin.effort));
      expect([...needEffort(plan, over, counted)]).toEqual(grid(over, plan.needs.length, twin.asked));
    }),
    { numRuns: 200 },
  );
});

test("demand and its open part are what the slow twin says, in every cell", () => {
  fc.assert(
    fc.property(planSpec, countedAnyhow, question, periods, (spec, counted, [from, length], by) => {
      const plan = planOf(spec);
      const over = timeline(d(from), d(from + length), by);
      const twin = slowTwin(plan, counted);
      const grains = timeline(over.from, over.to, counted.grain);
      const answers = grains.periods.map((grain) => twin.demand(grain));
      const of = (day: number) => answers[grains.periodOf[day - over.from]!]!;
      const fast = demand(plan, over, counted);
      expect([...fast.asked]).toEqual(grid(over, plan.needs.length, twin.asked));
      expect([...fast.open]).toEqual(grid(over, plan.needs.length, (need, day) => of(day).open(need, day)));
      const rows = plan.allocations.length;
      expect([...fast.own]).toEqual(grid(over, rows, (row, day) => of(day).own(row, day)));
      const nobody = (row: number) => plan.allocations.person[row]! < 0;
      expect([...fast.ownOpen]).toEqual(grid(over, rows, (row, day) => (nobody(row) ? of(day).own(row, day) : 0)));
    }),
    { numRuns: 200 },
  );
});

test("the skill gap, by engagement too, is what the slow twin says of every grain", () => {
  fc.assert(
    fc.property(
      planSpec,
      countedAnyhow,
      question,
      periods,
      fc.integer({ min: 0, max: 6 }),
      (spec, counted, [from, length], by, seed) => {
        const plan = planOf(spec);
        const over = timeline(d(from), d(from + length), by);
        const scope = scopeOf(plan, seed);
        const twin = slowTwin(plan, counted);
        const grains = by === "day" ? over : timeline(over.from, over.to, counted.grain);
        const expected = { open: [] as number[], free: [] as number[], unmet: [] as number[] };
        const split = plan.engagements.map(() => over.periods.map(() => 0));
        for (const name of ["open", "free", "unmet"] as const) expected[name] = over.periods.map(() => 0);
        for (const grain of grains.periods) {
          const period = over.periodOf[grain.from - over.from]!;
          const answer = twin.gap(grain, scope);
          for (const name of ["open", "free", "unmet"] as const) expected[name][period]! += answer[name];
          answer.byEngagement.forEach((minutes, engagement) => {
            split[engagement]![period]! += minutes;
          });
        }
        const fast = skillGap(plan, over, counted, scope);
        expect({ open: [...fast.open], free: [...fast.free], unmet: [...fast.unmet] }).toEqual(expected);
        expect([...fast.byEngagement()]).toEqual(split.flat());
        const bySkill = over.periods.map(() => 0);
        fast.bySkill().forEach((minutes, cell) => {
          bySkill[cell % over.periods.length]! += minutes;
        });
        expect(bySkill).toEqual(expected.unmet);
        const deficits = over.periods.map(() => 0);
        for (const { period, deficit } of fast.bottlenecks()) deficits[period]! += deficit;
        expect(deficits).toEqual(expected.unmet);
      },
    ),
    { numRuns: 200 },
  );
});
