import { changed, replaced } from "../../plan/changed.ts";
import { weekdaysOf } from "../../plan/link-contracts.ts";
import { type Contract, FIRST_DAY, LAST_DAY, type Plan, PPM } from "../../plan/plan.ts";
import { usualPlace } from "../../plan/usual-place.ts";
import { MONDAY_TO_FRIDAY } from "../../plan/working-days.ts";
import type { ChangeCase, ChangeProblem, World } from "../case.ts";
import type { Hire } from "../change.ts";
import { covers, heldFrom } from "../held.ts";
import { doesNotFit, firstOf, locationIn, mistypedSkill, personIn, unknownLocation, withSkill } from "../names.ts";

/** The most that somebody can work in a week of five days. */
const MOST_A_WEEK = 5 * 24 * 60;

/** A new person who counts in full; several changes with one name make one person with several skills. */
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
  check: (world, change) =>
    firstOf(
      mistypedSkill(world.plan, change.skill),
      unknownLocation(world.plan, change.location),
      tooManyHours(change),
      takenName(world, change),
    ),
  apply: (before, change) => {
    const plan = withSkill(before, change.skill);
    const held = heldFrom(plan, change);
    const known = change.person === null ? -1 : personIn(plan, change.person);
    if (known >= 0) {
      const people = replaced(plan.people, known, (one) => ({ ...one, skills: [...one.skills, held] }));
      return changed(plan, { people });
    }
    const name = change.person ?? newName(plan, `New hire (${change.skill})`);
    const [locations] = placeOf(plan, change);
    return changed(plan, {
      locations,
      people: [...plan.people, { name, skills: [held], contracts: [plan.contracts.length] }],
      contracts: [...plan.contracts, contractOf(plan, change, plan.people.length)],
    });
  },
};

function tooManyHours({ weekly }: Hire): ChangeProblem | null {
  if (weekly <= MOST_A_WEEK) return null;
  return { code: "HR-103", key: "hoursAWeek", why: "is more than one person can work", hint: "Maybe 40.", tables: [] };
}

/** A name in the plan is somebody else; another row's hire of that name must be the same person, with one skill more. */
function takenName({ base, plan }: World, change: Hire): ChangeProblem | null {
  const known = change.person === null ? -1 : personIn(plan, change.person);
  if (known < 0 || change.person === null) return null;
  if (personIn(base, change.person) >= 0)
    return doesNotFit("person", "is in the plan already", "Maybe another name for the hire, or delete this row.");
  const { skills, contracts } = plan.people[known]!;
  const same = contractOf(plan, change, known);
  const differs = contracts.some((number) => JSON.stringify(plan.contracts[number]) !== JSON.stringify(same));
  if (differs) {
    const hint = "Maybe the same in both rows, for one person with two skills, or another name for the second hire.";
    return doesNotFit("person", "is a hire of another row, with other hours, days or location", hint);
  }
  const held = heldFrom(plan, change);
  if (!skills.some((one) => covers(one, held))) return null;
  return doesNotFit(
    "person",
    "is a hire of another row, with that skill already",
    "Maybe another name for a second hire, or delete this row.",
  );
}

const placeOf = (plan: Plan, { location }: Hire): readonly [Plan["locations"], number] =>
  location === null ? usualPlace(plan) : [plan.locations, locationIn(plan, location)];

const contractOf = (plan: Plan, change: Hire, person: number): Contract => ({
  person,
  from: change.from,
  to: change.to,
  team: "",
  role: "",
  location: placeOf(plan, change)[1],
  kind: "employee",
  weekdays: weekdaysOf(change.weekly, MONDAY_TO_FRIDAY),
  target: plan.settings.target,
  odds: PPM,
  rampUpWeeks: 0,
  isAssumed: true,
});

function newName(plan: Plan, wanted: string): string {
  for (let number = 2, name = wanted; ; number++) {
    if (personIn(plan, name) < 0) return name;
    name = `${wanted} ${number}`;
  }
}
