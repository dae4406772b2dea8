import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Counted, countedBy } from "../../core/engine/counted.ts";
import { demand } from "../../core/engine/demand.ts";
import { skillGap } from "../../core/engine/gap.ts";
import { everything } from "../../core/engine/scope.ts";
import { supply } from "../../core/engine/supply.ts";
import { type PeriodName, timeline } from "../../core/engine/timeline.ts";
import { d, type PlanSpec, planOf, SETTINGS } from "../support/engine-plan.ts";
import { countedAnyhow, planSpec, question } from "./random-plan.ts";

const RUNS = { numRuns: 150 };
const over = ([from, length]: readonly [number, number], by: PeriodName) => timeline(d(from), d(from + length), by);
const total = (grid: ArrayLike<number>) => Array.from(grid).reduce((sum, minutes) => sum + minutes, 0);
const COUNTED = countedBy(SETTINGS);
const SUPPLY = ["contracted", "capacity", "target", "pinned", "billable", "free", "overload"] as const;
const DEMAND = ["asked", "open", "own", "ownOpen"] as const;

/** Every figure of a plan that an edit could change. */
const figures = (spec: PlanSpec, days: readonly [number, number], counted: Counted) => {
  const plan = planOf(spec);
  const weeks = over(days, "week");
  const { unmet, open, free } = skillGap(plan, weeks, counted, everything(plan));
  return { ...supply(plan, weeks, counted), unmet, open, free: [...free] };
};

describe("sums", () => {
  test("days add up to weeks, months and the total, row by row", () => {
    fc.assert(
      fc.property(
        planSpec,
        countedAnyhow,
        question,
        fc.constantFrom("week", "month", "total"),
        (spec, counted, days, by) => {
          const plan = planOf(spec);
          const [fine, coarse] = [over(days, "day"), over(days, by)];
          const added = (grid: Float64Array) => {
            const sums = new Float64Array((grid.length / fine.days) * coarse.periods.length);
            grid.forEach((minutes, cell) => {
              const row = Math.floor(cell / fine.days);
              sums[row * coarse.periods.length + coarse.periodOf[cell % fine.days]!]! += minutes;
            });
            return sums;
          };
          const [byDay, byPeriod] = [supply(plan, fine, counted), supply(plan, coarse, counted)];
          for (const name of SUPPLY) expect(added(byDay[name])).toEqual(byPeriod[name]);
          const [asksByDay, asksByPeriod] = [demand(plan, fine, counted), demand(plan, coarse, counted)];
          for (const name of DEMAND) expect(added(asksByDay[name])).toEqual(asksByPeriod[name]);
        },
      ),
      RUNS,
    );
  });

  test("capacity = pinned + free - overload, by person and period; free and overload never on one day", () => {
    fc.assert(
      fc.property(planSpec, countedAnyhow, question, (spec, anyhow, days) => {
        const plan = planOf(spec);
        const counted: Counted = { ...anyhow, plan: "capacity" };
        const { capacity, pinned, free, overload } = supply(plan, over(days, "week"), counted);
        expect(pinned.map((minutes, cell) => minutes + free[cell]! - overload[cell]!)).toEqual(capacity);
        const byDay = supply(plan, over(days, "day"), anyhow);
        expect(total(byDay.free.map((minutes, cell) => minutes * byDay.overload[cell]!))).toBe(0);
      }),
      RUNS,
    );
  });

  test("the gap is at least what the totals miss, and at least what any one need misses alone", () => {
    fc.assert(
      fc.property(planSpec, question, (spec, days) => {
        const plan = planOf(spec);
        const weeks = over(days, "week");
        const all = everything(plan);
        const { unmet, open, free } = skillGap(plan, weeks, COUNTED, all);
        unmet.forEach((minutes, week) => {
          expect(minutes).toBeGreaterThanOrEqual(open[week]! - free[week]!);
          expect(minutes).toBeLessThanOrEqual(open[week]!);
        });
        plan.needs.forEach((_, only) => {
          const scope = {
            ...all,
            needs: all.needs.map((_in, need) => (need === only ? 1 : 0)),
            allocations: all.allocations.map(() => 0),
          };
          skillGap(plan, weeks, COUNTED, scope).unmet.forEach((minutes, week) => {
            expect(minutes).toBeLessThanOrEqual(unmet[week]!);
          });
        });
      }),
      RUNS,
    );
  });
});

