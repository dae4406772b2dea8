import { describe, expect, test } from "vitest";
import { chanceModel, findOdds, USUAL_ODDS } from "../../../core/engine/chance/index.ts";
import { together } from "../../../core/engine/chance/together.ts";
import { countedBy } from "../../../core/engine/counted.ts";
import { everything } from "../../../core/engine/scope.ts";
import { timeline } from "../../../core/engine/timeline.ts";
import { readPlan } from "../../../core/plan/read-plan.ts";
import { dayNumber } from "../../../core/units.ts";
import { rangesIn } from "../../support/plan.ts";
import { finished } from "./finished.ts";

/** Deals of 60 hours in one week, in which so many hours are free. */
const oddsOf = (free: number, deals: string, joined: readonly number[]) => {
  const rows = deals.split(",").map((one, i) => `D${i} | tentative | ${one.trim()}`);
  const needs = rows.map((_, i) => `D${i} | AWS | 2026-01-05 | 2026-01-11 | 60`);
  const picture = `
    Person | Weekly hours | Skills
    Ana | ${free} | AWS 4

    Engagement | Status | Odds
    ${rows.join("\n    ")}

    Engagement | Skill | From | To | Hours a week
    ${needs.join("\n    ")}
  `;
  const plan = readPlan(rangesIn(picture).map((cells) => ({ cells })));
  const week = timeline(dayNumber(46027), dayNumber(46033), "week");
  const model = chanceModel(plan, week, countedBy(plan.settings), everything(plan));
  return finished(findOdds(together(model, joined), USUAL_ODDS)).periods[0]!;
};

describe("deals that come together or not at all", () => {
  test("two at 50 %, 70 hours free: short one week in two, 25 h expected; apart one week in four, 12.5 h", () => {
    expect(oddsOf(70, "50%, 50%", [0, 1])).toMatchObject({ chance: 0.5, expected: 25 * 60, p80: 50 * 60 });
    expect(oddsOf(70, "50%, 50%", [])).toMatchObject({ chance: 0.25, expected: 12.5 * 60 });
  });

  test("each keeps its own odds: at 50 % and 20 % both come in 20 % of all cases, apart in 10 %", () => {
    const both = oddsOf(70, "50%, 20%", [0, 1]);
    expect(both.chance).toBeCloseTo(0.2, 12);
    expect(both.expected).toBeCloseTo(0.2 * 50 * 60, 9);
    expect(oddsOf(70, "50%, 20%", []).chance).toBeCloseTo(0.1, 12);
    // With 50 hours free either is short: whenever the likelier one comes.
    expect(oddsOf(50, "50%, 20%", [0, 1]).chance).toBeCloseTo(0.5, 12);
    expect(oddsOf(50, "50%, 20%", []).chance).toBeCloseTo(0.6, 12);
  });

  test("a third deal stays by itself", () => {
    // Short when two or three come: with the first and last together, whenever those do; apart 25 % + 10 % + 10 %.
    expect(oddsOf(70, "50%, 40%, 50%", [0, 2]).chance).toBeCloseTo(0.5, 12);
    expect(oddsOf(70, "50%, 40%, 50%", []).chance).toBeCloseTo(0.45, 12);
  });

  test("expected demand does not change, only how it comes: with nobody free all of it is short either way", () => {
    const apart = oddsOf(0.1, "30%, 70%, 45%", []).expected;
    expect(Math.abs(oddsOf(0.1, "30%, 70%, 45%", [0, 1, 2]).expected - apart)).toBeLessThan(6);
  });
});
