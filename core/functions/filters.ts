import { nameKey } from "../plan/names.ts";
import type { Contract, Plan } from "../plan/plan.ts";
import { ENGAGEMENT_KINDS, PERSON_KINDS, STATUSES, type Words, wordIn } from "../plan/words.ts";
import { type Problem, refuse } from "../problems.ts";
import { unusable } from "./argument.ts";
import { PEOPLE_LABELS, PEOPLE_VALUES, type PeopleKey } from "./people.ts";
import type { FilterKey } from "./where.ts";
import { alike } from "./words.ts";
import { WORK_LABEL, WORK_VALUES, type Work, type WorkKey } from "./work.ts";

/** Which keys narrow people down in a function, and which narrow work down; `skill` and `kind` may do both. */
export interface FilterKeys {
  readonly people: readonly PeopleKey[];
  readonly work: readonly WorkKey[];
}

/** The names of `where`, found in the plan: who and what a result is about. */
export interface Filters {
  readonly people: ReadonlyMap<PeopleKey, ReadonlySet<string>>;
  readonly work: ReadonlyMap<WorkKey, ReadonlySet<string>>;
}

/** Looks every name up. A name the plan does not know is a problem, never an empty result. */
export function filtersOf(plan: Plan, keys: FilterKeys, typed: ReadonlyMap<FilterKey, readonly string[]>): Filters {
  const people = new Map<PeopleKey, ReadonlySet<string>>();
  const work = new Map<WorkKey, ReadonlySet<string>>();
  const problems: Problem[] = [];
  for (const [key, spelled] of typed) {
    const person = keys.people.find((one) => one === key);
    const task = keys.work.find((one) => one === key);
    const ofPeople = person ? PEOPLE_VALUES[person](plan) : [];
    const ofWork = task ? WORK_VALUES[task](plan) : [];
    const words = [person && PEOPLE_WORDS[person], task && WORK_WORDS[task]].filter((one) => one !== undefined);
    const names = spelled.map((name) => ourWord(name, [...ofPeople, ...ofWork], words));
    const wanted = new Set(names.map(nameKey));
    const isWanted = (name: string) => wanted.has(nameKey(name));
    if (person && ofPeople.some(isWanted)) people.set(person, wanted);
    if (task && ofWork.some(isWanted)) work.set(task, wanted);
    const known = [...new Set([...ofPeople, ...ofWork])];
    const keysKnown = new Set(known.map(nameKey));
    problems.push(...names.filter((name) => !keysKnown.has(nameKey(name))).map((name) => unknown(key, name, known)));
  }
  refuse(problems);
  return { people, work };
}

/** Keys whose values are our own words, which tables take in other spellings too: "won" is confirmed. */
const PEOPLE_WORDS: { readonly [K in PeopleKey]?: Words } = { kind: PERSON_KINDS };
const WORK_WORDS: { readonly [K in WorkKey]?: Words } = { kind: ENGAGEMENT_KINDS, status: STATUSES };

/** A name of the plan stays as it is; another spelling of a word becomes the word. */
function ourWord(name: string, known: readonly string[], words: readonly Words[]): string {
  if (known.some((one) => nameKey(one) === nameKey(name))) return name;
  return words.map((one) => wordIn(one, name)).find((word) => word !== null) ?? name;
}

/** Does a contract's person count on a day? */
export const countsPerson = (plan: Plan, { people }: Filters, contract: Contract, day: number): boolean =>
  people.size === 0 ||
  [...people].every(([key, names]) =>
    PEOPLE_LABELS[key](plan, contract, day).some((label) => names.has(nameKey(label))),
  );

/** Does a need or an allocation count? */
export const countsWork = (plan: Plan, { work }: Filters, one: Work): boolean =>
  work.size === 0 || [...work].every(([key, names]) => names.has(nameKey(WORK_LABEL[key](plan, one))));

const MOST_NAMED = 12;

function unknown(key: FilterKey, name: string, known: readonly string[]): Problem {
  const near = alike(name, known);
  const named = [...new Set([...near, ...known])].slice(0, MOST_NAMED);
  const more = known.length - named.length;
  const list = `${named.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
  const why = known.length === 0 ? `is no ${key}: the plan names none` : `is no ${key} of the plan, which has ${list}`;
  return unusable(name, why, hintFor(name, near));
}

function hintFor(name: string, near: readonly string[]): string {
  if (name.includes("=")) return `Maybe a ; belongs before "${name}".`;
  return near[0] === undefined ? "" : `Maybe ${near[0]}.`;
}

/** The keys of `where` that a function knows, each once. */
export const filterKeys = ({ people, work }: FilterKeys): readonly FilterKey[] => [
  ...new Set<FilterKey>([...people, ...work]),
];
