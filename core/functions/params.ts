import type { ChoiceKey } from "./choices.ts";
import { type FilterKeys, filterKeys } from "./filters.ts";
import { keysOf, oneOf, PERIODS, type RowsWord, type Words } from "./words.ts";

/** One parameter before the tables, as help and hosts show it. */
export interface Param {
  readonly name: ParamName;
  readonly about: string;
  readonly takes: "date" | "text" | "number" | "range";
  readonly optional: boolean;
}
export type ParamName =
  | "need"
  | "weekly"
  | "from"
  | "to"
  | "rows"
  | "periods"
  | "where"
  | "person"
  | "who"
  | "skill"
  | "level"
  | "hours"
  | "leaving"
  | "measure"
  | "joining"
  | "confidence";

/** Parameters that may be left out; a function lists them after the others. */
const OPTIONAL: ReadonlySet<ParamName> = new Set([
  "rows",
  "periods",
  "where",
  "who",
  "weekly",
  "measure",
  "confidence",
]);

/** What a function's parameters may say. */
export interface Vocabulary extends FilterKeys {
  readonly rows: readonly RowsWord[];
  readonly choices: readonly ChoiceKey[];
  /** The words of `measure=`, where they are others than usual. */
  readonly measures?: Words;
}

export const paramsOf = (names: readonly ParamName[], words: Vocabulary): readonly Param[] =>
  names.map((name) => ({
    name,
    about: ABOUT[name](words),
    takes: TAKES[name] ?? "text",
    optional: OPTIONAL.has(name),
  }));

const TAKES: { readonly [N in ParamName]?: Param["takes"] } = {
  need: "range",
  from: "date",
  to: "date",
  weekly: "number",
  confidence: "number",
};

/** Google's help box cannot mark a parameter as optional, so the text says it. */
const ABOUT: { readonly [N in ParamName]: (words: Vocabulary) => string } = {
  need: () =>
    "What is asked for, with its header row, like Demand: Skill, Min level, Hours a week or Total hours, and Weeks or From and To. Total hours beside Hours a week may move between weeks, up to those hours.",
  from: () => "First day, included.",
  to: () => "Last day, included.",
  weekly: () => "Optional: hours a week of the person to hire, up to 120; left out, the full-time hours of Settings.",
  rows: ({ rows }) => `Optional: one row for each ${oneOf(rows.slice(1))}; left out, one total.`,
  periods: () => `Optional: one column for each ${oneOf(keysOf(PERIODS).slice(1))}; left out, one total.`,
  where: (words) =>
    `Optional conditions such as "${exampleOf(words)}". Keys: ${[...filterKeys(words), ...words.choices].join(", ")}.`,
  measure: () =>
    "Optional: gap, demand, capacity, availability, overload, utilization or margin, or all for a column each; left out, gap.",
  person: () => "Somebody of the plan.",
  who: () => "Optional: somebody of the plan; left out, everyone.",
  skill: () => "A skill of the plan.",
  level: () => "At least this level, 1 to 5; an empty cell is any.",
  hours: () => "Hours a week, up to 120; an empty cell is as many as each has.",
  leaving: () => "The engagement they leave.",
  confidence: () => "Optional: how sure, such as 80%; left out, that of Settings, Support reserve, or 80%.",
  joining: () => "The engagement they join.",
};

const exampleOf = ({ people, work }: Vocabulary): string =>
  [
    ...(people.includes("team") ? ["team=Cloud, Data"] : []),
    ...(work.includes("status") ? ["status=confirmed"] : ["hires=none"]),
  ].join("; ");
