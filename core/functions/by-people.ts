import { latest, type Period } from "../plan/calendar.ts";
import { nameKey } from "../plan/names.ts";
import type { Contract } from "../plan/plan.ts";
import type { Asked } from "./define.ts";
import { countsPerson } from "./filters.ts";
import { TOTAL } from "./matrix.ts";
import type { Parts } from "./parts.ts";
import { PEOPLE_LABELS, type PeopleKey } from "./people.ts";
import type { Source, Summands } from "./sums.ts";

/** Minutes by contract, [contract * parts + part], of the people who count, in the asked rows. */
export function byPeople(asked: Asked, parts: Parts, minutes: Float64Array): Summands {
  return { sources: [peopleSource(asked, parts, minutes)], listed: listedPeople(asked) };
}

/** Minutes by contract, [contract * parts + part], and the rows in which its person stands: with skills, which may end, part by part. */
export function peopleSource(asked: Asked, parts: Parts, minutes: Float64Array): Source {
  const { contracts } = asked.plan;
  const source = { minutes, rows: contracts.length };
  if (asked.rows === "skill" || asked.filters.people.has("skill")) {
    const labels: Source["labels"] = (row, part) => rowsOf(asked, contracts[row]!, parts.periods[part]!.from);
    return { ...source, labels, changing: true };
  }
  return { ...source, labels: (row) => rowsOf(asked, contracts[row]!, contracts[row]!.from) };
}

/** The rows people have in a result even when they have no hours: everybody with a contract in the period who counts. */
export function listedPeople(asked: Asked): readonly string[] {
  const { plan, rows } = asked;
  if (rows === "total") return [TOTAL];
  const labels = new Set<string>();
  for (const contract of plan.contracts) {
    if (!overlaps(contract, asked)) continue;
    for (const label of rowsOf(asked, contract, latest(asked.from, contract.from))) labels.add(label);
  }
  return rows === "skill" ? plan.skills.filter((skill) => labels.has(skill)) : [...labels];
}

export const overlaps = (a: Period, b: Period): boolean => a.from <= b.to && b.from <= a.to;

/** The rows in which a contract stands on a day; none when its person does not count. */
export function rowsOf(asked: Asked, contract: Contract, day: number): readonly string[] {
  const { plan, rows, filters } = asked;
  if (!countsPerson(plan, filters, contract, day)) return [];
  if (rows === "total") return [TOTAL];
  const key = rows as PeopleKey; // a function that counts people allows no other rows
  const named = filters.people.get(key);
  const labels = PEOPLE_LABELS[key](plan, contract, day);
  return named ? labels.filter((label) => named.has(nameKey(label))) : labels;
}
