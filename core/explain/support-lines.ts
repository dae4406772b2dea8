import { engagementShares } from "../engine/counted.ts";
import { needEffort } from "../engine/effort.ts";
import { meanMinutes } from "../engine/support/compound.ts";
import { type Distribution, quantile } from "../engine/support/distribution.ts";
import { periodLoads } from "../engine/support/reserve-hours.ts";
import { timeline } from "../engine/timeline.ts";
import { NO_SKILL } from "../functions/work.ts";
import type { Need } from "../plan/plan.ts";
import { PPM } from "../plan/plan.ts";
import { SUPPORT } from "../plan/tables.ts";
import type { Arrivals } from "../plan/tickets.ts";
import type { Given } from "../sheets/given.ts";
import { loadTogether, type ShownQueue, shownQueues } from "../sheets/support-load-given.ts";
import { confidenceOf } from "../sheets/support-load-pool.ts";
import { type Ask, titleOf as titleOfAsk } from "./ask.ts";
import { needParts, needText } from "./demand.ts";
import type { Explains } from "./explains.ts";
import { type Explanation, explained, group, minutes, type Part, part, sumOf, wholeParts } from "./explanation.ts";
import { kept } from "./kept.ts";
import { LEVEL_RULE, levelParts } from "./support-level.ts";
import { hoursText, percentText, shareText } from "./words.ts";

export const queues = kept(shownQueues);

/** What a queue of support is expected to take, and the lines that a week stays within; `number` is its place among the queues, -1 for all. */
export const SUPPORT_LINES: Explains = [
  ["support by rows", (_, { number = -1 }, given) => byRows(given, number)],
  ["support by tickets", (_, { number = -1 }, given) => byTickets(given, number)],
  ["support expected", (_, { number = -1 }, given) => expected(given, number)],
  ["support 50 % line", (_, { number = -1 }, given) => line(given, number, 0.5)],
  ["support 80 % line", (_, { number = -1 }, given) => line(given, number, 0.8)],
  ["support 90 % line", (_, { number = -1 }, given) => line(given, number, 0.9)],
  ["support to reserve", (_, { number = -1 }, given) => toReserve(given, number)],
  ["tickets a week", (_, { number = -1 }, given) => tickets(given, number)],
  ["hours a ticket", (_, { number = -1 }, given) => hoursATicket(given, number)],
  ["support in all", (ask) => inAll(ask)],
  ["support in all, 50 % line", (ask) => inAllLine(ask, 0.5)],
  ["support in all, 80 % line", (ask) => inAllLine(ask, 0.8)],
  ["support in all, 90 % line", (ask) => inAllLine(ask, 0.9)],
];

const nameOf = ({ name, skill }: ShownQueue): string => `${name}, ${skill}`;
const titleOf = (what: string, one: ShownQueue | undefined): string =>
  `${what}, ${one === undefined ? "all queues together" : nameOf(one)}`;

const chosen = (given: Given, number: number): readonly ShownQueue[] => {
  const all = queues(given);
  return number < 0 ? all.filter(({ load }) => load !== null) : all.slice(number, number + 1);
};
const only = (given: Given, number: number): ShownQueue | undefined => (number < 0 ? undefined : queues(given)[number]);

function byRows(given: Given, number: number): Explanation {
  const one = only(given, number);
  const rows = one?.queue.rows ?? [];
  const parts = rows.map(({ row, effort }) =>
    part(`Row ${row} of Support: ${hoursText(effort)} a week`, effort, { kind: "row", table: SUPPORT.name, row }),
  );
  const about = {
    title: titleOf("Hours that rows of Support ask for", one),
    rule: "Hours a week that its rows of Support ask for.",
  };
  return explained(about, minutes("A week", parts));
}

function byTickets(given: Given, number: number): Explanation {
  const one = only(given, number);
  const { arrivals } = one?.queue ?? {};
  const about = {
    title: titleOf("Hours a week by its tickets", one),
    rule: "Tickets that are expected in a week × what past tickets took, each size as often as it came.",
  };
  return explained(about, minutes("A week", arrivals ? sizesOf(arrivals, arrivals.weekly, 1) : []));
}

