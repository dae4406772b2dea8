import { changed } from "../../plan/changed.ts";
import { EFFORT, FIRST_DAY, LAST_DAY } from "../../plan/plan.ts";
import type { ChangeCase } from "../case.ts";
import type { NewEngagement } from "../change.ts";
import {
  doesNotFit,
  engagementIn,
  firstOf,
  locationIn,
  mistypedSkill,
  skillIn,
  unknownLocation,
  withSkill,
} from "../names.ts";
import { withNeeds } from "./needs.ts";

/** A confirmed engagement, once a name, and a need. */
export const newEngagement: ChangeCase<NewEngagement> = {
  needs: ["engagement", "skill", "hoursAWeek"],
  may: ["level", "certificate", "location", "from", "to"],
  read: ({ engagement, skill, level, certificate, location, from, to, hoursAWeek }) =>
    engagement === null || skill === null || hoursAWeek === null
      ? null
      : {
          kind: "new engagement",
          engagement,
          skill,
          level: level ?? 1,
          certificate,
          location,
          from: from ?? FIRST_DAY,
          to: to ?? LAST_DAY,
          weekly: hoursAWeek,
        },
  check: ({ base, plan }, { engagement, skill, location }) => {
    if (engagementIn(base, engagement) >= 0)
      return doesNotFit("engagement", "stands in the plan already", "Maybe another name, or delete this row.");
    return firstOf(mistypedSkill(plan, skill), unknownLocation(plan, location));
  },
  apply: (base, change) => {
    const before = withSkill(base, change.skill);
    const known = engagementIn(before, change.engagement);
    const engagement = known >= 0 ? known : before.engagements.length;
    const plan = known >= 0 ? before : changed(before, { engagements: [...before.engagements, fresh(change)] });
    const { skill, level, certificate, location, from, to, weekly } = change;
    const need = {
      source: "Demand",
      engagement,
      skill: skillIn(plan, skill),
      role: "",
      level,
      certificate,
      location: location === null ? -1 : locationIn(plan, location),
      from,
      to,
      per: EFFORT.week,
      effort: weekly,
      spread: "even",
      row: 0,
    } as const;
    return withNeeds(plan, [need]);
  },
};

const fresh = ({ engagement }: NewEngagement) =>
  ({
    name: engagement,
    client: "",
    kind: "time and materials",
    status: "confirmed",
    odds: null,
    from: FIRST_DAY,
    to: LAST_DAY,
    priority: null,
  }) as const;
