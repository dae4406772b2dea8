import type { BackTest } from "../engine/support/back-test.ts";
import type { Forecast } from "../engine/support/forecast.ts";
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
  const raised = forecast.raised > 0 ? `; ${forecast.raised.toFixed(1)} added, for forecasts of late ran low` : "";
  return `${HOW[forecast.method](forecast, history.weeks.length)}${raised}${SIZES[borrowed]}`;
}

const HOW: Readonly<Record<Forecast["method"], (forecast: Forecast, weeks: number) => string>> = {
  "no history": () => "No complete week of tickets yet",
  "short history": (_, weeks) => `Only ${counted(weeks, "week")}: their mean, varying as by chance (Poisson)`,
  "many empty weeks": () => "Often empty: smoothed mean, varying as by chance (Poisson)",
  "as even as chance": () => "Smoothed mean, varying as by chance (Poisson)",
  bursty: ({ dispersion }) =>
    `Smoothed mean, varying ${dispersion.toFixed(1)} times as much as by chance (negative binomial)`,
};

const SIZES: Readonly<Record<Queue["borrowed"], string>> = {
  nothing: "",
  row: "; hours a ticket from its row of Support",
  skill: "; hours a ticket from the skill's other tickets",
  "all tickets": "; hours a ticket from all tickets",
};

/** What a back-test says in a sentence. */
export function heldText({ forecasts, ours, naive, mean }: BackTest): string {
  if (forecasts === 0) return "Too few weeks to look back: at least 24 complete ones.";
  const held = Math.round(ours.held[1]! * 100);
  const times = forecasts === 1 ? "past forecast" : `past ${forecasts} forecasts`;
  return `On your own ${times} the 80 % line held in ${held} % of weeks. ${besideText(ours.mase, naive.mase, mean.mase)}`;
}

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
