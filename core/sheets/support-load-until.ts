import { weeksCovered } from "../engine/support/history.ts";
import type { Plan } from "../plan/plan.ts";
import { silenceIn } from "../plan/ticket-silence.ts";
import { plusDays } from "../units.ts";
import type { Given } from "./given.ts";
import type { Line } from "./model.ts";
import { counted, dayMonthYear } from "./words.ts";

/** A forecast from weeks so long before the first one it is for may be out of date. */
const LONG_BEFORE = 4;

/** Which weeks the tickets tell of, and what counts beside rows of Support; who says up to which day is said with the weeks shown. */
export function untilLines({ plan, weeks }: Pick<Given, "plan" | "weeks">): readonly Line[] {
  const { from, count } = weeksCovered(plan.tickets);
  if (count === 0) return [];
  const end = plusDays(from, 7 * count);
  const before = (weeks.from - end) / 7;
  const counts = plan.settings.supportCounts === "tickets" ? "its tickets count" : "the row counts";
  const history = `History: ${counted(count, "complete week")} of tickets, from ${dayMonthYear(from)} to ${dayMonthYear(plusDays(end, -1))}.`;
  return [
    { text: `${history} Where a queue has a row of Support as well, ${counts} (Settings, Support counts).` },
    ...(before < LONG_BEFORE ? [] : [agedLine(before)]),
  ];
}

const agedLine = (weeks: number): Line => ({
  text: `That is ${weeks} weeks before these weeks begin: maybe the export is older than the plan, and newer tickets are missing.`,
  look: "tight",
});

/** A pause of all queues that the forecasts follow: said, because an export that is too old looks the same. */
export function silenceLines({ tickets, settings: { asOf } }: Plan): readonly Line[] {
  const silence = silenceIn(tickets);
  if (silence === null) return [];
  const { after, before, weeks } = silence;
  const until = before === null ? `up to ${dayMonthYear(asOf ?? after)}` : `until ${dayMonthYear(before)}`;
  const stand = weeks === 1 ? "a week of it counts" : `${weeks} weeks of it count`;
  const maybe =
    before === null ? "the export is older than Settings, As of" : "tickets are missing, or dates are mistyped";
  return [
    {
      text: `After ${dayMonthYear(after)} no ticket came in any queue ${until}: ${stand} as empty. Maybe ${maybe}; if support paused, all is well.`,
      look: "tight",
    },
  ];
}
