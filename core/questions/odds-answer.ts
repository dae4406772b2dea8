import type { BriefOdds } from "../engine/chance/brief.ts";
import { skillGap } from "../engine/gap.ts";
import { everything } from "../engine/scope.ts";
import { PPM } from "../plan/plan.ts";
import { chanceText } from "../sheets/chance-words.ts";
import { counted, dayAndMonth, hoursText, listed } from "../sheets/words.ts";
import type { Answer, AnswerTable, Picture, PictureCell } from "./answer.ts";
import { tenths } from "./answer-weeks.ts";
import type { OddsDesk } from "./odds-plans.ts";
import type { FoundOdds, OddsRequest } from "./odds-request.ts";
import { scenarioRows } from "./scenarios-table.ts";

type Plans = FoundOdds["plans"];

/** How likely it is to work out: the sentence, a heat strip of chances, and the rows behind it. */
export function oddsAnswer(desk: OddsDesk, { work }: OddsRequest, plans: Plans): Answer {
  const answer = work === null ? ofScenarios(desk, plans) : ofWork(desk, plans);
  return { ...answer, notes: notesOf(desk, plans), picture: pictureOf(desk, plans), scenario: [] };
}

type Said = Pick<Answer, "says" | "tone" | "tables">;

function ofWork({ plans: [base, added], weeks, counted: how }: OddsDesk, [before = [], after = []]: Plans): Said {
  const gap = ({ plan }: NonNullable<typeof base>) => skillGap(plan, weeks, how, everything(plan)).unmet;
  const [was, will] = [gap(base!), gap(added!)];
  const fits = will.every((minutes, week) => minutes <= was[week]!);
  const more = after.map(({ chance }, week) => chance - before[week]!.chance);
  const hours = sum(after) - sum(before);
  const adds = more.indexOf(Math.max(...more));
  const rows = weeks.periods.map(({ from }, week) => ({
    cells: [
      dayAndMonth(from),
      percent(before[week]!.chance),
      percent(after[week]!.chance),
      tenths(after[week]!.expected - before[week]!.expected),
      tenths(after[week]!.p90),
    ],
    at: null,
  }));
  const headings = ["Week", "Without, %", "With it, %", "Adds, h", "P90, h"];
  return {
    says: workSentence({ fits, adds, more: more[adds] ?? 0, hours }, before, after, (week) =>
      dayAndMonth(weeks.periods[week]!.from),
    ),
    tone: !fits || (more[adds] ?? 0) >= 0.2 * PPM ? "bad" : (more[adds] ?? 0) >= 0.05 * PPM ? "unsure" : "good",
    tables: [{ title: "Chance of being short, week by week", headings, rows }],
  };
}

const HALF_A_POINT = 0.005 * PPM;

/** "Fits on average; 24 % chance of being short in the week of 2 Mar, 9 % without it. It adds 12.5 h to the hours expected short." */
function workSentence(
  { fits, adds, more, hours }: { fits: boolean; adds: number; more: number; hours: number },
  before: readonly BriefOdds[],
  after: readonly BriefOdds[],
  nameOf: (week: number) => string,
): string {
  const start = fits ? "Fits on average" : "Short on average";
  const text = (odds: BriefOdds | undefined) => chanceText((odds?.chance ?? 0) / PPM);
  if (more >= HALF_A_POINT) {
    const added = hours < 6 ? "" : ` It adds ${hoursText(hours)} to the hours expected short.`;
    return `${start}; ${text(after[adds])} chance of being short in the week of ${nameOf(adds)}, ${text(before[adds])} without it.${added}`;
  }
  const highest = after.reduce((best, { chance }, week) => (chance > after[best]!.chance ? week : best), 0);
  if ((after[highest]?.chance ?? 0) === 0)
    return `${start}, and in every case: no chance of being short in these weeks.`;
  const added = hours < 6 ? "" : `, but adds ${hoursText(hours)} where one is short`;
  const most = `${text(after[highest])} in the week of ${nameOf(highest)}`;
  return `${start}; no week is likelier to be short with it than without${added}. With or without it the chance is ${most} at most.`;
}

const sum = (weeks: readonly BriefOdds[]): number => weeks.reduce((all, { expected }) => all + expected, 0);
const percent = (chance: number): number => Math.round((1000 * chance) / PPM) / 10;
const LIKELY = 0.2 * PPM;

