import { dayNumber } from "../units.ts";
import { isoDate, weekday } from "./calendar.ts";
import type { Complaint } from "./complaint.ts";
import { complain, type Findings } from "./findings.ts";
import type { TicketRows } from "./link-tickets.ts";
import type { Need, Settings } from "./plan.ts";
import { BLANK, USED } from "./rows.ts";
import { silenceIn } from "./ticket-silence.ts";
import type { Tickets } from "./tickets.ts";

/** What a table of tickets leaves to be assumed, each said once. */
export function checkTickets(
  rows: TicketRows,
  tickets: Tickets,
  needs: readonly Need[],
  settings: Settings,
  findings: Findings,
): void {
  checkHours(rows, findings);
  checkWeeks(rows, tickets, needs, findings);
  checkSilence(rows, tickets, settings, findings);
}

/** Tickets without hours count, and take what others took; hours of 0 ask for nothing. */
function checkHours(rows: TicketRows, findings: Findings): void {
  const { state, columns } = rows;
  let [used, without, first, zeros, firstZero] = [0, 0, -1, 0, -1];
  for (let index = 0; index < rows.length; index++) {
    if (state[index] !== USED) continue;
    used += 1;
    const hours = columns.hours[index]!;
    if (hours === BLANK) {
      if (without === 0) first = index;
      without += 1;
    } else if (hours === 0) {
      if (zeros === 0) firstZero = index;
      zeros += 1;
    }
  }
  if (without > 0) complain(findings, { rows, index: first, key: "hours" }, untimed(without, used));
  if (zeros > 0 && zeros === used - without) complain(findings, { rows, index: firstZero, key: "hours" }, NO_EFFORT);
}

function untimed(without: number, used: number): Complaint {
  const all = without === used;
  const which = all ? "no ticket has hours" : `${without} of ${used} tickets have no hours`;
  const then = all
    ? "so that a ticket takes what Support says, and without that nothing can be forecast in hours"
    : "and are taken to need what the others took";
  return { code: "HR-171", why: `${which}, ${then}`, hint: "Maybe the export has a column of time spent." };
}

const NO_EFFORT: Complaint = {
  code: "HR-259",
  why: "is what every ticket with hours says, so that by its tickets support takes no time",
  hint: "Maybe the time spent stands in another column, or was never logged.",
};

/** Tickets of less than a week, from Monday to Friday, forecast nothing; where no row of Support does either, it is said. */
function checkWeeks(
  rows: TicketRows,
  { length, covers, engagement }: Tickets,
  needs: readonly Need[],
  findings: Findings,
): void {
  const index = rows.state.indexOf(USED);
  if (index < 0) return;
  if (covers !== null && covers.from + ((7 - weekday(covers.from)) % 7) + 4 <= covers.to) return;
  const supported = new Set(needs.filter(({ source }) => source === "Support").map((need) => need.engagement));
  if (engagement.subarray(0, length).every((one) => supported.has(one))) return;
  const why = "no week is complete, from Monday to Friday, so that support cannot be forecast from tickets";
  const hint = "Maybe add older tickets, or say hours a week in Support.";
  complain(findings, { rows, index, key: "opened" }, { code: "HR-174", why, hint });
}

/** A pause of all queues near the end of the table weighs on every forecast: a planner has to know that it is counted. */
function checkSilence(rows: TicketRows, tickets: Tickets, { asOf }: Settings, findings: Findings): void {
  const silence = silenceIn(tickets);
  if (silence === null) return;
  const { after, before, weeks } = silence;
  const index = rows.columns.opened.findIndex((day, i) => rows.state[i] === USED && day === (before ?? after));
  const count = weeks === 1 ? "the empty week in between counts" : `the ${weeks} empty weeks in between count`;
  const complaint: Complaint =
    before === null
      ? {
          code: "HR-258",
          why: `is the day of the last ticket, and Settings, As of, is ${isoDate(asOf ?? after)}: ${count} in every queue`,
          hint: "Maybe the export is older than As of; if support stopped, all is well.",
        }
      : {
          code: "HR-258",
          why: `is the day of the first ticket after ${isoDate(dayNumber(after))}: ${count} in every queue`,
          hint: "Maybe tickets are missing from the export, or dates are mistyped; if support paused, all is well.",
        };
  complain(findings, { rows, index, key: "opened" }, complaint);
}
