import { dateIn } from "../plan/dates.ts";
import type { DayNumber } from "../units.ts";

/** Hours of a week from a day on, and the weekdays they fall on. */
export interface WeekFrom {
  readonly from: DayNumber | null;
  readonly minutes: number;
  /** As the column Working days reads them; null for Monday to Friday. */
  readonly days: string | null;
  /** Whether its days differ in length. */
  readonly uneven: boolean;
}

const NAMES = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const LONGEST = 5000;

/** Float's working days: hours from Sunday to Saturday, as one list or as lists by the day from which they hold. */
export function weeksIn(text: string): readonly WeekFrom[] {
  if (text.length > LONGEST) return [];
  const weeks: WeekFrom[] = [];
  const lists = /^\s*\[/.test(text)
    ? [["", text] as const]
    : [...text.matchAll(/"([^"]*)"\s*:\s*(\[[^\]]*\])/g)].map(([, day, list]) => [day!, list!] as const);
  for (const [day, list] of lists) {
    const hours = [...list.matchAll(/\d+(?:\.\d+)?/g)].map(Number);
    if (hours.length !== 7) continue;
    weeks.push(weekOf(dayFrom(day), hours));
  }
  return weeks.sort((a, b) => (a.from ?? 0) - (b.from ?? 0));
}

function dayFrom(text: string): DayNumber | null {
  const found = dateIn(text);
  return found && "day" in found ? found.day : null;
}

function weekOf(from: DayNumber | null, hours: readonly number[]): WeekFrom {
  const worked = NAMES.map((name, i) => ({ name, hours: hours[i]! })).filter((day) => day.hours > 0);
  const names = worked.map(({ name }) => name).join(", ");
  return {
    from,
    minutes: Math.round(worked.reduce((sum, day) => sum + day.hours, 0) * 60),
    days: names === "Mon, Tue, Wed, Thu, Fri" ? null : names,
    uneven: worked.some((day) => day.hours !== worked[0]!.hours),
  };
}
