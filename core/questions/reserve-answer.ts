import { comingShares } from "../engine/counted.ts";
import { backTestHours, saysHours } from "../engine/support/back-test-hours.ts";
import { weekLoad } from "../engine/support/by-odds.ts";
import { quantile } from "../engine/support/distribution.ts";
import { holdTogether } from "../engine/support/hold-together.ts";
import { PPM, type Ppm } from "../plan/plan.ts";
import { SUPPORT, TICKETS } from "../plan/tables.ts";
import { chanceText } from "../sheets/chance-words.ts";
import type { Given } from "../sheets/given.ts";
import { total } from "../sheets/sums.ts";
import { type ShownQueue, shownQueues } from "../sheets/support-load-given.ts";
import { silenceLines, untilLines } from "../sheets/support-load-until.ts";
import { heldText } from "../sheets/support-load-words.ts";
import { counted, dayAndMonth, hoursText } from "../sheets/words.ts";
import type { Answer, AnswerRow, AnswerTable, Picture, PictureCell } from "./answer.ts";
import { tenths } from "./answer-weeks.ts";
import { type Compared, comparedPlans, type SkillLoad, skillLoads } from "./reserve-plans.ts";
import type { Workbook } from "./workbook.ts";

/** What a reserve at some confidence is, and what it takes from projects. */
export function reserveAnswer(found: Workbook, confidence: Ppm): Answer {
  const compared = comparedPlans(found.plan, confidence);
  const queues = shownQueues(compared.without);
  const loads = skillLoads(compared.without);
  return {
    ...sentence(compared, loads, confidence),
    notes: [...notesOf(compared, confidence, queues), ...historyNotes(compared.without), ...heldNotes(queues)],
    picture: pictureOf(compared, loads, confidence),
    tables: [queueTable(found, queues, confidence), costTable(compared), weekTable(compared)],
    scenario: [],
  };
}

/** Up to which day the history of tickets runs, and what is odd about it. */
const historyNotes = (given: Given): readonly string[] =>
  [...silenceLines(given.plan), ...untilLines(given)].map(({ text }) => text);

/** So many queues are held against their past here; all of them in the sheet. */
const MOST_HELD = 3;

/** How the forecasts of queues that count by their tickets would have done, those with most hours first. */
const heldNotes = (queues: readonly ShownQueue[]): readonly string[] =>
  queues
    .flatMap(({ name, skill, needs, queue: { history } }) =>
      history !== null && saysHours(history) && needs.some(({ arrivals }) => arrivals?.basis === "tickets")
        ? [{ name, skill, history }]
        : [],
    )
    .slice(0, MOST_HELD)
    .map(({ name, skill, history }) => `${name}, ${skill}: ${heldText(backTestHours(history))}`);

export const percentText = (confidence: Ppm): string => `${Math.round(confidence / 1000) / 10} %`;

function sentence(compared: Compared, loads: readonly SkillLoad[], confidence: Ppm): Pick<Answer, "says" | "tone"> {
  const { expected, beyond, without, with: kept } = compared;
  const week = worstWeek(beyond);
  const [usual, more] = [expected[week]!, beyond[week]!];
  const [before, after] = [total(without.gap.unmet), total(kept.gap.unmet)];
  const n = counted(kept.weeks.periods.length, "week");
  const hours = `reserve ${hoursText(usual + more)} a week for support: ${hoursText(more)} beyond the ${hoursText(usual)} expected`;
  const cost =
    after > before
      ? `It leaves projects ${hoursText(after - before)} shorter over ${n} (${hoursText(after)} instead of ${hoursText(before)}).`
      : `It takes nothing from projects over ${n}: those hours are free.`;
  const sure = percentText(confidence);
  const says =
    loads.length < 2
      ? `To be ${sure} sure of a week, ${hours}.`
      : `To be ${sure} sure of a week in each skill by itself, ${hours}.${allOf(without, loads, usual, confidence)}`;
  return { says: `${says} ${cost}`, tone: after > before ? "unsure" : "good" };
}

/** What a sum over skills does not say of itself: how likely all of them hold, and what would do if any hour helped anywhere. */
function allOf({ plan, counted: how }: Given, loads: readonly SkillLoad[], usual: number, confidence: Ppm): string {
  const shares = comingShares(plan, how);
  const groups = loads.map(({ needs, load, expected }) => ({
    needs,
    kept: Math.max(expected, quantile(load, confidence / PPM)),
  }));
  const hold = holdTogether(groups, shares);
  const expected = loads.reduce((sum, one) => sum + one.expected, 0);
  const all = weekLoad(
    loads.flatMap(({ needs }) => needs),
    shares,
  );
  const line = quantile(all, confidence / PPM);
  const enough = usual + Math.max(0, line - expected);
  return ` All ${loads.length} skills hold together in ${chanceText(hold)} of weeks. If everybody could help with everything, ${hoursText(enough)} would be ${percentText(confidence)} sure.`;
}

