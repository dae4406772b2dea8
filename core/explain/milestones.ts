import { type Against, asOfDay, dayOf, type Standing, slip, standing } from "../engine/on-time.ts";
import type { Milestone } from "../plan/milestones.ts";
import { MILESTONES } from "../plan/tables.ts";
import { dayMonthYear } from "../sheets/words.ts";
import { dayNumber } from "../units.ts";
import { type Ask, periodText } from "./ask.ts";
import type { Explains } from "./explains.ts";
import { type Explanation, explained, type LeftOut, type Origin, part, sumOf } from "./explanation.ts";

const against = (name = "baseline"): Against => (name === "current" ? "current" : "baseline");

/** Milestones due in some days, by how they stand against the day first agreed or the one they are due now; and how late they are. */
export const PROMISES: Explains = [
  ["on time", (ask, { name }) => onTime(ask, against(name))],
  ["milestones due", (ask, { name }) => counted(ask, "Milestones due", against(name), DUE)],
  ["milestones on time", (ask, { name }) => counted(ask, "Milestones on time", against(name), ["on time"])],
  ["milestones late", (ask, { name }) => counted(ask, "Milestones late", against(name), ["late"])],
  ["milestones open", (ask, { name }) => counted(ask, "Milestones open and late", against(name), ["open"])],
  ["median slip", (ask) => medianSlip(ask, false)],
  ["median slip with open", (ask) => medianSlip(ask, true)],
  ["standing of milestone", (ask, { number = -1, name }) => standingOf(ask, number, against(name))],
  ["slip of milestone", (ask, { number = -1 }) => slipOf(ask, number)],
];

const DUE: readonly Standing[] = ["on time", "late", "open"];

/** The share of milestones that were delivered by their day, of those that were due: milestone by milestone. */
export function onTime(ask: Ask, by: Against = "baseline"): Explanation {
  const sums = [sumOf("On time", "count", partsOf(ask, by, ["on time"])), sumOf("Due", "count", partsOf(ask, by, DUE))];
  const rule = `Milestones delivered by their ${DAY[by]}, of those that were due. Open ones whose day is past count as late; not yet due ones are left out.`;
  return { ...explained(about(ask, "On time", by, rule), sums[0]!), is: "ratio", sums, leftOut: leftOut(ask, by) };
}

const DAY: { readonly [A in Against]: string } = { baseline: "baseline", current: "current date" };

const about = (ask: Ask, what: string, by: Against, rule: string) => ({
  title: `${what}${ask.rows === "total" ? "" : ` of ${ask.name}`}, ${periodText(ask)}, against the ${DAY[by]}`,
  rule: `${rule}${asOfText(ask)}`,
});

function asOfText({ plan }: Ask): string {
  const day = asOfDay(plan);
  return day === 0 ? "" : ` As of ${dateText(day)}.`;
}

function counted(ask: Ask, what: string, by: Against, some: readonly Standing[]): Explanation {
  const rule = "Done, or their day is before the as-of day. What is not yet due counts nowhere.";
  return explained(about(ask, what, by, rule), sumOf(what, "count", partsOf(ask, by, some)), {
    leftOut: leftOut(ask, by),
  });
}

interface Stands {
  readonly one: Milestone;
  readonly is: Standing;
}

/** Those of the group whose day lies in the asked days; work that was lost promises nothing any more. */
function standingsOf(ask: Ask, by: Against): { readonly live: readonly Stands[]; readonly lost: readonly Milestone[] } {
  const { plan, from, to } = ask;
  const asOf = asOfDay(plan);
  const found = plan.milestones.filter((one) => {
    const day = dayOf(one, by);
    return day !== null && day >= from && day <= to && countsIn(ask, one);
  });
  const isLost = ({ engagement }: Milestone) => plan.engagements[engagement]!.status === "lost";
  return {
    live: found.filter((one) => !isLost(one)).map((one) => ({ one, is: standing(one, by, asOf) })),
    lost: found.filter(isLost),
  };
}

function countsIn({ plan, rows, name }: Ask, { engagement }: Milestone): boolean {
  if (rows === "engagement") return plan.engagements[engagement]!.name === name;
  if (rows === "client") return plan.engagements[engagement]!.client === name;
  return true;
}

const partsOf = (ask: Ask, by: Against, some: readonly Standing[]) =>
  standingsOf(ask, by)
    .live.filter(({ is }) => some.includes(is))
    .map(({ one, is }) => part(textOf(ask, one, is, by), 1, at(one)));

const at = ({ row }: Milestone): Origin => ({ kind: "row", table: MILESTONES.name, row });
const dateText = (day: number | null): string => (day === null ? "never" : dayMonthYear(dayNumber(day)));
const nameOf = ({ plan }: Ask, one: Milestone): string => `${plan.engagements[one.engagement]!.name}, ${one.name}`;

