import type { Cell } from "../plan/cells.ts";
import { FIRST_DAY, LAST_DAY, type Plan } from "../plan/plan.ts";
import type { Table } from "../plan/table.ts";
import { ALLOCATIONS, DEMAND, SUPPORT } from "../plan/tables.ts";
import { rowsIn } from "./adopt-edits.ts";
import { type RowWrite, sameName } from "./adopt-writes.ts";
import { cellOf, dayOf, type RowPlace } from "./allocations-table.ts";
import type { Workbook } from "./workbook.ts";

/**
 * Rows of engagements that slip which do not count now, such as one that begins after its engagement ends: they move with it,
 * so that they do not count then either.
 */
export function restingWrites({ plan, located }: Workbook, after: Plan): readonly RowWrite[] {
  const slips = plan.engagements.flatMap((one, i) => {
    const days = daysLater(one, after.engagements[i]!);
    return days === 0 ? [] : [{ name: one.name, days }];
  });
  if (slips.length === 0) return [];
  return [DEMAND, SUPPORT, ALLOCATIONS].flatMap((table) => {
    const [place, second] = located.filter((one) => one.table === table);
    // Rows of two tables of one kind are told apart nowhere else either.
    if (place === undefined || second !== undefined) return [];
    const counted = countedRows(plan, table);
    return rowsIn(place).flatMap((row): readonly RowWrite[] => {
      const number = row.row - place.row + 1;
      const slip = slips.find(({ name }) => sameName(cellOf(row, "engagement"), name));
      if (slip === undefined || counted.has(number)) return [];
      const cells = movedDays(row, slip.days);
      return cells.size === 0 ? [] : [{ table, where: { row: number }, cells }];
    });
  });
}

interface Days {
  readonly from: number;
  readonly to: number;
}

/** By how many days the engagement's own days move; 0 where it has none, from which rows could take theirs. */
function daysLater(before: Days, after: Days): number {
  if (before.from !== FIRST_DAY) return after.from - before.from;
  return before.to === LAST_DAY ? 0 : after.to - before.to;
}

function countedRows({ needs, allocations }: Plan, table: Table): ReadonlySet<number> {
  if (table === ALLOCATIONS) return new Set(allocations.row);
  return new Set(needs.flatMap(({ source, row }) => (source === table.name ? [row] : [])));
}

function movedDays(row: RowPlace, days: number): ReadonlyMap<string, Cell> {
  const cells = new Map<string, Cell>();
  for (const key of ["from", "to"]) {
    const day = dayOf(row, key);
    if (day !== null) cells.set(key, day + days);
  }
  return cells;
}
