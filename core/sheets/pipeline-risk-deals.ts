import { type LateStart, lateStarts } from "../engine/chance/late-starts.ts";
import { demand } from "../engine/demand.ts";
import { FIRST_DAY, type Plan, PPM } from "../plan/plan.ts";
import { chanceText } from "./chance-words.ts";
import type { Given } from "./given.ts";
import { chanceHeat } from "./heat.ts";
import type { Column, Content, Grid, Line, Note } from "./model.ts";
import type { ClientRisk, Risk } from "./pipeline-risk-found.ts";
import { slipOf } from "./slip-words.ts";
import { toHours } from "./sums.ts";
import { dayAndMonth, hoursText, listed } from "./words.ts";

/** What a deal brings: figures with it won less those with it lost, or of a certain one late less on time, over all weeks. */
interface Deal {
  readonly engagement: number;
  readonly hours: number;
  readonly expected: number;
  /** The most it adds to a week's chance, and in which week. */
  readonly chance: number;
  readonly week: number;
}

const column = (key: string, heading: string, shows: Column["shows"], note: string, measure?: string): Column => ({
  ...(measure === undefined ? {} : { means: { measure } }),
  key,
  heading,
  shows,
  width: 11,
  note,
});

/** Every deal that may be won or lost, or start late, the one that brings most risk first. */
export function dealsGrid(given: Given, risk: Risk): Grid {
  const { plan, weeks, fingerprint } = given;
  const late = lateStarts(plan, risk.counted);
  const deals = dealsOf(given, risk, late);
  const rows = deals.map(({ engagement, hours, expected, chance, week }): readonly Content[] => {
    const { name, client, odds } = plan.engagements[engagement]!;
    const start = startOf(plan, engagement);
    const worst = week < 0 ? null : weeks.periods[week]!.from;
    const slip = slipOf(late, engagement);
    return [name, (odds ?? 0) / PPM, start, toHours(hours), toHours(expected), chance, worst, client, slip];
  });
  return {
    kind: "grid",
    key: "deals",
    title: "Deals by the risk they bring",
    fingerprint,
    columns: [
      { key: "deal", heading: "Deal", shows: "text", width: 28 },
      column("odds", "Odds", "percent", "From Engagements.", "deal odds"),
      column("start", "Start", "date", "The first day of the engagement, or of its work."),
      column("hours", "Hours", "hours", "Asked for in these weeks when it is won.", "demand"),
      column(
        "expected",
        "Adds hours",
        "hours",
        "Expected hours short with it won less those with it lost, over all weeks; of a certain deal, with a late start less those on time.",
        "deal adds hours",
      ),
      column(
        "chance",
        "Adds chance",
        "percent",
        "The most it adds to the chance of any week: won less lost, or late less on time, in points.",
        "deal adds chance",
      ),
      column("week", "In week", "date", "The week to whose chance it adds most."),
      { key: "client", heading: "Client", shows: "text", width: 11 },
      { key: "slip", heading: "Start slip", shows: "text", width: 11, note: "How late it may start when it is won." },
    ],
    rows: rows.length > 0 ? rows : [[NONE, null, null, 0, 0, 0, null, "", ""]],
    means: { rows: "engagement", pipeline: "all", planned: true },
    rowMeans: deals.map(({ engagement }) => ({ number: engagement, name: plan.engagements[engagement]!.name })),
    rules: chanceHeat(["chance"]),
    charts: [],
  };
}

const NONE = "No tentative work with odds between 0 and 100 %, or a start that may slip";
const NOISE = 1e-9;
const HALF_A_POINT = 0.005;

