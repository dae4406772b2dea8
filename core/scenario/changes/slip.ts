import { changed, replaced } from "../../plan/changed.ts";
import { FIRST_DAY, LAST_DAY, type Plan } from "../../plan/plan.ts";
import { type DayNumber, dayNumber } from "../../units.ts";
import { type Booked, bookedAt, withBooked } from "../booked.ts";
import type { ChangeCase } from "../case.ts";
import type { Slip } from "../change.ts";
import { doesNotFit, engagementIn, isOver, unknownEngagement } from "../names.ts";

/** Every day of the engagement and its rows moves by whole weeks; open ends stay open. */
export const slip: ChangeCase<Slip> = {
  needs: ["engagement", "weeks"],
  may: [],
  read: ({ engagement, weeks }) => (engagement === null || weeks === null ? null : { kind: "slip", engagement, weeks }),
  check: ({ plan }, { engagement, weeks }) => {
    const unknown = unknownEngagement(plan, engagement);
    if (unknown) return unknown;
    if (weeks === 0) return doesNotFit("weeks", "changes nothing", "Maybe 1, or -1 for a week earlier.");
    const number = engagementIn(plan, engagement);
    const { status } = plan.engagements[number]!;
    if (isOver(status))
      return doesNotFit("engagement", `is ${status} and cannot slip any more`, "Maybe delete this row.");
    if (hasDays(plan, number)) return null;
    const hint = "Maybe type its first and last day in Engagements, or days in its rows.";
    return doesNotFit("engagement", "has no day that could move", hint, ["Engagements", "Demand", "Allocations"]);
  },
  apply: (plan, { engagement, weeks }) => {
    const number = engagementIn(plan, engagement);
    const later = (day: number): DayNumber =>
      dayNumber(isOpen(day) ? day : Math.min(LAST_DAY, Math.max(FIRST_DAY, day + 7 * weeks)));
    const moved = <T extends { readonly from: number; readonly to: number }>(one: T) => ({
      ...one,
      from: later(one.from),
      to: later(one.to),
    });
    const instead = new Map<number, Booked>();
    rowsOn(plan, number).forEach((row) => {
      instead.set(row, moved(bookedAt(plan.allocations, row)));
    });
    const parts = {
      engagements: replaced(plan.engagements, number, moved),
      needs: plan.needs.map((need) => (need.engagement === number ? moved(need) : need)),
    };
    return changed(withBooked(plan, instead, []), parts);
  },
};

const isOpen = (day: number): boolean => day === FIRST_DAY || day === LAST_DAY;

/** Whether the engagement, what it asks for or who is booked on it begins or ends on some day. */
function hasDays(plan: Plan, engagement: number): boolean {
  const { engagements, needs, allocations } = plan;
  const own = [
    engagements[engagement]!,
    ...needs.filter((need) => need.engagement === engagement),
    ...rowsOn(plan, engagement).map((row) => bookedAt(allocations, row)),
  ];
  return own.some(({ from, to }) => !isOpen(from) || !isOpen(to));
}

const rowsOn = ({ allocations }: Plan, engagement: number): readonly number[] => {
  const rows: number[] = [];
  for (let row = 0; row < allocations.length; row++) if (allocations.engagement[row] === engagement) rows.push(row);
  return rows;
};
