import type { BackTest, Untested } from "../engine/support/back-test.ts";
import type { Forecast } from "../engine/support/forecast.ts";
import type { History } from "../engine/support/history.ts";
import type { Queue } from "../engine/support/queues.ts";
import type { Plan } from "../plan/plan.ts";
import { counted } from "./words.ts";

/** How a queue's weeks are forecast, for somebody who has never heard of a distribution; what counts comes first. */
export function methodText(plan: Plan, queue: Queue): string {
  const { rows } = queue;
  const tickets = ticketsText(queue);
  if (rows.length === 0) return tickets ?? "";
  const varies = rows.some(({ arrivals }) => arrivals !== undefined);
  const row = varies ? "Its row: tickets come in by chance (Poisson)" : "Its row: stated hours, taken not to vary";
  if (tickets === null) return row;
  return countsText(plan, queue) === "Tickets" ? tickets : `${row}. Its tickets: ${tickets}`;
}

function ticketsText({ forecast, history, borrowed }: Queue): string | null {
  if (forecast === null || history === null) return null;
  const silent = silentText(history);
  const raised = forecast.raised > 0 ? `; ${forecast.raised.toFixed(1)} added, for forecasts of late ran low` : "";
  return `${meansText(forecast, history.weeks.length)}${raised}${silent}${lumpyText(history)}${SIZES[borrowed]}`;
}

const SILENT = 4;

/** A queue that has stopped, as far as its tickets say. */
function silentText({ weeks }: History): string {
  let silent = 0;
  while (silent < weeks.length && weeks[weeks.length - 1 - silent] === 0) silent += 1;
  return silent < SILENT || silent === weeks.length ? "" : `; no ticket in its last ${silent} weeks`;
}

const LUMPY_WEEKS = 16;
const EMPTY = 0.15;
const FULL = 5;

/** Weeks that are empty or full have two peaks, which no line here knows of: many weeks of nothing although much usually comes. */
function lumpyText({ weeks }: History): string {
  let count = weeks.length;
  while (count > 0 && weeks[count - 1] === 0) count -= 1;
  const busy = weeks.subarray(0, count).filter((tickets) => tickets > 0);
  const usual = busy.reduce((sum, tickets) => sum + tickets, 0) / Math.max(1, busy.length);
  if (count < LUMPY_WEEKS || count - busy.length < EMPTY * count || usual < FULL) return "";
  return "; its weeks are either empty or full, so that lines hold less often than they say: reserve with a higher confidence";
}

/** Of half a year and less a forecast says how little it knows. */
const FEW_WEEKS = 26;

function meansText({ method, dispersion }: Forecast, weeks: number): string {
  if (method === "no history") return "No complete week of tickets yet";
  const mean = method === "short history" ? "the mean" : "smoothed mean";
  const spread =
    dispersion > 1
      ? `varying ${dispersion.toFixed(1)} times as much as by chance (negative binomial)`
      : "varying as by chance (Poisson)";
  if (weeks < FEW_WEEKS) return `Only ${counted(weeks, "week")} of history: ${mean}, ${spread}`;
  return `Smoothed mean, ${spread}`;
}

const SIZES: Readonly<Record<Queue["borrowed"], string>> = {
  nothing: "",
  "its last weeks": "; hours a ticket from the last 13 weeks, in which they differ from before",
  row: "; hours a ticket from its row of Support",
  skill: "; hours a ticket from the skill's other tickets",
  "all tickets": "; hours a ticket from all tickets",
};

/** What a back-test says in a sentence. */
export function heldText({ forecasts, without, ours, naive, mean }: BackTest): string {
  if (without !== null) return UNTESTED[without];
  const held = Math.round(ours.held[1]! * 100);
  const times = forecasts === 1 ? "past forecast" : `past ${forecasts} forecasts`;
  return `On your own ${times} the 80 % line held in ${held} % of weeks. ${besideText(ours.mase, naive.mase, mean.mase)}`;
}

const UNTESTED: Readonly<Record<Untested, string>> = {
  "few weeks": "Too few weeks to look back: at least 24 complete ones.",
  "few hours": "Too few tickets with hours in the weeks before: at least five.",
  "never changed": "Its weeks never changed: there is nothing that a forecast could have missed.",
  "changed late": "Its weeks changed only at the end: before that there was no change to hold an error against.",
};

/** Why a queue's weeks cannot be held against a forecast in hours. */
export const untimedText = ({ tickets, timed }: History): string =>
  `Only ${timed} of ${counted(tickets, "ticket")} say their hours: too few to know what a week took.`;

function besideText(ours: number, naive: number, mean: number): string {
  const [best, second] = ours <= mean ? [ours, mean] : [mean, ours];
  const near = best >= 0.95 * second;
  const eight = near ? "as near as" : ours < mean ? "nearer than" : "further off than";
  const last = ours < naive ? "nearer than" : "no nearer than";
  return `Its expected number was ${eight} the mean of eight weeks, and ${last} last week's number.`;
}

/** Which figure a plan counts for a queue. */
export const countsText = (plan: Plan, { rows, arrivals }: Queue): string => {
  if (rows.length === 0) return arrivals === null ? "Nothing" : "Tickets";
  if (arrivals === null) return "Support row";
  return plan.settings.supportCounts === "tickets" ? "Tickets" : "Support row";
};
