import { nameKey } from "../plan/names.ts";
import { type Counting, PPM } from "../plan/plan.ts";
import { DENOMINATORS } from "../plan/words.ts";
import type { Words } from "./words.ts";

/** A key of `where` that says how to count rather than what: its words, and whether a share such as 60% will do. */
export interface Choice {
  readonly also: readonly string[];
  readonly words: Words;
  readonly counts: boolean;
  readonly about: string;
}

const COUNTS = { odds: ["weighted"], all: ["yes"], none: ["no"] } as const;

/** What `measure=` may say in a function about money. */
export const MONEY_MEASURES = {
  margin: [],
  revenue: ["income"],
  cost: ["costs"],
  percent: ["margin %", "percentage", "%"],
} as const satisfies Words;

/** What `measure=` may say in a function about chances. */
export const ODDS_MEASURES = {
  odds: ["chance", "probability"],
  expected: ["mean", "average"],
  p80: ["80%"],
  p90: ["90%"],
  all: ["every", "each"],
} as const satisfies Words;

/** What `measure=` may say about forecasts. */
export const ACCURACY_MEASURES = {
  all: ["every", "each"],
  wape: ["error"],
  bias: [],
  accuracy: ["score"],
} as const satisfies Words;

/** What `measure=` may say in OVERLOAD. */
export const OVERLOAD_MEASURES = {
  hours: ["hour"],
  red: ["red weeks"],
  watch: ["watch weeks"],
  run: ["longest run", "weeks in a row", "runs"],
} as const satisfies Words;

/** What `measure=` may say in ONTIME. */
export const ON_TIME_MEASURES = {
  baseline: ["against baseline"],
  current: ["due date", "against due"],
  due: ["milestones"],
  late: ["late and done"],
  open: ["late and open", "late open"],
  slip: ["median slip", "slip of done"],
  "slip of all": ["slip with open", "median slip of all"],
} as const satisfies Words;

export type ChoiceKey =
  | "of"
  | "pipeline"
  | "hires"
  | "plan"
  | "grain"
  | "restaff"
  | "measure"
  | "cells"
  | "lead"
  | "problems"
  | "scenario";

const LEAD_WORDS = {
  "1": ["1 week"],
  "2": ["2 weeks"],
  "4": ["4 weeks"],
  "8": ["8 weeks"],
  "12": ["12 weeks"],
} as const satisfies Words;

export const CHOICES: Readonly<Record<ChoiceKey, Choice>> = {
  pipeline: {
    also: ["tentative"],
    words: COUNTS,
    counts: true,
    about: "how tentative work counts: by its odds, all, none, or all from some odds on (60%)",
  },
  hires: {
    also: ["hire", "planned hires"],
    words: COUNTS,
    counts: true,
    about:
      "how planned hires count: by their odds, all, none, or all from some odds on (60%); MARGIN and MARGINBRIDGE count the hours that a hire is booked for in full, since the client is promised them whoever comes, and hires=none leaves them out",
  },
  plan: {
    also: [],
    words: { capacity: [], target: ["targets"] },
    counts: false,
    about: "how far people may be filled: to their capacity or to their utilization target",
  },
  grain: {
    also: [],
    words: { week: ["weeks", "weekly"], day: ["days", "daily"] },
    counts: false,
    about: "whether gaps are found week by week or day by day",
  },
  restaff: {
    also: [],
    words: { yes: ["true", "y"], no: ["false", "n"] },
    counts: false,
    about: "whether everybody who covers a need is set free first (yes or no, the default)",
  },
  of: {
    also: ["denominator", "share of"],
    words: DENOMINATORS,
    counts: false,
    about:
      "what hours are a share of: effective (contract hours less holidays and leave), contracted, target, recorded (all hours worked or booked) or standard (2,080 a year, 40 a week); left out, as Settings say",
  },
  measure: {
    also: [],
    words: { billable: [], total: ["all"] },
    counts: false,
    about:
      "which effort counts: billable (the default) or total; of money: margin (the default), revenue, cost or percent; of overload: hours (the default), red, watch or run; of milestones: baseline (the default), current, due, late, open, slip or slip of all",
  },
  cells: {
    also: ["cell", "by"],
    words: { person: ["persons", "people"], engagement: ["engagements", "project", "projects"] },
    counts: false,
    about:
      "what a forecast is held against: each person's hours on each engagement (the default), or each engagement's, whoever works",
  },
  lead: {
    also: ["lead time", "weeks ahead", "weeks before"],
    words: LEAD_WORDS,
    counts: false,
    about: "only forecasts so many weeks before: 1, 2, 4, 8 or 12",
  },
  problems: {
    also: ["problem"],
    words: { lenient: [], strict: [] },
    counts: false,
    about: "what rows with problems do: left out (lenient, the default) or nothing is computed (strict)",
  },
  scenario: {
    also: ["scenarios", "what if"],
    words: {},
    counts: false,
    about: "which changes of the Scenarios table are made to the plan first; several names combine",
  },
};

const SHARE = /^(\d+(?:[.,]\d+)?)\s*(%?)$/;

/** "odds", "all", "none", or a share from which tentative work counts: 60% and 0.6 are the same. */
export function countingFor(text: string): Counting | null {
  const word = nameKey(text);
  if (word === "odds" || word === "all" || word === "none") return word;
  const [, digits, percent] = SHARE.exec(word) ?? [];
  if (digits === undefined) return null;
  const share = Number(digits.replace(",", ".")) / (percent === "%" ? 100 : 1);
  return share <= 1 ? { from: Math.round(share * PPM) } : null;
}

/** The per cent that a planner meant by 60, or by 0,8 (which `where` reads as two values); null for anything else. */
export function percentIn(values: readonly string[]): number | null {
  const [text = "", decimals = "", ...others] = values.map((value) => value.trim());
  if (others.length > 0) return null;
  if (values.length === 1) return /^(?:[2-9]|[1-9]\d|100)$/.test(text) ? Number(text) : null;
  return text === "0" && /^\d{1,2}$/.test(decimals) ? Number(decimals.padEnd(2, "0")) : null;
}
