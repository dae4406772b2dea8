import type { Argument } from "../../core/functions/argument.ts";
import { FUNCTIONS } from "../../core/functions/index.ts";
import type { Cell, CellRange } from "../../core/plan/cells.ts";
import { PlanError } from "../../core/problems.ts";

/** Call a function as a host does. */
export function ask(name: string, ...args: readonly Argument[]): Cell | CellRange {
  const found = FUNCTIONS.find((one) => one.name === name);
  if (!found) throw new RangeError(`No function is named ${name}.`);
  return found.call(args);
}

/** What a planner reads instead of a result: the kind of error, then its sentences. */
export function refusal(name: string, ...args: readonly Argument[]): readonly string[] {
  try {
    return ["gives", JSON.stringify(ask(name, ...args))];
  } catch (error) {
    if (error instanceof PlanError) return [error.kind, ...error.message.split("\n")];
    throw error;
  }
}

/** Monday 5 January 2026, and the Friday after it. */
export const MONDAY = 46027;
export const FRIDAY = 46031;

/** Two teams in one week: Ana of Cloud with 40 hours, Ben of Data with 20. */
export const PEOPLE: CellRange = [
  ["Person", "Team", "Role", "Location", "Weekly hours", "Skills", "Kind"],
  ["Ana", "Cloud", "Engineer", "Pune", 40, "AWS 4; Linux 2", "employee"],
  ["Ben", "Data", "Analyst", "Austin", 20, "Python 3", "contractor"],
];

export const ENGAGEMENTS: CellRange = [
  ["Engagement", "Client", "Kind", "Status", "Odds", "Priority"],
  ["Migration", "Bank", "fixed price", "confirmed", "", 1],
  ["Desk", "Shop", "managed service", "confirmed", "", 2],
  ["Pitch", "", "time and materials", "tentative", 0.5, ""],
];

export const DEMAND: CellRange = [
  ["Engagement", "Skill", "From", "To", "Hours a week"],
  ["Migration", "AWS", MONDAY, FRIDAY, 30],
  ["Pitch", "Python", MONDAY, FRIDAY, 10],
];

export const SUPPORT: CellRange = [
  ["Engagement", "Skill", "From", "To", "Hours a week"],
  ["Desk", "Linux", MONDAY, FRIDAY, 15],
];

export const ALLOCATIONS: CellRange = [
  ["Person", "Engagement", "Skill", "From", "To", "Hours a day"],
  ["Ana", "Migration", "AWS", MONDAY, FRIDAY, 4],
  ["Ben", "Pitch", "Python", MONDAY, FRIDAY, 2],
];

/** The tables of the plan above. */
export const ALL = [PEOPLE, ENGAGEMENTS, DEMAND, SUPPORT, ALLOCATIONS] as const;
