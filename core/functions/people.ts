import type { Contract, HeldSkill, Plan } from "../plan/plan.ts";
import { PERSON_KINDS } from "../plan/words.ts";

/** How people can be told apart: by these `rows` and by these keys of `where`. */
export type PeopleKey = "person" | "team" | "role" | "location" | "skill" | "kind";

/** In which rows a contract stands on a day: one row for each, but by skill one for every skill its person holds then. */
export const PEOPLE_LABELS: {
  readonly [K in PeopleKey]: (plan: Plan, contract: Contract, day: number) => readonly string[];
} = {
  person: ({ people }, { person }) => [people[person]!.name],
  team: (_, { team }) => [team || "(no team)"],
  role: (_, { role }) => [role || "(no role)"],
  location: ({ locations }, { location }) => [locations[location]?.name || "(no location)"],
  skill: ({ people, skills }, { person }, day) => [
    ...new Set(people[person]!.skills.filter((held) => isHeld(held, day)).map(({ skill }) => skills[skill]!)),
  ],
  kind: (_, { kind }) => [kind],
};

/** The words or names a planner may filter people by. */
export const PEOPLE_VALUES: { readonly [K in PeopleKey]: (plan: Plan) => readonly string[] } = {
  person: ({ people }) => people.map(({ name }) => name),
  team: (plan) => ofContracts(plan, "team"),
  role: (plan) => ofContracts(plan, "role"),
  location: (plan) => ofContracts(plan, "location"),
  skill: ({ skills }) => skills,
  kind: () => Object.keys(PERSON_KINDS),
};

/** A skill counts from its first day to its last; a certificate that runs out leaves the skill as it is. */
const isHeld = ({ certificate, validFrom, validTo }: HeldSkill, day: number) =>
  day >= validFrom && (certificate !== null || day <= validTo);

const ofContracts = (plan: Plan, key: PeopleKey) => [
  ...new Set(plan.contracts.flatMap((contract) => PEOPLE_LABELS[key](plan, contract, contract.from))),
];
