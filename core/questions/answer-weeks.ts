import type { Timeline } from "../engine/timeline.ts";
import { dayAndMonth, hoursText } from "../sheets/words.ts";
import type { Picture, PictureCell } from "./answer.ts";

/** Minutes as hours to a tenth, as tables of an answer show them. */
export const tenths = (minutes: number): number => Math.round(minutes / 6) / 10;

const HOUR = 60;
/** From so many hours a week on, a missing hour is worse: half a day, a day, half a week. */
const WORSE = [4 * HOUR, 8 * HOUR, 20 * HOUR] as const;

/** How bad it is that so many minutes are missing in a week. */
export function heatOf(minutes: number): PictureCell["heat"] {
  if (minutes <= 0) return 0;
  const worse = WORSE.filter((from) => minutes >= from).length;
  return ([1, 2, 3, 4] as const)[worse]!;
}

/** A line of the picture: minutes a week, said in words. */
export const weekLine = (
  label: string,
  weeks: Timeline,
  minutesIn: (week: number) => number,
  says: (hours: string, minutes: number) => string,
): Picture["series"][number] => ({
  label,
  cells: weeks.periods.map(({ from }, week) => {
    const minutes = minutesIn(week);
    return {
      label: dayAndMonth(from),
      value: tenths(minutes),
      heat: heatOf(minutes),
      says: `${dayAndMonth(from)}: ${says(hoursText(Math.abs(minutes)), minutes)}`,
    };
  }),
});
