import { requirements } from "../engine/requirements.ts";
import { requirementText } from "../functions/requirement-text.ts";
import { nameKey } from "../plan/names.ts";
import type { Plan } from "../plan/plan.ts";
import { BASELINE } from "../scenario/baseline.ts";

/** What else a measure must be told before it can be explained: a field of the panel. */
export interface Pick {
  readonly key: PickKey;
  readonly label: string;
  /** What is chosen from; none for a number. */
  readonly list: PickList | null;
  /** What stands in the field at first. */
  readonly usual: (plan: Plan) => string;
  /** What an empty field means; null where it must be filled. */
  readonly blank: string | null;
}

export const PICK_KEYS = [
  "skill",
  "level",
  "hours",
  "weeks",
  "person",
  "engagement",
  "leaving",
  "joining",
  "scenario",
] as const;
export type PickKey = (typeof PICK_KEYS)[number];

/** What was picked, names as the plan spells them; null where a field was left empty. */
export type Picked = ReadonlyMap<PickKey, string | null>;

/** What a measure without such fields is told. */
export const NOTHING_PICKED: Picked = new Map();

/** Names that a field offers. */
export const PICK_LISTS = {
  person: ({ people }: Plan): readonly string[] => people.map(({ name }) => name),
  engagement: ({ engagements }: Plan): readonly string[] => engagements.map(({ name }) => name),
  skill: ({ skills }: Plan): readonly string[] => skills,
  /** What work asks for: "AWS 3+". */
  requirement: (plan: Plan): readonly string[] => [
    ...new Set(requirements(plan).list.map((one) => requirementText(plan, one))),
  ],
  scenario: ({ scenarios }: Plan): readonly string[] => [BASELINE, ...scenarios.map(({ name }) => name)],
} as const;
export type PickList = keyof typeof PICK_LISTS;

/** The place of a picked name in its list; null where nothing was picked. */
export function placeOf(picked: Picked, { key, list }: Pick, plan: Plan): number | null {
  const name = picked.get(key) ?? null;
  const found =
    name === null || list === null ? -1 : PICK_LISTS[list](plan).findIndex((one) => nameKey(one) === nameKey(name));
  return found < 0 ? null : found;
}

const nothing = () => "";
const first = (list: PickList) => (plan: Plan) => PICK_LISTS[list](plan)[0] ?? "";
const name = (key: PickKey, label: string, list: PickList, usual: Pick["usual"], blank: string | null): Pick => ({
  key,
  label,
  list,
  usual,
  blank,
});
const number = (key: PickKey, label: string, usual: Pick["usual"], blank: string | null): Pick => ({
  key,
  label,
  list: null,
  usual,
  blank,
});

/** The first booking of the plan: somebody who works on something. */
const booked = ({ allocations: { person, engagement } }: Plan) => {
  const row = person.findIndex((one) => one >= 0);
  return { person: person[row] ?? 0, engagement: engagement[row] ?? 0 };
};
const nameAt = (list: "person" | "engagement", place: number) => (plan: Plan) => PICK_LISTS[list](plan)[place] ?? "";

/** One engagement of all that somebody works on. */
export const ENGAGEMENT = name("engagement", "Engagement", "engagement", nothing, "All of them");
export const GROWING = name("engagement", "What grows", "engagement", nothing, "All managed services");
export const HIT = name("engagement", "Effect on", "engagement", nothing, "The engagement they leave");
export const ASKED_FOR = name("skill", "Skill asked for", "requirement", nothing, "The one that closes most");
export const SKILL = name("skill", "Skill", "skill", first("skill"), null);
export const LEVEL = number("level", "At least level (1 to 5)", nothing, "Any");
export const WEEKLY = number("hours", "Hours a week", () => "20", null);
export const HIRED_WEEKLY = number("hours", "Hours a week of a hire", nothing, "Full time");
export const WEEKLY_OR_ALL = number("hours", "Hours a week", nothing, "As many as each has");
export const WEEKS = number("weeks", "Weeks", () => "2", null);
export const TRAINED = name("person", "Train", "person", nothing, "Nobody: hire somebody");
export const PERSON = name("person", "Person", "person", nothing, "Who can give most");
export const MOVED = name("person", "Who moves", "person", (plan) => nameAt("person", booked(plan).person)(plan), null);
export const LEAVING = name(
  "leaving",
  "Leaves",
  "engagement",
  (plan) => nameAt("engagement", booked(plan).engagement)(plan),
  null,
);
export const JOINING = name(
  "joining",
  "Joins",
  "engagement",
  (plan) => nameAt("engagement", booked(plan).engagement === 0 ? 1 : 0)(plan),
  null,
);
export const SCENARIO = name("scenario", "Scenario", "scenario", () => BASELINE, null);
