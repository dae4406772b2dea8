import { EFFORT, FIRST_DAY, LAST_DAY, type Need, type Plan, PPM } from "../../plan/plan.ts";
import { dayNumber, minutes } from "../../units.ts";
import type { ChangeCase } from "../case.ts";
import type { Growth } from "../change.ts";
import { needMinutesOn } from "../cut.ts";
import { doesNotFit, engagementIn, unknownEngagement } from "../names.ts";
import { withNeeds } from "./needs.ts";

/** Each need asks for so much more in these days: an added need of the same kind. */
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
    if (growing(plan, change).length > 0) return null;
    const why =
      change.engagement === null
        ? "finds no managed service that asks for anything"
        : "asks for nothing that could grow";
    return doesNotFit(
      change.engagement === null ? "percent" : "engagement",
      why,
      "Maybe add its needs, or mend From.",
      ["Engagements", "Demand"],
    );
  },
  apply: (plan, change) =>
    withNeeds(
      plan,
      growing(plan, change).map((need) => more(plan, need, change)),
    ),
};

function growing(plan: Plan, { engagement, from, to }: Growth): readonly Need[] {
  const one = engagement === null ? -1 : engagementIn(plan, engagement);
  const grows = plan.engagements.map(({ kind }, number) =>
    engagement === null ? kind === "managed service" : number === one,
  );
  return plan.needs.filter((need) => grows[need.engagement] && need.from <= to && need.to >= from);
}

function more(plan: Plan, need: Need, { share, from, to }: Growth): Need {
  const days = { from: dayNumber(Math.max(need.from, from)), to: dayNumber(Math.min(need.to, to)) };
  const isWhole = days.from === need.from && days.to === need.to;
  const grows = need.per === EFFORT.total && !isWhole ? needMinutesOn(plan, need, days.from, days.to) : need.effort;
  return { ...need, ...days, effort: minutes((grows * share) / PPM), row: 0 };
}
