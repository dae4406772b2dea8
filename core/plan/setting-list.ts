import { choice, day, flag, orBlank, percentage, quantity, type Reading, read, type Schema } from "../schema.ts";
import { fromHours, type Minutes } from "../units.ts";
import type { Cell } from "./cells.ts";
import { currencyCode } from "./money-schema.ts";
import { PERCENTAGES } from "./percentages.ts";
import { type Counting, PPM, type Ppm, type Settings } from "./plan.ts";
import { QUANTITIES } from "./quantities.ts";
import { startSlips } from "./start-slip.ts";
import { DENOMINATORS, type Words, wordIn } from "./words.ts";

/** One setting: what a planner types, what it means, and how its value is read. */
export interface Setting<T = unknown> {
  readonly name: string;
  readonly also: readonly string[];
  readonly about: string;
  /** What holds when the table says nothing. */
  readonly usual: T;
  readonly read: (cell: Cell) => Reading<T>;
  /** The words a drop-down offers. */
  readonly choices: readonly string[];
}

type List = { readonly [K in keyof Settings]: Setting<Settings[K]> };
type Names = readonly [name: string, ...also: string[]];

const GRAINS = { week: ["weekly"], day: ["daily"] } as const satisfies Words;
const PLAN_TO = { capacity: [], target: [] } as const satisfies Words;
const SUPPORT_COUNTS = {
  rows: ["row", "support", "support rows"],
  tickets: ["ticket", "history"],
} as const satisfies Words;
const MONEY_SHOWN = {
  all: ["everything"],
  "all but salaries": ["all except salaries", "without salaries", "no salaries"],
  none: ["nothing"],
} as const satisfies Words;
const COUNTING = { odds: ["weighted"], all: ["full", "yes"], none: ["nothing", "no"] } as const satisfies Words;

