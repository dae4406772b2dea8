import { meanMinutes } from "../engine/support/compound.ts";
import { chanceAbove, quantile } from "../engine/support/distribution.ts";
import { unknownText } from "../engine/support/unknown.ts";
import { PPM } from "../plan/plan.ts";
import { TICKETS } from "../plan/tables.ts";
import { assumptions, problemLines, rowsRead } from "./account.ts";
import type { Given } from "./given.ts";
import type { Block, Line, SheetModel } from "./model.ts";
import { ticketsPastText } from "./past-days.ts";
import { inputsGrid } from "./refreshed.ts";
import { hoursTestGrid, ticketsTestGrid } from "./support-load-back-test.ts";
import { loadTogether, type ShownQueue, shownQueues } from "./support-load-given.ts";
import { historyGrids } from "./support-load-history.ts";
import { poolLines } from "./support-load-pool.ts";
import { queuesGrid } from "./support-load-queues.ts";
import { silenceLines, untilLines } from "./support-load-until.ts";
import { supportWeeks } from "./support-load-weeks.ts";
import { hoursText } from "./words.ts";

export const SUPPORT_LOAD = "Support load";

/** How many hours to keep for support, how sure that is, and how well its forecast did before. */
export function supportLoad(given: Given): SheetModel {
  const queues = shownQueues(given);
  const tested = queues.filter((one) => one.tested !== null);
  const blocks: readonly Block[] = [
    {
      kind: "note",
      key: "about",
      lines: [
        { text: "Support load: hours to expect, and hours to reserve", look: "title" },
        ...headline(given, queues),
        ...unknown(queues),
        ...silenceLines(given.plan),
        ...ruleOfThumb(given, queues),
        ...reserveLine(given),
        ...differences(given, queues),
        ...poolLines(given, queues),
        {
          text: "A week's tickets are forecast by simple exponential smoothing and vary around it; each takes what past tickets took. How sure that is stands beside it: the forecasts that your own past weeks would have had.",
        },
        ...untilLines(given),
        ...assumptions(given, SUPPORT_LOAD, ticketsPastText(given)),
      ],
    },
    queuesGrid(given, queues),
    ...(tested.length === 0
      ? [noHistory(given)]
      : [hoursTestGrid(given, tested, queues), ticketsTestGrid(given, tested, queues)]),
    supportWeeks(given, queues),
    ...historyGrids(given, tested, queues),
    rowsRead(given),
    problemLines(given.plan),
    inputsGrid(given),
  ];
  return { name: SUPPORT_LOAD, blocks, freeze: { rows: 0, columns: 1 } };
}

function headline(given: Given, queues: readonly ShownQueue[]): readonly Line[] {
  const loads = queues.flatMap(({ load }) => load ?? []);
  if (loads.length === 0 && queues.some(({ queue }) => unknownText(queue) !== null)) return [];
  if (loads.length === 0) return [{ text: "The plan asks for no support in these weeks.", look: "good" }];
  const all = loadTogether(given, queues);
  const mean = queues.reduce((sum, one) => sum + one.expected, 0);
  const line = quantile(all, 0.8);
  if (all.chances.length === 1) {
    const text = `Support takes ${hoursText(mean)} a week as stated. Without tickets nobody knows how much it varies.`;
    return [{ text, look: "tight" }];
  }
  const often = Math.round(chanceAbove(all, mean) * 100);
  return [
    {
      text: `Support takes ${hoursText(mean)} a week on average, and more than that in ${often} weeks of 100. For eight weeks of ten keep ${hoursText(line)}.`,
      look: "tight",
    },
  ];
}

/** Queues that have tickets and still no hours: said first where they are all that there is. */
const unknown = (queues: readonly ShownQueue[]): readonly Line[] =>
  queues
    .flatMap(({ name, skill, queue }): Line[] => {
      const why = unknownText(queue);
      if (why === null) return [];
      return [{ text: `${name}, ${skill}: support cannot be forecast: ${why}.`, look: "tight" }];
    })
    .slice(0, MOST_NAMED);

/** What planners do without chances: hours over a full week, and over the share of it that people are planned for. */
function ruleOfThumb({ plan }: Given, queues: readonly ShownQueue[]): readonly Line[] {
  const { fullTimeWeek, target } = plan.settings;
  const people = queues.reduce((sum, one) => sum + one.expected, 0) / fullTimeWeek;
  if (people === 0) return [];
  const planned =
    target < PPM ? `, ${((people * PPM) / target).toFixed(1)} at a target of ${(target * 100) / PPM} %` : "";
  return [{ text: `By rule of thumb the expected hours are ${people.toFixed(1)} FTE${planned}.` }];
}

const TENTH = 0.1;
const MOST_NAMED = 3;

/** Queues whose row of Support and whose tickets say different things. */
function differences({ plan }: Given, queues: readonly ShownQueue[]): readonly Line[] {
  const counts = plan.settings.supportCounts === "tickets" ? "tickets count" : "row counts";
  const lines = queues.flatMap(({ name, skill, queue }): Line[] => {
    const { rows, arrivals } = queue;
    if (rows.length === 0 || arrivals === null) return [];
    const stated = rows.reduce((sum, { effort }) => sum + effort, 0);
    const seen = meanMinutes(arrivals);
    if (Math.abs(seen - stated) <= TENTH * stated) return [];
    const text = `${name}, ${skill}: its row says ${hoursText(stated)} a week, its tickets say ${hoursText(seen)}. The ${counts}: Settings, Support counts.`;
    return [{ text, look: "tight" }];
  });
  return lines.slice(0, MOST_NAMED);
}

function reserveLine({ plan }: Given): readonly Line[] {
  const { supportReserve } = plan.settings;
  if (supportReserve === null)
    return [{ text: "Nothing is kept beyond the expected hours: Settings, Support reserve, is empty." }];
  const percent = (supportReserve * 100) / PPM;
  return [
    {
      text: `Settings keep free what support takes with ${percent} % confidence, by skill: it stands in the plan as "Support reserve".`,
    },
  ];
}

/** Why no history is shown, and what to do about it. */
function noHistory({ plan }: Given): Block {
  const [title, ...lines] =
    plan.tickets.length > 0 ? ALL_OVER : plan.given.has(TICKETS.name) ? NONE_USABLE : NO_TICKETS;
  return { kind: "note", key: "none", lines: [{ text: title, look: "title" }, ...lines.map((text) => ({ text }))] };
}

type Words = readonly [title: string, ...lines: string[]];

const NO_TICKETS: Words = [
  "No history yet",
  "With a table Tickets, one row a ticket, this sheet shows each queue's history, forecast and back-test.",
  "It needs the day a ticket was opened; with Engagement (or Queue), Skill and Hours it says more.",
];
const ALL_OVER: Words = [
  "No history of work that counts",
  "Every ticket belongs to an engagement that is lost or done: nothing is forecast from it.",
];
const NONE_USABLE: Words = ["No history", "No row of Tickets can be used: the problems below say why."];
