import { engagementShares } from "../engine/counted.ts";
import { demand as demandOf } from "../engine/demand.ts";
import { allocationEffort, needEffort } from "../engine/effort.ts";
import { countsUntil, lastPast } from "../engine/past.ts";
import { isAssigneeRow, OPEN } from "../functions/by-assignee.ts";
import { rowOf } from "../functions/by-work.ts";
import { requirementText } from "../functions/requirement-text.ts";
import { allocationAt } from "../functions/work.ts";
import { EFFORT, type Need, type Plan, PPM } from "../plan/plan.ts";
import { dayMonthYear } from "../sheets/words.ts";
import { dayNumber } from "../units.ts";
import { type Ask, askedOf, labelOf, ruleOf, titleOf, wholeOf } from "./ask.ts";
import { type Explanation, explained, group, type LeftOut, minutes, type Part, part } from "./explanation.ts";
import { allocationParts, pinnedParts } from "./pinned-parts.ts";
import { whoOf } from "./who.ts";
import { hoursText, percentText, shareText, counted as times } from "./words.ts";

/** Narrower than all demand: what a column of a sheet counts of it. */
export interface Only {
  readonly need: (need: Need) => boolean;
  readonly allocation: (row: number) => boolean;
}
const EVERYTHING: Only = { need: () => true, allocation: () => true };

/** What is asked for: rows of Demand and Support, and allocations beyond them. */
export function demand(ask: Ask, what = "Demand", rule = ruleOf("DEMAND"), only = EVERYTHING): Explanation {
  const about = { title: titleOf(what, ask), rule };
  return explained(about, minutes(what, demandParts(ask, only)), {
    leftOut: leftOutOf(ask, only),
    notes: [...coveredNote(ask, only), ...tentativeNote(ask)],
  });
}

export function demandParts(ask: Ask, only = EVERYTHING): readonly Part[] {
  const { rows, name } = ask;
  if (isAssigneeRow(rows)) return name === OPEN ? openParts(ask) : pinnedParts(ask, whoOf(ask));
  const { plan, counted, from, to } = ask;
  const { asked, own } = demandOf(plan, wholeOf(ask), counted);
  const counts = countsIn(ask);
  const needs = [...plan.needs.keys()].filter((need) => counts(plan.needs[need]!) && only.need(plan.needs[need]!));
  const allocations = [...plan.allocations.person.keys()].filter(
    (row) => counts(allocationAt(plan.allocations, row)) && only.allocation(row),
  );
  const title = (source: Need["source"]) =>
    group(
      source === "Demand" ? "Asked for in Demand" : "Asked for by support",
      needParts(
        ask,
        needs.filter((need) => plan.needs[need]!.source === source).map((need) => [need, asked[need]!]),
      ),
    );
  return from > to
    ? []
    : [
        ...title("Demand"),
        ...title("Support"),
        ...group(
          "Allocated beyond what is asked for",
          allocationParts(
            ask,
            allocations.map((row) => [row, own[row]!] as const),
          ),
        ),
      ];
}

/** What nobody is named for: of needs what named people do not cover, and placeholders beyond them. */
export function openParts(ask: Ask): readonly Part[] {
  const { plan, counted } = ask;
  const { open, ownOpen } = demandOf(plan, wholeOf(ask), counted);
  return [
    ...group("Open: asked for, less what named people cover", needParts(ask, [...open.entries()])),
    ...group("Placeholders beyond what is asked for", allocationParts(ask, ownOpen.entries())),
  ];
}

/** Rows of Demand and Support with their minutes, as parts. */
export function needParts(
  { plan, counted }: Pick<Ask, "plan" | "counted">,
  needs: Iterable<readonly [need: number, minutes: number]>,
): readonly Part[] {
  const shares = engagementShares(plan, counted);
  return [...needs].map(([need, sum]) =>
    part(`${needText(plan, need)}${shareText(shares[plan.needs[need]!.engagement]!)}`, sum, {
      kind: "need",
      number: need,
    }),
  );
}

