import type { CellRange } from "../../core/plan/cells.ts";
import type { Firm } from "./firm.ts";

/** The firm as the sheets a planner would select: People, Allocations, Leave and Holidays, new arrays at every call. */
export function tablesOf({ people, allocations, leave, holidays }: Firm): readonly CellRange[] {
  return [
    [
      ["Person", "Location", "Role", "Weekly hours", "From", "To"],
      ...people.map((one) => [one.name, one.location, one.role, 5 * one.hoursADay, one.from, one.to ?? ""]),
    ],
    [
      ["Person", "Engagement", "From", "To", "Hours a day", "Billable"],
      ...allocations.map((one) => [
        one.person,
        one.engagement,
        one.from,
        one.to,
        one.hoursADay,
        one.billable ? "yes" : "no",
      ]),
    ],
    [["Person", "From", "To"], ...leave.map((one) => [one.person, one.from, one.to])],
    [["Location", "Day"], ...holidays.map((one) => [one.location, one.day])],
  ];
}