/** What tickets of each size come to: so many of them, so many minutes each. */
function sizesOf({ minutes: sizes, shares }: Arrivals, weekly: number, perMinute: number): readonly Part[] {
  const exact = sizes.map((size, i) => weekly * shares[i]! * size * perMinute);
  const whole = wholeParts(exact, Math.round(exact.reduce((sum, one) => sum + one, 0)));
  const parts = sizes.map((size, i) =>
    part(`Tickets of ${hoursText(size)}: ${percentText(Math.round(shares[i]! * PPM))} of all`, whole[i]!),
  );
  return group("", parts).flatMap((one) => one.parts);
}

/** Expected minutes of some queues, need by need, as they count. */
function expectedParts(given: Given, some: readonly ShownQueue[]): readonly Part[] {
  const { plan, counted } = given;
  const shares = engagementShares(plan, counted);
  const needs = some.flatMap((one) => one.needs.map((need) => ({ one, need })));
  const exact = needs.map(({ need }) => (need.effort * shares[need.engagement]!) / PPM);
  const whole = wholeParts(exact, Math.round(exact.reduce((sum, minutes) => sum + minutes, 0)));
  return needs.map(({ one, need }, i) => {
    const number = plan.needs.indexOf(need);
    const odds = shareText(shares[need.engagement]!);
    return part(`${ticketsText(one, need) ?? needText(plan, number)}${odds}`, whole[i]!, { kind: "need", number });
  });
}

/** "Cobalt desk, AWS: 14.2 tickets a week, 1.3 h each" where its tickets count. */
function ticketsText(one: ShownQueue, { arrivals }: Need): string | null {
  if (arrivals === undefined) return null;
  const each = meanMinutes(arrivals) / arrivals.weekly;
  return `${nameOf(one)}: ${Math.round(arrivals.weekly * 10) / 10} tickets a week, ${hoursText(each)} each`;
}

function expected(given: Given, number: number): Explanation {
  const about = {
    title: titleOf("Expected hours of a full week", only(given, number)),
    rule: "Hours of a full week as the plan counts them; tentative work by its odds.",
  };
  return explained(about, minutes("Expected", expectedParts(given, chosen(given, number))));
}

const LINES: ReadonlyMap<number, string> = new Map([
  [0.5, "half of all weeks"],
  [0.8, "eight weeks of ten"],
  [0.9, "nine weeks of ten"],
]);
const oftenText = (chance: number): string => LINES.get(chance) ?? `${Math.round(chance * 1000) / 10} weeks of 100`;
const percentLine = (chance: number): string => `${Math.round(chance * 1000) / 10} % line`;

/** A line is what is expected and what lies beyond it. */
function lineParts(base: readonly Part[], load: Distribution | null, chance: number): readonly Part[] {
  const parts = group("Expected", base);
  const rest =
    (load === null ? 0 : Math.round(quantile(load, chance))) - parts.reduce((sum, { amount }) => sum + amount, 0);
  if (rest === 0) return parts;
  const way = rest > 0 ? "Beyond it" : "Less than that";
  return [...parts, part(`${way}: what ${oftenText(chance)} stay within, as tickets vary`, rest)];
}

const LINE_RULE =
  "A week's tickets vary by chance around what is expected, and each takes what past tickets took. A line is the smallest number of hours that so many weeks stay within.";

const loadOf = (given: Given, number: number): Distribution | null => {
  const some = chosen(given, number);
  if (number >= 0) return some[0]?.load ?? null;
  return some.length === 0 ? null : loadTogether(given, some);
};

function line(given: Given, number: number, chance: number): Explanation {
  const about = { title: titleOf(`${percentLine(chance)} of a full week`, only(given, number)), rule: LINE_RULE };
  const parts = lineParts(expectedParts(given, chosen(given, number)), loadOf(given, number), chance);
  return explained(about, minutes(percentLine(chance), parts));
}

