import { supply } from "../engine/supply.ts";
import { timeline } from "../engine/timeline.ts";
import { DENOMINATOR_TEXT, wholeOf } from "../engine/worked/denominator.ts";
import type { Denominator } from "../plan/words.ts";
import { pastDaysText } from "../sheets/past-days.ts";
import { counted, hoursText, listed } from "../sheets/words.ts";
import { type Ask, ruleOf, titleOf } from "./ask.ts";
import { capacityParts } from "./capacity-parts.ts";
import {
  type Explanation,
  explained,
  group,
  type LeftOut,
  minutes,
  type Part,
  part,
  type Sum,
  taken,
} from "./explanation.ts";
import { allocationParts, pinnedParts } from "./pinned-parts.ts";
import { byContract, pinnedMinutes, type Who, whoOf } from "./who.ts";
import { dayText } from "./words.ts";

/** How many hours people can work, and what was taken from their contracts. */
export function capacity(ask: Ask): Explanation {
  const who = whoOf(ask);
  const about = { title: titleOf("Capacity", ask), rule: ruleOf("CAPACITY") };
  return explained(about, minutes("Capacity", capacityParts(ask, who)), { notes: peopleNotes(ask, who) });
}

/** Capacity times the utilization target. */
export function target(ask: Ask): Explanation {
  const who = whoOf(ask);
  const about = { title: titleOf("Capacity at target", ask), rule: "Capacity × utilization target, person by person." };
  return explained(about, minutes("Capacity at target", [...wholeCapacity(ask, who), ...keptFree(ask, who)]), {
    notes: peopleNotes(ask, who),
  });
}

/** Free hours: capacity (or target) less allocations; hours beyond a day's capacity take nothing from other days. */
export function availability(ask: Ask): Explanation {
  const who = whoOf(ask);
  const about = { title: titleOf("Free hours", ask), rule: ruleOf("AVAILABILITY") };
  return explained(about, minutes("Free hours", freeParts(ask, who)), { notes: peopleNotes(ask, who) });
}

export function freeParts(ask: Ask, who: Who): readonly Part[] {
  const { plan, counted } = ask;
  const toTarget = counted.plan === "target";
  const { free, pinned, capacity: able, target: aim } = supply(plan, who.parts, counted);
  const beyond = ofContracts(
    ask,
    who,
    free.map((left, i) => left - ((toTarget ? aim : able)[i]! - pinned[i]!)),
  );
  return [
    ...wholeCapacity(ask, who),
    ...(toTarget ? keptFree(ask, who) : []),
    ...taken(group("Allocated", pinnedParts(ask, who))),
    ...group(`Allocated beyond ${toTarget ? "the target" : "capacity"}: takes nothing from other days`, beyond),
  ];
}

/** Hours left, overload netted: capacity less allocations. */
export function left(ask: Ask): Explanation {
  const who = whoOf(ask);
  const about = {
    title: titleOf("Hours left", ask),
    rule: "Capacity less what people are allocated to; overload counts against what colleagues have left.",
  };
  const parts = [...wholeCapacity(ask, who), ...taken(group("Allocated", pinnedParts(ask, who)))];
  return explained(about, minutes("Hours left", parts), { notes: peopleNotes(ask, who) });
}

/** Overload, person by person and day by day: what is allocated on the day less what the day holds. */
export function overload(ask: Ask): Explanation {
  const who = whoOf(ask);
  const about = { title: titleOf("Overload", ask), rule: ruleOf("OVERLOAD") };
  return explained(about, minutes("Overload", overloadParts(ask, who)), { notes: peopleNotes(ask, who) });
}

function overloadParts(ask: Ask, who: Who): readonly Part[] {
  const { plan, counted } = ask;
  const over = byContract(who, supply(plan, who.parts, counted).overload);
  const hit = who.contracts.filter((contract) => over.get(contract)! > 0);
  if (hit.length === 0) return [];
  const days = timeline(ask.from, ask.to, "day");
  const { overload: beyond, capacity: able } = supply(plan, days, counted);
  const effort = pinnedMinutes(plan, days, counted, hit);
  const n = days.periods.length;
  return hit.flatMap((contract) => {
    const { person } = plan.contracts[contract]!;
    const rows = [...plan.allocations.person.keys()].filter((row) => plan.allocations.person[row] === person);
    return days.periods.flatMap(({ from: day }, at): readonly Part[] => {
      const extra = beyond[contract * n + at]!;
      const piece = who.parts.periodOf[at]!;
      if (extra === 0 || !who.counts(contract, piece)) return [];
      const work = rows.map((row) => [row, effort[row * n + at]!] as const).filter(([, one]) => one !== 0);
      const limit = able[contract * n + at]!;
      const parts = [
        ...allocationParts({ ...ask, from: day, to: day }, work),
        ...(limit === 0 ? [] : [part("Capacity of the day", -limit, { kind: "person", number: person } as const)]),
      ];
      const hours = `${hoursText(limit + extra)} of ${hoursText(limit)}`;
      const label = `${plan.people[person]!.name}, ${dayText(day)}: ${hours}`;
      return [{ label, amount: extra, at: null, parts }];
    });
  });
}

