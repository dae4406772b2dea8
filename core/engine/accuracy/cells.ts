import type { Period } from "../../plan/calendar.ts";
import type { Plan } from "../../plan/plan.ts";
import { CAPACITY, GONE } from "../../plan/snapshots.ts";
import type { Counted } from "../counted.ts";
import { addTo, awaited, type PeopleOn } from "./awaited.ts";
import { bySkill } from "./by-skill.ts";
import { minutesIn, type Take, takeFor, takesOf } from "./takes.ts";
import { engagementOf, personOf, type WorkedWeeks, workedWeeks, workKey } from "./worked-weeks.ts";

/** Forecasts are looked at as they stood so many weeks before the week began. */
export const LEADS = [1, 2, 4, 8, 12] as const;

/** What was forecast for one person on one engagement in one week, and what was worked. */
export interface Cell {
  /** Place in LEADS. */
  readonly lead: number;
  readonly monday: number;
  /** -1 in cells of a whole engagement, and of a forecast that names nobody; GONE where the plan has no such person any more. */
  readonly person: number;
  /** GONE where the plan has no such work any more: it was not worked on. */
  readonly engagement: number;
  /** -1: none is named. */
  readonly skill: number;
  readonly forecast: number;
  /** null: nobody knows; the cell is left out and counted. */
  readonly worked: number | null;
  /** Of a whole engagement that is left out: everybody whose hours nobody knows, in the order of the plan. */
  readonly waitsFor?: readonly number[];
}

export interface CellOptions {
  /**
   * Cells of one person's work, where forecasts that name nobody are left out; of whole engagements, where it does not matter who
   * does the work; or `named`: of whole engagements in weeks whose forecast names nobody for some of the work, else of persons.
   */
  readonly of: "person" | "engagement" | "named";
  /** Whether cells are told apart by skill. */
  readonly skills: boolean;
  /** Place in LEADS of the only lead time that is asked for; all of them, where it is not said. */
  readonly only?: number;
}

/** Of each lead time, the Mondays of the weeks that some snapshot is old enough for. */
export type Measured = readonly (readonly number[])[];

/**
 * Every pair of forecast and hours worked of the weeks that begin in a period. A pair that is known on one side only has 0
 * on the other, so that work which the plan has no more was forecast for nothing. Left out is what nobody knows: the work of
 * somebody who has logged nothing in a week in which they were there, or has a row without hours of it; a whole engagement in a week
 * in which that holds of anybody who was forecast, planned or logged on it; work of whom the plan has no more; and, in cells of
 * persons, of nobody by name.
 */
export function eachCell(
  plan: Plan,
  period: Period,
  counted: Counted,
  options: CellOptions,
  visit: (cell: Cell) => void,
): Measured {
  const takes = takesOf(plan.snapshots);
  const weeks = workedWeeks(plan, period, counted);
  const waits = options.of === "person" ? [] : awaited(plan, weeks, counted);
  const measured: number[][] = LEADS.map(() => []);
  weeks.mondays.forEach((monday, week) => {
    LEADS.forEach((ahead, lead) => {
      if (options.only !== undefined && lead !== options.only) return;
      const take = takeFor(takes, monday, ahead);
      if (take === null) return;
      measured[lead]!.push(monday);
      compareWeek(plan, weeks, { week, lead, waits: waits[week] ?? NOBODY }, take, options, visit);
    });
  });
  return measured;
}

const NOBODY: PeopleOn = new Map();

function compareWeek(
  plan: Plan,
  { mondays, worked, open, known }: WorkedWeeks,
  { week, lead, waits }: { readonly week: number; readonly lead: number; readonly waits: PeopleOn },
  { rows }: Take,
  { of, skills }: CellOptions,
  visit: (cell: Cell) => void,
): void {
  const { snapshots, people } = plan;
  const monday = mondays[week]!;
  const minutesOf = (row: number) => minutesIn(snapshots, row, monday);
  const unnamed = new Set<number>();
  if (of === "named")
    for (const row of rows)
      if (snapshots.person[row] === -1 && minutesOf(row) > 0) unnamed.add(snapshots.engagement[row]!);
  const isWhole = (engagement: number) => of === "engagement" || unnamed.has(engagement);
  const hasOpen = open[week]!.size > 0;
  const isKnown = (person: number, engagement: number) =>
    known[week * people.length + person] === 1 && !(hasOpen && open[week]!.has(workKey(plan, person, engagement)));
  const keyOf = (person: number, engagement: number) => workKey(plan, isWhole(engagement) ? 0 : person, engagement);
  const forecast = new Map<number, number>();
  const unknown = new Map([...waits].map(([engagement, some]) => [engagement, new Set(some)]));
  const rowsOf = new Map<number, number[]>();
  const lost: number[] = [];
  for (const row of rows) {
    const engagement = snapshots.engagement[row]!;
    const person = snapshots.person[row]!;
    const minutes = minutesOf(row);
    if (minutes === 0 || engagement === CAPACITY) continue;
    if (person === GONE || (person === -1 && !isWhole(engagement))) {
      lost.push(row);
      continue;
    }
    if (isWhole(engagement) && person >= 0 && !isKnown(person, engagement)) addTo(unknown, engagement, person);
    const key = keyOf(person, engagement);
    forecast.set(key, (forecast.get(key) ?? 0) + minutes);
    if (!skills) continue;
    const own = rowsOf.get(key);
    if (own === undefined) rowsOf.set(key, [row]);
    else own.push(row);
  }
  const done = new Map<number, number>();
  for (const [key, minutes] of worked[week]!) {
    const own = keyOf(personOf(plan, key), engagementOf(plan, key));
    done.set(own, (done.get(own) ?? 0) + minutes);
  }
  const compare = (key: number) => {
    const engagement = engagementOf(plan, key);
    const person = isWhole(engagement) ? -1 : personOf(plan, key);
    const waitsFor = person === -1 ? [...(unknown.get(engagement) ?? [])].sort((a, b) => a - b) : [];
    const isOpen = person === -1 ? waitsFor.length > 0 : !isKnown(person, engagement);
    const cell: Cell = {
      lead,
      monday,
      person,
      engagement,
      skill: -1,
      forecast: forecast.get(key) ?? 0,
      worked: isOpen ? null : (done.get(key) ?? 0),
      ...(waitsFor.length > 0 ? { waitsFor } : {}),
    };
    if (!skills) visit(cell);
    else for (const part of bySkill(plan, cell, rowsOf.get(key) ?? [])) visit(part);
  };
  for (const key of forecast.keys()) compare(key);
  for (const key of done.keys()) if (!forecast.has(key)) compare(key);
  for (const row of lost) {
    const [person, engagement, skill] = [snapshots.person[row]!, snapshots.engagement[row]!, snapshots.skill[row]!];
    visit({ lead, monday, person, engagement, skill, forecast: minutesOf(row), worked: null });
  }
}
