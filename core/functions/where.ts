import type { Counting } from "../plan/plan.ts";
import { DENOMINATORS, type Denominator } from "../plan/words.ts";
import type { Problem } from "../problems.ts";
import { unusable } from "./argument.ts";
import {
  ACCURACY_MEASURES,
  CHOICES,
  type ChoiceKey,
  countingFor,
  MONEY_MEASURES,
  ODDS_MEASURES,
  ON_TIME_MEASURES,
  OVERLOAD_MEASURES,
  percentIn,
} from "./choices.ts";
import { type Clause, clausesOf } from "./clauses.ts";
import { keysOf, nearestWord, oneOf, ROWS, type RowsWord, type Words, wordFor } from "./words.ts";

/** What narrows a result down to some people or some work. */
export type FilterKey = Exclude<RowsWord, "total">;

/** The conditions of `where`, read; null is "as the plan's Settings say". Names are not looked up yet: see filters.ts. */
export interface Where {
  readonly filters: ReadonlyMap<FilterKey, readonly string[]>;
  readonly pipeline: Counting | null;
  readonly hires: Counting | null;
  readonly plan: "capacity" | "target" | null;
  readonly grain: "day" | "week" | null;
  readonly restaff: boolean;
  /** null: as the function does without it. */
  readonly measure: MeasureWord | null;
  /** What UTILIZATION is a share of. */
  readonly of: Denominator | null;
  /** What a forecast is held against. */
  readonly cells: "person" | "engagement" | null;
  /** Only forecasts so many weeks before. */
  readonly lead: "1" | "2" | "4" | "8" | "12" | null;
  readonly strict: boolean;
  /** Names of scenarios, in the order in which they are to be applied. */
  readonly scenarios: readonly string[];
}

type MeasureWord =
  | "billable"
  | "total"
  | keyof typeof MONEY_MEASURES
  | keyof typeof ODDS_MEASURES
  | keyof typeof OVERLOAD_MEASURES
  | keyof typeof ON_TIME_MEASURES
  | keyof typeof ACCURACY_MEASURES;
const MEASURE_WORDS: readonly MeasureWord[] = [
  "billable",
  "total",
  ...keysOf(MONEY_MEASURES),
  ...keysOf(ODDS_MEASURES),
  ...keysOf(OVERLOAD_MEASURES),
  ...keysOf(ON_TIME_MEASURES),
  ...keysOf(ACCURACY_MEASURES),
];

/** Which keys a function knows. */
export interface WhereKeys {
  readonly filters: readonly FilterKey[];
  readonly choices: readonly ChoiceKey[];
  /** The words of `measure=`, where they are others than usual. */
  readonly measures?: Words;
}

/** Reads the text of `where`; every key or word that the function does not know is a problem that lists those it does. */
export function readWhere(name: string, keys: WhereKeys, text: string): { where: Where; problems: readonly Problem[] } {
  const { clauses, problems } = clausesOf(text);
  const found: Problem[] = [...problems];
  const filters = new Map<FilterKey, readonly string[]>();
  const choices = new Map<ChoiceKey, string>();
  const scenarios: string[] = [];
  for (const clause of clauses) {
    const key = keyFor(keys, clause.key);
    if (key === undefined) found.push(unknownKey(name, keys, clause.key));
    else if (
      filters.has(key as FilterKey) ||
      choices.has(key as ChoiceKey) ||
      (key === SCENARIO && scenarios.length > 0)
    )
      found.push(twice(key, clause));
    else if (key === SCENARIO) scenarios.push(...clause.values);
    else if (isChoice(key)) found.push(...choose(choices, key, clause, key === "measure" ? keys.measures : undefined));
    else filters.set(key, clause.values);
  }
  return { where: whereOf(filters, choices, scenarios), problems: found };
}

const SCENARIO = "scenario";

function whereOf(
  filters: Where["filters"],
  choices: ReadonlyMap<ChoiceKey, string>,
  scenarios: Where["scenarios"],
): Where {
  const word = <W extends string>(key: ChoiceKey, ...words: readonly W[]): W | null =>
    words.find((one) => one === choices.get(key)) ?? null;
  return {
    filters,
    pipeline: countingFor(choices.get("pipeline") ?? ""),
    hires: countingFor(choices.get("hires") ?? ""),
    plan: word("plan", "capacity", "target"),
    grain: word("grain", "day", "week"),
    restaff: choices.get("restaff") === "yes",
    measure: word("measure", ...MEASURE_WORDS),
    of: word("of", ...keysOf(DENOMINATORS)),
    cells: word("cells", "person", "engagement"),
    lead: word("lead", "1", "2", "4", "8", "12"),
    strict: choices.get("problems") === "strict",
    scenarios,
  };
}

function choose(choices: Map<ChoiceKey, string>, key: ChoiceKey, { values }: Clause, instead?: Words): Problem[] {
  const [value = ""] = values;
  const { counts } = CHOICES[key];
  const words = instead ?? CHOICES[key].words;
  const typed = `${key}=${values.join(", ")}`;
  const percent = counts ? percentIn(values) : null;
  if (percent !== null) return [unusable(typed, "is not a share such as 60%", `Maybe ${key}=${percent}%.`)];
  if (values.length > 1) return [unusable(typed, "takes only one word", `Maybe ${key}=${value}.`)];
  const word = wordFor(words, value) ?? (counts && countingFor(value) ? value : undefined);
  if (word !== undefined) {
    choices.set(key, word);
    return [];
  }
  const all = [...keysOf(words), ...(counts ? ["a share such as 60%"] : [])];
  const maybe = nearestWord(words, keysOf(words), value);
  return [unusable(typed, `is not one of ${oneOf(all)}`, maybe ? `Maybe ${key}=${maybe}.` : "")];
}

const isChoice = (key: FilterKey | ChoiceKey): key is ChoiceKey => keysOf(CHOICES).some((one) => one === key);

const { total: _, ...FILTERS } = ROWS;
const KEYS: Words<FilterKey | ChoiceKey> = {
  ...FILTERS,
  pipeline: CHOICES.pipeline.also,
  hires: CHOICES.hires.also,
  plan: CHOICES.plan.also,
  grain: CHOICES.grain.also,
  restaff: CHOICES.restaff.also,
  measure: CHOICES.measure.also,
  cells: CHOICES.cells.also,
  lead: CHOICES.lead.also,
  of: CHOICES.of.also,
  problems: CHOICES.problems.also,
  scenario: CHOICES.scenario.also,
};

const allowed = ({ filters, choices }: WhereKeys) => [...filters, ...choices];
const keyFor = (keys: WhereKeys, key: string) => {
  const word = wordFor(KEYS, key);
  return word !== undefined && allowed(keys).includes(word) ? word : undefined;
};

function unknownKey(name: string, keys: WhereKeys, key: string): Problem {
  const maybe = nearestWord(KEYS, allowed(keys), key);
  return unusable(key, `is no key of where: ${name} knows ${oneOf(allowed(keys))}`, maybe ? `Maybe ${maybe}.` : "");
}

const twice = (key: string, { values }: Clause) =>
  unusable(`${key}=${values.join(", ")}`, "stands twice in where", `Maybe ${key}=one, two.`);
