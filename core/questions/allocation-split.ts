import { nameKey } from "../plan/names.ts";
import type { Plan } from "../plan/plan.ts";
import { dayMonthYear } from "../sheets/words.ts";
import type { DayNumber } from "../units.ts";
import { type Allocation, effortOf, type FieldProblem } from "./allocation-request.ts";
import { cellOf, dayOf, type RowPlace } from "./allocations-table.ts";

/** Why a row of Allocations cannot be split on a day: both parts need days of their own, and hours that say how many each has. */
export function splitProblems(
  { effort }: Allocation,
  split: DayNumber,
  place: RowPlace,
  plan: Plan,
): readonly FieldProblem[] {
  const wrong = (says: string): readonly FieldProblem[] => [{ field: "split", severity: "error", says }];
  const { columns } = place.table;
  if (!columns.has("from") || !columns.has("to")) {
    return wrong("The table has no days of its own. Maybe add the columns From and To.");
  }
  if (effort === "total hours" || effortOf(place).effort === "total hours") {
    return wrong("Total hours belong to all days of a row. Maybe give hours a week first, then split.");
  }
  const engagement = nameKey(String(cellOf(place, "engagement") ?? ""));
  const work = plan.engagements.find(({ name }) => nameKey(name) === engagement);
  const from = dayOf(place, "from") ?? work?.from;
  const to = dayOf(place, "to") ?? work?.to;
  if (from !== undefined && split <= from) {
    return wrong(`The row begins on ${dayMonthYear(from)} itself. Maybe choose a later day, or leave this empty.`);
  }
  if (to !== undefined && split > to) {
    return wrong(`The row ends on ${dayMonthYear(to)}. Maybe choose a day before, or add another allocation.`);
  }
  return [];
}
