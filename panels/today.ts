import { type DayNumber, dayNumber } from "../core/units.ts";

const UNIX_EPOCH = 25569;
const MS_A_DAY = 86_400_000;

/** Today where the planner is: the one place that looks at a clock. */
export function todayHere(): DayNumber {
  const now = new Date();
  return dayNumber(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / MS_A_DAY + UNIX_EPOCH);
}
