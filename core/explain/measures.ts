import type { RowsWord } from "../functions/words.ts";
import type { Part as Piece } from "../host.ts";
import { changed } from "../plan/changed.ts";
import type { Denominator } from "../plan/words.ts";
import type { Ask } from "./ask.ts";
import { BOTTLENECK_KINDS, bottlenecks } from "./bottlenecks.ts";
import { DECISIONS } from "./decisions.ts";
import { demand } from "./demand.ts";
import type { Explanation } from "./explanation.ts";
import { forecastShare, LEAD_KINDS } from "./forecasts.ts";
import { gap } from "./gap.ts";
import { availability, capacity, overload, utilization } from "./load.ts";
import { MARGIN_KINDS, margin, mayExplainMargin } from "./margin.ts";
import { BRIDGE_KINDS, marginBridge } from "./margin-bridge.ts";
import type { Measure } from "./measure.ts";
import { onTime } from "./milestones.ts";
import { overWeeks, WEEK_KINDS } from "./over-weeks.ts";
import { CHECK_KINDS, planProblems } from "./plan-check.ts";
import { ODDS_KINDS, shortfallOdds } from "./shortfall-odds.ts";
import { SUPPORT_KINDS, supportLoad } from "./support-lines.ts";
import { variance } from "./variance.ts";

const OF_PEOPLE = ["total", "person", "team", "role", "location", "skill"] as const;
const OF_WORK = ["total", "engagement", "client", "kind", "status", "skill"] as const;

const DENOMINATOR_KINDS: ReadonlyMap<string, Denominator | null> = new Map([
  ["As Settings say", null],
  ["Of effective hours", "effective"],
  ["Of contracted hours", "contracted"],
  ["Of target hours", "target"],
  ["Of recorded hours", "recorded"],
  ["Of 2,080 hours a year", "standard"],
]);

/** The same question in a plan whose Settings say what utilization is a share of. */
function shareOf(ask: Ask, kind: string): Ask {
  const of = DENOMINATOR_KINDS.get(kind) ?? null;
  return of === null
    ? ask
    : { ...ask, plan: changed(ask.plan, { settings: { ...ask.plan.settings, utilizationOf: of } }) };
}

const one = (of: string, title: string, rows: readonly RowsWord[], explain: (ask: Ask) => Explanation): Measure => ({
  title,
  of,
  rows,
  kinds: [],
  explain,
});
const used = (title: string, which: "billable" | "total"): Measure => ({
  title,
  of: "UTILIZATION",
  rows: OF_PEOPLE,
  kinds: [...DENOMINATOR_KINDS.keys()],
  explain: (ask, kind) => utilization(shareOf(ask, kind), which),
});
const forecast = (title: "Forecast accuracy" | "Forecast error" | "Forecast bias"): Measure => ({
  title,
  of: "FORECASTACCURACY",
  rows: ["total", "person", "engagement", "client", "skill", "owner"],
  kinds: LEAD_KINDS,
  explain: (ask, kind) => forecastShare(ask, kind, title === "Forecast bias" ? "Bias" : title),
  ofThePlan: true,
});

/** What the panel offers, in its order. Add a measure here and nowhere else. */
export const MEASURES: ReadonlyMap<string, Measure> = new Map<string, Measure>([
  ["capacity", one("CAPACITY", "Capacity", OF_PEOPLE, capacity)],
  ["demand", one("DEMAND", "Demand", OF_WORK, (ask) => demand(ask))],
  ["availability", one("AVAILABILITY", "Free hours", OF_PEOPLE, availability)],
  ["overload", one("OVERLOAD", "Overload", OF_PEOPLE, overload)],
  [
    "weeks of overload",
    {
      title: "Overload in weeks: red, to watch, in a row",
      of: "OVERLOAD",
      rows: OF_PEOPLE,
      kinds: WEEK_KINDS,
      explain: overWeeks,
      ofThePlan: true,
    },
  ],
  ["utilization", used("Utilization, billable hours", "billable")],
  ["utilization by all hours", used("Utilization, all hours", "total")],
  ["variance", one("VARIANCE", "Variance", OF_PEOPLE, variance)],
  ["gap", one("SKILLGAP", "Skill gap", ["total", "skill", "engagement"], gap)],
  [
    "bottlenecks",
    {
      title: "Bottlenecks",
      of: "BOTTLENECKS",
      rows: ["total", "skill"],
      kinds: BOTTLENECK_KINDS,
      explain: bottlenecks,
    },
  ],
  ...DECISIONS,
  [
    "shortfall odds",
    {
      title: "Odds of a shortage",
      of: "SHORTFALLODDS",
      rows: ["total"],
      kinds: ODDS_KINDS,
      explain: shortfallOdds,
      ofThePlan: true,
    },
  ],
  [
    "support load",
    {
      title: "Support load",
      of: "SUPPORTLOAD",
      rows: ["total", "skill", "engagement", "client"],
      kinds: SUPPORT_KINDS,
      explain: supportLoad,
      ofThePlan: true,
    },
  ],
  ["forecast accuracy of", forecast("Forecast accuracy")],
  ["forecast error of", forecast("Forecast error")],
  ["forecast bias of", forecast("Forecast bias")],
  [
    "on time of",
    {
      title: "On-time delivery",
      of: "ONTIME",
      rows: ["total", "engagement", "client"],
      kinds: ["Against the baseline", "Against the current date"],
      explain: (ask, kind) => onTime(ask, kind === "Against the current date" ? "current" : "baseline"),
      ofThePlan: true,
    },
  ],
  [
    "margin",
    {
      title: "Margin",
      of: "MARGIN",
      rows: ["total", "engagement", "client"],
      kinds: MARGIN_KINDS,
      explain: margin,
      isOffered: mayExplainMargin,
      ofThePlan: true,
    },
  ],
  [
    "margin bridge",
    {
      title: "Margin bridge",
      of: "MARGINBRIDGE",
      rows: ["total", "engagement", "client", "kind", "status"],
      kinds: BRIDGE_KINDS,
      explain: marginBridge,
      isOffered: mayExplainMargin,
      ofThePlan: true,
    },
  ],
  [
    "problems",
    {
      title: "Problems of the plan",
      of: "PLANCHECK",
      rows: ["total"],
      kinds: CHECK_KINDS,
      explain: planProblems,
      ofThePlan: true,
    },
  ],
]);

/** An explanation at once, however long it takes. */
export function atOnce(made: Explanation | Generator<Piece, Explanation>): Explanation {
  if (!("next" in made)) return made;
  for (let next = made.next(); ; next = made.next()) if (next.done) return next.value;
}
