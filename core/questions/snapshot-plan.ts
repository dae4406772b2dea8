import { plannedRows } from "../engine/accuracy/planned-rows.ts";
import { mondayOf } from "../engine/accuracy/worked-weeks.ts";
import { countedBy } from "../engine/counted.ts";
import type { Cell } from "../plan/cells.ts";
import type { Plan } from "../plan/plan.ts";
import { weekHoursText } from "../plan/week-hours.ts";
import { type DayNumber, dayNumber } from "../units.ts";

/** Long enough for the longest lead time that forecasts are measured at. */
const LEAST_WEEKS = 13;

/** The plan of the coming weeks as rows of Snapshots: hours only, never what they cost. */
export interface PlanRows {
  /** By the keys of the table's columns. */
  readonly rows: readonly ReadonlyMap<string, Cell>[];
  /** Cells that hold something. */
  readonly cells: number;
  readonly weeks: number;
  readonly from: DayNumber;
}

/** What a snapshot of a day would hold: from its week on, as many weeks as sheets show. */
export function planRows(plan: Plan, day: DayNumber): PlanRows {
  const from = dayNumber(mondayOf(day));
  const weeks = Math.max(LEAST_WEEKS, plan.settings.horizonWeeks);
  const { engagements, skills, people } = plan;
  const rows = plannedRows(plan, from, weeks, countedBy(plan.settings)).map(
    ({ engagement, skill, person, week, minutes }) =>
      new Map<string, Cell>([
        ["taken", day],
        ["week", week],
        ["engagement", engagements[engagement]?.name ?? null],
        ["skill", skills[skill] ?? null],
        ["person", people[person]?.name ?? null],
        ["hours", weekHoursText(minutes)],
      ]),
  );
  const cells = rows.reduce((sum, row) => sum + [...row.values()].filter((cell) => cell !== null).length, 0);
  return { rows, cells, weeks, from };
}