function dealsOf({ plan, weeks }: Given, { counted, odds }: Risk, late: readonly LateStart[]): readonly Deal[] {
  const n = weeks.periods.length;
  const hours = plan.engagements.map(() => 0);
  const asked = demand(plan, weeks, { ...counted, pipeline: "all" });
  asked.asked.forEach((minutes, cell) => {
    hours[plan.needs[Math.floor(cell / n)]!.engagement]! += minutes;
  });
  asked.own.forEach((minutes, cell) => {
    hours[plan.allocations.engagement[Math.floor(cell / n)]!]! += minutes;
  });
  const tentative = [...plan.engagements.keys()].filter((engagement) => {
    const { status, odds: own } = plan.engagements[engagement]!;
    const isLate = late.some((one) => one.engagement === engagement);
    return status === "tentative" && own !== null && own > 0 && (own < PPM || isLate);
  });
  const deals = tentative.map((engagement): Deal => {
    const own = odds.periods.map(({ deals }) => deals.find((one) => one.engagement === engagement));
    const chances = own.map((one) => one?.chance ?? 0);
    const chance = Math.max(0, ...chances);
    const isNone = chance < NOISE;
    return {
      engagement,
      hours: hours[engagement]!,
      expected: own.reduce((sum, one) => sum + (one?.expected ?? 0), 0),
      chance: isNone ? 0 : chance,
      week: isNone ? -1 : chances.indexOf(chance),
    };
  });
  return deals.sort((a, b) => b.expected - a.expected || b.chance - a.chance || a.engagement - b.engagement);
}

function startOf({ engagements, needs, allocations }: Plan, engagement: number): number | null {
  const { from } = engagements[engagement]!;
  if (from > FIRST_DAY) return from;
  const days = [
    ...needs.filter((need) => need.engagement === engagement).map((need) => need.from),
    ...allocations.from.filter((_, row) => allocations.engagement[row] === engagement),
  ].filter((day) => day > FIRST_DAY);
  return days.length === 0 ? null : days.reduce((a, b) => Math.min(a, b));
}

/** Deals of one client that may go together, and tentative work whose odds nobody knows. */
export function hintLines({ plan, weeks }: Given, { clients, odds }: Risk): Note {
  const names = (engagements: readonly number[]) => listed(engagements.map((one) => plan.engagements[one]!.name));
  const expected = (all: Risk["odds"]) => all.periods.reduce((sum, week) => sum + week.expected, 0);
  const clientLine = ({ client, deals, odds: joint }: ClientRisk): Line => {
    const who = `${client} has ${deals.length} deals (${names(deals)}).`;
    if (joint === null) return { text: `${who} What they would do together is computed for three clients only.` };
    const apart = odds.periods.map(({ chance }, week) => joint.periods[week]!.chance - chance);
    const worst = apart.indexOf(Math.max(...apart));
    const [now, then] = [odds, joint].map((one) => hoursText(expected(one)));
    const isLikelier = apart[worst]! >= HALF_A_POINT;
    const chances = isLikelier
      ? ` the chance would be ${chanceText(joint.periods[worst]!.chance)} instead of ${chanceText(odds.periods[worst]!.chance)} in the week of ${dayAndMonth(weeks.periods[worst]!.from)}, and`
      : "";
    const says =
      isLikelier || now !== then
        ? `${chances} ${then} instead of ${now} expected short over all weeks`
        : " nothing would change";
    return { text: `${who} Counted as independent; if ${togetherText(plan, deals)},${says}.` };
  };
  const unknown = odds.unknown.length === 0 ? [] : [unknownLine(names(odds.unknown))];
  const none: Line = { text: "No client has two uncertain deals that could go together." };
  return {
    kind: "note",
    key: "hints",
    lines: [
      { text: "Deals that may go together, and work without odds", look: "title" },
      ...(clients.length === 0 ? [none] : clients.map(clientLine)),
      ...unknown,
    ],
  };
}

/** What going together means: deals of equal odds are all won or all lost, others as far as their odds allow. */
function togetherText({ engagements }: Plan, deals: readonly number[]): string {
  const odds = deals.map((one) => engagements[one]!.odds ?? 0);
  const [least, most] = [Math.min(...odds), Math.max(...odds)];
  if (least === most && most < PPM) return "they came together or not at all";
  const percent = (share: number) => `${(100 * share) / PPM} %`;
  const none = most < PPM ? `, none in ${percent(PPM - most)}` : "";
  return `they went together as far as their odds allow (all in ${percent(least)} of cases${none}, else the likelier only)`;
}

const unknownLine = (names: string): Line => ({
  text: `Odds unknown: ${names}. Tentative work without odds counts in full in every outcome; maybe type its odds in Engagements.`,
  look: "tight",
});