/** Billable (or all) allocated hours as a share of what Settings say. */
export function utilization(ask: Ask, which: "billable" | "total" = "billable"): Explanation {
  const { plan } = ask;
  const who = whoOf(ask);
  const isBillable = (row: number) => which === "total" || plan.allocations.billable[row] === 1;
  return {
    title: titleOf(which === "total" ? "Utilization by all hours" : "Utilization", ask),
    rule: `${ruleOf("UTILIZATION")} Here: a share ${DENOMINATOR_TEXT[plan.settings.utilizationOf]}. ${pastText(ask)}`,
    is: "ratio",
    sums: [
      minutes(which === "total" ? "Allocated hours" : "Billable hours", pinnedParts(ask, who, isBillable)),
      wholeSum(ask, who, plan.settings.utilizationOf),
    ],
    leftOut: notBillable(pinnedParts(ask, who, (row) => !isBillable(row))),
    notes: peopleNotes(ask, who),
    proofs: [],
  };
}

/** Hours of these people and days that are not billable, most first. */
function notBillable(parts: readonly Part[]): readonly LeftOut[] {
  const why = "not billable";
  const all = parts.filter(({ amount }) => amount !== 0).sort((a, b) => b.amount - a.amount);
  const rest = all.slice(MOST_ROWS);
  const hours = rest.reduce((sum, { amount }) => sum + amount, 0);
  return [
    ...all.slice(0, MOST_ROWS).map(({ label, amount, at }) => ({ label: `${label}: ${hoursText(amount)}`, why, at })),
    ...(rest.length === 0
      ? []
      : [{ label: `${counted(rest.length, "more allocation")}: ${hoursText(hours)}`, why, at: null }]),
  ];
}

const MOST_ROWS = 40;

/** What past days count. */
const pastText = ({ plan, from, to }: Ask): string => pastDaysText({ plan, weeks: timeline(from, to, "total") });

/** The hours that a utilization is a share of. */
export function wholeSum(ask: Ask, who: Who, of: Denominator): Sum {
  if (of === "effective") return minutes("Capacity", capacityParts(ask, who));
  const share = DENOMINATOR_TEXT[of].replace(/^of /, "");
  const label = `${share[0]!.toUpperCase()}${share.slice(1)}`;
  return minutes(label, group(label, ofContracts(ask, who, wholeOf(of, ask.plan, who.parts, ask.counted))));
}

/** The utilization that is aimed at: target hours as a share of what Settings say. */
export function targetShare(ask: Ask): Explanation {
  const who = whoOf(ask);
  const aimed = minutes("Hours at target", [...wholeCapacity(ask, who), ...keptFree(ask, who)]);
  const rule = `Target hours (capacity × utilization target, person by person) as a share ${DENOMINATOR_TEXT[ask.plan.settings.utilizationOf]}. ${pastText(ask)}`;
  return {
    ...explained({ title: titleOf("Target", ask), rule }, aimed, { notes: peopleNotes(ask, who) }),
    is: "ratio",
    sums: [aimed, wholeSum(ask, who, ask.plan.settings.utilizationOf)],
  };
}

/** Load: all hours as a share of what people can work. */
export function load(ask: Ask): Explanation {
  const who = whoOf(ask);
  return {
    title: titleOf("Load", ask),
    rule: `All hours as a share of effective hours, whatever utilization is a share of: contract hours less public holidays and leave. ${pastText(ask)}`,
    is: "ratio",
    sums: [minutes("Allocated hours", pinnedParts(ask, who)), minutes("Capacity", capacityParts(ask, who))],
    leftOut: [],
    notes: peopleNotes(ask, who),
    proofs: [],
  };
}

/** Capacity by contract, as one part. */
export const wholeCapacity = (ask: Ask, who: Who): readonly Part[] =>
  group("Capacity", ofContracts(ask, who, supply(ask.plan, who.parts, ask.counted).capacity));

function keptFree(ask: Ask, who: Who): readonly Part[] {
  const { capacity: able, target: aim } = supply(ask.plan, who.parts, ask.counted);
  return group(
    "Kept free by the utilization target",
    ofContracts(
      ask,
      who,
      able.map((one, i) => aim[i]! - one),
    ),
  );
}

/** Minutes by contract as parts by name; zeros are left out. */
export const ofContracts = ({ plan }: Ask, who: Who, grid: Float64Array): readonly Part[] =>
  [...byContract(who, grid)].flatMap(([contract, sum]) => {
    const { person } = plan.contracts[contract]!;
    return sum === 0 ? [] : [part(plan.people[person]!.name, sum, { kind: "person", number: person })];
  });

/** Who counts, so that nobody looks for more people. */
function peopleNotes({ plan, from, to }: Ask, { contracts }: Who): readonly string[] {
  const nameOf = (person: number) => plan.people[person]!.name;
  const isHere = (contract: number) => plan.contracts[contract]!.from <= to && from <= plan.contracts[contract]!.to;
  const people = new Set(contracts.filter(isHere).map((contract) => plan.contracts[contract]!.person));
  const away = plan.contracts.filter((one) => (one.to < from || one.from > to) && !people.has(one.person));
  const names = listed([...new Set(away.map(({ person }) => nameOf(person)))], MOST_NAMED);
  return [
    people.size === 0 ? "Nobody has a contract on these days." : `${counted(people.size, "person", "people")} counted.`,
    ...(away.length === 0 ? [] : [`Not in these days, by the dates in People: ${names}.`]),
  ];
}

const MOST_NAMED = 6;
