import { nameKey } from "../plan/names.ts";
import { ALLOCATIONS, ENGAGEMENTS, PEOPLE } from "../plan/tables.ts";
import { cellOf } from "./allocations-table.ts";
import type { AnswerRow } from "./answer.ts";
import type { Workbook } from "./workbook.ts";

const LISTS = {
  person: { table: PEOPLE, key: "person" },
  engagement: { table: ENGAGEMENTS, key: "engagement" },
} as const;

/** Where everybody, or every engagement, is listed first, by name: for "go to cell". */
export function namePlaces({ located }: Workbook, kind: keyof typeof LISTS): (name: string) => AnswerRow["at"] {
  const { table: wanted, key } = LISTS[kind];
  const places = new Map<string, AnswerRow["at"]>();
  for (const table of located) {
    const column = table.columns.get(key);
    if (table.table !== wanted || column === undefined) continue;
    for (let row = table.row + 1; row <= table.lastRow; row++) {
      const name = nameKey(String(cellOf({ table, row, isNew: false }, key) ?? ""));
      if (!places.has(name)) places.set(name, { sheet: table.sheet, row, column });
    }
  }
  return (name) => places.get(nameKey(name)) ?? null;
}

/** The first cell of an allocation's row; none when its table does not stand alone. */
export function allocationPlace({ plan, located }: Workbook, number: number): AnswerRow["at"] {
  const [found, second] = located.filter((one) => one.table === ALLOCATIONS);
  if (found === undefined || second !== undefined) return null;
  return { sheet: found.sheet, row: found.row + plan.allocations.row[number]! - 1, column: found.column };
}
