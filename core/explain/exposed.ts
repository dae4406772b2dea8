import { type Exposure, exposure } from "../engine/decide/exposure.ts";
import { everything } from "../engine/scope.ts";
import { timeline } from "../engine/timeline.ts";
import { mostHit } from "../sheets/exposure.ts";
import type { Given } from "../sheets/given.ts";
import { type Ask, periodText } from "./ask.ts";
import type { Explains } from "./explains.ts";
import { amountOf, type Explanation, explained, minutes, type Part, part, sumOf } from "./explanation.ts";
import { kept } from "./kept.ts";
import { allocationParts } from "./pinned-parts.ts";
import { pinnedMinutes } from "./who.ts";
import { hoursText } from "./words.ts";

const hits = kept(({ plan, counted, weeks }) => exposure(plan, weeks, counted, everything(plan)));

export const EXPOSED_RULE =
  "The skill gap without this person less the gap with them, shared out by priority: booked hours are open for whoever else can do them, and free hours are gone. Exact, week by week.";

/** What nobody else could do if one person were gone: week by week, from what is booked on them and what others can take over. */
export const EXPOSED: Explains = [
  ["exposed", (ask, { name = "", number = -1 }, given) => onEngagement(ask, given, name, number)],
  ["exposed elsewhere", (ask, { name = "" }, given) => elsewhere(ask, given, name)],
  ["exposed, booked", (ask, { name = "" }, given) => booked(ask, given, name)],
  ["exposed at worst", (ask, { number = -1 }, given) => atWorst(ask, given, number)],
  ["exposed to", (_, { number = -1 }, given) => dependsOn(given, number)],
];

const personOf = ({ plan }: Given, name: string): number => plan.people.findIndex((one) => one.name === name);

function onEngagement(ask: Ask, given: Given, name: string, engagement: number): Explanation {
  const title = `Hours of ${given.plan.engagements[engagement]?.name ?? ""} that nobody else could do without ${name}`;
  const person = personOf(given, name);
  const one = hits(given).find((hit) => hit.person === person && hit.engagement === engagement);
  const parts = one === undefined ? [] : lostParts(ask, one);
  return explained({ title, rule: EXPOSED_RULE }, minutes("Lost", parts), { notes: [ALONE_NOTE] });
}

export const ALONE_NOTE =
  "For each person by themselves: rows do not add up, because several could not be missed at once.";

function elsewhere(ask: Ask, given: Given, name: string): Explanation {
  const shown = new Set(mostHit(given.plan, hits(given)));
  const person = personOf(given, name);
  const parts = hits(given)
    .filter((hit) => hit.person === person && hit.lost > 0 && !shown.has(hit.engagement))
    .map((hit) => ({ ...named(given, hit), parts: lostParts(ask, hit) }));
  const title = `Hours of other engagements that nobody else could do without ${name}`;
  return explained({ title, rule: EXPOSED_RULE }, minutes("Lost", parts), { notes: [ALONE_NOTE] });
}

const named = ({ plan }: Given, { engagement, lost }: Exposure): Part =>
  part(plan.engagements[engagement]!.name, lost, { kind: "engagement", number: engagement });

/** By grain: what is booked on the person there, and what else it takes or leaves. */
export function lostParts(ask: Ask, { person, engagement, lostIn }: Exposure): readonly Part[] {
  const { plan, counted, from, to } = ask;
  const grains = timeline(from, to, counted.grain);
  const own = [...plan.contracts.keys()].filter((contract) => plan.contracts[contract]!.person === person);
  const effort = pinnedMinutes(plan, grains, counted, own);
  const n = grains.periods.length;
  const rows = [...plan.allocations.person.keys()].filter(
    (row) => plan.allocations.person[row] === person && plan.allocations.engagement[row] === engagement,
  );
  return [...lostIn].map(([grain, lost]): Part => {
    const work = allocationParts(
      ask,
      rows.map((row) => [row, effort[row * n + grain]!] as const).filter(([, one]) => one !== 0),
    );
    const rest = lost - amountOf(work);
    const what =
      rest < 0
        ? "Others can take over, or it lacked before"
        : "Work that their free hours would do, or whose people step in elsewhere";
    const parts = rest === 0 ? work : [...work, part(what, rest)];
    const label = periodText(grains.periods[grain]!);
    return { label: `${label[0]!.toUpperCase()}${label.slice(1)}`, amount: lost, at: null, parts };
  });
}

function booked(ask: Ask, given: Given, name: string): Explanation {
  const { from, to } = ask;
  const person = personOf(given, name);
  const title = `Booked on ${name}, ${periodText({ from, to })}`;
  const own = hits(given).filter((hit) => hit.person === person);
  return explained(
    { title, rule: BOOKED_RULE },
    minutes(
      "Booked",
      bookedParts(ask, own, () => true),
    ),
  );
}

export const BOOKED_RULE = "Hours booked on them in these weeks.";

/** What is booked on the one person of some exposures, on the engagements that count, row by row. */
export function bookedParts(
  ask: Ask,
  own: readonly Exposure[],
  counts: (engagement: number) => boolean,
): readonly Part[] {
  const { plan, counted, from, to } = ask;
  const [first] = own;
  if (first === undefined) return [];
  const contracts = [...plan.contracts.keys()].filter((one) => plan.contracts[one]!.person === first.person);
  const effort = pinnedMinutes(plan, timeline(from, to, "total"), counted, contracts);
  const rows = [...plan.allocations.person.keys()].filter(
    (row) => effort[row] !== 0 && counts(plan.allocations.engagement[row]!),
  );
  const work = allocationParts(
    ask,
    rows.map((row) => [row, effort[row]!] as const),
  );
  const all = own.reduce((sum, { engagement, booked: one }) => sum + (counts(engagement) ? one : 0), 0);
  const rest = all - amountOf(work);
  return rest === 0 ? work : [...work, part("Booked in support of needs, as the gap counts it", rest)];
}

const onIt = (given: Given, engagement: number): readonly Exposure[] =>
  hits(given)
    .filter((hit) => hit.engagement === engagement && hit.lost > 0)
    .sort((a, b) => b.lost - a.lost || a.person - b.person);

function atWorst(ask: Ask, given: Given, engagement: number): Explanation {
  const { plan } = given;
  const [worst] = onIt(given, engagement);
  const title = `What ${plan.engagements[engagement]?.name ?? ""} would lack at worst`;
  if (worst === undefined) return explained({ title, rule: EXPOSED_RULE }, minutes("Lost", []));
  const { name } = plan.people[worst.person]!;
  const without: Part = {
    ...part(`Without ${name}`, worst.lost, { kind: "person", number: worst.person }),
    parts: lostParts(ask, worst),
  };
  return explained({ title, rule: EXPOSED_RULE }, minutes("Lost", [without]));
}

function dependsOn(given: Given, engagement: number): Explanation {
  const { plan } = given;
  const parts = onIt(given, engagement).map(({ person, lost }) =>
    part(`${plan.people[person]!.name}: ${hoursText(lost)} that nobody else could do`, 1, {
      kind: "person",
      number: person,
    }),
  );
  const title = `People whom ${plan.engagements[engagement]?.name ?? ""} cannot lose`;
  return explained({ title, rule: EXPOSED_RULE }, sumOf("People", "count", parts));
}
