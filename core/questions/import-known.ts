import type { Known } from "../imports/names.ts";
import { isBlank } from "../plan/cells.ts";
import type { Located } from "../plan/locate.ts";
import { nameKey } from "../plan/names.ts";
import { ENGAGEMENTS, PEOPLE } from "../plan/tables.ts";
import type { Workbook } from "./workbook.ts";

/** Heads the column that says which row of which tool a row of the plan is. */
export const KEY_HEADING = "Import key";

/** Where a table keeps its keys, as a column of the sheet; null when no import was there yet. */
export function keyColumn({ cells, column }: Located): number | null {
  const at = (cells[0] ?? []).findIndex((cell) => typeof cell === "string" && nameKey(cell) === nameKey(KEY_HEADING));
  return at < 0 ? null : at + column;
}

/** What an import may know of the workbook: names, who works when, and whom earlier imports have known by number. */
export function knownIn({ plan, located }: Workbook): Known {
  const people = new Map(plan.people.map((person, i) => [nameKey(person.name), i]));
  const byId = new Map<string, string>();
  for (const table of located) {
    if (table.table === PEOPLE) readIds(table, "person", byId);
    if (table.table === ENGAGEMENTS) readIds(table, "engagement", byId);
  }
  for (const [id, name] of byId) if (name === "") byId.delete(id);
  return {
    people: plan.people.map(({ name }) => name),
    engagements: plan.engagements.map(({ name }) => name),
    skills: plan.skills,
    byId,
    fullTimeWeek: plan.settings.fullTimeWeek,
    works: (person, day) => {
      const number = people.get(nameKey(person));
      const own = number === undefined ? [] : plan.people[number]!.contracts.map((i) => plan.contracts[i]!);
      const contract = own.find(({ from, to }) => from <= day && day <= to) ?? own[0];
      const weekday = (day + 5) % 7;
      return contract === undefined ? weekday < 5 : contract.weekdays[weekday as 0]! > 0;
    },
  };
}

function readIds(table: Located, name: string, byId: Map<string, string>): void {
  const at = keyColumn(table);
  const column = table.columns.get(name);
  if (at === null || column === undefined) return;
  for (const row of table.cells.slice(1)) {
    const [key, cell] = [row[at - table.column], row[column - table.column]];
    // A contract's further rows have their first day behind the person's key.
    const id = typeof key === "string" ? key.split(" ").slice(0, 3).join(" ") : "";
    if (id === "" || isBlank(cell)) continue;
    const name = String(cell);
    // Two tools may number two people alike: then the number says nobody.
    byId.set(id, byId.has(id) && byId.get(id) !== name ? "" : name);
  }
}
