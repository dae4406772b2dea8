import { latest, type Period } from "../../plan/calendar.ts";
import { changed } from "../../plan/changed.ts";
import { EFFORT, FIRST_DAY, LAST_DAY, type Need, type Plan, PPM, type Ppm, type Status } from "../../plan/plan.ts";
import { dayNumber, type Minutes, minutes, plusDays } from "../../units.ts";
import type { ChangeCase } from "../case.ts";
import type { Growth } from "../change.ts";
import { needMinutesOn } from "../cut.ts";
import { doesNotFit, engagementIn, isOver, unknownEngagement } from "../names.ts";
import { withNeeds } from "./needs.ts";

/** Each need asks for so much more in these days, by an added need of the same kind, or for so much less. */
export const growth: ChangeCase<Growth> = {
  needs: ["percent"],
  may: ["engagement", "from", "to"],
  read: ({ engagement, percent, from, to }) =>
    percent === null
      ? null
      : { kind: "growth", engagement, share: percent, from: from ?? FIRST_DAY, to: to ?? LAST_DAY },
  check: ({ plan }, change) => {
    const unknown = change.engagement === null ? null : unknownEngagement(plan, change.engagement);
    if (unknown) return unknown;
    if (change.share === 0) return doesNotFit("percent", "changes nothing", "Maybe 20%, or -20% for less.");
    const over = overIn(plan, change);
    if (over) return doesNotFit("engagement", `is ${over} and asks for nothing any more`, "Maybe delete this row.");
    if (growing(plan, change).length > 0) return null;
    const why =
      change.engagement === null
        ? "finds no managed service that asks for anything in these days"
        : "asks for nothing in these days";
    return doesNotFit(
      change.engagement === null ? "percent" : "engagement",
      why,
      "Maybe add its needs, or mend From.",
      ["Engagements", "Demand"],
    );
  },
  apply: (plan, change) => {
    const needs = growing(plan, change);
    if (change.share >= 0)
      return withNeeds(
        plan,
        needs.map((need) => more(plan, need, change)),
      );
    const parts = new Map(needs.map((need) => [need, lessOf(plan, need, change)] as const));
    const instead = plan.needs.map((need) => parts.get(need)?.[0] ?? need);
    return withNeeds(
      changed(plan, { needs: instead }),
      [...parts.values()].flatMap(([, ...others]) => others),
    );
  },
};

/** How the one engagement of a change came to its end; null where it did not. */
function overIn(plan: Plan, { engagement }: Growth): Status | null {
  const status = engagement === null ? undefined : plan.engagements[engagementIn(plan, engagement)]?.status;
  return status !== undefined && isOver(status) ? status : null;
}

function growing(plan: Plan, { engagement, from, to }: Growth): readonly Need[] {
  const one = engagement === null ? -1 : engagementIn(plan, engagement);
  const grows = plan.engagements.map(({ kind, status }, number) =>
    engagement === null ? kind === "managed service" && !isOver(status) : number === one,
  );
  return plan.needs.filter((need) => !need.isReserve && grows[need.engagement] && need.from <= to && need.to >= from);
}

function more(plan: Plan, need: Need, { share, from, to }: Growth): Need {
  const days = { from: latest(need.from, from), to: dayNumber(Math.min(need.to, to)) };
  const grows = effortOn(plan, need, days);
  const { insteadOf: _, ...asked } = withArrivals(need, share);
  return { ...asked, ...days, effort: minutes((grows * share) / PPM), row: 0 };
}

/** So many times as many tickets, as bursty as they are and independent of others: their weeks' variance goes with their mean. */
function withArrivals(need: Need, times: Ppm): Need {
  const { arrivals, ...stated } = need;
  if (arrivals === undefined || times === 0) return stated;
  return { ...stated, arrivals: { ...arrivals, weekly: (arrivals.weekly * times) / PPM } };
}

/** Before, during and after these days, as far as the need has days there; the first part stands in the need's own row. */
function lessOf(plan: Plan, need: Need, { share, from, to }: Growth): readonly [Need, ...Need[]] {
  const within = { from: latest(need.from, from), to: dayNumber(Math.min(need.to, to)) };
  const now = effortOn(plan, need, within);
  const during = { ...withArrivals(need, PPM + share), ...within, effort: minutes(now + (now * share) / PPM) };
  const part = (days: Period): Need => ({ ...need, ...days, effort: effortOn(plan, need, days) });
  const before = need.from < within.from ? part({ from: need.from, to: plusDays(within.from, -1) }) : null;
  const isTotal = need.per === EFFORT.total;
  const rest = isTotal ? minutes(need.effort - now - (before?.effort ?? 0)) : need.effort;
  const after = need.to > within.to ? [later({ ...need, from: plusDays(within.to, 1), effort: rest })] : [];
  return before === null ? [during, ...after] : [before, later(during), ...after];
}

/** A further part of a need stands in no row, and in no other row's place. */
const later = (need: Need): Need => ({ ...need, row: 0, ...(need.insteadOf && { insteadOf: [] }) });

/** Minutes a week as they are; of total hours those of these days. */
function effortOn(plan: Plan, need: Need, { from, to }: Period): Minutes {
  if (need.per !== EFFORT.total || (from === need.from && to === need.to)) return need.effort;
  return minutes(needMinutesOn(plan, need, from, to));
}
