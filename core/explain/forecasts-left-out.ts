import type { Cell } from "../engine/accuracy/cells.ts";
import type { Plan } from "../plan/plan.ts";
import { GONE_WORK } from "../plan/snapshots.ts";
import { counted, listed } from "../sheets/words.ts";
import type { Explanation } from "./explanation.ts";
import { forecastAt } from "./forecast-rows.ts";
import { hoursText } from "./words.ts";

/** Pairs whose hours worked nobody knows, by person or whole engagement: the row of the first leads to the others. */
export function missing(plan: Plan, unknown: readonly Cell[]): Explanation["leftOut"] {
  const alike = new Map<string, readonly Cell[]>();
  for (const cell of unknown) {
    const key = cell.waitsFor === undefined ? `${cell.person}` : `all of ${cell.engagement}`;
    alike.set(key, [...(alike.get(key) ?? []), cell]);
  }
  const rowOf = forecastAt(plan);
  return [...alike.values()].map((cells) => {
    const { person, engagement, waitsFor } = cells[0]!;
    return {
      label: `${waitsFor === undefined ? nameOf(plan, person) : workName(plan, engagement)}: ${counted(cells.length, "forecast")}`,
      why: `nobody knows what was worked: ${whyUnknown(plan, cells)}`,
      at: rowOf(cells[0]!) ?? (person < 0 ? null : { kind: "person", number: person }),
    };
  });
}

function whyUnknown(plan: Plan, cells: readonly Cell[]): string {
  if (cells[0]!.waitsFor !== undefined) {
    const people = [...new Set(cells.flatMap(({ waitsFor = [] }) => waitsFor))].sort((a, b) => a - b);
    return `the timesheet of ${namesOf(plan, people)} is missing, or has rows without hours`;
  }
  return cells[0]!.person < 0
    ? "they are not among the people any more"
    : "the timesheet is missing, or has rows without hours";
}

const nameOf = (plan: Plan, person: number): string => plan.people[person]?.name ?? "People whom the plan has no more";
export const namesOf = (plan: Plan, people: readonly number[]): string =>
  listed(
    people.map((person) => nameOf(plan, person)),
    3,
  );

/** Hours of forecasts that name nobody: they are no single person's. */
export const nobody = (forecast: number): Explanation["leftOut"] =>
  forecast === 0
    ? []
    : [{ label: `Forecasts that name nobody: ${hoursText(forecast)}`, why: "they are no single person's", at: null }];

/** What work is called, also where the plan has it no more. */
export const workName = (plan: Plan, engagement: number): string => plan.engagements[engagement]?.name ?? GONE_WORK;
