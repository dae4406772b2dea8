import { unplaced } from "../engine/money/left-out.ts";
import { COST, type Line, REVENUE } from "../engine/money/lines.ts";
import { type Margins, margins } from "../engine/money/margins.ts";
import { contractOn } from "../engine/money/rates-of.ts";
import { sharedFees } from "../engine/money/shared-fees.ts";
import { type Timeline, timeline } from "../engine/timeline.ts";
import { isAssigneeRow, OPEN } from "./by-assignee.ts";
import type { Asked } from "./define.ts";
import { countsPerson, countsWork } from "./filters.ts";
import { TOTAL } from "./matrix.ts";
import { PEOPLE_LABELS, PEOPLE_VALUES } from "./people.ts";
import { WORK_LABEL, type WorkKey, workOrder } from "./work.ts";

/** Revenue and cost of one row, by period, in minor units, and what of them is not known. */
export interface MoneyRow {
  readonly revenue: Float64Array;
  readonly cost: Float64Array;
  readonly unknown: Uint8Array;
}

/** Fees of an engagement in a month in which nobody works on it, and what is bought for it. */
const NO_PERSON = "(no person)";
/** Support that tickets show and nobody logged. */
const UNTRACKED = "(untracked support)";

/** Money by the asked rows and periods, in the order of the plan. Rows are those in which there is work or money. */
export function moneyRows(asked: Asked): ReadonlyMap<string, MoneyRow> {
  const { plan, from, to, periods, rows, filters, counted } = asked;
  const time = timeline(from, to, periods);
  const all = margins(plan, time, counted);
  const found = new Map<string, MoneyRow>(rows === "total" ? [[TOTAL, newRow(time.periods.length)]] : []);
  const into = (label: string) => {
    const known = found.get(label) ?? newRow(time.periods.length);
    found.set(label, known);
    return known;
  };
  if (isAssigneeRow(rows) || filters.people.size > 0) addByPerson(asked, all, into);
  else addByWork(asked, all, into);
  if (rows !== "engagement" && !filters.work.has("engagement")) spoilTotals(asked, time, into, [...found.keys()]);
  const order = orderOf(asked);
  return new Map(order.flatMap((label) => (found.has(label) ? [[label, found.get(label)!] as const] : [])));
}

/** What may belong to any engagement spoils all that adds engagements up. */
function spoilTotals({ plan, counted, rows }: Asked, time: Timeline, into: Into, found: readonly string[]): void {
  const labels = isAssigneeRow(rows) ? [NO_PERSON] : rows === "total" ? [TOTAL] : found;
  time.periods.forEach((period, number) => {
    const bits = unplaced(plan, counted, period);
    if (bits !== 0) for (const label of labels) into(label).unknown[number]! |= bits;
  });
}

const newRow = (periods: number): MoneyRow => ({
  revenue: new Float64Array(periods),
  cost: new Float64Array(periods),
  unknown: new Uint8Array(periods),
});

type Into = (label: string) => MoneyRow;

function addByWork(asked: Asked, { time, lines, flows }: Margins, into: Into): void {
  for (const one of [...lines, ...flows]) {
    const label = workLabel(asked, one.engagement);
    if (label === null) continue;
    each(time, (at, period) => {
      if (!says(one, at)) return;
      const row = into(label);
      row.revenue[period]! += one.revenue[at]!;
      row.cost[period]! += one.cost[at]!;
      row.unknown[period]! |= one.unknown[at]!;
    });
  }
}

