import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shortfallOdds, USUAL_ODDS } from "../../../core/engine/chance/index.ts";
import { timeline } from "../../../core/engine/timeline.ts";
import { changed } from "../../../core/plan/changed.ts";
import type { Plan } from "../../../core/plan/plan.ts";
import type { StartSlip } from "../../../core/plan/tickets.ts";
import { d, planOf } from "../../support/engine-plan.ts";
import { countedAnyhow, planSpec, question, scopeOf } from "../random-plan.ts";
import { everyWorld, figuresOf, gapsOf } from "./brute-force.ts";
import { runsOf } from "./runs.ts";

const BOOKS = runsOf(60, 1000);

const SLIPS: readonly (readonly StartSlip[] | null)[] = [
  null,
  [],
  [{ weeks: 1, odds: 300_000 }],
  [
    { weeks: 1, odds: 200_000 },
    { weeks: 3, odds: 800_000 },
  ],
];
const withSlips = (plan: Plan, picks: readonly number[]): Plan =>
  changed(plan, {
    engagements: plan.engagements.map((one, i) => ({ ...one, startSlip: SLIPS[picks[i % picks.length]!]! })),
  });

describe("chances of a shortage", () => {
  test(`are those of listing every world of ${BOOKS} plans and asking for its skill gap, in all and by skill`, () => {
    fc.assert(
      fc.property(
        planSpec,
        countedAnyhow,
        question,
        fc.constantFrom("total", "day", "week", "month"),
        fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 3 }),
        fc.integer({ min: 0, max: 4 }),
        (spec, how, [first, length], by, slips, thinned) => {
          const plan = withSlips(planOf(spec), slips);
          const counted = { ...how, pipeline: "odds", hires: "odds", restaff: false } as const;
          const over = timeline(d(first), d(first + length), by);
          const scope = scopeOf(plan, thinned);
          const odds = shortfallOdds(plan, over, counted, scope, { ...USUAL_ODDS, bySkill: true });
          const gaps = gapsOf(everyWorld(plan), over, counted, scope);
          odds.periods.forEach(({ chance, expected, p80, p90, method, standardError }, period) => {
            expect([method.kind, standardError]).toEqual(["exact", 0]);
            const all = figuresOf(gaps.map((gap) => ({ chance: gap.chance, minutes: gap.unmet[period]! })));
            expect(chance).toBeCloseTo(all.chance, 9);
            expect(expected).toBeCloseTo(all.expected, 6);
            expect([p80, p90]).toEqual([all.p80, all.p90]);
            odds.bySkill!.forEach((row, skill) => {
              const minutes = (bySkill: Float64Array) => bySkill[skill * odds.periods.length + period]!;
              const own = figuresOf(gaps.map((gap) => ({ chance: gap.chance, minutes: minutes(gap.bySkill) })));
              expect(row[period]!.chance).toBeCloseTo(own.chance, 9);
              expect(row[period]!.expected).toBeCloseTo(own.expected, 6);
              expect([row[period]!.p80, row[period]!.p90]).toEqual([own.p80, own.p90]);
            });
          });
        },
      ),
      { numRuns: BOOKS },
    );
  });
});
