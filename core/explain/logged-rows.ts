import { lastWorked } from "../engine/money/money-time.ts";
import type { Period } from "../plan/calendar.ts";
import { EFFORT, type Plan } from "../plan/plan.ts";
import { dayNumber } from "../units.ts";
import { amountOf, type Origin, type Part, part } from "./explanation.ts";
import { dayText } from "./words.ts";

/** The rows of Actuals behind the hours that somebody logged on an engagement in some days, day by day. */
export type LoggedRows = (person: number, engagement: number, days: Period, billable?: number) => readonly Part[];

/** Each row of Actuals is looked at once, however many parts ask for theirs. */
export function loggedRows({ actuals, people }: Plan): LoggedRows {
  let found: Map<number, number[]> | null = null;
  const byWork = (): Map<number, number[]> => {
    const rows = new Map<number, number[]>();
    for (let entry = 0; entry < actuals.length; entry++) {
      const key = actuals.engagement[entry]! * people.length + actuals.person[entry]!;
      const own = rows.get(key);
      if (own === undefined) rows.set(key, [entry]);
      else own.push(entry);
    }
    return rows;
  };
  return (person, engagement, { from, to }, billable) => {
    found ??= byWork();
    return (found.get(engagement * people.length + person) ?? [])
      .filter((entry) => actuals.day[entry]! >= from && actuals.day[entry]! <= to)
      .filter((entry) => billable === undefined || actuals.billable[entry] === billable)
      .sort((a, b) => actuals.day[a]! - actuals.day[b]!)
      .map((entry) => part(dayText(dayNumber(actuals.day[entry]!)), actuals.minutes[entry]!, actualOf(actuals, entry)));
  };
}

const actualOf = ({ row }: Plan["actuals"], entry: number): Origin | null =>
  row === undefined ? null : { kind: "row", table: "Actuals", row: row[entry]! };

/** A part of logged hours with its rows; what of them does not count in it is a part too. */
export function withLogged(plan: Plan, one: Part, row: number, days: Period, rowsOf: LoggedRows): Part {
  const { per, person, engagement, billable } = plan.allocations;
  if (per[row] !== EFFORT.logged) return one;
  const to = dayNumber(Math.min(days.to, lastWorked(plan)));
  const parts = rowsOf(person[row]!, engagement[row]!, { from: days.from, to }, billable[row]!);
  const rest = one.amount - amountOf(parts);
  const all = rest === 0 ? parts : [...parts, part("Of these hours, not counted here", rest)];
  return parts.length === 0 ? one : { ...one, at: parts[0]!.at, parts: all };
}
