import { type Absences, absences, fillContracted, scaleHire, takeHolidays } from "../engine/capacity-days.ts";
import { hireShare } from "../engine/counted.ts";
import { weekday } from "../plan/calendar.ts";
import { PPM } from "../plan/plan.ts";
import { total } from "../sheets/sums.ts";
import { dayAndMonth } from "../sheets/words.ts";
import type { DayNumber } from "../units.ts";
import type { Ask } from "./ask.ts";
import { group, type Part, part } from "./explanation.ts";
import type { Who } from "./who.ts";
import { daysText, hoursText, percentText } from "./words.ts";

/** Minutes of capacity and what takes them away, in the order in which it does. */
interface Found {
  readonly contracted: Map<number, number>;
  /** By location and day. */
  readonly holidays: Map<string, number>;
  /** By row of Leave. */
  readonly leave: Map<number, number>;
  readonly hires: Map<number, number>;
}

/** Capacity: contract hours, less public holidays, less leave row by row, less what a hire does not count for. */
export function capacityParts(ask: Ask, who: Who): readonly Part[] {
  const { plan } = ask;
  const found: Found = { contracted: new Map(), holidays: new Map(), leave: new Map(), hires: new Map() };
  const all = absences(plan, ask.counted);
  for (const contract of who.contracts) addContract(all, who, contract, found);
  const person = (contract: number) => plan.contracts[contract]!.person;
  const at = (contract: number) => ({ kind: "person", number: person(contract) }) as const;
  const nameOf = (contract: number) => plan.people[person(contract)]!.name;
  const week = (contract: number) => hoursText(total(plan.contracts[contract]!.weekdays));
  return [
    ...group(
      "Contract hours",
      [...found.contracted].map(([one, minutes]) => part(`${nameOf(one)}, ${week(one)} a week`, minutes, at(one))),
    ),
    ...group(
      "Public holidays",
      [...found.holidays].map(([label, minutes]) => part(label, -minutes)),
    ),
    ...group(
      "Leave",
      [...found.leave].map(([row, minutes]) => part(leaveText(ask, row), -minutes, { kind: "leave", number: row })),
    ),
    ...group(
      "What hires do not count for",
      [...found.hires].map(([one, minutes]) => part(`${nameOf(one)}: ${hireText(ask, one)}`, -minutes, at(one))),
    ),
  ];
}

function addContract(all: Absences, { parts, counts }: Who, number: number, found: Found): void {
  const contract = all.plan.contracts[number]!;
  parts.periods.forEach((piece, at) => {
    const [from, to] = [Math.max(piece.from, contract.from), Math.min(piece.to, contract.to)];
    if (from > to || !counts(number, at)) return;
    const start = from - weekday(from);
    const [first, last] = [from - start, to - start];
    const days = new Int32Array(last + 8);
    const had = () => total(days.subarray(first, last + 1));
    const monday = fillContracted(contract.weekdays, first, last, days);
    let minutes = had();
    add(found.contracted, number, minutes);
    const less = (into: (minutes: number) => void) => {
      const now = had();
      if (now !== minutes) into(minutes - now);
      minutes = now;
    };
    const location = all.plan.locations[contract.location];
    for (const holiday of location?.holidays ?? []) {
      if (holiday < start || holiday > to) continue;
      takeHolidays([holiday], start, monday, last, days);
      less((gone) => add(found.holidays, `${dayAndMonth(holiday)}${location!.name && `, ${location!.name}`}`, gone));
    }
    for (const row of leaveRows(all, contract.person)) {
      takeLeave(all, row, start, monday, last, days);
      less((gone) => add(found.leave, row, gone));
    }
    scaleHire(all, contract, start, monday, last, days);
    less((gone) => add(found.hires, number, gone));
  });
}

const add = <K>(into: Map<K, number>, key: K, minutes: number) => into.set(key, (into.get(key) ?? 0) + minutes);

function leaveRows({ leaveOf }: Absences, person: number): Int32Array {
  return leaveOf.order.subarray(leaveOf.first[person]!, leaveOf.first[person + 1]!);
}

function takeLeave(
  { plan: { leave } }: Absences,
  row: number,
  start: number,
  from: number,
  to: number,
  days: Int32Array,
) {
  const off = leave.minutes[row]!;
  const last = Math.min(leave.to[row]! - start, to);
  for (let day = Math.max(leave.from[row]! - start, from); day <= last; day++) {
    days[day] = off < 0 ? 0 : Math.max(0, days[day]! - off);
  }
}

function leaveText({ plan: { leave, people }, from, to }: Ask, row: number): string {
  const days = daysText(Math.max(leave.from[row]!, from) as DayNumber, Math.min(leave.to[row]!, to) as DayNumber);
  const hours = leave.minutes[row]! < 0 ? "" : `, ${hoursText(leave.minutes[row]!)} a day`;
  return `${people[leave.person[row]!]!.name}, ${days}${hours}`;
}

function hireText({ plan, counted }: Ask, number: number): string {
  const contract = plan.contracts[number]!;
  const share = hireShare(contract, counted);
  const odds = share === PPM ? [] : [`counts with ${percentText(share)}`];
  const ramp = contract.rampUpWeeks === 0 ? [] : [`${contract.rampUpWeeks} weeks of ramp-up`];
  return [...odds, ...ramp].join(", ");
}
