import { freeByPerson } from "../engine/bindings.ts";
import type { Bottleneck } from "../engine/flow/index.ts";
import { type GapModel, gapModel } from "../engine/gap-model.ts";
import { fairShares, groupsOf, rankedShares, ranksOf } from "../engine/gap-splits.ts";
import { everything } from "../engine/scope.ts";
import { type PeriodName, timeline } from "../engine/timeline.ts";
import { requirementText } from "../functions/requirement-text.ts";
import { NO_SKILL } from "../functions/work.ts";
import { dayMonthYear, listed } from "../sheets/words.ts";
import { type Ask, ruleOf, titleOf } from "./ask.ts";
import { needParts } from "./demand.ts";
import {
  amountOf,
  type Explanation,
  explained,
  group,
  minutes,
  type Part,
  type Proof,
  part,
  taken,
} from "./explanation.ts";
import { allocationParts } from "./pinned-parts.ts";
import { hoursText } from "./words.ts";

/** Open work that nobody who can do it has time for: bottleneck by bottleneck, with its proof. */
export function gap(ask: Ask): Explanation {
  const { rows } = ask;
  const { model, groups } = gapGroups(ask, "total");
  const about = { title: titleOf("Skill gap", ask), rule: ruleOf("SKILLGAP") };
  const parts = groups.flatMap((one) => PARTS[rows]?.(ask, model, one) ?? wholeGroup(ask, model, one));
  const sum = minutes("Skill gap", parts.length === 0 && rows === "total" ? served(ask, model) : parts);
  const proofs = groups.filter((one) => concerns(ask, model, one)).map((one) => proofOf(ask, model, one));
  return explained(about, sum, { proofs, notes: notesOf(ask, model, groups.length === 0) });
}

/** The bottlenecks of a question's days, in the order in which BOTTLENECKS and the sheet Skill gaps list them. */
export function gapGroups({ plan, counted, from, to }: Ask, by: PeriodName) {
  const model = gapModel(plan, timeline(from, to, by), counted, everything(plan));
  return { model, groups: groupsOf(model, shortGrains(model)) };
}

/** Grains in which open work finds nobody. */
export function shortGrains(model: GapModel): readonly number[] {
  return [...model.grains.periods.keys()].filter(
    (grain) => model.asked[grain] !== 0 && model.solver.solve(model.supply, model.demand, grain) > 0,
  );
}

export type Found = ReturnType<typeof groupsOf>[number];

/** By skill each has its fair share, by engagement what its priority leaves it: a bottleneck, less what the others of it lack. */
const PARTS: { readonly [rows: string]: ((ask: Ask, model: GapModel, found: Found) => readonly Part[]) | undefined } = {
  skill: (ask, model, found) => {
    const { plan, name } = ask;
    const requirementOf = (at: number) => model.variants[found.group.needs[at]!]!.requirement;
    const shares = [...fairShares(model, found.grain, found.group)].map((unmet, at) => ({
      isOwn: (plan.skills[requirementOf(at).skill] ?? NO_SKILL) === name,
      share: part(requirementText(plan, requirementOf(at)), unmet),
    }));
    return lessOthers(ask, model, found, "Fair share of the other work", shares);
  },
  engagement: (ask, model, found) => {
    const { plan, name } = ask;
    const ranks = ranksOf(plan);
    const shares = rankedShares(model, found.grain, found.group, ranks).map(({ engagement, variant, unmet }) => {
      const { name: title } = plan.engagements[engagement]!;
      const what = requirementText(plan, model.variants[variant]!.requirement);
      const at = { kind: "engagement", number: engagement } as const;
      return { isOwn: title === name, share: part(`${title}: ${what}`, unmet, at) };
    });
    return lessOthers(ask, model, found, "What other engagements lack, by priority", shares);
  },
};

interface Share {
  readonly isOwn: boolean;
  readonly share: Part;
}

function lessOthers(ask: Ask, model: GapModel, found: Found, label: string, shares: readonly Share[]): readonly Part[] {
  const others = shares.filter(({ isOwn }) => !isOwn).map(({ share }) => share);
  if (amountOf(others) === found.group.deficit) return [];
  return [...wholeGroup(ask, model, found), ...taken(group(label, others))];
}

