import { type Binds, type GrowthLimit, growthLimits } from "../engine/decide/growth.ts";
import { everything } from "../engine/scope.ts";
import { timeline } from "../engine/timeline.ts";
import { growingNeeds } from "../functions/growth-limit.ts";
import { percentOf, ratioText } from "../functions/growth-text.ts";
import { requirementsText } from "../functions/requirement-text.ts";
import { NO_SKILL } from "../functions/work.ts";
import { nameKey } from "../plan/names.ts";
import { type Ask, periodText, ruleOf } from "./ask.ts";
import { needParts } from "./demand.ts";
import {
  type Explanation,
  explained,
  group,
  minutes,
  type Part,
  type Proof,
  part,
  sumOf,
  taken,
} from "./explanation.ts";
import { GROWING, type Picked, placeOf } from "./picks.ts";
import { allocationParts } from "./pinned-parts.ts";
import { hoursText } from "./words.ts";

export const GROWTH_KINDS = ["Growth", "Can serve"] as const;

/** A row of GROWTHLIMIT: how far work may grow until a skill runs out, or the first skill that does. */
export function growthLimit(ask: Ask, kind: string, picked: Picked): Explanation {
  const { plan, counted, from, to, rows, name } = ask;
  const only = placeOf(picked, GROWING, plan);
  const work = new Map(
    only === null ? [] : [["engagement", new Set([nameKey(plan.engagements[only]!.name)])] as const],
  );
  const grows = growingNeeds({ plan, counted, from, to, filters: { people: new Map(), work } });
  const limits = growthLimits(plan, timeline(from, to, "total"), counted, everything(plan), grows);
  const limit = rows === "total" ? limits[0] : limits.find(({ skill }) => (plan.skills[skill] ?? NO_SKILL) === name);
  const what = only === null ? "managed services" : plan.engagements[only]!.name;
  const of = limit === undefined ? name : skillOf(ask, limit);
  const title = `${kind === "Growth" ? `Growth of ${what} until ${of || "any skill"} runs out` : `Who can serve ${of}, as ${what} grows`}, ${periodText(ask)}`;
  const about = { title, rule: ruleOf("GROWTHLIMIT") };
  if (!grows.includes(1)) return unlimited(about, ["Nothing of the work that is to grow is asked for in these days."]);
  if (limit === undefined) return unlimited(about, ["Nothing in these days asks for it."]);
  const { binds } = limit;
  if (binds === null)
    return unlimited(about, [
      "It never runs out: growth of this work asks for none of it, or takes it from people with enough.",
    ]);
  const more = { proofs: [proofOf(ask, limit, binds)], notes: [ALIKE, ...notesOf(limit, binds)] };
  const free = peopleParts(ask, binds);
  if (kind === "Can serve") return explained(about, minutes("Free hours of everyone who can", free), more);
  if (binds.short) return explained(about, sumOf("Growth", "millionths", []), more);
  const room = minutes("Room for growth", [
    ...group("Free hours of everyone who can", free),
    ...taken(group("Open today", openParts(ask, binds))),
  ]);
  const growth = minutes("What growth of 100 % adds", needParts(ask, binds.growth));
  return { ...explained(about, room, more), is: "growth", sums: [room, growth] };
}

const ALIKE = "All of the work grows by the same share; hours that are booked beyond today's need are not counted on.";

const unlimited = (about: Pick<Explanation, "title" | "rule">, notes: readonly string[]): Explanation => ({
  ...explained(about, minutes("Room for growth", []), { notes }),
  is: "growth",
  sums: [minutes("Room for growth", []), minutes("What growth of 100 % adds", [])],
});

const skillOf = ({ plan }: Ask, { skill, role }: GrowthLimit): string => plan.skills[skill] ?? (role || NO_SKILL);

const peopleParts = ({ plan }: Ask, { people }: Binds): readonly Part[] =>
  people
    .filter(([, free]) => free > 0)
    .map(([person, free]) => part(plan.people[person]!.name, free, { kind: "person", number: person }));

const openParts = (ask: Ask, { open }: Binds): readonly Part[] => [
  ...needParts(
    ask,
    open.flatMap(({ need, minutes: own }) => (need < 0 ? [] : [[need, own] as const])),
  ),
  ...allocationParts(
    ask,
    open.flatMap(({ allocation, minutes: own }) => (allocation < 0 ? [] : [[allocation, own] as const])),
  ),
];

function proofOf(ask: Ask, { skill }: GrowthLimit, binds: Binds): Proof {
  const { at, short, from, to, requirements, supply } = binds;
  const demand = binds.open.reduce((sum, one) => sum + one.minutes, 0);
  const growth = binds.growth.reduce((sum, [, own]) => sum + own, 0);
  const when = periodText({ from, to });
  const what = `${when[0]!.toUpperCase()}${when.slice(1)}: ${requirementsText(ask.plan, requirements, skill)}`;
  const says = short
    ? `${what} have ${hoursText(demand)} open before anything grows, and everyone who can do any of it has ${hoursText(supply)} free.`
    : `${what} have ${hoursText(demand)} open today, and ask for ${hoursText(growth)} more with growth of 100 %; everyone who can do any of it has ${hoursText(supply)} free, which is used up at ${percentOf(at)} %, exactly ${ratioText(at)}.`;
  return { says, demand, supply, short: Math.max(0, demand - supply) };
}

const notesOf = ({ related }: GrowthLimit, { short }: Binds): readonly string[] =>
  short
    ? [related ? "Short today, before anything grows." : "Short today, and the growth changes nothing about it."]
    : [];
