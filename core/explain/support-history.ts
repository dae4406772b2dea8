import { type BackTest, backTest } from "../engine/support/back-test.ts";
import { backTestHours, saysHours } from "../engine/support/back-test-hours.ts";
import { countAt, countTable } from "../engine/support/counts.ts";
import { forecastAt } from "../engine/support/forecast.ts";
import type { History } from "../engine/support/history.ts";
import { smoothed } from "../engine/support/smoothing.ts";
import type { Given } from "../sheets/given.ts";
import type { ShownQueue } from "../sheets/support-load-given.ts";
import { dayMonthYear } from "../sheets/words.ts";
import { dayNumber } from "../units.ts";
import type { Explains } from "./explains.ts";
import { amountOf, type Explanation, explained, part, sumOf, wholeParts } from "./explanation.ts";
import { kept } from "./kept.ts";
import { LEVEL_RULE, levelParts, weekName } from "./support-level.ts";
import { queues } from "./support-lines.ts";
import { counted, hoursText } from "./words.ts";

/** A queue's tickets week by week, the forecasts that these weeks had, and how good forecasts were: `number` is the queue's place. */
export const SUPPORT_HISTORY: Explains = [
  ["tickets", (_, { number = -1, from = 0 }, given) => came(queues(given)[number], from)],
  ["tickets expected", (_, { number = -1, from = 0 }, given) => expected(queues(given)[number], from)],
  ["tickets, 50 % line", (_, { number = -1, from = 0 }, given) => line(queues(given)[number], from, 0.5)],
  ["tickets, 80 % line", (_, { number = -1, from = 0 }, given) => line(queues(given)[number], from, 0.8)],
  ["tickets, 90 % line", (_, { number = -1, from = 0 }, given) => line(queues(given)[number], from, 0.9)],
  ["tested: forecasts", (_, { number = -1, name = "" }, given) => forecasts(testOf(given, number, name))],
  ["tested: 50 %", (_, { number = -1, name = "" }, given) => held(testOf(given, number, name), 0, "50 % line")],
  ["tested: 80 %", (_, { number = -1, name = "" }, given) => held(testOf(given, number, name), 1, "80 % line")],
  ["tested: 90 %", (_, { number = -1, name = "" }, given) => held(testOf(given, number, name), 2, "90 % line")],
  ["tested: MASE", (_, { number = -1, name = "" }, given) => score(testOf(given, number, name), "MASE")],
  ["tested: pinball", (_, { number = -1, name = "" }, given) => score(testOf(given, number, name), "Pinball loss")],
];

function came(one: ShownQueue | undefined, monday: number): Explanation {
  const { history } = one?.queue ?? {};
  const about = { title: titleOf("Tickets", one, monday), rule: "Tickets of the queue that were opened in that week." };
  if (!history) return explained(about, sumOf("Tickets", "count", []));
  const week = (monday - history.from) / 7;
  const sizes = new Map<number, number>();
  for (const minutes of history.sizes[week] ?? []) sizes.set(minutes, (sizes.get(minutes) ?? 0) + 1);
  const timed = [...sizes]
    .sort(([a], [b]) => a - b)
    .map(([minutes, count]) => part(`Tickets of ${hoursText(minutes)}`, count));
  const rest = history.weeks[week]! - amountOf(timed);
  const parts = rest === 0 ? timed : [...timed, part("Tickets without hours", rest)];
  return explained(about, sumOf("Tickets", "count", parts));
}

const titleOf = (what: string, one: ShownQueue | undefined, monday: number): string =>
  `${what} of ${one === undefined ? "the queue" : `${one.name}, ${one.skill}`}, week of ${dayMonthYear(dayNumber(monday))}`;

/** Only the weeks before a week take part in its forecast; a week to come has the latest one. */
const knownBefore = ({ from, weeks }: History, monday: number): number => Math.min((monday - from) / 7, weeks.length);

function expected(one: ShownQueue | undefined, monday: number): Explanation {
  const { history } = one?.queue ?? {};
  const parts = history ? levelParts(history, knownBefore(history, monday), 100) : [];
  const about = { title: titleOf("Tickets expected", one, monday), rule: LEVEL_RULE };
  return explained(about, sumOf("Expected", "hundredths", parts));
}

