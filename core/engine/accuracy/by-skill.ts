import type { Plan } from "../../plan/plan.ts";
import { distribute, type Minutes } from "../../units.ts";
import type { Cell } from "./cells.ts";
import { minutesIn } from "./takes.ts";

/**
 * A cell cut by skill. Logs do not say which skill the work took: hours worked are shared out as the forecast was, to the
 * minute; without a forecast they took the skill that the person is booked for on the engagement, if it is one.
 */
export function bySkill(plan: Plan, cell: Cell, rows: readonly number[]): readonly Cell[] {
  const { snapshots } = plan;
  const minutes = new Map<number, number>();
  for (const row of rows) {
    const skill = snapshots.skill[row]!;
    minutes.set(skill, (minutes.get(skill) ?? 0) + minutesIn(snapshots, row, cell.monday));
  }
  const skills = [...minutes.keys()].sort((a, b) => a - b);
  if (skills.length === 0) return [{ ...cell, skill: bookedSkill(plan, cell) }];
  const forecasts = skills.map((skill) => minutes.get(skill)!);
  // Hours worked are whole minutes.
  const shares = cell.worked === null ? null : distribute(cell.worked as Minutes, forecasts);
  return skills.map((skill, i) => ({ ...cell, skill, forecast: forecasts[i]!, worked: shares?.[i] ?? null }));
}

function bookedSkill({ allocations }: Plan, { person, engagement }: Cell): number {
  let found = -2;
  for (let row = 0; row < allocations.length; row++) {
    if (allocations.engagement[row] !== engagement || (person >= 0 && allocations.person[row] !== person)) continue;
    const skill = allocations.skill[row]!;
    if (found !== -2 && found !== skill) return -1;
    found = skill;
  }
  return Math.max(-1, found);
}
