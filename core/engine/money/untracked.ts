import type { Plan } from "../../plan/plan.ts";
import type { TicketColumns } from "../../plan/tickets.ts";
import { roundedPart } from "../exact.ts";
import type { Hours } from "./hours.ts";
import { type MoneyTime, monthPeriod } from "./money-time.ts";

/**
 * Support that nobody tracked: what an engagement's tickets took in a calendar month up to the last worked day, beyond the
 * hours that people logged on it (or had planned, where they logged nothing). It falls on days as the tickets do.
 */
export function untrackedSupport(plan: Plan, tracked: readonly Hours[], time: MoneyTime): readonly Hours[] {
  if (plan.tickets.every.length === 0 || time.worked === 0) return [];
  const spent = ticketMinutes(plan, time);
  const known = new Map<number, Float64Array>();
  for (const { engagement, minutes } of tracked) {
    const sum = known.get(engagement);
    if (sum === undefined) known.set(engagement, minutes.slice());
    else for (let at = 0; at < sum.length; at++) sum[at]! += minutes[at]!;
  }
  return [...spent].flatMap(([engagement, bySkill]) => beyond(plan, engagement, bySkill, known.get(engagement), time));
}

/**
 * What a ticket takes that says no hours: the mean of its engagement's tickets up to the last worked day that say theirs, rounded
 * to the minute; where none does, nobody writes hours into tickets, and those that people logged are all there are.
 */
function usualMinutes(
  { opened, engagement, minutes, length }: TicketColumns,
  worked: number,
): ReadonlyMap<number, number> {
  const sums = new Map<number, { minutes: number; count: number }>();
  for (let row = 0; row < length; row++) {
    if (minutes[row]! < 0 || opened[row]! > worked) continue;
    const sum = sums.get(engagement[row]!) ?? { minutes: 0, count: 0 };
    sums.set(engagement[row]!, sum);
    sum.minutes += minutes[row]!;
    sum.count += 1;
  }
  return new Map([...sums].map(([one, { minutes: all, count }]) => [one, roundedPart(all, 1, count)]));
}

/** Minutes of tickets by engagement, skill and piece. */
function ticketMinutes(
  { tickets: { every: tickets } }: Plan,
  time: MoneyTime,
): ReadonlyMap<number, ReadonlyMap<number, Float64Array>> {
  const found = new Map<number, Map<number, Float64Array>>();
  const usual = usualMinutes(tickets, time.worked);
  for (let row = 0; row < tickets.length; row++) {
    const day = tickets.opened[row]!;
    const said = tickets.minutes[row]!;
    const taken = said >= 0 ? said : (usual.get(tickets.engagement[row]!) ?? 0);
    if (day < time.from || day > time.to || day > time.worked || taken === 0) continue;
    const bySkill = found.get(tickets.engagement[row]!) ?? new Map<number, Float64Array>();
    found.set(tickets.engagement[row]!, bySkill);
    const minutes = bySkill.get(tickets.skill[row]!) ?? new Float64Array(time.periods.length);
    bySkill.set(tickets.skill[row]!, minutes);
    minutes[time.periodOf[day - time.from]!]! += taken;
  }
  return found;
}

function beyond(
  { skills: names }: Plan,
  engagement: number,
  bySkill: ReadonlyMap<number, Float64Array>,
  tracked: Float64Array | undefined,
  time: MoneyTime,
): readonly Hours[] {
  const months = new Set(time.monthOf.subarray(time.first, time.last + 1));
  const nameOf = (skill: number) => names[skill] ?? "";
  const skills = [...bySkill.keys()].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  const found = skills.map(
    (skill): Hours => ({
      engagement,
      person: -1,
      skill,
      role: "",
      billable: false,
      source: "untracked",
      line: `untracked ${engagement} ${skill}`,
      minutes: new Float64Array(time.periods.length),
    }),
  );
  for (const month of months) {
    const { from, to } = monthPeriod(month);
    const pieces = time.periods.flatMap((piece, at) =>
      piece.from >= from && piece.from <= to && piece.from <= time.worked ? [at] : [],
    );
    const of = (minutes: Float64Array) => pieces.reduce((sum, at) => sum + minutes[at]!, 0);
    const taken = skills.reduce((sum, skill) => sum + of(bySkill.get(skill)!), 0);
    const left = taken - (tracked === undefined ? 0 : of(tracked));
    if (left <= 0) continue;
    let [running, shared] = [0, 0];
    skills.forEach((skill, number) => {
      const own = bySkill.get(skill)!;
      const its = of(own);
      running += its;
      const share = roundedPart(left, running, taken) - shared;
      shared += share;
      if (its > 0) spread(own, its, share, pieces, found[number]!.minutes);
    });
  }
  return found;
}

/** A month's share of a skill as its tickets fall: up to each day the same, however the month is cut. */
function spread(own: Float64Array, whole: number, share: number, pieces: readonly number[], into: Float64Array): void {
  let [running, before] = [0, 0];
  for (const at of pieces) {
    running += own[at]!;
    const now = roundedPart(share, running, whole);
    into[at] = now - before;
    before = now;
  }
}
