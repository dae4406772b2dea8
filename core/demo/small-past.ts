import { dayOf } from "../plan/calendar.ts";
import { plusDays } from "../units.ts";
import { day } from "./days.ts";
import type { DemoRow } from "./headings.ts";
import { COBALT, HARBORLINE, INTERNAL, MERIDIAN, TIDEWATER } from "./small-names.ts";

/** Monday 1 December 2025: the first of four weeks with timesheets, up to Friday 26 December. */
const FIRST = dayOf(2025, 12, 1);
const WEEKS = 4;

/** What somebody logged, on each working day of a week, and on other days of a later week. */
interface Habit {
  readonly person: string;
  readonly on: string;
  /** Hours a day in each of the four weeks; null: the timesheet is empty. */
  readonly hours: readonly (number | null)[];
  readonly days?: number;
}

/**
 * - The desk before Christmas: Daniel works 42.5, 44 and 43 hours of 40, three red weeks in a row, and 24 in the fourth.
 * - Marcus' timesheet of the week of 15 December is empty: nobody knows what he did.
 * - Maya is at 36 of 40 hours four weeks running: above 85 %, so worth a look from the second on.
 * - The developers are between two projects: half of their time is tooling.
 */
const HABITS: readonly Habit[] = [
  { person: "Maya Ellison", on: MERIDIAN, hours: [5, 5, 5, 5] },
  { person: "Maya Ellison", on: INTERNAL, hours: [2.2, 2.2, 2.2, 2.2] },
  { person: "Ben Carver", on: MERIDIAN, hours: [6, 6, 5, 4] },
  { person: "Omar Haddad", on: MERIDIAN, hours: [2, 2, 2, 1] },
  { person: "Omar Haddad", on: INTERNAL, hours: [4, 4, 5, 3] },
  { person: "Wei Ling Tan", on: MERIDIAN, hours: [6, 5, 6, 4] },
  { person: "Grace Lind", on: HARBORLINE, hours: [4, 4, 4, 2], days: 3 },
  { person: "Grace Lind", on: INTERNAL, hours: [2, 2, 3, 2], days: 3 },
  { person: "Rohan Kulkarni", on: INTERNAL, hours: [4, 5, 5, 4] },
  { person: "Asha Patil", on: INTERNAL, hours: [4, 4, 4, 4] },
  { person: "Vikram Joshi", on: INTERNAL, hours: [5, 4, 4, 3] },
  { person: "Daniel Koh", on: HARBORLINE, hours: [8.5, 8.8, 8.6, 4.8] },
  { person: "Marcus Lim", on: HARBORLINE, hours: [7, 7, null, 5] },
  { person: "Farah Rahman", on: MERIDIAN, hours: [7, 6.5, 7, 5] },
];

export const ACTUALS: readonly DemoRow<"Actuals">[] = Array.from({ length: WEEKS }, (_, week) =>
  HABITS.flatMap(({ person, on, hours, days = 5 }) =>
    Array.from({ length: days }, (__, weekday) => ({
      Day: plusDays(FIRST, 7 * week + weekday),
      Person: person,
      Engagement: on,
      Hours: hours[week] ?? null,
    })),
  ),
).flat();

/** What was promised: of five milestones due by the end of the year three were kept, four by the dates they were moved to. */
export const MILESTONES: readonly DemoRow<"Milestones">[] = [
  {
    Engagement: HARBORLINE,
    Milestone: "Till rollout",
    Baseline: dayOf(2025, 10, 31),
    Delivered: dayOf(2025, 10, 29),
  },
  {
    Engagement: HARBORLINE,
    Milestone: "Christmas readiness",
    Baseline: dayOf(2025, 11, 21),
    Due: dayOf(2025, 12, 5),
    Delivered: dayOf(2025, 12, 5),
  },
  { Engagement: MERIDIAN, Milestone: "Backup drill", Baseline: dayOf(2025, 11, 14), Delivered: dayOf(2025, 11, 14) },
  { Engagement: MERIDIAN, Milestone: "Patch window", Baseline: dayOf(2025, 12, 12), Delivered: dayOf(2025, 12, 11) },
  { Engagement: MERIDIAN, Milestone: "Audit report", Baseline: dayOf(2025, 12, 19) },
  { Engagement: TIDEWATER, Milestone: "Cut-over", Baseline: day(2, 6), Due: day(2, 13) },
  { Engagement: COBALT, Milestone: "Release 1", Baseline: day(1, 23) },
  { Engagement: COBALT, Milestone: "Release 2", Baseline: day(3, 27) },
];
