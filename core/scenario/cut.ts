import { countedBy } from "../engine/counted.ts";
import { allocationEffort, needEffort } from "../engine/effort.ts";
import { timeline } from "../engine/timeline.ts";
import { changed } from "../plan/changed.ts";
import { EFFORT, type Engagement, FIRST_DAY, LAST_DAY, type Need, type Plan } from "../plan/plan.ts";
import { dayNumber } from "../units.ts";
import { type Booked, bookedAt, NOTHING_BOOKED, rebooked } from "./booked.ts";

/** A row of Allocations in up to three parts; total hours go where the person would have worked them. */
export interface Cut {
  readonly before: Booked | null;
  readonly inside: Booked;
  readonly after: Booked | null;
}

/** Cut a row that touches these days. */
export function cutRow(plan: Plan, row: number, from: number, to: number): Cut {
  const whole = bookedAt(plan.allocations, row);
  const inside = { ...whole, from: Math.max(whole.from, from), to: Math.min(whole.to, to) };
  const before = whole.from < inside.from ? { ...whole, to: inside.from - 1 } : null;
  const after = whole.to > inside.to ? { ...whole, from: inside.to + 1 } : null;
  if (whole.per !== EFFORT.total) return { before, inside, after };
  const earlier = before === null ? 0 : minutesOn(plan, whole, before.from, before.to);
  const now = after === null ? whole.amount - earlier : minutesOn(plan, whole, inside.from, inside.to);
  return {
    before: before && { ...before, amount: earlier },
    inside: { ...inside, amount: now },
    after: after && { ...after, amount: whole.amount - earlier - now },
  };
}

/** The whole effort of one row on some days, whatever its engagement counts with. */
function minutesOn(plan: Plan, row: Booked, from: number, to: number): number {
  const alone = rebooked(NOTHING_BOOKED, new Map(), [{ ...row, engagement: 0 }]);
  const small = changed(plan, { engagements: [CERTAIN], needs: [], allocations: alone });
  return allocationEffort(small, daysFrom(from, to), inFull(plan))[0]!;
}

/** The whole effort of a need on some days, whatever its engagement counts with. */
export function needMinutesOn(plan: Plan, need: Need, from: number, to: number): number {
  const small = changed(plan, {
    engagements: [CERTAIN],
    needs: [{ ...need, engagement: 0 }],
    allocations: NOTHING_BOOKED,
  });
  return needEffort(small, daysFrom(from, to), inFull(plan))[0]!;
}

const daysFrom = (from: number, to: number) => timeline(dayNumber(from), dayNumber(to), "total");
const inFull = ({ settings }: Plan) => countedBy(settings, { pipeline: "all", hires: "all" });

const CERTAIN: Engagement = {
  name: "",
  client: "",
  kind: "",
  status: "confirmed",
  odds: null,
  from: FIRST_DAY,
  to: LAST_DAY,
  priority: null,
};
