import { firstWorkdayFrom, lastWorkdayUpTo } from "../plan/calendar.ts";
import type { Plan } from "../plan/plan.ts";
import type { Fit } from "./fit.ts";
import { grouped } from "./grouped.ts";
import type { Requirements } from "./requirements.ts";
import type { Timeline } from "./timeline.ts";

/** Which allocated minutes cover needs, grain by grain. */
export interface Coverage {
  /** [need * grains + grain]: what named people cover. */
  readonly named: Float64Array;
  /** [allocation * grains + grain]: the part of each allocation that covers a need. */
  readonly covers: Float64Array;
  /** The part of `covers` that restaffing sets free, and the same by need. */
  readonly released: Float64Array;
  readonly releasedOfNeed: Float64Array;
}

/** Whether restaffing sets an allocation free from a need in a grain. */
export type Releases = (row: number, need: number, grain: number, minutes: number) => boolean;

/** What coverage looks at: minutes by grain of needs and allocations, and who fits what. */
export interface Covering {
  readonly plan: Plan;
  readonly grains: Timeline;
  readonly needs: Float64Array;
  readonly allocations: Float64Array;
  readonly required: Requirements;
  readonly fit: Fit;
  /** null when nothing is set free. */
  readonly releases: Releases | null;
}

/** Within each engagement, allocations in row order, named people before placeholders, take what is left of the needs they suit. */
export function coverage(all: Covering): Coverage {
  const { plan, grains, needs, allocations, releases } = all;
  const count = grains.periods.length;
  const rows = plan.allocations;
  const left = needs.slice();
  const named = new Float64Array(needs.length);
  const covers = new Float64Array(allocations.length);
  const released = new Float64Array(allocations.length);
  const releasedOfNeed = new Float64Array(needs.length);
  const needsOf = grouped(
    plan.needs.map((need) => need.engagement),
    plan.engagements.length,
  );
  const cover = (row: number) => {
    const engagement = rows.engagement[row]!;
    const first = needsOf.first[engagement]!;
    const end = needsOf.first[engagement + 1]!;
    for (let grain = 0; grain < count && first < end; grain++) {
      const cell = row * count + grain;
      let minutes = allocations[cell]!;
      if (minutes === 0) continue;
      for (const turn of turnsOf(rows.skill[row]!, rows.person[row]!)) {
        for (let at = first; at < end && minutes > 0; at++) {
          const need = needsOf.order[at]!;
          const open = left[need * count + grain]!;
          if (open === 0 || !turn(all, row, need, grain)) continue;
          const taken = Math.min(open, minutes);
          left[need * count + grain] = open - taken;
          minutes -= taken;
          covers[cell]! += taken;
          if (rows.person[row]! >= 0) named[need * count + grain]! += taken;
          if (releases === null || !releases(row, need, grain, taken)) continue;
          released[cell]! += taken;
          releasedOfNeed[need * count + grain]! += taken;
        }
      }
    }
  };
  for (let row = 0; row < rows.length; row++) if (rows.person[row]! >= 0) cover(row);
  for (let row = 0; row < rows.length; row++) if (rows.person[row]! < 0) cover(row);
  return { named, covers, released, releasedOfNeed };
}

/** Which needs an allocation takes from in one turn. */
type Turn = (all: Covering, row: number, need: number, grain: number) => boolean;

const sameSkill: Turn = ({ plan }, row, need) => plan.needs[need]!.skill === plan.allocations.skill[row]!;
const anyNeed: Turn = () => true;

/** Whether the person fits the need on every working day of it in the grain, under a contract that holds in the grain. */
const personFits: Turn = ({ plan, grains, required, fit }, row, need, grain) => {
  const { from, to } = grains.periods[grain]!;
  const until = fit.until(required.ofNeed[need]!, firstWorkdayFrom(Math.max(from, plan.needs[need]!.from)));
  const last = lastWorkdayUpTo(Math.min(to, plan.needs[need]!.to));
  for (const number of plan.people[plan.allocations.person[row]!]!.contracts) {
    const contract = plan.contracts[number]!;
    if (contract.from <= to && contract.to >= from && until[number]! >= last) return true;
  }
  return false;
};

const BY_SKILL: readonly Turn[] = [sameSkill];
const BY_PERSON: readonly Turn[] = [personFits, anyNeed];
const BY_ROW: readonly Turn[] = [anyNeed];

export function turnsOf(skill: number, person: number): readonly Turn[] {
  if (skill >= 0) return BY_SKILL;
  return person >= 0 ? BY_PERSON : BY_ROW;
}
