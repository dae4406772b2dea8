import { type Figures, type Odds, shortfallOdds, USUAL_ODDS } from "../engine/chance/index.ts";
import { type UnknownQueue, unknownProblem, unknownQueues } from "../engine/support/unknown.ts";
import { timeline } from "../engine/timeline.ts";
import type { Cell, CellRange } from "../plan/cells.ts";
import { type Problem, refuse } from "../problems.ts";
import { type Minutes, toHours } from "../units.ts";
import { listedWork } from "./by-work.ts";
import { ODDS_MEASURES } from "./choices.ts";
import { type Asked, defineFunction } from "./define.ts";
import { countsWork } from "./filters.ts";
import { headed, TOTAL } from "./matrix.ts";
import { scopeOf } from "./scope-of.ts";
import { methodIn, methodText } from "./shortfall-method.ts";
import { slipsShortly } from "./start-slip-text.ts";
import { GRID_PARAMS, OF_BOTH, PEOPLE_TABLES, WORK_TABLES } from "./vocabulary.ts";
import { keysOf } from "./words.ts";
import { isLive, NO_SKILL } from "./work.ts";

export const SHORTFALLODDS = defineFunction({
  name: "SHORTFALLODDS",
  category: "Chance",
  summary:
    "How likely it is that open work is more than people who can do it have time for, when deals, hires, support and absence turn out as they may.",
  gives: "a chance, hours with measure=expected, p80 or p90, or a table with measure=all",
  params: GRID_PARAMS,
  rows: ["total", "skill"],
  ...OF_BOTH,
  choices: ["measure", "pipeline", "hires", "plan", "grain", "problems"],
  measures: ODDS_MEASURES,
  needs: [["People"], WORK_TABLES],
  mayUse: ["Engagements", ...PEOPLE_TABLES],
  examples: [
    {
      says: "Juniper asks for 70 hours of Python a week where 60 are free. On average it asks for 35, which fits, but it is won or lost as a whole: one time in two the week is short.",
      formula:
        '=SHORTFALLODDS(DATE(2026,3,9), DATE(2026,3,13),,, "skill=Python", People, Engagements, Demand, Allocations)',
      gives: 0.5,
    },
    {
      says: "All of it, week by week: 10 hours are short with odds of 50 %, so 5 on average, and eight weeks in ten are within 10.",
      formula:
        '=SHORTFALLODDS(DATE(2026,3,9), DATE(2026,3,20), "total", "week", "skill=Python; measure=all", People, Engagements, Demand, Allocations)',
      gives: [
        ["Total", "Period", "Chance", "Standard error", "Expected", "P80", "P90", "Method"],
        ["Total", 46090, 0.5, 0, 5, 10, 10, "exact"],
        ["Total", 46097, 0.5, 0, 5, 10, 10, "exact"],
      ],
    },
    {
      says: "When Juniper is won and the developer it was promised comes, nothing is short.",
      formula:
        '=SHORTFALLODDS(DATE(2026,3,9), DATE(2026,3,20), "skill", "week", "skill=Python; scenario=Juniper is won", People, Engagements, Demand, Allocations, Scenarios)',
      gives: [
        ["Chance (exact)", 46090, 46097],
        ["Python", 0, 0],
      ],
    },
  ],
  shows: ({ where: { measure } }) =>
    measure === "all"
      ? { Chance: "share", "Standard error": "share" }
      : measure === "odds" || measure === null
        ? "share"
        : "number",
  run: (asked) => {
    const { plan, counted, from, to, rows } = asked;
    const unknown = unknownQueues(plan).filter((queue) => countsWork(plan, asked.filters, queue));
    const isOneCell = rows === "total" && asked.periods === "total" && asked.where.measure !== "all";
    if (isOneCell && !knowsSupport(asked)) refuse(unknown.map(unforeseen), "unavailable");
    const options = { ...USUAL_ODDS, bySkill: rows === "skill", budget: MOST_WORK };
    const odds = shortfallOdds(plan, timeline(from, to, asked.periods), counted, scopeOf(asked), options);
    const lines = linesOf(asked, odds);
    const counts = [slipsShortly(plan, counted), notKnown(unknown)].filter((text) => text !== "").join("; ");
    return asked.where.measure === "all" ? listed(asked, odds, lines, counts) : grid(asked, odds, lines, counts);
  },
});

