import { type Contract, type Plan, PPM } from "../plan/plan.ts";
import { type Counted, hireShare } from "./counted.ts";
import { roundedPart } from "./exact.ts";
import { type Grouped, grouped } from "./grouped.ts";

/** What the capacity of a day needs besides the contract. */
export interface Absences {
  readonly plan: Plan;
  readonly counted: Counted;
  readonly leaveOf: Grouped;
}

export function absences(plan: Plan, counted: Counted): Absences {
  return { plan, counted, leaveOf: grouped(plan.leave.person, plan.people.length) };
}

/** Minutes by day, counted from a Monday. */
export type Days = Int32Array;

/**
 * Writes the capacity of every day from the Monday on or before `from` up to `to` (days after the Monday `start`), as if
 * the contract held on all of them: running sums then start on Monday whatever the contract's first day. Returns that Monday.
 */
export function fillCapacity(
  all: Absences,
  number: number,
  start: number,
  from: number,
  to: number,
  out: Days,
): number {
  const contract = all.plan.contracts[number]!;
  const monday = fillContracted(contract.weekdays, from, to, out);
  takeHolidays(all.plan.locations[contract.location]?.holidays ?? [], start, monday, to, out);
  takeLeave(all, contract.person, start, monday, to, out);
  scaleHire(all, contract, start, monday, to, out);
  return monday;
}

/** The same before holidays, leave and the counting of hires. */
export function fillContracted(weekdays: readonly number[], from: number, to: number, out: Days): number {
  const monday = from - (from % 7);
  for (let week = monday; week <= to; week += 7) {
    for (let day = 0; day < 7; day++) out[week + day] = weekdays[day]!;
  }
  return monday;
}

export function takeHolidays(holidays: readonly number[], start: number, from: number, to: number, out: Days): void {
  for (let at = firstFrom(holidays, start + from); at < holidays.length; at++) {
    const day = holidays[at]! - start;
    if (day > to) return;
    out[day] = 0;
  }
}

function takeLeave({ plan, leaveOf }: Absences, person: number, start: number, from: number, to: number, out: Days) {
  const { leave } = plan;
  for (let at = leaveOf.first[person]!, end = leaveOf.first[person + 1]!; at < end; at++) {
    const row = leaveOf.order[at]!;
    const first = Math.max(leave.from[row]! - start, from);
    const last = Math.min(leave.to[row]! - start, to);
    const off = leave.minutes[row]!;
    for (let day = first; day <= last; day++) out[day] = off < 0 ? 0 : Math.max(0, out[day]! - off);
  }
}

/** Odds and ramp-up: in week k of n of a ramp-up, k ÷ (n + 1) of the contract; one rounding for the product. */
export function scaleHire(
  { counted }: Absences,
  contract: Contract,
  start: number,
  from: number,
  to: number,
  out: Days,
) {
  if (countsInFull(contract, counted)) return;
  const share = hireShare(contract, counted);
  const weeks = contract.rampUpWeeks;
  const denominator = PPM * (weeks + 1);
  const full = weeks + 1;
  let exact = 0;
  let before = 0;
  for (let day = from; day <= to; day++) {
    if (day % 7 === 0) exact = before = 0;
    const week = Math.floor((start + day - contract.from) / 7) + 1;
    const step = weeks === 0 || week > weeks ? full : Math.max(0, week);
    exact += out[day]! * share * step;
    const now = roundedPart(1, exact, denominator);
    out[day] = now - before;
    before = now;
  }
}

/** Everybody but planned hires and those in their first weeks. */
export const countsInFull = (contract: Contract, counted: Counted) =>
  contract.rampUpWeeks === 0 && hireShare(contract, counted) === PPM;

function firstFrom(days: readonly number[], day: number): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[middle]! < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
