import { distance, nameKey } from "../plan/names.ts";

/** The words a planner may type for one parameter, each with what else means the same. */
export type Words<W extends string = string> = Readonly<Record<W, readonly string[]>>;

/** How `rows` may cut a result. */
export const ROWS = {
  total: ["totals", "all", "sum"],
  person: ["persons", "people", "name", "names", "employee", "employees"],
  team: ["teams", "department", "departments"],
  role: ["roles", "job", "jobs"],
  location: ["locations", "office", "offices", "site", "sites"],
  skill: ["skills"],
  engagement: ["engagements", "project", "projects"],
  client: ["clients", "customer", "customers", "account", "accounts"],
  kind: ["kinds", "type", "types"],
  status: ["statuses", "state", "states"],
  owner: ["owners", "manager", "managers"],
} as const satisfies Words;
export type RowsWord = keyof typeof ROWS;

/** How `periods` may cut a result. */
export const PERIODS = {
  total: ["totals", "all", "sum"],
  day: ["days", "daily"],
  week: ["weeks", "weekly"],
  month: ["months", "monthly"],
  quarter: ["quarters", "quarterly"],
} as const satisfies Words;
export type PeriodsWord = keyof typeof PERIODS;

/** The word a text stands for, or undefined; case and spaces around it do not matter. */
export function wordFor<W extends string>(words: Words<W>, text: string): W | undefined {
  const wanted = nameKey(text);
  return keysOf(words).find((word) => word === wanted || words[word].includes(wanted));
}

/** The word most like a text that is none, synonyms included; undefined when nothing is like it. */
export function nearestWord<W extends string>(words: Words<W>, allowed: readonly W[], text: string): W | undefined {
  const spellings = allowed.flatMap((word) => [word, ...words[word]]);
  const [best] = alike(text, spellings);
  return best === undefined ? undefined : wordFor(words, best);
}

/** Names so like a text that they may be what was meant, the most alike first. */
export function alike(text: string, names: readonly string[]): readonly string[] {
  const wanted = nameKey(text).slice(0, LONGEST_COMPARED);
  const letters = Math.max(2, wanted.length / 3);
  return names
    .map((name) => ({ name, off: distance(wanted, nameKey(name).slice(0, LONGEST_COMPARED)) }))
    .filter(({ off }) => off <= letters)
    .sort((a, b) => a.off - b.off)
    .map(({ name }) => name);
}
const LONGEST_COMPARED = 60;

/** "total, person or team" */
export function oneOf(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words[words.length - 1]}`;
}

/** A table's own keys, which are never text from a cell. */
export const keysOf = <K extends string>(table: Readonly<Record<K, unknown>>): readonly K[] =>
  Object.keys(table) as K[];
