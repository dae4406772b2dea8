import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { estimatedFigures } from "../../../core/engine/chance/estimate.ts";
import { chanceModel, POINTS, shortfallOdds, USUAL_ODDS } from "../../../core/engine/chance/index.ts";
import { latticeOf } from "../../../core/engine/chance/lattice.ts";
import { searchOf } from "../../../core/engine/chance/search.ts";
import { countedBy } from "../../../core/engine/counted.ts";
import { everything } from "../../../core/engine/scope.ts";
import { timeline } from "../../../core/engine/timeline.ts";
import { d, hoursAWeek, type PlanSpec, planOf } from "../../support/engine-plan.ts";
import { finished } from "./finished.ts";
import { runsOf } from "./runs.ts";

const TIMES = runsOf(60, 200);

/** Figures from points, as if there were too many outcomes to list. */
function estimated(spec: PlanSpec, points: number, seed: number) {
  const plan = planOf(spec);
  const over = timeline(d(0), d(4), "week");
  const model = chanceModel(plan, over, countedBy(plan.settings), everything(plan));
  const options = { ...USUAL_ODDS, points, seed };
  const search = finished(searchOf(model, options));
  const [period] = search.periods;
  const unlisted = { ...period!, grains: period!.grains.map((grain) => ({ ...grain, table: null })) };
  const found = finished(estimatedFigures(search, unlisted));
  const exact = shortfallOdds(plan, over, countedBy(plan.settings), everything(plan), USUAL_ODDS).periods[0]!;
  return { exact, estimate: found.total };
}

/** Three to nine deals on three skills, and people who know one or two of them. */
const book: fc.Arbitrary<PlanSpec> = fc
  .array(fc.tuple(fc.integer({ min: 5, max: 95 }), fc.integer({ min: 0, max: 2 }), fc.integer({ min: 5, max: 60 })), {
    minLength: 3,
    maxLength: 9,
  })
  .map((deals) => ({
    people: {
      Ana: { skills: ["AWS", "Linux"] },
      Ben: { skills: ["Linux", "Python"] },
      Cy: { skills: ["Python"] },
      Dee: { skills: ["AWS"] },
    },
    engagements: Object.fromEntries(deals.map(([odds], i) => [`Deal ${i}`, { status: "tentative" as const, odds }])),
    needs: deals.map(([, skill, hours], i) => ({
      on: `Deal ${i}`,
      skill: ["AWS", "Linux", "Python"][skill]!,
      effort: hoursAWeek(hours),
    })),
  }));

describe("points instead of all outcomes", () => {
  test(`tell the chance of ${TIMES} random books to half a point, and their mean error is a tenth of one`, () => {
    const errors: number[] = [];
    fc.assert(
      fc.property(book, fc.integer({ min: 1, max: 9 }), (spec, seed) => {
        const { exact, estimate } = estimated(spec, 1009, seed);
        errors.push(estimate.chance - exact.chance);
        expect(Math.abs(estimate.chance - exact.chance)).toBeLessThan(0.005);
        expect(Math.abs(estimate.expected - exact.expected)).toBeLessThan(0.005 * 60 * 60);
      }),
      { numRuns: TIMES },
    );
    const squares = errors.reduce((sum, error) => sum + error * error, 0);
    expect(Math.sqrt(squares / errors.length)).toBeLessThan(0.001);
  });

  test("two deals of 60 hours at 50 % with 70 hours free: a quarter, to a tenth of a point", () => {
    const { estimate } = estimated(
      {
        people: { Ana: { hours: 40, skills: ["AWS"] }, Ben: { hours: 30, skills: ["AWS"] } },
        engagements: { One: { status: "tentative", odds: 50 }, Two: { status: "tentative", odds: 50 } },
        needs: ["One", "Two"].map((on) => ({ on, skill: "AWS", effort: hoursAWeek(60) })),
      },
      251,
      1,
    );
    expect(Math.abs(estimate.chance - 0.25)).toBeLessThan(0.001);
    expect(Math.abs(estimate.expected / 60 - 12.5)).toBeLessThan(0.05);
    expect([estimate.p80, estimate.p90]).toEqual([3000, 3000]);
    expect(estimate.standardError).toBeLessThan(0.01);
  });
});

describe("a lattice", () => {
  test.each(POINTS)("of %i points: no two coordinates of a week go together, each takes every step once", (points) => {
    const lattice = latticeOf(points, 3);
    const coordinates = [
      ...[0, 1, 2, 60].map((rank) => ({ kind: "deal", rank, from: 0 }) as const),
      ...[0, 1].map((rank) => ({ kind: "hire", rank, from: 0 }) as const),
      ...[0, 1, 97, 5000].map((rank) => ({ kind: "queue", rank, from: 46027 }) as const),
      ...[0, 1, 97].map((rank) => ({ kind: "queue", rank, from: 46034 }) as const),
      ...[0, 1].map((rank) => ({ kind: "absence", rank, from: 46027 }) as const),
    ];
    const columns = coordinates.map((coordinate) => {
      const column = new Int32Array(points);
      lattice.column(coordinate)(0, column);
      return column;
    });
    const step = 2 ** 30 / points;
    for (const column of columns) {
      const steps = [...column].sort((a, b) => a - b);
      const gaps = steps.map((at, i) => (steps[i + 1] ?? steps[0]! + 2 ** 30) - at);
      expect(Math.max(...gaps)).toBeLessThan(step + 2);
      expect(Math.min(...gaps)).toBeGreaterThan(step - 2);
    }
    // Copies would differ by the same everywhere.
    columns.forEach((a, i) => {
      for (const b of columns.slice(i + 1)) {
        const differences = new Set(
          a.map((at, point) => Math.round((((at - b[point]! + 2 ** 30) % 2 ** 30) / step) * 4)),
        );
        expect(differences.size).toBeGreaterThan(points / 4);
      }
    });
  });

  test("of any other number of points there is none", () => {
    expect(() => latticeOf(1000, 1)).toThrow("no lattice of 1000 points");
  });
});
