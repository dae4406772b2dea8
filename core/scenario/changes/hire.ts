import { changed } from "../../plan/changed.ts";
import { weekdaysOf } from "../../plan/link-contracts.ts";
import { FIRST_DAY, LAST_DAY, type Plan, PPM } from "../../plan/plan.ts";
import { usualPlace } from "../../plan/usual-place.ts";
import { MONDAY_TO_FRIDAY } from "../../plan/working-days.ts";
import type { ChangeCase } from "../case.ts";
import type { Hire } from "../change.ts";
import { doesNotFit, firstOf, locationIn, personIn, skillIn, unknownLocation, unknownSkill } from "../names.ts";

/** The most that somebody can work in a week of five days. */
const MOST_A_WEEK = 5 * 24 * 60;

/** A new person who counts in full. */
export const hire: ChangeCase<Hire> = {
  needs: ["skill", "hoursAWeek"],
  may: ["person", "level", "certificate", "location", "from", "to"],
  read: ({ person, skill, level, certificate, location, from, to, hoursAWeek }) =>
    skill === null || hoursAWeek === null
      ? null
      : {
          kind: "hire",
          person,
          skill,
          level: level ?? 5,
          certificate,
          location,
          from: from ?? FIRST_DAY,
          to: to ?? LAST_DAY,
          weekly: hoursAWeek,
        },
  check: ({ plan }, { person, skill, location, weekly }) => {
    const unknown = firstOf(unknownSkill(plan, skill), unknownLocation(plan, location));
    if (unknown) return unknown;
    if (weekly > MOST_A_WEEK) {
      return {
        code: "HR-103",
        key: "hoursAWeek",
        why: "is more than one person can work",
        hint: "Maybe 40.",
        tables: [],
      };
    }
    if (person === null || personIn(plan, person) < 0) return null;
    return doesNotFit("person", "is in the plan already", "Maybe another name for the hire, or delete this row.");
  },
  apply: (plan, { person, skill, level, certificate, location, from, to, weekly }) => {
    const number = plan.people.length;
    const [locations, at] = location === null ? usualPlace(plan) : [plan.locations, locationIn(plan, location)];
    const held = { skill: skillIn(plan, skill), level, certificate, validFrom: FIRST_DAY, validTo: LAST_DAY };
    const contract = {
      person: number,
      from,
      to,
      team: "",
      role: "",
      location: at,
      kind: "employee",
      weekdays: weekdaysOf(weekly, MONDAY_TO_FRIDAY),
      target: plan.settings.target,
      odds: PPM,
      rampUpWeeks: 0,
    } as const;
    const name = person ?? newName(plan, `New hire (${skill})`);
    return changed(plan, {
      locations,
      people: [...plan.people, { name, skills: [held], contracts: [plan.contracts.length] }],
      contracts: [...plan.contracts, contract],
    });
  },
};

function newName(plan: Plan, wanted: string): string {
  for (let number = 2, name = wanted; ; number++) {
    if (personIn(plan, name) < 0) return name;
    name = `${wanted} ${number}`;
  }
}
