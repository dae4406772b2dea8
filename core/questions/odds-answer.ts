import { averagePlan } from "../engine/chance/average-plan.ts";
import type { BriefOdds } from "../engine/chance/brief.ts";
import { skillGap } from "../engine/gap.ts";
import { everything } from "../engine/scope.ts";
import { unknownQueues } from "../engine/support/unknown.ts";
import { errorText } from "../functions/shortfall-method.ts";
import { PPM } from "../plan/plan.ts";
import { chanceText } from "../sheets/chance-words.ts";
import { notKnownLines } from "../sheets/pipeline-risk-words.ts";
import { keptText } from "../sheets/reserve-words.ts";
import { slipLines } from "../sheets/slip-words.ts";
import { counted, dayAndMonth, dayMonthYear, hoursText, listed, lowered } from "../sheets/words.ts";
import type { DayNumber } from "../units.ts";
import type { Answer, AnswerTable, Picture, PictureCell } from "./answer.ts";
import { tenths } from "./answer-weeks.ts";
import type { OddsDesk } from "./odds-plans.ts";
import type { FoundOdds, OddsRequest } from "./odds-request.ts";
import { scenarioRows } from "./scenarios-table.ts";

type Plans = FoundOdds["plans"];

/** How likely it is to work out: the sentence, a heat strip of chances, and the rows behind it. */
export function oddsAnswer(desk: OddsDesk, form: OddsRequest, plans: Plans): Answer {
  const answer = form.work === null ? ofScenarios(desk, plans) : ofWork(desk, plans, form.work.from);
  const knows = unknownQueues(desk.plans[0]!.plan).length === 0;
  const tone = answer.tone === "good" && !knows ? "unsure" : answer.tone;
  return { ...answer, tone, notes: notesOf(desk, form, plans), picture: pictureOf(desk, plans), scenario: [] };
}

type Said = Pick<Answer, "says" | "tone" | "tables">;

/** What comes back for new work: the plan without it, the plan with it, and what it makes short. */
function ofWork({ plans: [base, withIt], weeks, counted: how }: OddsDesk, found: Plans, start: DayNumber): Said {
  const [before = [], after = [], added = []] = found;
  const gap = (one: NonNullable<typeof base>) => {
    const plan = averagePlan(one.plan, how);
    return skillGap(plan, weeks, how, everything(plan)).unmet;
  };
  const [was, will] = [gap(base!), gap(withIt!)];
  const fits = will.every((minutes, week) => minutes <= was[week]!);
  const worst = likeliest(added);
  const rows = weeks.periods.map(({ from }, week) => ({
    cells: [
      dayAndMonth(from),
      percent(added[week]!.chance),
      tenths(added[week]!.expected),
      percent(before[week]!.chance),
      percent(after[week]!.chance),
    ],
    at: null,
  }));
  const headings = ["Week", "Makes short, %", "Adds, h", "Without, %", "With it, %"];
  const more = added[worst]?.chance ?? 0;
  const sentence = workSentence(fits, before, added, (week) => dayAndMonth(weeks.periods[week]!.from));
  return {
    says: `Starting on ${dayMonthYear(start)}: ${lowered(sentence)}`,
    tone: !fits || more >= LIKELY ? "bad" : more >= WATCHED ? "unsure" : "good",
    tables: [{ title: "Chance of being short, week by week", headings, rows }],
  };
}

const HALF_A_POINT = 0.005 * PPM;
const WATCHED = 0.05 * PPM;
const LIKELY = 0.2 * PPM;

/** "Fits on average; 24 % chance that it leaves hours undone in the week of 2 Mar. It adds 12.5 h to the hours expected short." */
function workSentence(
  fits: boolean,
  before: readonly BriefOdds[],
  added: readonly BriefOdds[],
  nameOf: (week: number) => string,
): string {
  const [worst, other] = [likeliest(added), likeliest(before)];
  const [more, already] = [added[worst]?.chance ?? 0, before[other]?.chance ?? 0];
  const isShort = already >= WATCHED;
  const start = !fits ? "Short on average" : isShort ? "Adds no shortage on average" : "Fits on average";
  if (more === 0 && already === 0) return `${start}, and in every case: no chance of being short in these weeks.`;
  const beside = isShort
    ? ` Other work is short without it already: ${chanceText(already / PPM)} chance in the week of ${nameOf(other)}.`
    : "";
  if (more < HALF_A_POINT) {
    const chance = more === 0 ? "no chance" : "under 1 % chance";
    return `${start}; ${chance} that it makes anything short in these weeks.${beside}`;
  }
  const hours = sum(added) < 6 ? "" : ` It adds ${hoursText(sum(added))} to the hours expected short.`;
  return `${start}; ${chanceText(more / PPM)} chance that it makes something short in the week of ${nameOf(worst)}.${hours}${beside}`;
}

