import { type Minutes, toHours } from "../units.ts";
import { calendarsOf, dayOfPerson, minutesAway, type WorkingTimes } from "./at-work.ts";
import { inHint } from "./complaint.ts";
import { complain, type Findings, type Spot } from "./findings.ts";
import { isLeaveWork } from "./leave-work.ts";
import type { ACTUALS } from "./money-tables.ts";
import type { Engagement } from "./plan.ts";
import { NO_ROW, type Rows, USED } from "./rows.ts";

interface Logs {
  readonly rows: Rows<(typeof ACTUALS)["columns"]>;
  readonly work: readonly Engagement[];
  readonly times: WorkingTimes;
  /** The person and the engagement of a row; below 0 for none. */
  readonly personOf: (index: number) => number;
  readonly engagementOf: (index: number) => number;
  readonly findings: Findings;
}

/**
 * Leave that stands in Actuals as work. On days off, which have taken these hours from capacity already, its rows count nowhere; on any
 * other day they count as work. Both are said once an engagement.
 */
export function leaveOutLeave(logs: Logs): void {
  const { rows, work, times, personOf, engagementOf } = logs;
  const isLeave = work.map(isLeaveWork);
  if (!isLeave.includes(true)) return;
  const { day, hours } = rows.columns;
  const days = new Map<string, number[]>();
  for (let index = 0; index < rows.length; index++) {
    if (rows.state[index] !== USED || personOf(index) < 0 || isLeave[engagementOf(index)] !== true) continue;
    const key = `${personOf(index)} ${day[index]}`;
    const own = days.get(key);
    if (own === undefined) days.set(key, [index]);
    else own.push(index);
  }
  const calendars = calendarsOf(times);
  const off = new Map<number, number[]>();
  const counted = new Map<number, number[]>();
  for (const own of days.values()) {
    const [who, date] = [personOf(own[0]!), day[own[0]!]!];
    const sum = own.reduce((all, index) => all + Math.max(0, hours[index]!), 0);
    const is = dayOfPerson(calendars, who, date);
    const isOff = is === "holiday or leave" || (is === "at work" && sum <= minutesAway(calendars, who, date));
    for (const index of own) {
      const group = isOff ? off : counted;
      const one = engagementOf(index);
      const same = group.get(one) ?? [];
      group.set(one, same);
      if (isOff || hours[index]! > 0) same.push(index);
      if (isOff) rows.state[index] = NO_ROW;
    }
  }
  say(logs, off, OFF);
  say(logs, counted, COUNTED);
}

const OFF = {
  code: "HR-283",
  why: "are on days off of Leave or Holidays, which have taken these hours from capacity already, and are left out",
  hint: "Maybe leave such rows out of Actuals; nothing else is to do.",
} as const;
const COUNTED = {
  code: "HR-287",
  why: "are on days that neither Leave nor Holidays say are off, and count as work",
  hint: "Maybe put these days into Leave or Holidays; if it is work after all, give the engagement another name.",
} as const;

const MOST_PLACES = 5;

function say(
  { rows, work, findings }: Logs,
  groups: ReadonlyMap<number, readonly number[]>,
  { code, why, hint }: typeof OFF | typeof COUNTED,
): void {
  for (const [engagement, unordered] of groups) {
    if (unordered.length === 0) continue;
    const indexes = [...unordered].sort((a, b) => a - b);
    const minutes = indexes.reduce((all, index) => all + Math.max(0, rows.columns.hours[index]!), 0);
    const [spot, ...more] = indexes.map((index): Spot => ({ rows, index, key: "engagement" }));
    const hours = inHint(toHours(minutes as Minutes));
    const what = `${hours} ${minutes === 60 ? "hour" : "hours"} of ${work[engagement]!.name}`;
    const count = indexes.length === 1 ? "" : ` (${indexes.length} rows)`;
    const says = { code, why: `sounds like leave: ${what} ${why}${count}`, hint };
    complain(findings, spot!, says, ...more.slice(0, MOST_PLACES));
  }
}
