import { comingShares } from "../engine/counted.ts";
import { needEffort } from "../engine/effort.ts";
import { weekLoad } from "../engine/support/by-odds.ts";
import type { Distribution } from "../engine/support/distribution.ts";
import { loadOf } from "../engine/support/load.ts";
import { withReserve } from "../engine/support/reserve.ts";
import { changed } from "../plan/changed.ts";
import { type Need, type Plan, PPM, type Ppm } from "../plan/plan.ts";
import { type Given, given } from "../sheets/given.ts";
import { skillWeeks } from "../sheets/skills-by-week.ts";
import { total } from "../sheets/sums.ts";

/** The plan with so much kept free for support that it fits with this confidence; null keeps its expected hours only. */
export function reserving(plan: Plan, confidence: Ppm | null): Plan {
  const asked = changed(plan, { settings: { ...plan.settings, supportReserve: confidence } });
  return changed(asked, withReserve(asked));
}

/** A plan without a reserve and with one, side by side. Minutes. */
export interface Compared {
  readonly without: Given;
  readonly with: Given;
  /** Support's hours by week: those expected or stated, and those kept free beyond them. */
  readonly expected: readonly number[];
  readonly beyond: readonly number[];
  readonly skills: readonly SkillCost[];
}

/** What the reserve takes from projects in one skill, over all weeks. */
export interface SkillCost {
  readonly skill: number;
  /** Kept free beyond the expected hours. */
  readonly beyond: number;
  /** Free hours of those who can less open work, before and after. */
  readonly free: readonly [before: number, after: number];
  readonly gap: readonly [before: number, after: number];
}

export function comparedPlans(plan: Plan, confidence: Ppm): Compared {
  const without = given(reserving(plan, null));
  const kept = given(reserving(plan, confidence));
  const { needs } = kept.plan;
  const n = kept.weeks.periods.length;
  const asked = needEffort(kept.plan, kept.weeks, kept.counted);
  const inWeek = (counts: (need: number) => boolean) => (_: unknown, week: number) => {
    let sum = 0;
    for (let need = 0; need < needs.length; need++) if (counts(need)) sum += asked[need * n + week]!;
    return sum;
  };
  const isSupport = (need: number) => needs[need]!.source === "Support" && !needs[need]!.isReserve;
  const isKept = (need: number) => needs[need]!.isReserve === true;
  const skills = [...new Set(needs.flatMap(({ skill, isReserve }) => (isReserve ? [skill] : [])))];
  const [before, after] = [bySkill(without), bySkill(kept)];
  return {
    without,
    with: kept,
    expected: kept.weeks.periods.map(inWeek(isSupport)),
    beyond: kept.weeks.periods.map(inWeek(isKept)),
    skills: skills.map((skill) => ({
      skill,
      beyond: total(kept.weeks.periods.map(inWeek((need) => isKept(need) && needs[need]!.skill === skill))),
      free: [before.left(skill), after.left(skill)],
      gap: [before.gap(skill), after.gap(skill)],
    })),
  };
}

/** Sums over all weeks; work that names no skill stands after the last one. */
function bySkill(one: Given) {
  const n = one.weeks.periods.length;
  const { open, free } = skillWeeks(one);
  const short = one.gap.bySkill();
  const sum = (minutes: Float64Array, skill: number) =>
    minutes.subarray(skill * n, (skill + 1) * n).reduce((all, each) => all + each, 0);
  const last = one.plan.skills.length;
  return {
    left: (skill: number) => (skill < 0 ? 0 : sum(free, skill) - sum(open, skill)),
    gap: (skill: number) => sum(short, skill < 0 ? last : skill),
  };
}

/** How a full week of support varies in one skill, its queues together: whoever has the skill can help with any of them. */
export interface SkillLoad {
  readonly load: Distribution;
  readonly expected: number;
  readonly needs: readonly Need[];
}

export function skillLoads({ plan, counted }: Given): readonly SkillLoad[] {
  const shares = comingShares(plan, counted);
  const bySkill = new Map<number, Need[]>();
  for (const need of plan.needs) {
    if (loadOf(need) === null || shares[need.engagement] === 0) continue;
    const own = bySkill.get(need.skill) ?? [];
    bySkill.set(need.skill, own);
    own.push(need);
  }
  return Array.from(bySkill.values(), (needs) => ({
    needs,
    load: weekLoad(needs, shares),
    expected: needs.reduce((sum, { effort, engagement }) => sum + (effort * shares[engagement]!) / PPM, 0),
  }));
}