/** A bottleneck: what it asks for, less the free minutes of everyone who can do any of it. */
export function wholeGroup(ask: Ask, model: GapModel, { grain, group: found }: Found): readonly Part[] {
  return [
    {
      label: `${weekOf(model, grain)}: ${namesOf(ask, model, found)}`,
      amount: found.deficit,
      at: null,
      parts: [
        ...openParts(ask, model, grain, new Set(found.needs)),
        ...taken(peopleParts(ask, model, grain, new Set(found.suppliers))),
      ],
    },
  ];
}

/** Open work of some variants in a grain. */
export function openParts(
  ask: Ask,
  model: GapModel,
  grain: number,
  among: ReadonlySet<number> | null,
): readonly Part[] {
  const work = model.pieces.filter((piece) => piece.grain === grain && (among === null || among.has(piece.variant)));
  const ofNeeds = work.flatMap(({ need, minutes: open }) => (need < 0 ? [] : [[need, open] as const]));
  const ofPlaceholders = work.flatMap(({ allocation, minutes: open }) =>
    allocation < 0 ? [] : [[allocation, open] as const],
  );
  return group("Open work", [...needParts(ask, ofNeeds), ...allocationParts(ask, ofPlaceholders)]);
}

/** Free minutes of everyone in some classes. */
export function peopleParts(
  { plan }: Ask,
  model: GapModel,
  grain: number,
  classes: ReadonlySet<number>,
): readonly Part[] {
  return group(
    "Free hours of everyone who can",
    freeByPerson(model, grain, classes).map(([person, free]) =>
      part(plan.people[person]!.name, free, { kind: "person", number: person }),
    ),
  );
}

/** Without a shortage: everything open is served. */
function served(ask: Ask, model: GapModel): readonly Part[] {
  const open = model.grains.periods.flatMap((_, grain) =>
    openParts(ask, model, grain, null).flatMap(({ parts }) => parts),
  );
  const all = group("Open work", open);
  return [...all, ...taken(all.map(({ amount }) => part("Done in the free hours of people who can", amount)))];
}

const weekOf = ({ grains }: GapModel, grain: number): string => {
  const { from, to } = grains.periods[grain]!;
  return from === to ? dayMonthYear(from) : `Week of ${dayMonthYear(from)}`;
};

const MOST_NAMED = 4;
const namesOf = ({ plan }: Ask, { variants }: GapModel, { needs }: Bottleneck): string =>
  listed([...new Set(needs.map((variant) => requirementText(plan, variants[variant]!.requirement)))], MOST_NAMED);

function concerns({ plan, rows, name }: Ask, { variants, pieces }: GapModel, { grain, group: found }: Found): boolean {
  if (rows === "skill") {
    return found.needs.some((variant) => (plan.skills[variants[variant]!.requirement.skill] ?? NO_SKILL) === name);
  }
  if (rows !== "engagement") return true;
  const needs = new Set(found.needs);
  return pieces.some((piece) => {
    if (piece.grain !== grain || !needs.has(piece.variant)) return false;
    const engagement =
      piece.need < 0 ? plan.allocations.engagement[piece.allocation]! : plan.needs[piece.need]!.engagement;
    return plan.engagements[engagement]!.name === name;
  });
}

export function proofOf(ask: Ask, model: GapModel, { grain, group: found }: Found): Proof {
  const people = freeByPerson(model, grain, new Set(found.suppliers)).filter(([, free]) => free > 0);
  const names = listed(
    people.map(([person]) => ask.plan.people[person]!.name),
    MOST_NAMED,
  );
  const able =
    people.length === 0
      ? "nobody who can do any of it has an hour left"
      : `only ${names} can do any of it, with ${hoursText(found.supply)} free`;
  const asks = `${namesOf(ask, model, found)} ask for ${hoursText(found.demand)}`;
  return {
    says: `${weekOf(model, grain)}: ${asks}; ${able}: ${hoursText(found.deficit)} short, however work is shared out.`,
    demand: found.demand,
    supply: found.supply,
    short: found.deficit,
  };
}

function notesOf(
  { counted: { grain, restaff, plan } }: Ask,
  { open, free }: GapModel,
  isServed: boolean,
): readonly string[] {
  const held = `${hoursText(open[0]!)} of work is open in these days, and people have ${hoursText(free[0]!)} free${plan === "target" ? " up to their targets" : ""}.`;
  return [
    held,
    ...(isServed ? ["Everything open fits: each person is counted once."] : []),
    `Gaps are found ${grain} by ${grain}: work does not move between them.${restaff ? " Everybody who covers a need is set free first." : ""}`,
  ];
}
