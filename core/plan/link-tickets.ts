import { type DayNumber, dayNumber } from "../units.ts";
import { isoDate, weekday } from "./calendar.ts";
import type { Complaint } from "./complaint.ts";
import { complain, type Findings } from "./findings.ts";
import { engagementOf, type LinkedEngagements } from "./link-engagements.ts";
import type { Links } from "./link-needs.ts";
import type { Need } from "./plan.ts";
import { complainOfUnknown, use } from "./references.ts";
import { BLANK, EXCLUDED, type Rows, USED } from "./rows.ts";
import type { TICKETS } from "./tables.ts";
import { daysCovered } from "./ticket-days.ts";
import { NO_TICKETS, type Tickets } from "./tickets.ts";

export type TicketRows = Rows<(typeof TICKETS)["columns"]>;

/** Rows of Tickets with their engagement. What is wrong with many rows in the same way is said once, with their number. */
export function linkTickets(rows: TicketRows, needs: readonly Need[], links: Links): Tickets {
  if (rows.length === 0) return NO_TICKETS;
  const { engagements, skills, settings, findings } = links;
  const { length, state, columns } = rows;
  checkClosed(rows, findings);
  const { from: start, to: last } = daysCovered(rows, settings.asOf);
  const only = onlyQueue(needs, engagements);
  const [future, early, lost] = [group(), group(), group()];
  const unknown = new Map<number, Group>();
  const opened = new Int32Array(length);
  const engagement = new Int32Array(length);
  const skill = new Int32Array(length);
  const minutes = new Int32Array(length);
  let [used, first] = [0, Number.POSITIVE_INFINITY];
  for (let index = 0; index < length; index++) {
    if (state[index] !== USED) continue;
    const name = columns.engagement[index]!;
    const number = name === BLANK ? only : engagementOf(engagements, name);
    if (columns.opened[index]! > last) leaveOut(rows, index, future);
    else if (columns.opened[index]! < start) leaveOut(rows, index, early);
    else if (number >= 0) {
      opened[used] = columns.opened[index]!;
      engagement[used] = number;
      skill[used] = use(skills, columns.skill[index]!);
      minutes[used] = columns.hours[index]!;
      first = Math.min(first, opened[used]!);
      used += 1;
    } else if (name === BLANK) leaveOut(rows, index, lost);
    else {
      const same = unknown.get(name) ?? group();
      unknown.set(name, same);
      leaveOut(rows, index, same);
    }
  }
  say(rows, "opened", future, futureOf(settings.asOf, last), findings);
  say(rows, "opened", early, earlyFor(start), findings);
  say(rows, "engagement", lost, NO_QUEUE, findings);
  for (const [name, { index, count }] of unknown)
    complainOfUnknown(findings, engagements.directory, { rows, index, key: "engagement" }, name, count);
  const covers = first > last ? null : { from: dayNumber(first), to: dayNumber(last) };
  const cut = (column: Int32Array) => column.subarray(0, used);
  return {
    length: used,
    covers,
    opened: cut(opened),
    engagement: cut(engagement),
    skill: cut(skill),
    minutes: cut(minutes),
  };
}

/** Tickets without hours count, and take what others took: said once. */
export function checkTicketHours(rows: TicketRows, findings: Findings): void {
  const without = group();
  let used = 0;
  for (let index = 0; index < rows.length; index++) {
    if (rows.state[index] !== USED) continue;
    used += 1;
    if (rows.columns.hours[index] === BLANK) count(without, index);
  }
  if (without.count === 0) return;
  const all = without.count === used;
  const which = all ? "no ticket has hours" : `${without.count} of ${used} tickets have no hours`;
  const then = all
    ? "so that a ticket takes what Support says, and without that nothing can be forecast in hours"
    : "and are taken to need what the others took";
  const hint = "Maybe the export has a column of time spent.";
  complain(findings, { rows, index: without.index, key: "hours" }, { code: "HR-171", why: `${which}, ${then}`, hint });
}

/** Tickets of less than a week, from Monday to Friday, forecast nothing; where no row of Support does either, it is said. */
export function checkTicketWeeks(
  rows: TicketRows,
  { length, covers, engagement }: Tickets,
  needs: readonly Need[],
  findings: Findings,
): void {
  if (covers !== null && covers.from + ((7 - weekday(covers.from)) % 7) + 4 <= covers.to) return;
  const supported = new Set(needs.filter(({ source }) => source === "Support").map((need) => need.engagement));
  if (engagement.subarray(0, length).every((one) => supported.has(one))) return;
  const index = rows.state.indexOf(USED);
  const why = "no week is complete, from Monday to Friday, so that support cannot be forecast from tickets";
  const hint = "Maybe add older tickets, or say hours a week in Support.";
  complain(findings, { rows, index, key: "opened" }, { code: "HR-174", why, hint });
}

/** Rows with the same mistake: the first, and how many. */
interface Group {
  index: number;
  count: number;
}
const group = (): Group => ({ index: -1, count: 0 });

function count(same: Group, index: number): void {
  if (same.count === 0) same.index = index;
  same.count += 1;
}

function leaveOut({ state }: Rows, index: number, same: Group): void {
  state[index] = EXCLUDED;
  count(same, index);
}

function say(rows: Rows, key: string, { index, count }: Group, complaint: Complaint, findings: Findings): void {
  if (count === 0) return;
  const why = count === 1 ? complaint.why : `${complaint.why} (${count} rows)`;
  complain(findings, { rows, index, key }, { ...complaint, why });
}

const NO_QUEUE: Complaint = {
  code: "HR-173",
  why: "names no engagement or queue",
  hint: "Maybe fill Engagement; it may stay empty where Support has one engagement only.",
};

const futureOf = (asOf: DayNumber | null, last: number): Complaint => {
  const day = isoDate(dayNumber(last));
  return asOf === null
    ? {
        code: "HR-172",
        why: `was opened long after every other ticket, which end on ${day}, and is left out of the history`,
        hint: "Maybe its date is mistyped; if it is right, say in Settings, As of, until when the table is complete.",
      }
    : {
        code: "HR-172",
        why: `was opened after ${day}, the day in Settings, As of`,
        hint: "Maybe As of has moved on, or the date is mistyped.",
      };
};

const earlyFor = (start: number): Complaint => ({
  code: "HR-172",
  why: `was opened long before every other ticket, which begin on ${isoDate(dayNumber(start))}, and is left out of the history`,
  hint: "Maybe its date is mistyped.",
});

function checkClosed(rows: TicketRows, findings: Findings): void {
  const { opened, closed } = rows.columns;
  const early = group();
  for (let index = 0; index < rows.length; index++) {
    if (rows.state[index] !== USED || closed[index] === BLANK || closed[index]! >= opened[index]!) continue;
    leaveOut(rows, index, early);
  }
  const hint = "Maybe the two days changed places, or one has the wrong year.";
  say(rows, "closed", early, { code: "HR-114", why: "was closed before it was opened", hint }, findings);
}

/** The one engagement with rows of Support, or the one managed service: whose tickets need not name it. */
function onlyQueue(needs: readonly Need[], { engagements }: LinkedEngagements): number {
  const supported = new Set(needs.filter(({ source }) => source === "Support").map((need) => need.engagement));
  const managed = engagements.flatMap(({ kind }, number) => (kind === "managed service" ? [number] : []));
  const [one, other] = supported.size > 0 ? [...supported] : managed;
  return one === undefined || other !== undefined ? BLANK : one;
}
