import { demandByEngagement } from "../engine/accuracy/plan-history.ts";
import type { Take } from "../engine/accuracy/takes.ts";
import { GONE_WORK } from "../plan/snapshots.ts";
import { dayNumber } from "../units.ts";
import { hoursColumn } from "./figure-columns.ts";
import type { Given } from "./given.ts";
import { type Column, type Content, formula, type Grid, sameRow } from "./model.ts";
import { toHours } from "./sums.ts";
import { dayMonthYear } from "./words.ts";

const MOST_ROWS = 15;
const COLUMNS: readonly Column[] = [
  { key: "engagement", heading: "Engagement", shows: "text", width: 24 },
  hoursColumn("first", "First", "As the oldest snapshot that reaches the week saw it."),
  hoursColumn("last", "Last", "As the latest snapshot saw it."),
  hoursColumn("now", "Now", "As the plan is now."),
  hoursColumn("change", "Change", "Now less first."),
];

function meansOf(key: string, first: number, last: number): Pick<Column, "means"> {
  const taken = new Map([
    ["first", first],
    ["last", last],
    ["now", 0],
  ]).get(key);
  return taken === undefined ? {} : { means: { measure: "seen of engagement", taken } };
}

/** What moved in one week: demand by engagement in the first and the last of the snapshots that reach it, and now. */
export function snapshotMoves(
  { plan, worked, weeks, demand, fingerprint }: Given,
  takes: readonly Take[],
  week: number,
): Grid {
  const n = weeks.periods.length;
  const now = new Float64Array(plan.engagements.length);
  plan.needs.forEach(({ engagement, isReserve }, row) => {
    if (!isReserve) now[engagement]! += demand.asked[row * n + week]!;
  });
  for (let row = 0; row < worked.allocations.length; row++)
    now[worked.allocations.engagement[row]!]! += demand.own[row * n + week]!;
  const monday = weeks.periods[week]!.from;
  const [first, last] = [takes[0]!, takes[takes.length - 1]!];
  const [before, after] = [first, last].map((take) => demandByEngagement(plan, take, monday));
  const rows = [...plan.engagements.map(({ name }) => name), GONE_WORK]
    .map((name, i) => ({ name, first: before![i]!, last: after![i]!, now: now[i] ?? 0 }))
    .filter((one) => one.first + one.last + one.now > 0)
    .sort((a, b) => Math.abs(b.now - b.first) - Math.abs(a.now - a.first))
    .slice(0, MOST_ROWS);
  return {
    kind: "grid",
    key: "moves",
    title: `What changed most in the week of ${dayMonthYear(monday)} since ${dayMonthYear(dayNumber(first.day))}, hours`,
    fingerprint,
    columns: COLUMNS.map((column) => ({ ...column, ...meansOf(column.key, first.day, last.day) })),
    means: weeks.periods[week]!,
    rowMeans: rows.map(({ name }) => ({ name })),
    rows: rows.map((one): Content[] => [
      one.name,
      toHours(one.first),
      toHours(one.last),
      toHours(one.now),
      formula`${sameRow("now")}-${sameRow("first")}`,
    ]),
    rules: [],
    charts: [],
  };
}
