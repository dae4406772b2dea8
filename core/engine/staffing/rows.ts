import { type Plan, PPM } from "../../plan/plan.ts";
import type { DayNumber } from "../../units.ts";
import { type Counted, engagementShares } from "../counted.ts";
import { type OpenRoles, partOf } from "./open-roles.ts";
import { type StaffedRole, WHOLE } from "./problem.ts";

/** One allocation that a suggestion would write. */
export interface StaffingRow {
  readonly need: number;
  readonly person: number;
  readonly from: DayNumber;
  readonly to: DayNumber;
  /** Minutes a week, as the cell would say. */
  readonly minutes: number;
  /** Weeks in which something is worked, and open minutes that it covers. */
  readonly weeks: number;
  readonly covered: number;
}

/** A suggestion as allocations: weeks of the same person at the same hours are one row, over weeks away as well. */
export function staffingRows(
  plan: Plan,
  found: OpenRoles,
  counted: Counted,
  roles: readonly StaffedRole[],
): readonly StaffingRow[] {
  const shares = engagementShares(plan, counted);
  return roles.flatMap(({ role, people, minutes }) => {
    const seat = found.seats[role]!;
    const share = shares[plan.needs[seat.need]!.engagement]!;
    const rows: StaffingRow[] = [];
    let away = false;
    seat.weeks.forEach((week, at) => {
      const person = people[at]!;
      const before = rows.at(-1);
      if (person < 0) {
        away &&= before !== undefined && isAway(found, before.person, seat.from + at);
        return;
      }
      const written = Math.floor((minutes[at]! * PPM) / share);
      const worked = (minutes[at]! * partOf(plan, found.weeks, found.promises, seat, person, at)) / WHOLE;
      const covered = Math.floor(Math.min(week.open, worked));
      if (before && away && before.person === person && before.minutes === written) {
        rows[rows.length - 1] = {
          ...before,
          to: week.to,
          weeks: before.weeks + 1,
          covered: before.covered + covered,
        };
      } else rows.push({ need: seat.need, person, from: week.from, to: week.to, minutes: written, weeks: 1, covered });
      away = true;
    });
    return rows;
  });
}

/** The person works on no day of the week, so that hours a week come to nothing in it. */
function isAway({ weeks, promises: { part } }: OpenRoles, person: number, week: number): boolean {
  const { from, to } = weeks.periods[week]!;
  for (let day = from; day <= to; day++) if (part[person * weeks.days + day - weeks.from]! > 0) return false;
  return true;
}