const PRESETS: readonly Ppm[] = [0.5 * PPM, 0.8 * PPM, 0.9 * PPM, 0.95 * PPM];

/** The price of being surer: hours of the week that needs most, at each confidence. */
function pictureOf({ expected, beyond }: Compared, loads: readonly SkillLoad[], confidence: Ppm): Picture {
  const usual = expected[worstWeek(beyond)]!;
  const levels = [...new Set([...PRESETS, confidence])].sort((a, b) => a - b);
  const cells = levels.map((level): PictureCell => {
    const minutes = level === confidence ? Math.max(...beyond) : beyondAt(loads, level);
    const label = `${percentText(level)}: ${hoursText(usual + minutes)}`;
    return {
      label,
      value: tenths(usual + minutes),
      heat: level === confidence ? 4 : 2,
      says: `${percentText(level)} sure: ${hoursText(usual + minutes)} a week, ${hoursText(minutes)} beyond those expected`,
    };
  });
  const each = loads.length < 2 ? "" : ", in each skill by itself";
  return {
    kind: "bars",
    about: `Hours a week that suffice for support with each confidence${each}; the chosen one is darker.`,
    series: [{ label: "Hours a week for support", cells }],
  };
}

const worstWeek = (beyond: readonly number[]): number => beyond.indexOf(Math.max(...beyond));

/** Minutes of a full week beyond those expected, the queues of each skill together. */
const beyondAt = (loads: readonly SkillLoad[], confidence: Ppm): number =>
  loads.reduce((sum, { load, expected }) => sum + Math.max(0, quantile(load, confidence / PPM) - expected), 0);

function queueTable(found: Workbook, queues: readonly ShownQueue[], confidence: Ppm): AnswerTable {
  const rows = queues.map(({ name, skill, queue, expected, load }): AnswerRow => {
    const stated = queue.rows.reduce((sum, { effort }) => sum + effort, 0);
    return {
      cells: [
        `${name}: ${skill}`,
        queue.rows.length === 0 ? null : tenths(stated),
        tenths(expected),
        load === null ? null : tenths(quantile(load, confidence / PPM)),
      ],
      at: placeOf(found, queue.rows[0]?.row ?? 0),
    };
  });
  const headings = ["Queue", "Stated, h", "Expected, h", "Reserve, h"];
  return { title: "By queue, each by itself, hours of a full week", headings, rows };
}

/** The queue's row of Support; without one, where tickets begin. */
function placeOf({ located }: Workbook, row: number): AnswerRow["at"] {
  const [found, second] = located.filter(({ table }) => table === (row > 0 ? SUPPORT : TICKETS));
  if (found === undefined || second !== undefined) return null;
  return { sheet: found.sheet, row: found.row + Math.max(0, row - 1), column: found.column };
}

function costTable({ skills, without }: Compared): AnswerTable {
  const rows = skills.map(
    ({ skill, beyond, free, gap }): AnswerRow => ({
      cells: [without.plan.skills[skill] ?? "(no skill)", tenths(beyond), ...[...free, ...gap].map(tenths)],
      at: null,
    }),
  );
  const headings = ["Skill", "More, h", "Left before", "Left after", "Gap before", "Gap after"];
  return { title: "What it takes from projects, by skill over all weeks", headings, rows };
}

function weekTable({ expected, beyond, without, with: kept }: Compared): AnswerTable {
  const rows = kept.weeks.periods.map(
    ({ from }, week): AnswerRow => ({
      cells: [
        dayAndMonth(from),
        ...[expected[week]!, expected[week]! + beyond[week]!, without.gap.unmet[week]!, kept.gap.unmet[week]!].map(
          tenths,
        ),
      ],
      at: null,
    }),
  );
  return { title: "By week", headings: ["Week", "Expected, h", "Reserve, h", "Gap before", "Gap after"], rows };
}

function notesOf({ beyond, expected }: Compared, confidence: Ppm, queues: readonly ShownQueue[]): readonly string[] {
  const alone = queues.reduce((sum, { load }) => sum + (load === null ? 0 : quantile(load, confidence / PPM)), 0);
  const most = Math.max(...expected.map((minutes, week) => minutes + beyond[week]!));
  const pool =
    alone > most + 6
      ? [`Queue by queue it would take ${hoursText(alone)}: bad weeks of one are evened out by good weeks of another.`]
      : [];
  return [
    "More is what is kept free beyond the expected hours, over all weeks; left are the free hours of those who can do it, less open work.",
    "Queues of one skill are taken together, because whoever has it can help; hours of one skill do not help another.",
    ...pool,
    "Hours a week without tickets are as they are stated: they do not vary.",
    "The reserve stands in the plan as an engagement of its own, Support reserve, as long as Settings ask for it.",
  ];
}
