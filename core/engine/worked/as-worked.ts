import type { Period } from "../../plan/calendar.ts";
import { changed } from "../../plan/changed.ts";
import type { Logged } from "../../plan/money.ts";
import { type Allocations, EFFORT, type Plan } from "../../plan/plan.ts";
import type { DayNumber } from "../../units.ts";
import { lastWorked } from "../money/money-time.ts";
import { bookedSkills } from "../money/worked-hours.ts";
import { contractOn, loggedBy } from "./logged.ts";

/**
 * The plan with what was done in place of what was planned: on a past day on which somebody logged anything, 0 too, the
 * logged hours count and nothing else of theirs. Without such a day in the period it is the very same plan.
 */
export function asWorked(plan: Plan, { from, to }: Period): Plan {
  const last = Math.min(to, lastWorked(plan));
  const period = { from, to: last as DayNumber };
  if (last < from || !anyIn(plan, period)) return plan;
  const rows = loggedRows(plan, period);
  const worked: Logged = { ...loggedBy(plan, period), ...entriesOf(plan, rows) };
  return changed(plan, { allocations: withRows(plan, rows), worked });
}

function anyIn({ actuals }: Plan, { from, to }: Period): boolean {
  for (let row = 0; row < actuals.length; row++) if (actuals.day[row]! >= from && actuals.day[row]! <= to) return true;
  return false;
}

/** One row for what somebody logged on an engagement, billable and not apart; with the rows of Actuals that belong to it. */
interface LoggedRow {
  readonly person: number;
  readonly engagement: number;
  readonly billable: number;
  readonly entries: number[];
}

function loggedRows({ actuals, people }: Plan, { from, to }: Period): readonly LoggedRow[] {
  const found = new Map<number, LoggedRow>();
  for (let entry = 0; entry < actuals.length; entry++) {
    const day = actuals.day[entry]!;
    if (day < from || day > to) continue;
    const person = actuals.person[entry]!;
    const engagement = actuals.engagement[entry]!;
    const billable = actuals.billable[entry]!;
    const key = 2 * (engagement * people.length + person) + billable;
    const row = found.get(key);
    if (row === undefined) found.set(key, { person, engagement, billable, entries: [entry] });
    else row.entries.push(entry);
  }
  // In the order of their numbers, so that the order of the rows of Actuals means nothing.
  return [...found].sort(([a], [b]) => a - b).map(([, row]) => row);
}

function entriesOf(
  plan: Plan,
  rows: readonly LoggedRow[],
): Pick<Logged, "entries" | "row" | "day" | "minutes" | "contract"> {
  const { actuals, allocations } = plan;
  const entries = rows.reduce((sum, row) => sum + row.entries.length, 0);
  const row = new Int32Array(entries);
  const day = new Int32Array(entries);
  const minutes = new Int32Array(entries);
  const contract = new Int32Array(entries);
  let used = 0;
  rows.forEach((one, number) => {
    for (const entry of one.entries) {
      row[used] = allocations.length + number;
      day[used] = actuals.day[entry]!;
      minutes[used] = actuals.minutes[entry]!;
      contract[used] = contractOn(plan, one.person, actuals.day[entry]!);
      used += 1;
    }
  });
  return { entries, row, day, minutes, contract };
}

/** Logged hours stand below the rows of Allocations, so that these keep their numbers. */
function withRows(plan: Plan, rows: readonly LoggedRow[]): Allocations {
  const { allocations, actuals, people } = plan;
  const planned = allocations.length;
  const length = planned + rows.length;
  const skills = bookedSkills(plan);
  const grown = <T extends Int32Array | Uint8Array | Float64Array>(
    into: T,
    own: T,
    of: (row: LoggedRow) => number,
  ): T => {
    into.set(own.subarray(0, planned));
    rows.forEach((row, i) => {
      into[planned + i] = of(row);
    });
    return into;
  };
  const days = (row: LoggedRow) => row.entries.map((entry) => actuals.day[entry]!);
  const least = (row: LoggedRow) => days(row).reduce((a, b) => Math.min(a, b));
  const most = (row: LoggedRow) => days(row).reduce((a, b) => Math.max(a, b));
  const int = () => new Int32Array(length);
  return {
    length,
    person: grown(int(), allocations.person, (row) => row.person),
    engagement: grown(int(), allocations.engagement, (row) => row.engagement),
    skill: grown(int(), allocations.skill, (row) => skills.get(row.engagement * people.length + row.person) ?? -1),
    from: grown(int(), allocations.from, least),
    to: grown(int(), allocations.to, most),
    per: grown(new Uint8Array(length), allocations.per, () => EFFORT.logged),
    amount: grown(new Float64Array(length), allocations.amount, () => 0),
    billable: grown(new Uint8Array(length), allocations.billable, (row) => row.billable),
    row: grown(int(), allocations.row, () => 0),
  };
}
