import { supply } from "../engine/supply.ts";
import { timeline } from "../engine/timeline.ts";
import type { Work } from "../host.ts";
import { record, text, wholeNumber } from "../schema.ts";
import { counted, hoursText } from "../sheets/words.ts";
import { plusDays } from "../units.ts";
import { formError } from "./allocations-table.ts";
import type { Answer, AnswerRow, AnswerTable } from "./answer.ts";
import { tenths } from "./answer-weeks.ts";
import { namedEngagement } from "./asked-names.ts";
import { horizonOf, usualCount } from "./horizon.ts";
import { namePlaces } from "./name-place.ts";
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

const MOST_WEEKS = 260;

/** What happens to everything else if an engagement comes some weeks later. */
export const slip = question({
  asks: record({ engagement: text, weeks: wholeNumber }),
  *answer({ engagement: name, weeks }): Work<Answer> {
    const found = yield* workbook();
    const engagement = found.plan.engagements[namedEngagement(found.plan, name)]!.name;
    if (weeks === 0 || Math.abs(weeks) > MOST_WEEKS) {
      throw formError(`It cannot be ${weeks} weeks later`, `Maybe a number from 1 to ${MOST_WEEKS}.`);
    }
    const { from, to } = horizonOf(found.plan, null);
    const days = { from, to: plusDays(to, 7 * Math.max(0, weeks)) };
    const weighed = weigh(found, { kind: "slip", engagement, weeks }, days, "Maybe another engagement.");
    const pressed = overloads(weighed);
    const tone = toneOf(weighed);
    return {
      says: sentence(engagement, weeks, weighed, pressed),
      tone: tone === "good" && pressed.some(({ change }) => change > 0) ? "unsure" : tone,
      notes: [
        weighed.note,
        `Everything of ${engagement} moves: its days, what it asks for and who is booked on it. Open ends stay open.`,
        "Both plans are held against the same days: the horizon, and as many weeks more.",
        SLIP_NOTE,
      ],
      picture: tradePicture(weighed),
      tables: [tradeTable(weighed), overloadTable(weighed, pressed)].filter(({ rows }) => rows.length > 0),
      scenario: [{ Change: "slip", Engagement: engagement, Weeks: weeks }],
    };
  },
});

function sentence(engagement: string, weeks: number, weighed: Weighed, pressed: readonly Pressed[]): string {
  const late = `${counted(Math.abs(weeks), "week")} ${weeks > 0 ? "later" : "earlier"}`;
  const start = `If ${engagement} comes ${late}`;
  const over = pressed.filter(({ change }) => change > 0);
  const more = over.reduce((sum, one) => sum + one.change, 0);
  const people =
    over.length === 0
      ? ""
      : `; ${counted(over.length, "person is", "people are")} overbooked by ${hoursText(more)} more`;
  if (weighed.hit.length === 0) return `${start}, nobody lacks an hour more or less${people}.`;
  const change = changeOf(weighed);
  const size = `${hoursText(Math.abs(change))} ${change > 0 ? "larger" : "smaller"}`;
  return `${start}, the gap is ${change === 0 ? "as large as before" : size}: ${whoIsHit(weighed)}${people}.`;
}

/** Somebody who has more, or less, beyond what they can do because of it: minutes. */
interface Pressed {
  readonly person: number;
  readonly before: number;
  readonly change: number;
}

function overloads({ found: { plan }, changed, days }: Weighed): readonly Pressed[] {
  const { how } = usualCount(plan, days);
  const over = timeline(days.from, days.to, "total");
  const then = supply(plan, over, how).overload;
  const now = supply(changed, over, how).overload;
  const pressed = plan.people.map(({ contracts }, person): Pressed => {
    const sum = (minutes: Float64Array) => contracts.reduce((all, number) => all + minutes[number]!, 0);
    return { person, before: sum(then), change: sum(now) - sum(then) };
  });
  return pressed.filter(({ change }) => change !== 0).sort((a, b) => b.change - a.change || a.person - b.person);
}

function overloadTable({ found }: Weighed, pressed: readonly Pressed[]): AnswerTable {
  const placeOf = namePlaces(found, "person");
  const rows = pressed.map(({ person, before, change }): AnswerRow => {
    const { name } = found.plan.people[person]!;
    return { cells: [name, tenths(before), tenths(before + change), tenths(change)], at: placeOf(name) };
  });
  return { title: "Booked beyond what they can do", headings: ["Person", "Before, h", "After, h", "Change, h"], rows };
}
