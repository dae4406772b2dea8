import { type Counted, countedBy } from "../engine/counted.ts";
import { timeline } from "../engine/timeline.ts";
import type { Period } from "../plan/calendar.ts";
import type { Counting, Plan } from "../plan/plan.ts";
import { horizonWeeks } from "../sheets/given.ts";
import { keptText } from "../sheets/reserve-words.ts";
import { counted, countingText, dayMonthYear } from "../sheets/words.ts";
import type { DayNumber } from "../units.ts";
import { formError } from "./allocations-table.ts";

/** The days that a decision is judged by: from a day, or the first of the plan's horizon, to the horizon's last. */
export function horizonOf(plan: Plan, from: DayNumber | null): Period {
  const { from: monday, to } = horizonWeeks(plan);
  if (from !== null && from > to) {
    throw formError(
      `${dayMonthYear(from)} is after the plan's horizon, which ends on ${dayMonthYear(to)}`,
      "Maybe an earlier day, or more horizon weeks in Settings.",
    );
  }
  return { from: from !== null && from > monday ? from : monday, to };
}

/** What a plan without people is short of says nothing. */
export function refuseWithoutPeople({ people }: Plan): void {
  if (people.length === 0) throw formError("The plan names no people yet", "Maybe set it up in the panel Sheets.");
}

/** How a plan counts when nobody says otherwise, and the same in words. */
export function usualCount(plan: Plan, { from, to }: Period): { readonly how: Counted; readonly note: string } {
  const how = countedBy(plan.settings);
  const { pipeline, hires, grain } = how;
  const weeks = Math.ceil((to - from + 1) / 7);
  const days = `${counted(weeks, "week")} from ${dayMonthYear(from)} to ${dayMonthYear(to)}`;
  const counts = `Tentative deals count ${inWords(pipeline)}, planned hires ${inWords(hires)}`;
  const limit = how.plan === "capacity" ? "capacity" : "utilization target";
  const kept = keptText(plan, timeline(from, to, "total"), how);
  const reserve = kept === null ? "" : ` Counts ${kept}.`;
  return { how, note: `${days}. ${counts}. People may be filled to their ${limit}, ${grain} by ${grain}.${reserve}` };
}

const COUNTED = { odds: "by their odds", all: "in full", none: "not at all" } as const;

const inWords = (counting: Counting): string =>
  typeof counting === "string" ? COUNTED[counting] : `in full from odds of ${countingText(counting)} on`;
