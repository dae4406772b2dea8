import { type Counted, comingShares } from "../engine/counted.ts";
import { isWeekend, type Period } from "../plan/calendar.ts";
import { type Plan, PPM } from "../plan/plan.ts";
import { dayAndMonth, listed } from "../sheets/words.ts";
import type { DayNumber } from "../units.ts";

/** What else a planner should know before allocating somebody: days away, and how the engagement counts. */
export function notesOf(
  plan: Plan,
  person: number,
  engagement: number,
  days: Period,
  counted: Counted,
): readonly string[] {
  const { name, status } = plan.engagements[engagement]!;
  const share = comingShares(plan, counted)[engagement]!;
  const counts =
    share === 0
      ? [`${name} is ${status}: its hours${status === "done" ? " to come" : ""} count nowhere.`]
      : share < PPM
        ? [`${name} is ${status}: its hours count at ${Math.round(share / 1000) / 10} %.`]
        : [];
  if (person < 0) return ["Nobody is named yet: the hours stay open until somebody is.", ...counts];
  return [...leaveNotes(plan, person, days), ...holidayNotes(plan, person, days), ...counts];
}

const MOST_NAMED = 6;

function leaveNotes({ leave }: Plan, person: number, { from, to }: Period): readonly string[] {
  const spans: string[] = [];
  for (let row = 0; row < leave.length; row++) {
    if (leave.person[row] !== person || leave.from[row]! > to || leave.to[row]! < from) continue;
    const hours = leave.minutes[row]! < 0 ? "" : ` (${leave.minutes[row]! / 60} h a day)`;
    spans.push(span(leave.from[row]! as DayNumber, leave.to[row]! as DayNumber) + hours);
  }
  return spans.length === 0 ? [] : [`On leave: ${listed(spans, MOST_NAMED)}.`];
}

function holidayNotes({ people, contracts, locations }: Plan, person: number, { from, to }: Period): readonly string[] {
  const days = people[person]!.contracts.flatMap((number) => {
    const own = contracts[number]!;
    const first = Math.max(from, own.from);
    const last = Math.min(to, own.to);
    return (locations[own.location]?.holidays ?? []).filter((day) => day >= first && day <= last && !isWeekend(day));
  });
  return days.length === 0
    ? []
    : [`Public ${days.length === 1 ? "holiday" : "holidays"}: ${listed(days.map(dayAndMonth), MOST_NAMED)}.`];
}

const span = (from: DayNumber, to: DayNumber): string =>
  from === to ? dayAndMonth(from) : `${dayAndMonth(from)} to ${dayAndMonth(to)}`;
