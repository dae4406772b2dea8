import type { ChoiceKey } from "./choices.ts";
import { type FilterKeys, filterKeys } from "./filters.ts";
import { keysOf, oneOf, PERIODS, type RowsWord } from "./words.ts";

/** One parameter before the tables, as help and hosts show it. */
export interface Param {
  readonly name: ParamName;
  readonly about: string;
  readonly takes: "date" | "text";
  readonly optional: boolean;
}
export type ParamName = "from" | "to" | "rows" | "periods" | "where";

/** What a function's parameters may say. */
export interface Vocabulary extends FilterKeys {
  readonly rows: readonly RowsWord[];
  readonly choices: readonly ChoiceKey[];
}

export const paramsOf = (names: readonly ParamName[], words: Vocabulary): readonly Param[] =>
  names.map((name) => ({
    name,
    about: ABOUT[name](words),
    takes: name === "from" || name === "to" ? "date" : "text",
    optional: name !== "from" && name !== "to",
  }));

/** Google's help box cannot mark a parameter as optional, so the text says it. */
const ABOUT: { readonly [N in ParamName]: (words: Vocabulary) => string } = {
  from: () => "First day, included.",
  to: () => "Last day, included.",
  rows: ({ rows }) => `Optional: one row for each ${oneOf(rows.slice(1))}; left out, one total.`,
  periods: () => `Optional: one column for each ${oneOf(keysOf(PERIODS).slice(1))}; left out, one total.`,
  where: (words) =>
    `Optional conditions such as "${exampleOf(words)}". Keys: ${[...filterKeys(words), ...words.choices].join(", ")}.`,
};

const exampleOf = ({ people, work }: Vocabulary): string =>
  [
    ...(people.includes("team") ? ["team=Cloud, Data"] : []),
    ...(work.includes("status") ? ["status=confirmed"] : ["hires=none"]),
  ].join("; ");
