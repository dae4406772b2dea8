import { askedIn, type Candidate, whoCan } from "../engine/decide/who-can.ts";
import { everything } from "../engine/scope.ts";
import { timeline } from "../engine/timeline.ts";
import { hoursAWeek } from "../functions/hours-a-week.ts";
import { levelIn } from "../functions/who-can.ts";
import { dayMonthYear } from "../sheets/words.ts";
import { type Ask, periodText, ruleOf } from "./ask.ts";
import { capacityParts } from "./capacity-parts.ts";
import { amountOf, type Explanation, explained, type LeftOut, minutes, type Part, part } from "./explanation.ts";
import { freeParts } from "./load.ts";
import { LEVEL, PERSON, type Picked, placeOf, SKILL, WEEKLY_OR_ALL } from "./picks.ts";
import { pinnedParts } from "./pinned-parts.ts";
import { whoOf } from "./who.ts";
import { hoursText } from "./words.ts";

export const WHO_KINDS = ["Can give", "Load"] as const;

/** A row of WHOCAN: the hours of some work that one person could give, week by week, or how loaded they are. */
export function canGive(ask: Ask, kind: string, picked: Picked): Explanation {
  const { plan, counted, from, to } = ask;
  const skill = placeOf(picked, SKILL, plan) ?? -1;
  const level = levelIn(picked.get(LEVEL.key) ?? null);
  const weekly = hoursAWeek(picked.get(WEEKLY_OR_ALL.key) ?? null);
  const wanted = { skill, role: "", level, certificate: null, location: -1 };
  const found = whoCan(plan, wanted, weekly, { from, to }, counted, everything(plan));
  const asked = placeOf(picked, PERSON, plan);
  const one = asked === null ? found[0] : found.find(({ person }) => person === asked);
  const person = one?.person ?? asked;
  const who = person === null ? "anybody" : plan.people[person]!.name;
  const what = `${weekly === null ? "" : `${hoursText(weekly)} a week of `}${plan.skills[skill] ?? "any skill"}${level > 1 ? ` ${level}+` : ""}`;
  const own = { ...ask, rows: "person", name: who } as const;
  const leftOut = others(ask, found, skill, level);
  const about = { title: `What ${who} can give of ${what}, ${periodText(ask)}`, rule: ruleOf("WHOCAN") };
  if (kind === "Load") {
    const on = whoOf(own);
    const sums = person === null ? [[], []] : [pinnedParts(own, on), capacityParts(own, on)];
    const [load, able] = [minutes("Allocated hours", sums[0]!), minutes("Capacity", sums[1]!)];
    return {
      ...explained({ ...about, title: `Load of ${who}, ${periodText(ask)}` }, load, { leftOut }),
      is: "ratio",
      sums: [load, able],
    };
  }
  const parts = one === undefined ? [] : weekParts(own, one, weekly);
  const notes =
    one === undefined ? ["Nobody who can has time in these days, or not whom you picked."] : [rankText(found, one)];
  return explained(about, minutes("Can give", parts), { leftOut, notes });
}

/** By week: free hours, as far as they are asked for. */
function weekParts(ask: Ask, { free }: Candidate, weekly: number | null): readonly Part[] {
  return timeline(ask.from, ask.to, "week").periods.flatMap((week, at): readonly Part[] => {
    const asked = weekly === null ? Number.POSITIVE_INFINITY : askedIn(week, weekly);
    const [has, gives] = [free[at]!, Math.min(free[at]!, asked)];
    if (gives === 0) return [];
    const label = `Week of ${dayMonthYear(week.from)}: ${hoursText(has)} free${weekly === null ? "" : ` of ${hoursText(asked)} asked for`}`;
    const days = { ...ask, ...week };
    const made = freeParts(days, whoOf(days));
    const hours = { ...part("Free hours", has), parts: amountOf(made) === has ? made : [] };
    const over = has === gives ? [] : [part("More than is asked for", gives - has)];
    return [{ label, amount: gives, at: null, parts: [hours, ...over] }];
  });
}

const rankText = (found: readonly Candidate[], one: Candidate): string =>
  `Place ${found.indexOf(one) + 1} of ${found.length}: who can give most comes first, then whose level is lowest, then who has least on their hands.`;

/** People who have the skill and are not among those who could do it. */
function others({ plan }: Ask, found: readonly Candidate[], skill: number, level: number): readonly LeftOut[] {
  const could = new Set(found.map(({ person }) => person));
  return plan.people.flatMap(({ name, skills }, person): readonly LeftOut[] => {
    const held = skills.filter((one) => one.skill === skill);
    if (could.has(person) || held.length === 0) return [];
    const best = Math.max(...held.map((one) => one.level));
    const why =
      best < level ? `has level ${best} of ${level}` : "has no hour free while having the skill and a contract";
    return [{ label: name, why, at: { kind: "person", number: person } }];
  });
}
