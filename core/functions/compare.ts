import { timeline } from "../engine/timeline.ts";
import { asWorked } from "../engine/worked/as-worked.ts";
import { type Cell, type CellRange, isBlank, shown } from "../plan/cells.ts";
import type { Plan } from "../plan/plan.ts";
import { refuse } from "../problems.ts";
import { BASELINE } from "../scenario/baseline.ts";
import { withChanges } from "../scenario/with-changes.ts";
import { unusable } from "./argument.ts";
import { type Asked, defineFunction } from "./define.ts";
import { changesOn, scenariosOf } from "./in-scenario.ts";
import { MEASURED, MEASURES, type Measure } from "./measures.ts";
import type { Options } from "./options.ts";
import type { Shows } from "./shows.ts";
import { MARGIN_TABLES, OF_BOTH, PEOPLE_TABLES, WORK_TABLES } from "./vocabulary.ts";
import { keysOf, nearestWord, oneOf, wordFor } from "./words.ts";

export const COMPARE = defineFunction({
  name: "COMPARE",
  category: "Scenarios",
  summary:
    "Each scenario that is switched on beside the plan as it is: one row each, by any measure; n/a where PLANCHECK, given the same tables, says what is wrong.",
  gives: "a table",
  params: ["from", "to", "measure", "periods", "where"],
  rows: ["total"],
  ...OF_BOTH,
  choices: ["pipeline", "hires", "plan", "grain", "restaff", "problems"],
  comparesScenarios: true,
  needs: [["People"], WORK_TABLES, ["Scenarios"]],
  mayUse: ["Engagements", ...PEOPLE_TABLES, ...MARGIN_TABLES],
  examples: [
    {
      says: "The second week of the cut-over: a hire or a training closes the gap, without Maya it is five times as large.",
      formula:
        "=COMPARE(DATE(2026,2,2), DATE(2026,2,6), People, Skills, Engagements, Demand, Support, Allocations, Leave, Holidays, Scenarios)",
      gives: [
        ["Scenario", "Skill gap"],
        ["Baseline", 10],
        ["Hire for the cut-over", 0],
        ["Train Rohan", 0],
        ["Maya leaves", 50],
        ["Juniper is won", 10],
      ],
    },
    {
      says: "Demand in March, week by week, when Juniper is won: all of its 90 hours instead of half.",
      formula:
        '=COMPARE(DATE(2026,3,2), DATE(2026,3,15), "demand", "week", "engagement=Juniper data hub; scenario=Juniper is won", People, Skills, Engagements, Demand, Support, Allocations, Leave, Holidays, Scenarios)',
      gives: [
        ["Scenario", 46083, 46090],
        ["Baseline", 45, 45],
        ["Juniper is won", 90, 90],
      ],
    },
    {
      says: "The margin of the tentative work in that week: half of Juniper's 70 hours of Python, or all of them. Whoever knows Python is charged with 110 an hour on average and costs 28.",
      formula:
        '=COMPARE(DATE(2026,3,2), DATE(2026,3,6), "margin",, "engagement=Juniper data hub; scenario=Juniper is won", People, Skills, Engagements, Demand, Scenarios, Rates, Costs, Exchange)',
      gives: [
        ["Scenario", "Margin"],
        ["Baseline", 2870],
        ["Juniper is won", 5740],
      ],
    },
  ],
  shows: (options) => {
    const measure = measureOf(options);
    return measure === "all" ? { Utilization: "share", Margin: "money" } : (SHOWS[measure] ?? "number");
  },
  run: (asked) => {
    const measure = measureOf(asked);
    const plans = plansOf(asked);
    if (measure === "all") {
      const all = keysOf(MEASURES).filter((one) => one !== "margin" || asked.plan.money !== null);
      return [
        ["Scenario", ...all.map(heading)],
        ...plans.map(([name, plan]) => [name, ...all.flatMap((one) => figures(asked, plan, one))]),
      ];
    }
    const { periods } = timeline(asked.from, asked.to, asked.periods);
    const columns = asked.periods === "total" ? [heading(measure)] : periods.map(({ from }) => from);
    return [
      ["Scenario", ...columns],
      ...plans.map(([name, plan]): CellRange[number] => [name, ...figures(asked, plan, measure)]),
    ];
  },
});

const SHOWS: Partial<Record<Measure, Shows>> = { utilization: "share", margin: "money" };

const heading = (measure: Measure) => (measure === "gap" ? "Skill gap" : measure[0]!.toUpperCase() + measure.slice(1));

/** The plan as it is, then each scenario's; null for a scenario that has problems. */
function plansOf({ plan, where }: Asked): readonly (readonly [string, Plan | null])[] {
  const asked =
    where.scenarios.length > 0
      ? scenariosOf(plan, where.scenarios)
      : plan.scenarios.filter(({ changes, problems }) => problems.length > 0 || changes.some(({ on }) => on));
  const others = asked.map((one) => {
    const changed = one.problems.length > 0 ? null : withChanges(plan, changesOn(one)).plan;
    return [one.name, changed] as const;
  });
  return [[BASELINE, plan], ...others];
}

/** A scenario with problems has no figures: PLANCHECK says why. */
function figures(asked: Asked, plan: Plan | null, measure: Measure): readonly Cell[] {
  if (plan !== null) return MEASURED[measure]({ ...asked, plan: measure === "margin" ? plan : asWorked(plan, asked) });
  return timeline(asked.from, asked.to, asked.periods).periods.map(() => "n/a");
}

function measureOf({ cellOf, periods }: Pick<Options, "cellOf" | "periods">): Measure | "all" {
  const cell = cellOf("measure");
  if (isBlank(cell)) return "gap";
  const text = shown(cell);
  const word = wordFor({ ...MEASURES, all: ["every", "each"] }, text);
  const known = [...keysOf(MEASURES), "all"];
  if (word === undefined) {
    const near = nearestWord(MEASURES, keysOf(MEASURES), text);
    const hint = text.includes("=") ? "Maybe it is meant for where." : near === undefined ? "" : `Maybe ${near}.`;
    refuse([unusable(text, `is no word for measure: COMPARE knows ${oneOf(known)}`, hint)]);
  }
  if (word === "all" && periods !== "total")
    refuse([
      unusable(text, "has a column for each measure, so that periods must be total", "Maybe leave periods out."),
    ]);
  return word ?? "gap";
}