/** "Cobalt platform: AWS 3+, 30 h a week" */
export function needText(plan: Plan, number: number): string {
  const need = plan.needs[number]!;
  const { name } = plan.engagements[need.engagement]!;
  if (need.isReserve) return `${name}: ${requirementText(plan, need)}`;
  const how = `${hoursText(need.effort)} ${need.per === EFFORT.week ? "a week" : "in all"}`;
  return `${name}: ${requirementText(plan, need)}, ${how}`;
}

/** Whether work stands in the asked row, as the functions place it. */
function countsIn(ask: Ask): (work: { readonly engagement: number; readonly skill: number }) => boolean {
  const asked = askedOf(ask);
  const label = labelOf(ask);
  return (work) => rowOf(asked, work).includes(label);
}

/** Work of the row that does not count in these days, and why. */
function leftOutOf(ask: Ask, only: Only): readonly LeftOut[] {
  const { plan, counted, from, to, rows, name } = ask;
  if (isAssigneeRow(rows) && name !== OPEN) return [];
  const counts = isAssigneeRow(rows) ? () => true : countsIn(ask);
  const shares = engagementShares(plan, counted);
  const until = countsUntil(plan);
  const rowsOf = new Map<number, number>();
  let elsewhere = 0;
  const look = (work: { readonly engagement: number; readonly skill: number }, first: number, last: number) => {
    if (!counts(work)) return;
    if (first > to || last < from) elsewhere += 1;
    else if (shares[work.engagement] === 0 || until[work.engagement]! < Math.min(last, to))
      rowsOf.set(work.engagement, (rowsOf.get(work.engagement) ?? 0) + 1);
  };
  for (const need of plan.needs) if (only.need(need)) look(need, need.from, need.to);
  plan.allocations.person.forEach((_, row) => {
    if (only.allocation(row) && plan.allocations.per[row] !== EFFORT.logged)
      look(allocationAt(plan.allocations, row), plan.allocations.from[row]!, plan.allocations.to[row]!);
  });
  const dead = [...rowsOf].map(([engagement, count]): LeftOut => {
    const { name: title, status, odds } = plan.engagements[engagement]!;
    const why =
      status === "tentative"
        ? `tentative at ${percentText(odds ?? PPM)}, and not counted here`
        : status === "done"
          ? doneText(plan, from)
          : status;
    return { label: `${title}: ${times(count, "row")}`, why, at: { kind: "engagement", number: engagement } };
  });
  return [
    ...dead,
    ...(elsewhere === 0 ? [] : [{ label: `${times(elsewhere, "row")} of work`, why: "on other days only", at: null }]),
  ];
}

/** Work that is done keeps its past days. */
function doneText(plan: Plan, from: number): string {
  const last = lastPast(plan);
  return last === null || last < from
    ? "done"
    : `done, and nothing of it counts after ${dayMonthYear(dayNumber(last))}`;
}

/** Hours that are allocated and asked for count once. */
function coveredNote(ask: Ask, only: Only): readonly string[] {
  const { plan, counted, rows } = ask;
  if (isAssigneeRow(rows)) return [];
  const counts = countsIn(ask);
  const { own } = demandOf(plan, wholeOf(ask), counted);
  let covered = 0;
  allocationEffort(plan, wholeOf(ask), counted).forEach((effort, row) => {
    if (counts(allocationAt(plan.allocations, row)) && only.allocation(row)) covered += effort - own[row]!;
  });
  return covered === 0
    ? []
    : [`${hoursText(covered)} of allocations cover what is asked for: they are the same work and count once.`];
}

/** How much tentative work would ask for if it were won. */
function tentativeNote(ask: Ask): readonly string[] {
  const { plan, counted } = ask;
  const now = needEffort(plan, wholeOf(ask), counted);
  const all = needEffort(plan, wholeOf(ask), { ...counted, pipeline: "all" });
  const more = all.reduce((sum, one, need) => sum + one - now[need]!, 0);
  if (more === 0) return [];
  const how =
    counted.pipeline === "odds"
      ? "by its odds"
      : counted.pipeline === "none"
        ? "not at all"
        : "in full from some odds on";
  return [
    `Tentative work counts ${how}; won as a whole, the plan's needs would ask for ${hoursText(more)} more in these days.`,
  ];
}
