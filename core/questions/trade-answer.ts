import { type Trade, trades } from "../engine/decide/trade-off.ts";
import { everything } from "../engine/scope.ts";
import { timeline } from "../engine/timeline.ts";
import type { Period } from "../plan/calendar.ts";
import type { Plan } from "../plan/plan.ts";
import type { Change } from "../scenario/change.ts";
import { withChanges } from "../scenario/with-changes.ts";
import { hoursText, listed } from "../sheets/words.ts";
import { formError } from "./allocations-table.ts";
import type { Answer, AnswerRow, AnswerTable, Picture } from "./answer.ts";
import { tenths, weekLine } from "./answer-weeks.ts";
import { usualCount } from "./horizon.ts";
import { namePlaces } from "./name-place.ts";
import type { Workbook } from "./workbook.ts";

/** A change held against the plan as it is: who lacks more or less, and the changed plan. */
export interface Weighed {
  readonly found: Workbook;
  readonly changed: Plan;
  readonly days: Period;
  /** Everyone whom it hits: who loses most first, who gains last. */
  readonly hit: readonly Trade[];
  readonly note: string;
}

/** `hint`: what to do where the change does not fit the plan; a row of Scenarios would be told something else. */
export function weigh(found: Workbook, change: Change, days: Period, hint: string): Weighed {
  const { plan } = found;
  const { plan: changed, problems } = withChanges(plan, [change]);
  const [first] = problems;
  if (first) throw formError(sentenceOf(change, first.problem), hint);
  const { how, note } = usualCount(plan, days);
  const then = { plan, scope: everything(plan) };
  const now = { plan: changed, scope: everything(changed) };
  const all = trades(then, now, days, how).filter((one) => one.change !== 0);
  return { found, changed, days, hit: all.sort(losersFirst), note };
}

/** Who loses most first, then who gains most. */
const losersFirst = (a: Trade, b: Trade): number =>
  Number(a.change < 0) - Number(b.change < 0) || Math.abs(b.change) - Math.abs(a.change) || a.engagement - b.engagement;

/** "Ben Carver has no contract any more on that day" */
function sentenceOf(change: Change, { key, why }: { readonly key: string; readonly why: string }): string {
  const named = Object.entries(change).find(([one]) => one === key)?.[1];
  return `${typeof named === "string" ? named : "This"} ${why}`;
}

/** "Tidewater migration lacks 10 h more and slips 0.1 weeks, Cobalt platform gains 4 h" */
export function whoIsHit({ found: { plan }, hit }: Weighed): string {
  const said = hit.slice(0, MOST_SAID).map(({ engagement, change, slip }) => {
    const { name } = plan.engagements[engagement]!;
    if (change < 0) return `${name} lacks ${hoursText(-change)} less`;
    const late = slip === null ? " and gets nothing at all" : slip < 5 ? "" : ` (slips ${weeksText(slip)})`;
    return `${name} lacks ${hoursText(change)} more${late}`;
  });
  const rest = hit.length - said.length;
  return listed([...said, ...(rest > 0 ? [`${rest} others are hit`] : [])]);
}
const MOST_SAID = 3;

const weeksText = (hundredths: number) =>
  `${Math.round(hundredths / 10) / 10} ${hundredths === 100 ? "week" : "weeks"}`;

export const changeOf = ({ hit }: Weighed): number => hit.reduce((sum, one) => sum + one.change, 0);

/** Good where nobody loses, bad where more is lost than gained, unsure in between. */
export function toneOf(weighed: Weighed): Answer["tone"] {
  if (weighed.hit.every(({ change }) => change <= 0)) return "good";
  return changeOf(weighed) >= 0 ? "bad" : "unsure";
}

const MOST_LINES = 6;

/** Hours lost or gained, engagement by engagement; none where nobody is hit. */
export function tradePicture({ found: { plan }, days, hit }: Weighed): Picture | null {
  if (hit.length === 0) return null;
  const { grain } = usualCount(plan, days).how;
  const grains = timeline(days.from, days.to, grain);
  const weeks = timeline(days.from, days.to, "week");
  return {
    kind: "strip",
    about: "Hours a week that each engagement lacks more than before; nothing where it lacks less.",
    series: hit.slice(0, MOST_LINES).map(({ engagement, changeIn }) => {
      const sums = new Map<number, number>();
      for (const [at, minutes] of changeIn) {
        const week = weeks.periodOf[grains.periods[at]!.from - days.from]!;
        sums.set(week, (sums.get(week) ?? 0) + minutes);
      }
      const minutesIn = (week: number) => sums.get(week) ?? 0;
      return weekLine(plan.engagements[engagement]!.name, weeks, minutesIn, (hours, minutes) =>
        minutes < 0 ? `lacks ${hours} less` : minutes > 0 ? `lacks ${hours} more` : "as before",
      );
    }),
  };
}

export function tradeTable({ found, hit }: Weighed): AnswerTable {
  const placeOf = namePlaces(found, "engagement");
  const rows = hit.map(({ engagement, before, after, change, slip }): AnswerRow => {
    const { name } = found.plan.engagements[engagement]!;
    return {
      cells: [name, tenths(before), tenths(after), tenths(change), slip === null ? "no end" : slip / 100],
      at: placeOf(name),
    };
  });
  return {
    title: "Engagements hit",
    headings: ["Engagement", "Unmet before, h", "Unmet after, h", "Change, h", "Slips, weeks"],
    rows,
  };
}

export const SLIP_NOTE =
  "Slip: the weeks an engagement needs on top, at the hours it gets a week afterwards, until what it lacks is done.";