function toReserve(given: Given, number: number): Explanation {
  const sure = confidenceOf(given.plan);
  const load = loadOf(given, number);
  const parts = group("Expected", expectedParts(given, chosen(given, number)));
  const all = load === null ? 0 : quantile(load, sure);
  const exact = chosen(given, number).reduce((sum, one) => sum + one.expected, 0);
  const base = parts.reduce((sum, { amount }) => sum + amount, 0);
  const about = {
    title: titleOf("Hours to reserve", only(given, number)),
    rule: `The ${percentLine(sure)} less the expected hours: what to keep free besides. ${LINE_RULE}`,
  };
  const less = parts.map((one) => ({
    ...one,
    amount: 0 - one.amount,
    parts: one.parts.map((own) => ({ ...own, amount: 0 - own.amount })),
  }));
  return explained(
    about,
    minutes("To reserve", [part(`The ${percentLine(sure)}`, Math.round(all - exact) + base), ...less]),
  );
}

function tickets(given: Given, number: number): Explanation {
  const one = only(given, number);
  const parts = one?.queue.history ? levelParts(one.queue.history, one.queue.history.weeks.length, 100) : [];
  return explained(
    { title: titleOf("Tickets a week", one), rule: LEVEL_RULE },
    sumOf("Tickets a week", "hundredths", parts),
  );
}

function hoursATicket(given: Given, number: number): Explanation {
  const one = only(given, number);
  const { arrivals, rows = [] } = one?.queue ?? {};
  const found = arrivals ?? rows.find((row) => row.arrivals !== undefined)?.arrivals;
  const about = {
    title: titleOf("Hours a ticket", one),
    rule: "On average: each size of past tickets × how often it came.",
  };
  return explained(about, sumOf("Hours a ticket", "hundredths", found ? sizesOf(found, 1, 100 / 60) : []));
}

/** All support of some days as the plan counts it, or of one skill, engagement or client; without what is kept free. */
function inAllParts(ask: Ask): readonly Part[] {
  const { plan, counted, from, to } = ask;
  const effort = needEffort(plan, timeline(from, to, "total"), counted);
  const counts = isSupportOf(ask);
  const own = [...plan.needs.keys()].filter((need) => counts(plan.needs[need]!));
  return needParts(
    { plan, counted },
    own.map((need) => [need, effort[need]!] as const),
  ).filter(({ amount }) => amount !== 0);
}

function isSupportOf({ plan, rows, name }: Ask): (need: Need) => boolean {
  const labelOf = ({ engagement, skill }: Need): string => {
    if (rows === "skill") return plan.skills[skill] ?? NO_SKILL;
    if (rows === "engagement") return plan.engagements[engagement]!.name;
    return rows === "client" ? plan.engagements[engagement]!.client : "";
  };
  return (need) => need.source === "Support" && !need.isReserve && (rows === "total" || labelOf(need) === name);
}

function inAll(ask: Ask): Explanation {
  const rule = "What the plan counts as support: rows of Support, or what tickets ask for; tentative work by its odds.";
  return explained({ title: titleOfAsk("Support", ask), rule }, minutes("Support", inAllParts(ask)));
}

function inAllLine(ask: Ask, chance: number): Explanation {
  const { plan, counted, from, to } = ask;
  const counts = isSupportOf(ask);
  const groupOf = Int32Array.from(plan.needs, (need) => (counts(need) ? 0 : -1));
  const load = periodLoads(plan, timeline(from, to, "total"), counted, groupOf).of(0, 0);
  const about = { title: titleOfAsk(`Support, ${percentLine(chance)},`, ask), rule: LINE_RULE };
  return explained(about, minutes(percentLine(chance), lineParts(inAllParts(ask), load, chance)));
}

export const SUPPORT_KINDS = ["Expected hours", "50 % line", "80 % line", "90 % line"] as const;
const KIND_LINES: ReadonlyMap<string, number> = new Map([
  ["50 % line", 0.5],
  ["80 % line", 0.8],
  ["90 % line", 0.9],
]);

/** Support of any days and group: what is expected, or a line that so many weeks stay within. */
export function supportLoad(ask: Ask, kind: string): Explanation {
  const chance = KIND_LINES.get(kind);
  return chance === undefined ? inAll(ask) : inAllLine(ask, chance);
}
