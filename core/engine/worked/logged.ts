import type { Period } from "../../plan/calendar.ts";
import type { Logged } from "../../plan/money.ts";
import type { Plan } from "../../plan/plan.ts";
import { grouped } from "../grouped.ts";

/** Where a person's hours of a day belong: the contract that holds on it, else the last one before, else the first. */
export function contractOn({ people, contracts }: Plan, person: number, day: number): number {
  const numbers = people[person]?.contracts ?? [];
  let found = numbers[0] ?? -1;
  for (const number of numbers) {
    if (contracts[number]!.from > day) break;
    found = number;
  }
  return found;
}

/** The stretches of first..last on which a person logged nothing: first day, last day, first day, last day … */
export function unlogged(
  { first: begins, days }: Logged,
  person: number,
  first: number,
  last: number,
): readonly number[] {
  const left: number[] = [];
  let from = first;
  for (let at = firstFrom(days, begins[person]!, begins[person + 1]!, first); at < begins[person + 1]!; at++) {
    const day = days[at]!;
    if (day > last) break;
    if (day > from) left.push(from, day - 1);
    from = day + 1;
  }
  if (from <= last) left.push(from, last);
  return left;
}

/** Those of the stretches that lie in the places first..last of a window that starts on the day `start`. */
export function eachStretch(
  stretches: readonly number[],
  start: number,
  first: number,
  last: number,
  add: (first: number, last: number) => void,
): void {
  for (let i = 0; i < stretches.length; i += 2) {
    const from = Math.max(first, stretches[i]! - start);
    const to = Math.min(last, stretches[i + 1]! - start);
    if (from <= to) add(from, to);
  }
}

/** The days on which each person logged anything, ascending: of `person` those from first[person] to first[person + 1]. */
export function loggedBy(
  { actuals, people }: Plan,
  { from, to }: Period,
): { readonly first: Int32Array; readonly days: Int32Array } {
  const { person, day } = actuals;
  const { first: begins, order } = grouped(person, people.length);
  const first = new Int32Array(people.length + 1);
  const days = new Int32Array(actuals.length);
  let used = 0;
  people.forEach((_, number) => {
    const own: number[] = [];
    for (let at = begins[number]!; at < begins[number + 1]!; at++) {
      const one = day[order[at]!]!;
      if (one >= from && one <= to) own.push(one);
    }
    own.sort((a, b) => a - b);
    for (let at = 0; at < own.length; at++) if (own[at] !== own[at - 1]) days[used++] = own[at]!;
    first[number + 1] = used;
  });
  return { first, days: days.subarray(0, used) };
}

function firstFrom(days: Int32Array, begin: number, end: number, day: number): number {
  let [low, high] = [begin, end];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[middle]! < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