describe("edits that must not matter", () => {
  test("cutting an allocation a day, a week or by share in two", () => {
    fc.assert(
      fc.property(planSpec, countedAnyhow, question, fc.nat(25), (spec, counted, days, after) => {
        const allocations = (spec.allocations ?? []).flatMap((row) => {
          const cut = row.from! + after;
          if (row.effort[0] === "total" || cut >= row.to!) return [row];
          return [
            { ...row, to: cut },
            { ...row, from: cut + 1 },
          ];
        });
        expect(figures({ ...spec, allocations }, days, counted)).toEqual(figures(spec, days, counted));
      }),
      RUNS,
    );
  });

  test("cutting a contract without ramp-up in two, in any figure of its person", () => {
    fc.assert(
      fc.property(planSpec, countedAnyhow, question, fc.integer({ min: -5, max: 20 }), (spec, counted, days, cut) => {
        const people = (cutAt: number | null) =>
          Object.fromEntries(
            Object.entries(spec.people ?? {}).map(([name, { skills = [], contracts = [] }]) => {
              const { from: _from, to: _to, rampUpWeeks: _weeks, ...terms } = contracts[0]!;
              const halves = [
                { ...terms, to: cutAt ?? 0 },
                { ...terms, from: (cutAt ?? 0) + 1 },
              ];
              return [name, { skills, contracts: cutAt === null ? [terms] : halves }];
            }),
          );
        const [whole, halves] = [
          figures({ ...spec, people: people(null) }, days, counted),
          figures({ ...spec, people: people(cut) }, days, counted),
        ];
        for (const name of SUPPLY) expect(total(halves[name])).toBe(total(whole[name]));
        expect(halves.unmet).toEqual(whole.unmet);
      }),
      RUNS,
    );
  });

  test("rows of lost and done engagements", () => {
    fc.assert(
      fc.property(planSpec, countedAnyhow, question, (spec, counted, days) => {
        const counts = ({ on }: { readonly on: string }) =>
          !["lost", "done"].includes(spec.engagements?.[on]?.status ?? "");
        const without = {
          ...spec,
          needs: spec.needs?.filter(counts) ?? [],
          allocations: spec.allocations?.filter(counts) ?? [],
        };
        expect(figures(without, days, counted)).toEqual(figures(spec, days, counted));
      }),
      RUNS,
    );
  });

  test("somebody without any of the skills that are asked for, in the gap", () => {
    fc.assert(
      fc.property(planSpec, countedAnyhow, question, (spec, counted, days) => {
        const skilled = {
          ...spec,
          needs: (spec.needs ?? []).map((need) => ({ skill: "AWS", ...need })),
          allocations: (spec.allocations ?? []).map((row) => ({ skill: "AWS", ...row })),
        };
        const more = { ...skilled, people: { ...skilled.people, Eve: { skills: ["Juggling"] } } };
        expect(figures(more, days, counted).unmet).toEqual(figures(skilled, days, counted).unmet);
      }),
      RUNS,
    );
  });
});

describe("edits that must", () => {
  test("more leave never raises the capacity of a whole week", () => {
    fc.assert(
      fc.property(planSpec, countedAnyhow, question, (spec, counted, [from]) => {
        const who = Object.keys(spec.people ?? {})[0]!;
        const leave = [...(spec.leave ?? []), { who, from, to: from + 3, hours: 5 }];
        const weeks = over([-7, 27], "week");
        const before = supply(planOf(spec), weeks, counted).capacity;
        supply(planOf({ ...spec, leave }), weeks, counted).capacity.forEach((minutes, cell) => {
          expect(minutes).toBeLessThanOrEqual(before[cell]!);
        });
      }),
      RUNS,
    );
  });

  test("a firm twice as large has twice the capacity, demand and gap", () => {
    const twin = (name: string) => `${name} again`;
    const renamed = <T>(record: Readonly<Record<string, T>> = {}) =>
      Object.fromEntries(Object.entries(record).map(([name, value]) => [twin(name), value]));
    const again = <T extends { readonly on: string; readonly who?: string }>(row: T): T => ({
      ...row,
      on: twin(row.on),
      ...(row.who === undefined ? {} : { who: twin(row.who) }),
    });
    fc.assert(
      fc.property(planSpec, countedAnyhow, question, (spec, counted, days) => {
        const twice: PlanSpec = {
          ...spec,
          people: { ...spec.people, ...renamed(spec.people) },
          engagements: { ...spec.engagements, ...renamed(spec.engagements) },
          needs: [...(spec.needs ?? []), ...(spec.needs ?? []).map(again)],
          allocations: [...(spec.allocations ?? []), ...(spec.allocations ?? []).map(again)],
          leave: [...(spec.leave ?? []), ...(spec.leave ?? []).map((row) => ({ ...row, who: twin(row.who) }))],
          barred: (spec.barred ?? []).flatMap((bar) =>
            [bar.who, twin(bar.who)].flatMap((who) => [bar.on, twin(bar.on)].map((on) => ({ ...bar, who, on }))),
          ),
        };
        const [one, two] = [figures(spec, days, counted), figures(twice, days, counted)];
        for (const name of [...SUPPLY, "unmet", "open"] as const) expect(total(two[name])).toBe(2 * total(one[name]));
      }),
      RUNS,
    );
  });
});