/** Fees by who earns them; what stands against nobody is in a row of its own, and counts only where no person is asked for. */
function addByPerson(asked: Asked, all: Margins, into: Into): void {
  const { filters } = asked;
  const { time, lines, flows } = all;
  const { ofLine, left } = sharedFees(asked.plan, all);
  const unknown = new Map(flows.map(({ engagement }) => [engagement, new Uint8Array(time.last - time.first + 1)]));
  for (const flow of flows) {
    const bits = unknown.get(flow.engagement)!;
    // A fee that is not known is earned by those who work; a row that is left out may be theirs.
    const sides = flow.kind === "left out" ? REVENUE | COST : REVENUE;
    for (let at = 0; at < bits.length; at++) bits[at]! |= flow.unknown[at]! & sides;
  }
  for (const line of lines) {
    if (workLabel(asked, line.engagement) === null) continue;
    const fees = ofLine.get(line);
    const doubt = unknown.get(line.engagement);
    each(time, (at, period) => {
      if (!says(line, at) && !fees?.[at]) return;
      const label = personLabel(asked, line, time.periods[time.first + at]!.from);
      if (label === null) return;
      const row = into(label);
      row.revenue[period]! += line.revenue[at]! + (fees?.[at] ?? 0);
      row.cost[period]! += line.cost[at]!;
      row.unknown[period]! |= line.unknown[at]! | (doubt?.[at] ?? 0);
    });
  }
  if (filters.people.size > 0) return;
  const unowned = asked.rows === "total" ? TOTAL : NO_PERSON;
  const rest = [...left].map(([engagement, revenue]) => ({ engagement, revenue, cost: null, unknown: null }));
  for (const one of [...rest, ...flows.map((flow) => ({ ...flow, revenue: null }))]) {
    if (workLabel(asked, one.engagement) === null) continue;
    each(time, (at, period) => {
      const [revenue, cost, bits] = [one.revenue?.[at] ?? 0, one.cost?.[at] ?? 0, one.unknown?.[at] ?? 0];
      if (revenue === 0 && cost === 0 && bits === 0) return;
      const row = into(unowned);
      row.revenue[period]! += revenue;
      row.cost[period]! += cost;
      row.unknown[period]! |= bits;
    });
  }
}

interface Said {
  readonly revenue: Float64Array;
  readonly cost: Float64Array;
  readonly unknown: Uint16Array;
  readonly minutes?: Float64Array;
}
const says = ({ revenue, cost, unknown, minutes }: Said, at: number): boolean =>
  revenue[at] !== 0 || cost[at] !== 0 || unknown[at] !== 0 || (minutes !== undefined && minutes[at] !== 0);

function each({ first, last, askedOf }: Margins["time"], add: (at: number, period: number) => void): void {
  for (let piece = first; piece <= last; piece++) if (askedOf[piece]! >= 0) add(piece - first, askedOf[piece]!);
}

/** The row in which an engagement stands; null when it does not count. */
function workLabel({ plan, filters, rows }: Asked, engagement: number): string | null {
  const work = { engagement, skill: -1 };
  if (!countsWork(plan, filters, work)) return null;
  return rows === "total" || isAssigneeRow(rows) ? TOTAL : WORK_LABEL[rows as WorkKey](plan, work); // no other rows are allowed
}

function personLabel(asked: Asked, { person, hours }: Line, day: number): string | null {
  const { plan, rows, filters } = asked;
  if (person < 0) {
    if (filters.people.size > 0) return null;
    return isAssigneeRow(rows)
      ? hours[0]!.source === "untracked"
        ? UNTRACKED
        : OPEN
      : openWork(asked, hours[0]!.engagement);
  }
  const contract = contractOn(plan, person, day);
  if (contract === undefined) {
    if (filters.people.size > 0) return null;
    return rows === "person" ? plan.people[person]!.name : openWork(asked, hours[0]!.engagement);
  }
  if (!countsPerson(plan, filters, contract, day)) return null;
  return isAssigneeRow(rows)
    ? (PEOPLE_LABELS[rows](plan, contract, day)[0] ?? null)
    : openWork(asked, hours[0]!.engagement);
}

const openWork = (asked: Asked, engagement: number): string | null =>
  isAssigneeRow(asked.rows) ? OPEN : workLabel(asked, engagement);

function orderOf({ plan, rows }: Asked): readonly string[] {
  if (rows === "total") return [TOTAL];
  if (isAssigneeRow(rows)) return [...new Set([...PEOPLE_VALUES[rows](plan), OPEN, UNTRACKED, NO_PERSON])];
  return workOrder(plan, rows as WorkKey); // no other rows are allowed
}

/** Whether revenue, or cost, or both are not known in a period. */
export const isUnknown = ({ unknown }: MoneyRow, period: number, of: number): boolean => (unknown[period]! & of) !== 0;
/** In whole units of the currency, as a cell holds it. */
export const inUnits = (minor: number, decimals: number): number => minor / 10 ** decimals;

export { COST, REVENUE };
