import { describe, expect, test } from "vitest";
import { chanceModel, USUAL_ODDS } from "../../../core/engine/chance/index.ts";
import { addedOdds } from "../../../core/engine/chance/paired.ts";
import { searchOf } from "../../../core/engine/chance/search.ts";
import { countedBy } from "../../../core/engine/counted.ts";
import { everything } from "../../../core/engine/scope.ts";
import { supportLoads } from "../../../core/engine/support/load.ts";
import { timeline } from "../../../core/engine/timeline.ts";
import { d, hoursAWeek, type PlanSpec, planOf } from "../../support/engine-plan.ts";
import { finished } from "./finished.ts";

/** What the last engagement makes short, in the first week. */
function added(spec: PlanSpec) {
  const plan = planOf(spec);
  const week = timeline(d(0), d(4), "week");
  const aside = plan.engagements.findIndex(({ name }) => name === "New");
  const modelOf = (left: number) =>
    chanceModel(plan, week, countedBy(plan.settings), everything(plan), supportLoads(plan), left);
  const searchWith = (left: number) => finished(searchOf(modelOf(left), USUAL_ODDS));
  return finished(addedOdds(searchWith(aside), searchWith(-1)))[0]!;
}

describe("what new work makes short, world by world", () => {
  test("two deals of 60 hours at 50 % and 70 free: 20 hours more lack 10 with one of them, and 20 with both", () => {
    const found = added({
      people: { Ana: { hours: 70, skills: ["Python"] } },
      engagements: { One: { status: "tentative", odds: 50 }, Two: { status: "tentative", odds: 50 }, New: {} },
      needs: ["One", "Two", "New"].map((on) => ({ on, skill: "Python", effort: hoursAWeek(on === "New" ? 20 : 60) })),
    });
    // 80 of 70 in half of all cases, 140 of 70 where 120 of 70 were short already in a quarter: 5 + 5 h.
    expect(found).toMatchObject({ chance: 0.75, expected: 600, p80: 1200, method: { kind: "exact" } });
  });

  test("people fall into other classes with it, and are away in the same worlds all the same", () => {
    const found = added({
      settings: { absence: 50_000 },
      people: {
        Ana: { hours: 40, skills: [{ skill: "AWS", level: 2 }] },
        Ben: { hours: 40, skills: [{ skill: "AWS", level: 5 }] },
      },
      engagements: { Sure: {}, New: {} },
      needs: [
        { on: "Sure", skill: "AWS", effort: hoursAWeek(60) },
        { on: "New", skill: "AWS", level: 3, effort: hoursAWeek(15) },
      ],
    });
    // 5 h are left: short when any of ten days is lost (1 - 0.95^10 = 40.1 %): 3 h of one day (31.5 %), 11 of two (7.5 %), then 15.
    expect(Math.abs(found.chance - 0.4013)).toBeLessThan(0.012);
    expect(Math.abs(found.expected / 60 - (3 * 0.3151 + 11 * 0.0746 + 15 * 0.0116))).toBeLessThan(0.04);
  });

  test("what is short in every case hides nothing: Cobol lacks 15 h, and 20 hours of AWS lack 10 h at 30 %", () => {
    const found = added({
      people: { Ana: { hours: 40, skills: ["AWS"] }, Ben: { hours: 5, skills: ["Cobol"] } },
      engagements: { Deal: { status: "tentative", odds: 30 }, Old: {}, New: {} },
      needs: [
        { on: "Deal", skill: "AWS", effort: hoursAWeek(30) },
        { on: "Old", skill: "Cobol", effort: hoursAWeek(20) },
        { on: "New", skill: "AWS", effort: hoursAWeek(20) },
      ],
    });
    expect(found.chance).toBeCloseTo(0.3, 12);
    expect(found.expected).toBeCloseTo(180, 9);
  });
});
