import { unplaced } from "../engine/money/left-out.ts";
import { COST, type Line, REVENUE } from "../engine/money/lines.ts";
import { type Margins, margins } from "../engine/money/margins.ts";
import { type Missing, missingMoney, unplannedWork } from "../engine/money/missing.ts";
import { OTHER } from "../engine/money/view.ts";
import type { MoneyView, ViewRow } from "../engine/money/view-sheets.ts";
import { type Timeline, timeline } from "../engine/timeline.ts";
import { dateOf, dayOf } from "../plan/calendar.ts";
import { type DayNumber, dayNumber } from "../units.ts";
import type { Given } from "./given.ts";
import { counted } from "./words.ts";

/** Money of one row of a sheet by month, in minor units, with what of it is not known or only estimated. */
export interface MoneyRow {
  readonly label: string;
  readonly client: string;
  /** Engagements that are added up in it. */
  readonly engagements: readonly number[];
  readonly revenue: Float64Array;
  readonly cost: Float64Array;
  readonly minutes: Float64Array;
  /** REVENUE and COST, by month. */
  readonly unknown: Uint8Array;
  readonly estimated: Uint8Array;
}

/** What the money sheets are made from: whole calendar months, and the rows of every engagement in which anything happens. */
export interface MoneyTable {
  readonly months: Timeline;
  readonly margins: Margins;
  readonly rows: readonly MoneyRow[];
  /** REVENUE and COST, by month: what belongs to an engagement that nobody knows, so that no total is known. */
  readonly unplaced: Uint8Array;
  /** What is missing to know all of them. */
  readonly missing: readonly Missing[];
  /** Where not all of it may be shown: `rows` are those that may. */
  readonly view: MoneyView | null;
}

/** Half a month that the horizon only just touches would look like a bad month. */
const ENOUGH_DAYS = 15;

/** The calendar months of the horizon, whole: from that of its own first day, not of its week's Monday, to the last of which it has half. */
export function monthsOf({ first: day, weeks }: Pick<Given, "first" | "weeks">): Timeline {
  const first = firstOfMonth(day);
  const last = firstOfMonth(weeks.to);
  const isEnough = weeks.to - last + 1 >= ENOUGH_DAYS || last === first;
  const [year, month] = dateOf(last);
  const end = isEnough ? dayOf(month === 12 ? year + 1 : year, month === 12 ? 1 : month + 1, 1) : last;
  return timeline(first, dayNumber(end - 1), "month");
}

function firstOfMonth(day: DayNumber): DayNumber {
  const [year, month] = dateOf(day);
  return dayOf(year, month, 1);
}

export function moneyTable(given: Given, months = monthsOf(given)): MoneyTable {
  const { plan } = given;
  const all = margins(plan, months, given.counted);
  const found = new Map<number, MoneyRow>();
  for (const one of [...all.lines, ...all.flows]) add(found, one, plan.engagements, all, months.periods.length);
  const view = given.moneyView();
  const rows = view === null ? [...found].sort(([a], [b]) => a - b).map(([, row]) => row) : rowsOf(view, found, months);
  const open = Uint8Array.from(months.periods, (month) => unplaced(plan, given.counted, month));
  const shown = new Set(rows.flatMap(({ engagements }) => engagements));
  for (const [engagement, { unknown }] of found)
    if (!shown.has(engagement))
      unknown.forEach((bits, month) => {
        open[month]! |= bits;
      });
  const isWhole =
    open.every((bits) => bits === 0) &&
    [...all.lines, ...all.flows].every(({ unknown }) => unknown.every((bits) => bits === 0));
  const missing = [
    ...(isWhole ? [] : missingMoney(plan, months, given.counted)),
    ...unplannedWork(plan, given.counted),
  ];
  return { months, margins: all, rows, unplaced: open, missing, view };
}

