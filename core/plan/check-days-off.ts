import { type DayNumber, dayNumber } from "../units.ts";
import { type Calendars, calendarsOf, type Day, dayOfPerson, type WorkingTimes } from "./at-work.ts";
import { weekday } from "./calendar.ts";
import { complain, type Findings } from "./findings.ts";
import type { AllocationRows } from "./link-allocations.ts";
import type { Engagement, Location } from "./plan.ts";
import { type Directory, PLACEHOLDER, type Used } from "./references.ts";
import { BLANK, type Rows, USED } from "./rows.ts";
import type { DEMAND, SUPPORT } from "./tables.ts";

type NeedRows = Rows<(typeof DEMAND)["columns"]> | Rows<(typeof SUPPORT)["columns"]>;

/** When everybody works, and what engagements say about days that a row leaves open. */
interface Times extends WorkingTimes {
  readonly engagements: readonly Engagement[];
}

interface Directories {
  readonly people: Directory;
  readonly engagements: Directory;
}

/** Longer rows hold a working day of almost everybody, and looking at each day of them takes time. */
const MOST_DAYS = 31;

/** Allocations whose every day is a day off for their person, or a weekend when nobody is named: used, but for nothing. */
export function checkDaysOff(rows: AllocationRows, times: Times, directories: Directories, findings: Findings): void {
  const calendars = calendarsOf(times);
  const { of } = directories.people;
  const { person, from, to } = rows.columns;
  for (let index = 0; index < rows.length; index++) {
    if (to[index]! - from[index]! >= MOST_DAYS && from[index] !== BLANK) continue;
    const who = of[person[index]!]!;
    // The first day of most rows is a working day, so that they need no closer look.
    if (who >= 0 && from[index] !== BLANK && dayOfPerson(calendars, who, from[index]!) === "at work") continue;
    const span = spanOf(rows, index, times, directories.engagements);
    if (span === null) continue;
    const off = who === PLACEHOLDER && isOff(span, undefined) ? WEEKEND : null;
    const hint = who < 0 ? off : hintFor(calendars, who, span);
    if (hint !== null) complain(findings, { rows, index, key: keyOf(rows, index) }, { ...OFF, hint });
  }
}

/** The same for work asked for, which runs from Monday to Friday but for the holidays of its location. */
export function checkNeedsOff(
  rows: NeedRows,
  times: Times,
  directories: Directories,
  locations: Used,
  findings: Findings,
): void {
  const where = "location" in rows.columns ? rows.columns.location : undefined;
  for (let index = 0; index < rows.length; index++) {
    const span = spanOf(rows, index, times, directories.engagements);
    if (span === null) continue;
    const location = times.locations[locations.of[where?.[index] ?? BLANK] ?? BLANK];
    if (!isOff(span, location)) continue;
    const hint = isOff(span, undefined)
      ? WEEKEND
      : `Maybe the dates are holidays of ${location?.name}: move them, or leave Location empty.`;
    complain(findings, { rows, index, key: keyOf(rows, index) }, { ...OFF, hint });
  }
}

const OFF = { code: "HR-126", why: "falls only on days off, so it counts for nothing" } as const;
const WEEKEND = "Maybe the dates are a weekend: move them, or type a later To.";

interface Span {
  readonly first: DayNumber;
  readonly last: DayNumber;
}

/** The days of a row that counts, when they are few. */
function spanOf(
  rows: AllocationRows | NeedRows,
  index: number,
  { engagements }: Times,
  { of }: Directory,
): Span | null {
  if (rows.state[index] !== USED) return null;
  const { engagement, from, to } = rows.columns;
  const work = engagements[of[engagement[index]!]!];
  if (work === undefined || work.status === "lost" || work.status === "done") return null;
  const first = from[index] === BLANK ? work.from : dayNumber(from[index]!);
  const last = to[index] === BLANK ? work.to : dayNumber(to[index]!);
  return last - first < MOST_DAYS && hasEffort(rows, index) ? { first, last } : null;
}

const hasEffort = ({ table, columns }: Rows, index: number): boolean =>
  table.effort.some((keys) => keys.every((key) => columns[key]![index]! > 0));

/** The cell that says when: the engagement's, when the row gives no day itself. */
const keyOf = ({ columns: { from, to } }: AllocationRows | NeedRows, index: number): string =>
  from[index] !== BLANK ? "from" : to[index] !== BLANK ? "to" : "engagement";

function isOff({ first, last }: Span, location: Location | undefined): boolean {
  for (let day = first; day <= last; day++) {
    if (weekday(day) < 5 && !location?.holidays.includes(day)) return false;
  }
  return true;
}

/** What to do about days on which somebody has no time at all; null when there is some, or no contract (which is said elsewhere). */
function hintFor(calendars: Calendars, who: number, { first, last }: Span): string | null {
  const days = new Set<Day>();
  for (let day = first; day <= last; day++) days.add(dayOfPerson(calendars, who, day));
  const { name } = calendars.people[who]!;
  if (days.has("at work")) return null;
  if (days.has("holiday or leave"))
    return `Maybe the dates are holidays or leave of ${name}: move them, or shorten the leave.`;
  if (!days.has("no working day")) return null;
  return `Maybe move the dates to days that ${name} works, or type Mon-Sun in Working days of People.`;
}
