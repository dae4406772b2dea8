import { EFFORT, type Engagement, FIRST_DAY, LAST_DAY, type Need, type Plan, PPM } from "../../plan/plan.ts";
import { dayNumber, type Minutes, minutes } from "../../units.ts";
import { countedBy, engagementShares } from "../counted.ts";
import { countsUntil } from "../past.ts";
import { weekLoad } from "./by-odds.ts";
import { quantile } from "./distribution.ts";
import { loadOf } from "./load.ts";

/** The engagement under which a plan keeps hours free for support beyond those expected. */
export const RESERVE = "Support reserve";

/**
 * What a plan keeps free beyond support's expected hours, when its Settings ask for it: per skill, the hours that a week's
 * load stays within at that confidence, all queues of the skill together, less what they are expected to take.
 */
export function withReserve(plan: Plan): Pick<Plan, "engagements" | "needs"> {
  const needs = plan.needs.some(({ isReserve }) => isReserve) ? plan.needs.filter((one) => !one.isReserve) : plan.needs;
  const confidence = plan.settings.supportReserve;
  const until = countsUntil(plan);
  const varying = (confidence === null ? [] : needs)
    .filter((need) => loadOf(need) !== null)
    .map((need) => ({ ...need, to: dayNumber(Math.min(need.to, until[need.engagement]!)) }))
    .filter(({ from, to }) => from <= to);
  if (confidence === null || varying.length === 0) return { engagements: plan.engagements, needs };
  const known = plan.engagements.findIndex(({ name }) => name === RESERVE);
  const engagement = known < 0 ? plan.engagements.length : known;
  const shares = engagementShares(plan, countedBy(plan.settings));
  const skills = [...new Set(varying.map(({ skill }) => skill))];
  const kept = skills.flatMap((skill) => {
    const own = varying.filter((need) => need.skill === skill && shares[need.engagement]! > 0);
    const level = own.reduce((lowest, one) => Math.min(lowest, one.level), 5);
    return stretches(own).flatMap(({ from, to, active }): Need[] => {
      const effort = beyond(active, shares, confidence / PPM);
      return effort === 0
        ? []
        : [{ ...KEPT, engagement, skill, level, from: dayNumber(from), to: dayNumber(to), effort }];
    });
  });
  if (kept.length === 0) return { engagements: plan.engagements, needs };
  return {
    engagements: known < 0 ? [...plan.engagements, RESERVED] : plan.engagements,
    needs: [...needs, ...kept],
  };
}

const KEPT = {
  source: "Support",
  role: "",
  certificate: null,
  location: -1,
  per: EFFORT.week,
  spread: "even",
  row: 0,
  isReserve: true,
} as const;

const RESERVED: Engagement = {
  name: RESERVE,
  client: "",
  kind: "internal",
  status: "confirmed",
  odds: null,
  from: FIRST_DAY,
  to: LAST_DAY,
  priority: null,
};

/** Minutes between what queues take together at a confidence and what they are expected to take. */
function beyond(active: readonly Need[], shares: Float64Array, confidence: number): Minutes {
  const expected = active.reduce((sum, need) => sum + (need.effort * shares[need.engagement]!) / PPM, 0);
  return minutes(Math.max(0, quantile(weekLoad(active, shares), confidence) - expected));
}

/** The days cut where one of the needs begins or ends. */
function stretches(needs: readonly Need[]): readonly { from: number; to: number; active: readonly Need[] }[] {
  const cuts = [...new Set(needs.flatMap(({ from, to }) => [from, to + 1]))].sort((a, b) => a - b);
  return cuts.slice(0, -1).flatMap((from, i) => {
    const to = cuts[i + 1]! - 1;
    const active = needs.filter((need) => need.from <= from && need.to >= to);
    return active.length === 0 ? [] : [{ from, to, active }];
  });
}