/** A line of tickets: what was expected, rounded to whole tickets, and what lies beyond. */
function line(one: ShownQueue | undefined, monday: number, chance: number): Explanation {
  const { history } = one?.queue ?? {};
  const what = `${Math.round(chance * 100)} % line`;
  const about = {
    title: titleOf(`Tickets, ${what},`, one, monday),
    rule: "A week's tickets vary by chance around what is expected. A line is the smallest number that so many weeks stay within.",
  };
  if (!history) return explained(about, sumOf(what, "count", []));
  const { mean, dispersion } = forecastAt(history.weeks, smoothed(history.weeks), knownBefore(history, monday));
  const at = countAt(countTable(mean, dispersion), chance);
  const base = Math.round(mean);
  const vary =
    dispersion > 1 ? `, as weeks vary ${Math.round(dispersion * 10) / 10} times as much as chance alone` : "";
  const parts = [
    part(`Expected: ${Math.round(mean * 10) / 10}, in whole tickets`, base),
    part(
      `${at < base ? "Less" : "Beyond"}: what ${Math.round(chance * 100)} weeks of 100 stay within${vary}`,
      at - base,
    ),
  ];
  return explained(
    about,
    sumOf(
      what,
      "count",
      parts.filter(({ amount }) => amount !== 0),
    ),
  );
}

interface Tested {
  readonly title: string;
  readonly history: History | null;
  readonly test: BackTest | null;
  readonly way: "ours" | "mean" | "naive";
}

const WAYS = { ours: "smoothing", mean: "the mean of eight weeks", naive: "last week's number" } as const;

const tests = kept(({ plan }) => ({ of: new Map<string, BackTest>(), plan }));

/** A test by the queue's place and "hours" or "tickets", and by which way to forecast. */
function testOf(given: Given, number: number, name: string): Tested {
  const one = queues(given)[number];
  const [of = "", asked = ""] = name.split(" ");
  const way = asked === "mean" || asked === "naive" ? asked : "ours";
  const history = one?.queue.history ?? null;
  const title = `forecasts of ${of} by ${WAYS[way]}, ${one === undefined ? "the queue" : `${one.name}, ${one.skill}`}`;
  if (history === null || (of === "hours" && !saysHours(history))) return { title, history, test: null, way };
  const found = tests(given).of;
  const key = `${of} ${number}`;
  const test = found.get(key) ?? (of === "hours" ? backTestHours(history) : backTest(history.weeks));
  found.set(key, test);
  return { title, history, test, way };
}

const TEST_RULE = "Every four weeks a forecast was made of the eight weeks after it, from the weeks before only.";

function forecasts({ title, history, test }: Tested): Explanation {
  const parts = (test?.each ?? []).map(({ origin }) =>
    part(`Made before the ${lowered(weekName(history!, origin))}`, 1),
  );
  return explained({ title: `Number of ${title}`, rule: TEST_RULE }, sumOf("Forecasts", "count", parts));
}

const lowered = (text: string): string => `${text[0]!.toLowerCase()}${text.slice(1)}`;

/** Weeks that stayed within a line, of all weeks that were forecast. */
function held({ title, history, test, way }: Tested, at: 0 | 1 | 2, what: string): Explanation {
  const each = test?.each ?? [];
  const within = each.map((one) => Math.round(one[way].held[at]! * one.weeks));
  const name = (origin: number) => `Forecast before the ${lowered(weekName(history!, origin))}`;
  const sums = [
    sumOf(
      "Weeks within the line",
      "count",
      each.map(({ origin, weeks }, i) =>
        part(`${name(origin)}: ${within[i]!} of ${counted(weeks, "week")}`, within[i]!),
      ),
    ),
    sumOf(
      "Weeks that were forecast",
      "count",
      each.map(({ origin, weeks }) => part(name(origin), weeks)),
    ),
  ];
  const about = { title: `Weeks within the ${what}: ${title}`, rule: TEST_RULE };
  return { ...explained(about, sums[0]!), is: "ratio", sums };
}

/** A mean of what each forecast scored. */
function score({ title, history, test, way }: Tested, what: "MASE" | "Pinball loss"): Explanation {
  const each = test?.each ?? [];
  const scores = each.map((one) =>
    what === "MASE" ? one[way].mase : one[way].pinball.reduce((sum, loss) => sum + loss, 0),
  );
  const all = test?.[way];
  const exact = what === "MASE" ? (all?.mase ?? 0) : (all?.pinball.reduce((sum, loss) => sum + loss, 0) ?? 0);
  const whole = wholeParts(
    scores.map((one) => (100 * one) / each.length),
    Math.round(exact * 100),
  );
  const parts = each.map(({ origin }, i) => {
    const own = Math.round(scores[i]! * 100) / 100;
    return part(`Before the ${lowered(weekName(history!, origin))}: ${own}, one of ${each.length}`, whole[i]!);
  });
  const rule =
    what === "MASE"
      ? `${TEST_RULE} MASE is the mean error over the mean change from week to week before: below 1 is nearer than last week's number used to be.`
      : `${TEST_RULE} Pinball loss of the three lines in the same unit: too low costs more the higher the line. Less is better.`;
  return explained({ title: `${what} of ${title}`, rule }, sumOf(what, "hundredths", parts));
}