/** Beside a queue that is known, one of which nobody knows the hours is left out, as any row that says nothing. */
const knowsSupport = ({ plan, filters }: Asked): boolean =>
  plan.needs.some((need) => need.source === "Support" && isLive(plan, need) && countsWork(plan, filters, need));

/** One figure has no place to say what it leaves out. */
const unforeseen = (queue: UnknownQueue): Problem => ({
  ...unknownProblem(queue),
  hint: "Maybe fill Hours in Tickets, or ask with measure=all, which says what it leaves out.",
});

const notKnown = (unknown: readonly UnknownQueue[]): string => {
  const names = unknown.map(({ name }) => name);
  const more = names.length - MOST_NAMED;
  const said = [...names.slice(0, MOST_NAMED), ...(more > 0 ? [`${more} more`] : [])].join("; ");
  return names.length === 0 ? "" : `support of ${said} not known`;
};
const MOST_NAMED = 3;

/** Work that a cell may wait for: two or three seconds where a spreadsheet runs on a desk, and longer in one that runs elsewhere. */
const MOST_WORK = 250_000_000;

interface Line {
  readonly label: string;
  readonly figures: readonly Figures[];
}

/** By skill, those that work in the period asks for, and any others that may be short. */
function linesOf(asked: Asked, { periods, bySkill }: Odds): readonly Line[] {
  if (bySkill === null) return [{ label: TOTAL, figures: periods }];
  const { plan } = asked;
  const shown = new Set(listedWork(asked, (allocation) => plan.allocations.person[allocation]! < 0));
  return [...plan.skills, NO_SKILL]
    .map((label, skill) => ({ label, figures: bySkill[skill]! }))
    .filter(({ label, figures }) => shown.has(label) || figures.some(({ chance }) => chance > 0));
}

const hours = (minutes: number) => toHours(minutes as Minutes);

type Measure = Exclude<keyof typeof ODDS_MEASURES, "all">;

const FIGURE: { readonly [M in Measure]: readonly [heading: string, cellOf: (figures: Figures) => Cell] } = {
  odds: ["Chance", ({ chance }) => chance],
  expected: ["Expected hours", ({ expected }) => hours(expected)],
  p80: ["P80 hours", ({ p80 }) => hours(p80)],
  p90: ["P90 hours", ({ p90 }) => hours(p90)],
};

function grid(asked: Asked, odds: Odds, lines: readonly Line[], counts: string): Cell | CellRange {
  const measure = keysOf(FIGURE).find((one) => one === asked.where.measure) ?? "odds";
  const [heading, cellOf] = FIGURE[measure];
  const shown = lines.flatMap(({ figures }) => figures);
  const method = methodIn(odds, shown, measure === "odds", counts);
  return headed(
    asked,
    lines.map(({ label, figures }) => ({ label, cells: figures.map(cellOf) })),
    `${heading} (${method})`,
  );
}

/** One row for each period, or each skill and period, with every figure and how it was found. */
function listed({ rows, periods, from, to }: Asked, odds: Odds, lines: readonly Line[], counts: string): CellRange {
  const starts = timeline(from, to, periods).periods.map((period) => period.from);
  return [
    [rows === "skill" ? "Skill" : TOTAL, "Period", "Chance", "Standard error", "Expected", "P80", "P90", "Method"],
    ...lines.flatMap(({ label, figures }) =>
      figures.map(({ chance, standardError, expected, p80, p90 }, period) => [
        label,
        starts[period]!,
        chance,
        standardError,
        hours(expected),
        hours(p80),
        hours(p90),
        methodText(odds.periods[period]!.method, counts),
      ]),
    ),
  ];
}
