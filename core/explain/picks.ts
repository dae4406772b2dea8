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

/** One engagement of all that somebody works on. */
export const ENGAGEMENT: Pick = {
  key: "engagement",
  label: "Engagement",
  list: "engagement",
  usual: nothing,
  blank: "All of them",
};
