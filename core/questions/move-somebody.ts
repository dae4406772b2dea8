import { countedBy } from "../engine/counted.ts";
import type { Work } from "../host.ts";
import { weekday } from "../plan/calendar.ts";
import type { Plan } from "../plan/plan.ts";
import type { Move } from "../scenario/change.ts";
import { day, record, text } from "../schema.ts";
import { dayAndMonth, dayMonthYear, listed } from "../sheets/words.ts";
import { plusDays } from "../units.ts";
import { formError } from "./allocations-table.ts";
import type { Answer } from "./answer.ts";
import { namedEngagement, namedPerson } from "./asked-names.ts";
import { question } from "./question.ts";
import {
  changeOf,
  SLIP_NOTE,
  toneOf,
  tradePicture,
  tradeTable,
  type Weighed,
  weigh,
  whoIsHit,
} from "./trade-answer.ts";
import { workbook } from "./workbook.ts";

const MOST_DAYS = 3660;
const HINT = "Maybe other days, or another engagement: look at Allocations.";

/** What it costs to take somebody off one engagement for another. */
export const moveSomebody = question({
  asks: record({ person: text, engagement: text, to: text, from: day, until: day }),
  *answer(form): Work<Answer> {
    const found = yield* workbook();
    const { people, engagements } = found.plan;
    if (form.until < form.from) throw formError("The last day comes before the first", "Maybe they changed places.");
    if (form.until - form.from >= MOST_DAYS)
      throw formError("That is more than ten years", "Maybe a year is mistyped.");
    const move: Move = {
      kind: "move",
      person: people[namedPerson(found.plan, form.person)]!.name,
      engagement: engagements[namedEngagement(found.plan, form.engagement)]!.name,
      toEngagement: engagements[namedEngagement(found.plan, form.to)]!.name,
      from: form.from,
      to: form.until,
    };
    const weighed = weigh(found, move, { from: form.from, to: form.until }, HINT);
    return {
      says: sentence(move, weighed),
      tone: toneOf(weighed),
      notes: [
        weighed.note,
        `${move.person} may not go on serving ${move.engagement} with spare hours in these days; whoever else can does it.`,
        ...wholeWeeks(found.plan, move),
        SLIP_NOTE,
        "Higher priorities are served first, so that others can be hit though nobody was taken off them.",
      ],
      picture: tradePicture(weighed),
      tables: [tradeTable(weighed)].filter(({ rows }) => rows.length > 0),
      scenario: [
        {
          Change: "move",
          Person: move.person,
          Engagement: move.engagement,
          "To engagement": move.toEngagement,
          From: move.from,
          To: move.to,
        },
      ],
    };
  },
});

/** Spare hours are given week by week: somebody who may not serve on one day of a week does not serve with them in that week. */
function wholeWeeks(plan: Plan, { person, engagement, from, to }: Move): readonly string[] {
  if (countedBy(plan.settings).grain === "day") return [];
  const cut = [weekday(from) > 0 ? from : null, weekday(to) < FRIDAY ? to : null].flatMap((day) =>
    day === null ? [] : [dayAndMonth(plusDays(day, -weekday(day)))],
  );
  const weeks = [...new Set(cut)];
  if (weeks.length === 0) return [];
  const which = `the ${weeks.length === 1 ? "week" : "weeks"} of ${listed(weeks)}`;
  return [
    `Spare hours count by whole weeks: in ${which}, ${person} serves ${engagement} with none of them, before and after the move either. Booked hours are exact to the day.`,
  ];
}
const FRIDAY = 4;

function sentence({ person, engagement, toEngagement, from, to }: Move, weighed: Weighed): string {
  const start = `If ${person} moves from ${engagement} to ${toEngagement} from ${dayMonthYear(from)} to ${dayMonthYear(to)}`;
  if (weighed.hit.length === 0)
    return `${start}, nothing is lost and nothing gained: others have time for what is left behind.`;
  const change = changeOf(weighed);
  const total = change > 0 ? "" : change === 0 ? "; in all it is even" : "; in all it helps";
  return `${start}, ${whoIsHit(weighed)}${total}.`;
}
