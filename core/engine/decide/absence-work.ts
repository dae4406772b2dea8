import { firstWorkdayFrom, lastWorkdayUpTo } from "../../plan/calendar.ts";
import type { Plan } from "../../plan/plan.ts";
import type { Counted } from "../counted.ts";
import { coverage, type Releases } from "../coverage.ts";
import { allocationEffort, needEffort } from "../effort.ts";
import { fitOf } from "../fit.ts";
import { ranksOf } from "../gap-splits.ts";
import { grainOf } from "../open-work.ts";
import { requirements } from "../requirements.ts";
import type { Scope } from "../scope.ts";
import type { Timeline } from "../timeline.ts";
import { type Variant, variantsOf } from "../variants.ts";
import type { Shift } from "./ranked-loss.ts";

/** What one engagement asks of one variant. */
export interface Ask {
  readonly engagement: number;
  readonly variant: number;
}

/** The open work of a plan, and for each person what would be open on top of it without them. */
export interface AbsenceWork {
  readonly variants: readonly Variant[];
  /** In the order of service: by the engagement's priority, then as met in the plan. */
  readonly asks: readonly Ask[];
  /** Open minutes with everybody there, [grain * asks + ask]. */
  readonly open: Float64Array;
  /** By person and grain: what would be open on top. */
  readonly bookedBy: readonly ReadonlyMap<number, readonly Shift[]>[];
}

/**
 * Booked minutes that cover a need open that need; those beyond needs are work for whoever has the skill they name, as a
 * placeholder's are. The minutes are those that were booked: a day off carries nothing.
 */
export function absenceWork(plan: Plan, grains: Timeline, counted: Counted, scope: Scope): AbsenceWork {
  const found: Found[] = [];
  const needs = needEffort(plan, grains, counted);
  const effort = allocationEffort(plan, grains, counted);
  const { allocations: rows } = plan;
  const required = requirements({ ...plan, allocations: { ...rows, person: rows.person.map(() => -1) } });
  const fit = fitOf(plan, required);
  const variants = variantsOf(plan, required, fit);
  const add = (requirement: number, days: Days, grain: number, minutes: number, person: number) => {
    if (minutes === 0) return;
    const { engagement } = days;
    const { from, to } = grains.periods[grain]!;
    const [first, last] = workdays(Math.max(days.from, from), Math.min(days.to, to));
    found.push({ engagement, variant: variants.of(requirement, last, first, engagement), grain, minutes, person });
  };
  const releases: Releases = (row, need, grain, minutes) => {
    const person = rows.person[row]!;
    if (person >= 0 && scope.needs[need] === 1) {
      add(required.ofNeed[need]!, plan.needs[need]!, grain, minutes, person);
    }
    return false;
  };
  const covered = coverage({ plan, grains, needs, allocations: effort, required, fit, releases });
  const count = grains.periods.length;
  plan.needs.forEach((days, need) => {
    if (scope.needs[need] === 0) return;
    for (const grain of grainsOf(grains, days)) {
      const cell = need * count + grain;
      add(required.ofNeed[need]!, days, grain, needs[cell]! - covered.named[cell]!, -1);
    }
  });
  for (let row = 0; row < rows.length; row++) {
    if (scope.allocations[row] === 0) continue;
    const days = { engagement: rows.engagement[row]!, from: rows.from[row]!, to: rows.to[row]! };
    for (const grain of grainsOf(grains, days)) {
      const cell = row * count + grain;
      add(required.ofAllocation[row]!, days, grain, effort[cell]! - covered.covers[cell]!, rows.person[row]!);
    }
  }
  return inOrder(plan, count, variants.list, found);
}

/** Minutes of one row in one grain; person -1 is open anyway. */
interface Found extends Ask {
  readonly grain: number;
  readonly minutes: number;
  readonly person: number;
}

/** Whose work it is, and when. */
interface Days {
  readonly engagement: number;
  readonly from: number;
  readonly to: number;
}

/** Mondays to Fridays; the days themselves, where somebody works on a weekend only. */
function workdays(from: number, to: number): readonly [first: number, last: number] {
  const first = firstWorkdayFrom(from);
  const last = lastWorkdayUpTo(to);
  return first > last ? [from, to] : [first, last];
}

function* grainsOf(grains: Timeline, { from, to }: Days): Generator<number> {
  if (from > grains.to || to < grains.from) return;
  for (let grain = grainOf(grains, from), last = grainOf(grains, to); grain <= last; grain++) yield grain;
}

/** Merges what one engagement asks of one variant, and numbers it in the order of service. */
function inOrder(plan: Plan, grains: number, variants: readonly Variant[], found: readonly Found[]): AbsenceWork {
  const ranks = ranksOf(plan);
  const keyOf = ({ engagement, variant }: Ask) => ranks[engagement]! * variants.length + variant;
  const known = new Map<number, Ask>();
  for (const { engagement, variant } of found) known.set(keyOf({ engagement, variant }), { engagement, variant });
  const keys = [...known.keys()].sort((a, b) => a - b);
  const number = new Map(keys.map((key, ask) => [key, ask]));
  const open = new Float64Array(grains * keys.length);
  const bookedBy = plan.people.map(() => new Map<number, Shift[]>());
  for (const piece of found) {
    const ask = number.get(keyOf(piece))!;
    const { grain, minutes, person } = piece;
    if (person < 0) open[grain * keys.length + ask]! += minutes;
    else bookedBy[person]!.set(grain, [...(bookedBy[person]!.get(grain) ?? []), { at: ask, minutes }]);
  }
  return { variants, asks: keys.map((key) => known.get(key)!), open, bookedBy };
}