const likeliest = (weeks: readonly BriefOdds[]): number =>
  weeks.reduce((best, { chance }, week) => (chance > weeks[best]!.chance ? week : best), 0);
const sum = (weeks: readonly BriefOdds[]): number => weeks.reduce((all, { expected }) => all + expected, 0);
const percent = (chance: number): number => Math.round((1000 * chance) / PPM) / 10;
function ofScenarios({ workbook, plans, weeks }: OddsDesk, found: Plans): Said {
  const rows = found.map((odds, at) => {
    const worst = likeliest(odds);
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
  const best = [...others.keys()].filter((at) => others[at] === least).map((at) => at + 1);
  const names = listed(
    best.map((at) => `“${plans[at]!.name}”`),
    3,
  );
  const was = likely(found[0]!);
  const each = best.map((at) => likely(found[at]!));
  const is = Math.max(...each);
  const isOne = each.every((one) => one === is);
  const weeks =
    was === is || !isOne ? "" : `, and ${counted(is, "week")} likely to be short (above 20 %) instead of ${was}`;
  if (least >= now)
    return { says: `By chance too, none helps: ${expected(now)}, and not less in any scenario.`, tone: "bad" };
  const says = `By chance, ${names} ${best.length > 1 ? "do" : "does"} best: ${expected(least)} instead of ${hoursText(now)}${weeks}.`;
  return { says, tone: is === 0 ? "good" : "unsure" };
}

function pictureOf({ plans, weeks }: OddsDesk, found: Plans): Picture {
  const labels = [...plans.map(({ name }) => name), BECAUSE];
  return {
    kind: "strip",
    about: "Chance of being short, week by week.",
    series: found.map((odds, at) => ({
      label: labels[at]!,
      cells: weeks.periods.map(({ from }, week): PictureCell => {
        const { chance } = odds[week]!;
        const says = `${labels[at]}, week of ${dayAndMonth(from)}: ${chanceText(chance / PPM)} chance of being short`;
        return { label: dayAndMonth(from), value: percent(chance), heat: heatOf(chance / PPM), says };
      }),
    })),
  };
}

/** What new work itself makes short. */
const BECAUSE = "Because of it";

/** From so high a chance on it is worse: one in twenty, one in five, one in two. */
const WORSE = [0.05, 0.2, 0.5] as const;

function heatOf(chance: number): PictureCell["heat"] {
  if (chance <= 0) return 0;
  return ([1, 2, 3, 4] as const)[WORSE.filter((from) => chance >= from).length]!;
}

const PAIRED =
  "It makes something short in an outcome when more hours are left undone with it than without it, its own or others'; what is short anyway does not count.";

function notesOf(
  { plans: [base], weeks, counted: how }: OddsDesk,
  { work }: OddsRequest,
  found: Plans,
): readonly string[] {
  const all = found.flat();
  const drawn = all.filter(({ worlds }) => worlds === 0);
  const error = Math.max(0, ...drawn.map(({ standardError }) => standardError)) / PPM;
  const method =
    drawn.length === 0
      ? "Exact: every outcome is listed."
      : `Estimated from the same outcomes for each plan, with a standard error of at most ${errorText(error)} points${drawn.length < all.length ? "; exact in weeks whose outcomes can all be listed" : ""}.`;
  const { engagements } = base!.plan;
  const unknown = engagements.filter(({ status, odds }) => status === "tentative" && odds === null);
  return [
    ...(work === null ? [] : [PAIRED]),
    "Deals and planned hires come or do not, by their odds; support by tickets varies from week to week. Short means that some work of the whole plan finds nobody.",
    ...notKnownLines(unknownQueues(base!.plan)).map(({ text }) => text),
    ...reserveNote(keptText(base!.plan, weeks, how)),
    ...slipLines(base!.plan, how),
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

const reserveNote = (kept: string | null): readonly string[] =>
  kept === null
    ? []
    : [
        `Chances, and what is said on average, keep nothing in reserve: in them support itself varies. The answer above counts ${kept} in these weeks.`,
      ];