function textOf(ask: Ask, one: Milestone, is: Standing, by: Against): string {
  const done = is === "open" ? "still open" : `delivered ${dateText(one.delivered)}`;
  return `${nameOf(ask, one)}: due ${dateText(dayOf(one, by))}, ${done}${is === "late" ? ", late" : ""}`;
}

const NOT_KNOWN = "Delivered is missing";

function leftOut(ask: Ask, by: Against): readonly LeftOut[] {
  const { live, lost } = standingsOf(ask, by);
  const waiting = live.flatMap(({ one, is }): readonly LeftOut[] => {
    if (is !== "not yet" && is !== "none") return [];
    const why =
      is === "none" ? (one.cancelled ? "cancelled" : NOT_KNOWN) : `not due before ${dateText(dayOf(one, by))}`;
    return [{ label: nameOf(ask, one), why, at: at(one) }];
  });
  return [...waiting, ...lost.map((one) => ({ label: nameOf(ask, one), why: "its engagement was lost", at: at(one) }))];
}

/** The one in the middle when slips are put in order, or half of each of the two. */
function medianSlip(ask: Ask, withOpen: boolean): Explanation {
  const asOf = asOfDay(ask.plan);
  const slips = standingsOf(ask, "baseline").live.flatMap(({ one }) => {
    const found = slip(one, asOf);
    return found !== null && (withOpen || found.isDone) ? [{ one, days: found.days }] : [];
  });
  slips.sort((a, b) => a.days - b.days);
  const middle = slips.length / 2;
  const chosen = slips.filter((_, i) => Math.abs(i + 0.5 - middle) <= 0.5);
  const place = slips.length % 2 === 1 ? "the middle one" : "half of it, one of the two in the middle";
  const parts = chosen.map(({ one, days }) =>
    part(`${nameOf(ask, one)}: ${days} days, ${place} of ${slips.length}`, (100 * days) / chosen.length, at(one)),
  );
  const rule = `Days from the baseline to the delivery${withOpen ? ", or to the as-of day where it is still open" : ""}: as many are later as are earlier.`;
  const sum = sumOf("Median slip, days", "hundredths", parts);
  const notes = slips.map(({ one, days }) => `${nameOf(ask, one)}: ${days} days.`);
  return explained(about(ask, "Median slip", "baseline", rule), sum, { notes });
}

/** How one milestone stands: the days from the day that counts to the delivery, or to the as-of day. */
function standingOf(ask: Ask, number: number, by: Against): Explanation {
  const one = ask.plan.milestones[number];
  const rule = `From the ${DAY[by]} to the delivery, or to the as-of day where it is still open; below 0: before it.${asOfText(ask)}`;
  if (one === undefined) return explained({ title: "Milestone", rule }, sumOf("Days", "count", []));
  const title = `${nameOf(ask, one)}, against its ${DAY[by]}`;
  const isLost = ask.plan.engagements[one.engagement]!.status === "lost";
  const [day, asOf] = [dayOf(one, by), asOfDay(ask.plan)];
  const is = isLost ? "none" : standing(one, by, asOf);
  if (is === "none" || day === null) {
    const why = isLost
      ? "its engagement was lost"
      : one.cancelled
        ? "cancelled"
        : one.isUndated
          ? NOT_KNOWN
          : `it has no ${DAY[by]}`;
    return explained({ title, rule }, sumOf("Days", "count", []), {
      leftOut: [{ label: nameOf(ask, one), why, at: at(one) }],
    });
  }
  const isDone = is === "on time" || is === "late";
  const end = isDone ? `delivered ${dateText(one.delivered)}` : `still open ${dateText(asOf)}`;
  const days = (isDone ? one.delivered! : asOf) - day;
  return explained({ title, rule }, sumOf("Days", "count", [part(`Due ${dateText(day)}, ${end}`, days, at(one))]));
}

function slipOf(ask: Ask, number: number): Explanation {
  const one = ask.plan.milestones[number];
  const isLost = one !== undefined && ask.plan.engagements[one.engagement]!.status === "lost";
  const found = one === undefined || isLost ? null : slip(one, asOfDay(ask.plan));
  const title = one === undefined ? "Slip, days" : `Slip of ${nameOf(ask, one)}, days`;
  const rule = `From the baseline to the delivery, or to the as-of day.${asOfText(ask)}`;
  if (one === undefined || found === null || found.days === 0)
    return explained({ title, rule }, sumOf("Days", "count", []));
  const end = found.isDone ? `delivered ${dateText(one.delivered)}` : `still open ${dateText(asOfDay(ask.plan))}`;
  return explained(
    { title, rule },
    sumOf("Days", "count", [part(`Baseline ${dateText(one.baseline)}, ${end}`, found.days, at(one))]),
  );
}
