import { loggedUnplanned, type Unplanned } from "../engine/money/plan-start.ts";
import type { Period } from "../plan/calendar.ts";
import type { Plan } from "../plan/plan.ts";
import type { Line } from "./model.ts";
import { dayMonthYear, hoursText, listed } from "./words.ts";

/** What becomes of hours that nothing was planned for. */
interface Becomes {
  /** Of those logged before the plan of their engagement begins. */
  readonly earlier: string;
  /** Of those of engagements for which nothing is planned at all. */
  readonly never: string;
}
export const IN_BUDGET: Becomes = {
  earlier: "stand in its budget as they were worked",
  never: "what was logged stands against a budget of no hours",
};
export const IN_BRIDGE: Becomes = { earlier: "stand on both sides as they were worked", never: "all of it is volume" };

/** Whose hours were logged before anything was planned, up to which day, and what becomes of them. */
export function unplannedLines(
  plan: Plan,
  days: Period,
  { earlier, never }: Becomes,
  counts: (engagement: number) => boolean = () => true,
): readonly Line[] {
  const all = loggedUnplanned(plan, days).filter(({ engagement }) => counts(engagement));
  const nameOf = ({ engagement, minutes, before }: Unplanned) =>
    `${plan.engagements[engagement]!.name} (${hoursText(minutes)}${before === null ? "" : ` before ${dayMonthYear(before)}`})`;
  const [begun, bare] = [
    all.filter(({ before }) => before !== null).map(nameOf),
    all.filter(({ before }) => before === null).map(nameOf),
  ];
  return [
    ...(begun.length === 0
      ? []
      : [
          `Hours logged before the plan of an engagement begins ${earlier}, since nobody knows what was planned for them: ${listed(begun, MOST_NAMED)}.`,
        ]),
    ...(bare.length === 0 ? [] : [`Nothing is planned for ${listed(bare, MOST_NAMED)}: ${never}.`]),
  ].map((text) => ({ text, look: "note" }));
}

const MOST_NAMED = 5;