const rowsOf = (view: MoneyView, found: ReadonlyMap<number, MoneyRow>, months: Timeline): readonly MoneyRow[] =>
  view.rows.flatMap(({ client, engagements }) => {
    const own = engagements.flatMap((one) => found.get(one) ?? []);
    if (own.length === 0 || engagements.length === 1) return own;
    return [{ ...summed(otherName({ client, engagements }), client, own, months.periods.length), engagements }];
  });

/** "Other: 3 engagements", "Other of Acme: 2 engagements" */
export const otherName = ({ client, engagements }: Pick<ViewRow, "client" | "engagements">): string =>
  `${OTHER}${client === "" ? "" : ` of ${client}`}: ${counted(engagements.length, "engagement")}`;

type Flow = Pick<Line, "engagement" | "revenue" | "cost" | "unknown"> & Partial<Pick<Line, "minutes" | "person">>;

function add(
  found: Map<number, MoneyRow>,
  { engagement, revenue, cost, unknown, minutes, person = 0 }: Flow,
  engagements: Given["plan"]["engagements"],
  { time }: Margins,
  months: number,
): void {
  for (let at = 0; at < revenue.length; at++) {
    const month = time.askedOf[time.first + at]!;
    if (month < 0) continue;
    if (revenue[at] === 0 && cost[at] === 0 && unknown[at] === 0 && (minutes?.[at] ?? 0) === 0) continue;
    let row = found.get(engagement);
    if (row === undefined) {
      const { name, client } = engagements[engagement]!;
      row = newRow(name, client, [engagement], months);
      found.set(engagement, row);
    }
    row.revenue[month]! += revenue[at]!;
    row.cost[month]! += cost[at]!;
    row.minutes[month]! += minutes?.[at] ?? 0;
    row.unknown[month]! |= unknown[at]!;
    if (person < 0) row.estimated[month]! |= (revenue[at] === 0 ? 0 : REVENUE) | (cost[at] === 0 ? 0 : COST);
  }
}

export const newRow = (label: string, client: string, engagements: readonly number[], months: number): MoneyRow => ({
  label,
  client,
  engagements,
  revenue: new Float64Array(months),
  cost: new Float64Array(months),
  minutes: new Float64Array(months),
  unknown: new Uint8Array(months),
  estimated: new Uint8Array(months),
});

/** All rows added up: not known where something is that belongs to none of them. */
export function portfolioOf({
  rows,
  unplaced: open,
  months,
}: Pick<MoneyTable, "rows" | "unplaced" | "months">): MoneyRow {
  const all = summed("Portfolio", "", rows, months.periods.length);
  open.forEach((bits, month) => {
    all.unknown[month]! |= bits;
  });
  return all;
}

/** Rows added up, month by month. */
export function summed(label: string, client: string, rows: readonly MoneyRow[], months: number): MoneyRow {
  const sum = newRow(
    label,
    client,
    rows.flatMap((row) => row.engagements),
    months,
  );
  for (const row of rows)
    for (let month = 0; month < months; month++) {
      sum.revenue[month]! += row.revenue[month]!;
      sum.cost[month]! += row.cost[month]!;
      sum.minutes[month]! += row.minutes[month]!;
      sum.unknown[month]! |= row.unknown[month]!;
      sum.estimated[month]! |= row.estimated[month]!;
    }
  return sum;
}

/** A row's figures of all months together. */
export function wholeOf(row: MoneyRow): {
  readonly revenue: number;
  readonly cost: number;
  readonly minutes: number;
  readonly unknown: number;
  readonly estimated: number;
} {
  const sum = (values: ArrayLike<number>) => Array.from(values).reduce((all, one) => all + one, 0);
  const or = (values: ArrayLike<number>) => Array.from(values).reduce((all, one) => all | one, 0);
  return {
    revenue: sum(row.revenue),
    cost: sum(row.cost),
    minutes: sum(row.minutes),
    unknown: or(row.unknown),
    estimated: or(row.estimated),
  };
}
