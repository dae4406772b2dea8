import type { StaffingRow } from "../engine/staffing/index.ts";
import { dayAndMonth, hoursText } from "../sheets/words.ts";
import type { Picture, PictureCell } from "./answer.ts";
import type { StaffingDesk } from "./staffing-roles.ts";

/** Open work week by week, and what of it stays open. */
export function staffingWeeks(
  { open: { weeks, seats, hopeless } }: StaffingDesk,
  rows: readonly StaffingRow[],
): Picture | null {
  const asked = new Float64Array(weeks.periods.length);
  for (const seat of [...seats, ...hopeless]) {
    seat.weeks.forEach((week, at) => {
      asked[seat.from + at]! += week.open;
    });
  }
  if (rows.length === 0) return null;
  const left = asked.slice();
  for (const { from, to, weeks: worked, covered } of rows) {
    const [first, last] = [weeks.periodOf[from - weeks.from]!, weeks.periodOf[to - weeks.from]!];
    // A row's weeks have the same hours; a week away or cut takes its part of them.
    const days = Math.max(worked, last - first + 1);
    for (let week = first; week <= last; week++) left[week] = Math.max(0, left[week]! - covered / days);
  }
  const cells = (minutes: Float64Array): readonly PictureCell[] =>
    weeks.periods.map(({ from }, week) => {
      const value = Math.round(minutes[week]!);
      return {
        label: dayAndMonth(from),
        value,
        heat: heatOf(value, asked[week]!),
        says: `${hoursText(value)} in the week of ${dayAndMonth(from)}`,
      };
    });
  return {
    kind: "strip",
    about: "Open hours week by week, before and after these people take them.",
    series: [
      { label: "Open now", cells: cells(asked) },
      { label: "Still open", cells: cells(left) },
    ],
  };
}

function heatOf(minutes: number, asked: number): PictureCell["heat"] {
  if (minutes < 60) return 0;
  const share = minutes / Math.max(1, asked);
  return share > 0.75 ? 4 : share > 0.5 ? 3 : share > 0.25 ? 2 : 1;
}
