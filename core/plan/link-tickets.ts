import { type DayNumber, dayNumber } from "../units.ts";
import { isoDate } from "./calendar.ts";
import type { Complaint } from "./complaint.ts";
import { complain, type Findings } from "./findings.ts";
import { engagementOf, type LinkedEngagements } from "./link-engagements.ts";
import type { Links } from "./link-needs.ts";
import type { Need, Settings } from "./plan.ts";
import { complainOfUnknown, use } from "./references.ts";
import { BLANK, EXCLUDED, type Rows, USED } from "./rows.ts";
import type { TICKETS } from "./tables.ts";
import { daysCovered } from "./ticket-days.ts";
import { NO_TICKETS, type TicketColumns, type Tickets } from "./tickets.ts";

export type TicketRows = Rows<(typeof TICKETS)["columns"]>;

/** Rows of Tickets with their engagement; `asked` is the first day that figures are wanted for, where it is known. What is wrong with many rows in the same way is said once, with their number. */
export function linkTickets(
  rows: TicketRows,
  needs: readonly Need[],
  links: Links,
  asked: DayNumber | null = null,
): Tickets {
  if (rows.length === 0) return NO_TICKETS;
  const { engagements, skills, settings, findings } = links;
  const { length, state, columns } = rows;
  checkClosed(rows, findings);
  const usable = [...state.keys()].filter((index) => state[index] === USED);
  const { from: start, to: last, limit, isEarly } = daysCovered(rows, settings, asked);
  const only = onlyQueue(needs, engagements);
  const [beyond, future, early, lost, inside] = [group(), group(), group(), group(), group()];
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
    if (limit !== null && columns.opened[index]! > limit) leaveOut(rows, index, beyond);
    else if (columns.opened[index]! > last) leaveOut(rows, index, future);
    else if (columns.opened[index]! < start) leaveOut(rows, index, early);
    else if (number >= 0) {
      if (isEarly && asked !== null && columns.opened[index]! >= asked) count(inside, index);
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
  say(rows, "opened", beyond, beyondOf(settings, asked, beyond.count > MANY * used), findings);
  say(rows, "opened", future, futureOf(last), findings);
  say(rows, "opened", early, earlyFor(start), findings);
  if (asked !== null) say(rows, "opened", inside, insideOf(asked), findings);
  say(rows, "engagement", lost, NO_QUEUE, findings);
  for (const [name, { index, count }] of unknown)
    complainOfUnknown(findings, engagements.directory, { rows, index, key: "engagement" }, name, count);
  const covers = first > last ? null : { from: dayNumber(first), to: dayNumber(last) };
  const cut = (column: Int32Array) => column.subarray(0, used);
  const read = usable.filter((index) => queueOf(rows, only, engagements, index) >= 0);
  const isRead = new Set(read);
  return {
    length: used,
    covers,
    opened: cut(opened),
    engagement: cut(engagement),
    skill: cut(skill),
    minutes: cut(minutes),
    every: everyTicket(rows, read, only, links),
    unread: [...state.keys()].filter((index) => state[index] === EXCLUDED && !isRead.has(index)),
    only,
  };
}

/** Of every engagement's tickets, also those that no forecast is made of. */
function everyTicket(
  rows: TicketRows,
  all: readonly number[],
  only: number,
  { engagements, skills }: Links,
): TicketColumns {
  const { columns } = rows;
  return {
    length: all.length,
    opened: Int32Array.from(all, (index) => columns.opened[index]!),
    engagement: Int32Array.from(all, (index) => queueOf(rows, only, engagements, index)),
    skill: Int32Array.from(all, (index) => use(skills, columns.skill[index]!)),
    minutes: Int32Array.from(all, (index) => columns.hours[index]!),
  };
}

function queueOf({ columns }: TicketRows, only: number, engagements: LinkedEngagements, index: number): number {
  const name = columns.engagement[index]!;
  return name === BLANK ? only : engagementOf(engagements, name);
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

/** More of the tickets than this stand in the horizon for another reason than a mistake. */
const MANY = 0.1;

function beyondOf({ asOf, horizonFrom }: Settings, asked: DayNumber | null, isMany: boolean): Complaint {
  if (asOf !== null)
    return {
      code: "HR-172",
      why: `was opened after ${isoDate(asOf)}, the day in Settings, As of`,
      hint: "Maybe As of has moved on, or the date is mistyped.",
    };
  const first = horizonFrom ?? asked;
  const which = horizonFrom === null ? "the first day that is asked for," : "where the horizon begins,";
  const outdated =
    horizonFrom === null ? "the period asked for is past: say" : "Horizon from is out of date: move it, or say";
  const because = isMany ? outdated : "its date is mistyped; if it is right, say";
  return {
    code: "HR-172",
    why: `was opened on or after ${first === null ? "" : isoDate(first)}, ${which} and is left out of the history`,
    hint: `Maybe ${because} in Settings, As of, until when the table is complete.`,
  };
}

const insideOf = (asked: DayNumber): Complaint => ({
  code: "HR-174",
  why: `was opened on or after ${isoDate(asked)}, the first day that is asked for, and counts all the same, because too few tickets came before`,
  hint: "Maybe say in Settings, As of, until when the table is complete, or, Horizon from, where the plan begins.",
});

const futureOf = (last: number): Complaint => ({
  code: "HR-172",
  why: `was opened long after every other ticket, which end on ${isoDate(dayNumber(last))}, and is left out of the history`,
  hint: "Maybe its date is mistyped; if it is right, say in Settings, As of, until when the table is complete.",
});

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