function ofScenarios({ workbook, plans, weeks }: OddsDesk, found: Plans): Said {
  const rows = found.map((odds, at) => {
    const worst = odds.reduce((best, { chance }, week) => (chance > odds[best]!.chance ? week : best), 0);
    const [place] = at === 0 ? [] : scenarioRows(workbook, plans[at]!.name);
    return {
      cells: [
        plans[at]!.name,
        tenths(sum(odds)),
        percent(odds[worst]?.chance ?? 0),
        dayAndMonth(weeks.periods[worst]!.from),
        odds.filter(({ chance }) => chance > LIKELY).length,
      ],
      at: place === undefined ? null : { sheet: place.table.sheet, row: place.row, column: place.table.column },
    };
  });
  const headings = ["Scenario", "Expected, h", "Worst week, %", "Worst week", "Weeks above 20 %"];
  const table: AnswerTable = { title: "How likely each is to be short", headings, rows };
  return { ...scenarioSentence(plans, found, weeks.periods.length), tables: [table] };
}

function scenarioSentence(plans: OddsDesk["plans"], found: Plans, n: number): Pick<Answer, "says" | "tone"> {
  const [now, ...others] = found.map(sum);
  const expected = (minutes: number) => `${hoursText(minutes)} expected short in ${counted(n, "week")}`;
  const likely = (odds: readonly BriefOdds[]) => odds.filter(({ chance }) => chance > LIKELY).length;
  if (now === undefined || others.length === 0)
    return { says: `By chance, the plan as it is has ${expected(now ?? 0)}.`, tone: "unsure" };
  const least = Math.min(...others);
  const best = 1 + others.indexOf(least);
  const [was, is] = [likely(found[0]!), likely(found[best]!)];
  const weeks = was === is ? "" : `, and ${counted(is, "week")} likely to be short (above 20 %) instead of ${was}`;
  if (least >= now)
    return { says: `By chance too, none helps: ${expected(now)}, and not less in any scenario.`, tone: "bad" };
  const says = `By chance, “${plans[best]!.name}” does best: ${expected(least)} instead of ${hoursText(now)}${weeks}.`;
  return { says, tone: is === 0 ? "good" : "unsure" };
}

function pictureOf({ plans, weeks }: OddsDesk, found: Plans): Picture {
  return {
    kind: "strip",
    about: "Chance of being short, week by week.",
    series: found.map((odds, at) => ({
      label: plans[at]!.name,
      cells: weeks.periods.map(({ from }, week): PictureCell => {
        const { chance } = odds[week]!;
        const says = `${plans[at]!.name}, week of ${dayAndMonth(from)}: ${chanceText(chance / PPM)} chance of being short`;
        return { label: dayAndMonth(from), value: percent(chance), heat: heatOf(chance / PPM), says };
      }),
    })),
  };
}

/** From so high a chance on it is worse: one in twenty, one in five, one in two. */
const WORSE = [0.05, 0.2, 0.5] as const;

function heatOf(chance: number): PictureCell["heat"] {
  if (chance <= 0) return 0;
  return ([1, 2, 3, 4] as const)[WORSE.filter((from) => chance >= from).length]!;
}

function notesOf({ plans: [base] }: OddsDesk, found: Plans): readonly string[] {
  const all = found.flat();
  const drawn = all.filter(({ worlds }) => worlds === 0);
  const error = Math.max(0, ...drawn.map(({ standardError }) => standardError)) / PPM;
  const method =
    drawn.length === 0
      ? "Exact: every outcome is listed."
      : `Estimated from the same outcomes for each plan, with a standard error of at most ${(100 * error).toFixed(1)} points${drawn.length < all.length ? "; exact in weeks whose outcomes can all be listed" : ""}.`;
  const { engagements } = base!.plan;
  const unknown = engagements.filter(({ status, odds }) => status === "tentative" && odds === null);
  return [
    "Deals and planned hires come or do not, by their odds; support by tickets varies from week to week. Short means that some work of the whole plan finds nobody.",
    method,
    ...(unknown.length === 0
      ? []
      : [
          `Tentative work without odds counts in full: ${listed(
            unknown.map(({ name }) => name),
            3,
          )}.`,
        ]),
  ];
}