/** Every setting, by its place in the plan. */
export const SETTING_LIST: List = {
  horizonFrom: {
    ...named(
      ["Horizon from", "Horizon start", "Plan from"],
      "First day that sheets show. Empty: the week of the plan's first work; of tickets only, the week after them.",
    ),
    ...plainly(orBlank(day), null),
  },
  horizonWeeks: {
    ...named(["Horizon weeks", "Weeks", "Horizon"], "How many weeks sheets show."),
    ...plainly(quantity({ ...QUANTITIES.weeks, least: 1 }), 26),
  },
  grain: {
    ...named(["Grain", "Gap grain"], "Gaps are computed week by week, or day by day."),
    ...chosen(GRAINS, "week"),
  },
  plan: {
    ...named(["Plan", "Plan to", "Fill people to"], "Fill people to their capacity, or only to their target."),
    ...chosen(PLAN_TO, "capacity"),
  },
  target: {
    ...named(["Utilization target", "Utilisation target", "Target", "Default target"], "For people without their own."),
    ...plainly(percentage(PERCENTAGES.target), PPM),
  },
  fullTimeWeek: {
    ...named(
      ["Full-time hours", "Full-time hours a week", "Full-time week", "Hours per FTE"],
      "Hours a week of one FTE.",
    ),
    // The quantity stores minutes.
    ...plainly(quantity({ ...QUANTITIES.hoursAWeek, least: 1 }) as Schema<Minutes>, fromHours(40)),
  },
  pipeline: {
    ...named(["Pipeline", "Tentative work"], "How tentative work counts: odds, all, none, or from some odds on (60%)."),
    ...counted(),
  },
  hires: {
    ...named(["Hires", "Planned hires"], "How planned hires count: odds, all, none, or from some odds on (60%)."),
    ...counted(),
  },
  utilizationOf: {
    ...named(
      ["Utilization of", "Utilisation of", "Utilization denominator"],
      "What utilization is a share of: capacity after leave (effective), contracted, target, recorded, or standard (2,080 hours a year).",
    ),
    ...chosen(DENOMINATORS, "effective"),
  },
  watchAbove: {
    ...named(["Watch above", "Watch band"], "A load above this share of capacity two weeks running is worth a look."),
    ...plainly(percentage(PERCENTAGES.target), 850_000),
  },
  redAbove: {
    ...named(["Red above", "Red band"], "A load above this share three weeks running is too much; above 100% always."),
    ...plainly(percentage(PERCENTAGES.target), 950_000),
  },
  overtime: {
    ...named(
      ["Overtime share", "Overtime"],
      "Hours beyond the contract, as a share of hours worked, worth a look two weeks running.",
    ),
    ...plainly(percentage(PERCENTAGES.absence), 50_000),
  },
  contextSwitching: {
    ...named(
      ["Context switching", "Switching cost"],
      "Yes shows what several engagements at once are said to cost: folklore, never part of capacity.",
    ),
    ...plainly(flag, false),
  },
  asOf: {
    ...named(
      ["As of", "As of day", "Tickets up to"],
      "The last day that Tickets and Actuals cover, and on which the plan of done work counts. Empty: the last one of each; of Tickets, before Horizon from or else before the first day asked for; of done work, that of Actuals or else the day before Horizon from.",
    ),
    ...plainly(orBlank(day), null),
  },
  supportCounts: {
    ...named(
      ["Support counts", "Support from", "Support by"],
      "What counts for a queue with both: its Support row (rows), or the forecast from its tickets (tickets).",
    ),
    ...chosen(SUPPORT_COUNTS, "rows"),
  },
  supportReserve: {
    ...named(
      ["Support reserve", "Reserve confidence", "Support confidence"],
      "Keep so much free that support fits with this confidence, such as 80%. Empty: its expected hours. The panel Support reserve shows what it costs.",
    ),
    ...plainly(orBlank(percentage(PERCENTAGES.confidence)), null),
  },
  absence: {
    ...named(
      ["Unplanned absence", "Absence rate", "Sickness rate", "Unplanned absences"],
      "Share of days on which somebody is away unplanned, such as 3%. It counts in chances only.",
    ),
    ...plainly(percentage(PERCENTAGES.absence), 0),
  },
  startSlip: {
    ...named(
      ["Start slip", "Start slips", "Deals slip"],
      "How late won work starts, such as 2 weeks 30%; 4 weeks 10%. It counts in chances only.",
    ),
    ...plainly(startSlips, []),
  },
  currency: {
    ...named(
      ["Currency", "Plan currency"],
      "The plan's currency, such as EUR. Empty: the one that all amounts name, or that Exchange does not list.",
    ),
    ...plainly(orBlank(currencyCode), null),
  },
  moneyShown: {
    ...named(
      ["Money shown", "Show money", "Money view"],
      "What generated sheets and panels show of money: all, all but salaries, or none.",
    ),
    ...chosen(MONEY_SHOWN, "none"),
  },
  marginTarget: {
    ...named(
      ["Margin target", "Target margin"],
      "Share of revenue that an engagement should leave, such as 35%. Empty: 30%. Sheets mark what is below it.",
    ),
    ...plainly(percentage(PERCENTAGES.margin), 300_000),
  },
  marginWatch: {
    ...named(
      ["Margin watch", "Margin watch below target"],
      "So many points below Margin target a month's margin is to watch, below that to act on. Empty: 10%.",
    ),
    ...limit(100_000),
  },
  belowTarget: {
    ...named(
      ["Utilization below target", "Utilisation below target"],
      "So many points below its target a month's utilization is still good. Empty: 10%.",
    ),
    ...limit(100_000),
  },
  aboveTarget: {
    ...named(
      ["Utilization above target", "Utilisation above target"],
      "So many points above its target a month's utilization is still good. Empty: 5%.",
    ),
    ...limit(50_000),
  },
  errorGood: {
    ...named(["Forecast error good"], "A month's forecast error up to this is good. Empty: 15%."),
    ...limit(150_000),
  },
  errorWatch: {
    ...named(["Forecast error watch"], "Up to this it is to watch, above to act on. Empty: 30%."),
    ...limit(300_000),
  },
  onTimeGood: {
    ...named(["On time good"], "A month's share of milestones on time from this on is good. Empty: 90%."),
    ...limit(900_000),
  },
  onTimeWatch: {
    ...named(["On time watch"], "From this on it is to watch, below to act on. Empty: 75%."),
    ...limit(750_000),
  },
};

function limit(usual: Ppm): Pick<Setting<Ppm>, "usual" | "read" | "choices"> {
  return plainly(percentage(PERCENTAGES.limit), usual);
}

function named([name, ...also]: Names, about: string): Pick<Setting, "name" | "also" | "about"> {
  return { name, also, about };
}

function plainly<T>(schema: Schema<T>, usual: NoInfer<T>): Pick<Setting<T>, "usual" | "read" | "choices"> {
  return { usual, read: (cell) => read(schema, cell), choices: [] };
}

function chosen<W extends Words>(
  words: W,
  usual: keyof W & string,
): Pick<Setting<keyof W & string>, "usual" | "read" | "choices"> {
  const schema = choice(words);
  return { usual, read: (cell) => read(schema, cell), choices: Object.keys(words) };
}

function counted(): Pick<Setting<Counting>, "usual" | "read" | "choices"> {
  return { usual: "odds", read: countingIn, choices: Object.keys(COUNTING) };
}

/** "odds", "all", "none", or the odds from which on something counts wholly: how `pipeline=` and `hires=` are read too. */
export function countingIn(cell: Cell): Reading<Counting> {
  const word = typeof cell === "string" ? wordIn(COUNTING, cell) : null;
  if (word !== null) return { value: word };
  const found = read(percentage(PERCENTAGES.odds), cell);
  if ("value" in found) return { ...found, value: { from: found.value } };
  const isWord = found.code === "HR-101";
  return isWord
    ? { code: "HR-106", why: "is not one of the allowed words", hint: "Maybe odds, all, none or 60%." }
    : found;
}
