import { LAST_DAY, type Plan } from "../../plan/plan.ts";
import type { Demand } from "../demand.ts";
import type { Hours } from "./hours.ts";
import type { MoneyTime } from "./money-time.ts";
import { bookedSkills } from "./worked-hours.ts";

/** Hours as planned, of which `own` serve nothing that is asked for. */
export interface Booked {
  readonly hours: Hours;
  readonly own: Float64Array;
}

/**
 * What was asked for up to the last worked day and nobody did, of engagements with a fixed fee: it is still to come, at once after
 * that day; where the engagement has no day left, its minutes are `undone` and nobody knows when it comes. Asked for are Demand and
 * placeholders. Of what people were booked on for it, what they did less is not done; what anybody did beyond their bookings is,
 * work whose bookings name one skill for that skill alone.
 */
export function lateWork(
  plan: Plan,
  booked: readonly Booked[],
  tracked: readonly Hours[],
  asked: Demand,
  open: readonly Hours[],
  time: MoneyTime,
): readonly Hours[] {
  const books = openBooks(plan, time);
  if (books.size === 0) return [];
  const past = (minutes: Float64Array) =>
    time.periods.reduce((sum, piece, at) => (piece.from <= time.worked ? sum + minutes[at]! : sum), 0);
  for (const { engagement, skill, role, need, minutes } of open) {
    const book = books.get(engagement);
    if (book === undefined || (need !== undefined && isSupport(plan, need))) continue;
    const late = past(minutes);
    lacking(book, skill, role, late);
    const at = (need ?? 0) * time.periods.length;
    if (need !== undefined) book.covered += past(asked.asked.subarray(at, at + time.periods.length)) - late;
  }
  const skills = bookedSkills(plan);
  const account = ({ engagement, person }: Hours) => {
    const book = books.get(engagement);
    if (book === undefined) return undefined;
    const skill = skills.get(engagement * plan.people.length + person) ?? -1;
    return kept(book.people, person, () => ({ skill, planned: 0, covers: 0, done: 0 }));
  };
  for (const { hours, own } of booked) {
    const one = account(hours);
    if (one === undefined) continue;
    one.planned += past(hours.minutes);
    one.covers += past(hours.minutes) - past(own);
  }
  for (const hours of tracked) {
    const one = account(hours);
    if (one !== undefined) one.done += past(hours.minutes);
  }
  return [...books].flatMap(([engagement, book]) => hoursOf(plan, engagement, lateOf(plan, book), time));
}

/** What is asked for of one skill and role, and not done. */
interface Lack {
  readonly skill: number;
  readonly role: string;
  minutes: number;
}

/** An engagement's past: what was asked for, and who did how much. */
interface Book {
  readonly lacks: Map<string, Lack>;
  /** What people were booked on of what Demand asks for. */
  covered: number;
  readonly people: Map<number, { readonly skill: number; planned: number; covers: number; done: number }>;
}

/** Finished work owes nothing, whatever was asked for. */
function openBooks({ money, engagements }: Plan, { worked }: MoneyTime): ReadonlyMap<number, Book> {
  const fixed = (money?.fees ?? []).filter(
    ({ kind, engagement }) => kind === "fixed fee" && engagements[engagement]!.status !== "done",
  );
  if (worked === 0) return new Map();
  return new Map(fixed.map(({ engagement }) => [engagement, { lacks: new Map(), covered: 0, people: new Map() }]));
}

/** Support that nothing came in for is not to come later. */
const isSupport = ({ needs }: Plan, need: number): boolean => needs[need]!.source === "Support";

function lacking({ lacks }: Book, skill: number, role: string, minutes: number): void {
  if (minutes > 0) kept(lacks, `${skill} ${role}`, () => ({ skill, role, minutes: 0 })).minutes += minutes;
}

function kept<K, T>(all: Map<K, T>, key: K, make: () => T): T {
  const found = all.get(key) ?? make();
  all.set(key, found);
  return found;
}

function lateOf({ skills }: Plan, book: Book): readonly Lack[] {
  const beyond = new Map<number, number>();
  const behind = new Map<number, number>();
  const add = (sums: Map<number, number>, skill: number, minutes: number) =>
    sums.set(skill, (sums.get(skill) ?? 0) + Math.max(0, minutes));
  for (const { skill, planned, covers, done } of book.people.values()) {
    add(beyond, skill, done - planned);
    add(behind, skill, covers - done);
  }
  const nameOf = (skill: number) => skills[skill] ?? "";
  const byName = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  for (const [skill, minutes] of [...behind].sort(([a], [b]) => byName(nameOf(a), nameOf(b)))) {
    const counts = Math.min(minutes, book.covered);
    book.covered -= counts;
    lacking(book, skill, "", counts);
  }
  const lacks = [...book.lacks.values()].sort(
    (a, b) => byName(nameOf(a.skill), nameOf(b.skill)) || byName(a.role, b.role),
  );
  const take = (skill: number, from: readonly Lack[]) => {
    let left = beyond.get(skill) ?? 0;
    for (const one of from) {
      const taken = Math.min(left, one.minutes);
      one.minutes -= taken;
      left -= taken;
    }
  };
  for (const skill of beyond.keys())
    if (skill >= 0)
      take(
        skill,
        lacks.filter((one) => one.skill === skill),
      );
  take(-1, lacks);
  return lacks.filter(({ minutes }) => minutes > 0);
}

function hoursOf(plan: Plan, engagement: number, lacks: readonly Lack[], time: MoneyTime): readonly Hours[] {
  const hasDays = lastDay(plan, engagement) > time.worked;
  return lacks.map(({ skill, role, minutes }): Hours => {
    const sums = new Float64Array(time.periods.length);
    if (hasDays) sums[time.periodOf[time.worked + 1 - time.from]!] = minutes;
    return {
      engagement,
      person: -1,
      skill,
      role,
      billable: plan.engagements[engagement]!.kind === "fixed price",
      source: "open",
      line: `late ${engagement} ${skill} ${role}`,
      minutes: sums,
      ...(hasDays ? {} : { undone: minutes }),
    };
  });
}

/** The last day on which anything of it is planned. */
function lastDay({ needs, allocations, money }: Plan, engagement: number): number {
  let last = 0;
  const reach = (to: number) => {
    if (to < LAST_DAY) last = Math.max(last, to);
  };
  for (const need of needs) if (need.engagement === engagement) reach(need.to);
  for (let row = 0; row < allocations.length; row++)
    if (allocations.engagement[row] === engagement) reach(allocations.to[row]!);
  for (const fee of money?.fees ?? []) if (fee.engagement === engagement && fee.kind === "fixed fee") reach(fee.to);
  return last;
}
