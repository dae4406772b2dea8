import { FARTHEST_WEEKS, switchingLoss } from "../engine/bands.ts";
import { missingTimesheets } from "../engine/worked/missing.ts";
import type { Given } from "../sheets/given.ts";
import { busiestWeeks, loadsOf } from "../sheets/utilization-given.ts";
import { dayMonthYear } from "../sheets/words.ts";
import { dayNumber } from "../units.ts";
import { periodText } from "./ask.ts";
import type { Explain, Explains } from "./explains.ts";
import { type Explanation, explained, type Part, part, sumOf } from "./explanation.ts";
import { BAND_RULES, weekPart } from "./judged-week.ts";
import { kept } from "./kept.ts";
import { counted, dayText, percentText } from "./words.ts";

const loads = kept(loadsOf);

/** Weeks that are red or to watch, runs of them, and days without a timesheet: each week with the hours that make it so. */
export const WEEKS_IN_A_ROW: Explains = [
  ["weeks red", (_, { name = "" }, given) => weeksOf(given, name, "red")],
  ["weeks to watch", (_, { name = "" }, given) => weeksOf(given, name, "watch")],
  ["weeks in a row", (_, { name = "" }, given) => runOf(given, name)],
  ["people red", (_, { from = 0 }, given) => peopleIn(given, from, "red")],
  ["people to watch", (_, { from = 0 }, given) => peopleIn(given, from, "watch")],
  ["switching", (_, { name = "" }, given) => switching(given, name)],
  ["missing days", missingDays],
];

function weeksOf(given: Given, name: string, band: "red" | "watch"): Explanation {
  const found = loads(given);
  const person = personOf(given, name);
  const weeks = found.judged[person] ?? [];
  const parts = [...weeks.keys()]
    .filter((week) => week >= found.first && weeks[week]!.band === band)
    .map((week) => weekPart(given.plan, found, person, week));
  const what = band === "red" ? "Red weeks" : "Weeks to watch";
  return explained(
    { title: `${what} of ${name}`, rule: BAND_RULES[band](given.plan.settings) },
    sumOf(what, "count", parts),
  );
}

function peopleIn(given: Given, monday: number, band: "red" | "watch"): Explanation {
  const found = loads(given);
  const week = found.all.weeks.periods.findIndex(({ from }) => from === monday);
  const parts = given.plan.people.flatMap(({ name }, person): readonly Part[] => {
    if (found.judged[person]?.[week]?.band !== band) return [];
    const { label, at } = weekPart(given.plan, found, person, week);
    return [part(`${name}, ${label[0]!.toLowerCase()}${label.slice(1)}`, 1, at)];
  });
  const what = band === "red" ? "People whose week is red" : "People whose week is to watch";
  const title = `${what}, week of ${dayMonthYear(dayNumber(monday))}`;
  return explained({ title, rule: BAND_RULES[band](given.plan.settings) }, sumOf(what, "count", parts));
}

/** The weeks of the longest run; it may have begun before the weeks shown. */
function runOf(given: Given, name: string): Explanation {
  const found = loads(given);
  const person = personOf(given, name);
  const { run = 0, runEnds = -1, runIsLonger = false } = found.people.find((one) => one.person === person) ?? {};
  const parts = Array.from({ length: run }, (_, i) => weekPart(given.plan, found, person, runEnds - run + 1 + i));
  const limit = percentText(given.plan.settings.watchAbove);
  const rule = `Weeks one after another with a load above ${limit}; runs are followed back up to ${FARTHEST_WEEKS} weeks before the first week shown.${runIsLonger ? " This one began earlier still: it is as long as these weeks, or longer." : ""}`;
  return explained({ title: `Weeks in a row of ${name}`, rule }, sumOf("Weeks in a row", "count", parts));
}

const personOf = ({ plan }: Given, name: string): number => plan.people.findIndex((one) => one.name === name);

/** The week with the most engagements at once, and what that is said to cost. */
function switching(given: Given, name: string): Explanation {
  const { plan } = given;
  const person = personOf(given, name);
  const found = loads(given);
  const most = busiestWeeks(given, found)[person] ?? { monday: found.weeks[0]!, on: new Set<number>() };
  const names = [...most.on].map((engagement) => plan.engagements[engagement]!.name).join(", ");
  const label = `${counted(most.on.size, "engagement")} at once in the week of ${dayMonthYear(most.monday)}: ${names}`;
  const loss = switchingLoss(most.on.size);
  const parts = loss === 0 ? [] : [part(label, loss, { kind: "person", number: person })];
  const rule =
    "What working on so many engagements at once is said to cost: none for one, 20 % for two, 40 % for three, 60 % for four, 75 % from five on (Weinberg 1992). Folklore, not a measurement; it is part of no other figure.";
  return explained({ title: `Switching of ${name}`, rule }, sumOf("Said to be lost", "millionths", parts));
}

/** Day by day: a past day with planned hours on which nothing is logged, or with a row without hours. */
function missingDays(...[{ from, to }, { name = "" }, given]: Parameters<Explain>): Explanation {
  const { plan, weeks } = given;
  const person = personOf(given, name);
  const [first, last] = [Math.max(from, loads(given).weeks[0]!), Math.min(to, weeks.to)];
  const parts: Part[] = [];
  for (let day = first; day <= last; day++) {
    const one = { from: dayNumber(day), to: dayNumber(day) };
    if (!missingTimesheets(plan, one, given.counted).some((missing) => missing.person === person)) continue;
    parts.push(part(dayText(one.from), 1, { kind: "person", number: person }));
  }
  const about = {
    title: `Missing timesheets of ${name}, ${periodText({ from, to })}`,
    rule: "Past days with planned hours on which nothing is logged, or with a row without hours. The plan counts on days without any hours.",
  };
  return explained(about, sumOf("Days without a timesheet", "count", parts));
}
