import { lastWorked } from "../engine/money/money-time.ts";
import {
  type Against,
  asOfDay,
  delivery,
  medianSlip,
  type Standing,
  slip,
  standing,
  wanted,
} from "../engine/on-time.ts";
import type { Milestone } from "../plan/milestones.ts";
import { dayNumber } from "../units.ts";
import { countColumn, percentColumn } from "./figure-columns.ts";
import type { Given } from "./given.ts";
import type { Column, Content, Grid } from "./model.ts";
import { dayMonthYear } from "./words.ts";

interface Days {
  readonly from: number;
  readonly to: number;
}

/** Milestones due in some days: how many were kept, by the day first agreed and by the day they were moved to, and each of them. */
export function milestoneGrids(given: Given, days: Days): readonly Grid[] {
  return given.plan.milestones.length === 0 ? [] : [sums(given, days), each(given, days)];
}

/** The day by which milestones are judged, where it is not that of the hours. */
export function milestonesText({ plan }: Pick<Given, "plan">): string {
  const asOf = asOfDay(plan);
  if (plan.milestones.length === 0 || (asOf > 0 && asOf === lastWorked(plan))) return "";
  return asOf === 0
    ? " Milestones wait for a day in Delivered, or for Settings, As of."
    : ` Milestones are judged as of ${dayMonthYear(dayNumber(asOf))}, the last day in Delivered, up to which no hours are logged; Settings, As of, sets one day for both.`;
}

/** Milestones that are late and not delivered, whenever they were due, by name: the longest overdue first. */
export function openMilestones(plan: Given["plan"]): readonly string[] {
  const asOf = asOfDay(plan);
  return wanted(plan)
    .filter((one) => standing(one, "baseline", asOf) === "open")
    .sort((a, b) => a.baseline! - b.baseline!)
    .map(({ name, engagement }) => `${name} of ${plan.engagements[engagement]!.name}`);
}

function sums({ plan, fingerprint }: Given, { from, to }: Days): Grid {
  const [all, asOf] = [wanted(plan), asOfDay(plan)];
  const row = (says: string, against: Against): Content[] => {
    const { due, onTime, late, open } = delivery(all, from, to, against, asOf);
    return [says, due, onTime, late, open, due === 0 ? "n/a" : onTime / due];
  };
  const slipped = (withOpen: boolean): Content => medianSlip(all, from, to, asOf, withOpen) ?? "n/a";
  return {
    kind: "grid",
    key: "onTime",
    title: `On-time delivery in these months, as of ${asOf === 0 ? "no day" : dayMonthYear(dayNumber(asOf))}`,
    fingerprint,
    columns: [
      { key: "against", heading: "Against", shows: "text", width: 27 },
      countColumn("due", "Due", "Done, or their day is before the as-of day. What is not yet due counts nowhere.", {
        measure: "milestones due",
      }),
      countColumn("onTime", "On time", "Delivered by that day.", { measure: "milestones on time" }),
      countColumn("late", "Late", "Delivered after it.", { measure: "milestones late" }),
      countColumn("open", "Open, late", "Not delivered, and their day is past.", { measure: "milestones open" }),
      percentColumn(
        "share",
        "On time",
        "On time ÷ due.",
        { measure: "on time" },
        "n/a where no milestone was due by the as-of day.",
      ),
      {
        key: "slip",
        heading: "Slip, days",
        shows: "fte",
        width: 11,
        means: { measure: "median slip" },
        note: "Median of what is done, against the baseline.",
        otherwise: "n/a where nothing is done yet; empty beside the current dates, against which nothing slips.",
      },
      {
        key: "slipOfAll",
        heading: "With open",
        shows: "fte",
        width: 11,
        means: { measure: "median slip with open" },
        note: "Median slip with what is still open, up to the as-of day.",
        otherwise:
          "n/a where nothing is done or open yet; empty beside the current dates, against which nothing slips.",
      },
    ],
    rows: [
      [...row("Baseline: first agreed", "baseline"), slipped(false), slipped(true)],
      [...row("Current: due now", "current"), null, null],
    ],
    means: { from: dayNumber(from), to: dayNumber(to) },
    rowMeans: [{ name: "baseline" }, { name: "current" }],
    rules: [],
    charts: [],
  };
}

const MOST = 40;
const ORDER: readonly Standing[] = ["open", "late", "none", "on time", "not yet"];

const day = (key: string, heading: string): Column => ({ key, heading, shows: "date", width: 11 });

/** How each milestone stands against one of its days. */
const stands = (key: string, heading: string, name: Against): Column => ({
  key,
  heading,
  shows: "text",
  width: 11,
  otherwise:
    "✓ on time: delivered by that day. ▲ late: delivered after it. ✕ open: not delivered, and the day is before the as-of day. What is not yet due, cancelled, without the day or a column Delivered, or of work that was lost counts nowhere.",
  means: { measure: "standing of milestone", name },
});

function each({ plan, fingerprint }: Given, { from, to }: Days): Grid {
  const asOf = asOfDay(plan);
  const inside = (one: Milestone) => [one.baseline, one.due].some((on) => on !== null && on >= from && on <= to);
  const isWanted = new Set(wanted(plan));
  const slipOf = (one: Milestone) => (isWanted.has(one) ? (slip(one, asOf)?.days ?? null) : null);
  const standingOf = (one: Milestone) => (isWanted.has(one) ? standing(one, "baseline", asOf) : "none");
  const saysOf = (one: Milestone, against: Against) => (isWanted.has(one) ? says(one, against, asOf) : "work lost");
  const all = plan.milestones
    .filter(inside)
    .map((one) => ({ one, rank: ORDER.indexOf(standingOf(one)), days: slipOf(one) ?? 0 }))
    .sort((a, b) => a.rank - b.rank || b.days - a.days || a.one.due - b.one.due);
  const rows = all
    .slice(0, MOST)
    .map(({ one }): Content[] => [
      one.name,
      one.baseline,
      one.due,
      one.delivered,
      saysOf(one, "baseline"),
      slipOf(one),
      saysOf(one, "current"),
      plan.engagements[one.engagement]!.name,
    ]);
  return {
    kind: "grid",
    key: "milestones",
    title: `Milestones of these months, late ones first${all.length > MOST ? ` (${MOST} of ${all.length})` : ""}`,
    fingerprint,
    columns: [
      { key: "milestone", heading: "Milestone", shows: "text", width: 27 },
      day("baseline", "Baseline"),
      day("due", "Due now"),
      day("delivered", "Delivered"),
      stands("byBaseline", "By baseline", "baseline"),
      countColumn("slip", "Slip, days", "From the baseline to the delivery, or to the as-of day.", {
        measure: "slip of milestone",
      }),
      stands("byNow", "By due now", "current"),
      { key: "engagement", heading: "Engagement", shows: "text", width: 11 },
    ],
    rowMeans: all.slice(0, MOST).map(({ one }) => ({ number: plan.milestones.indexOf(one) })),
    rows: rows.length > 0 ? rows : [["None", null, null, null, null, null, null, null]],
    rules: [],
    charts: [],
  };
}

const SAYS: Readonly<Record<Standing, string>> = {
  open: "✕ open",
  late: "▲ late",
  "on time": "✓ on time",
  "not yet": "not yet due",
  none: "no baseline",
};

/** How a milestone stands, with a sign. */
const says = (one: Milestone, against: Against, asOf: number): string =>
  one.cancelled ? "cancelled" : one.isUndated ? "not known" : SAYS[standing(one, against, asOf)];
