import { type Owned, step, type Work } from "../host.ts";
import { isBlankRow } from "../plan/cells.ts";
import type { Located } from "../plan/locate.ts";
import { nameKey } from "../plan/names.ts";
import { ALLOCATIONS } from "../plan/tables.ts";
import { record } from "../schema.ts";
import type { DayNumber } from "../units.ts";
import { type AllocationRow, allocationRow } from "./allocation-row.ts";
import { allocationTables, cellOf, dayOf, formError, type RowPlace } from "./allocations-table.ts";
import { question } from "./question.ts";
import { anyWorkbook, type Workbook } from "./workbook.ts";

/** What the row in which the planner stands says about an allocation; "" and null where it says nothing. */
export interface SelectedRow {
  /** "row 4 of Demand" */
  readonly where: string;
  readonly person: string;
  readonly engagement: string;
  readonly skill: string;
  readonly from: DayNumber | null;
  readonly to: DayNumber | null;
  /** The row itself, when it is an allocation that can be changed. */
  readonly allocation: AllocationRow | null;
}

/** The selected row, for a form that is to be filled from it. */
export const selectedRow = question({
  asks: record({}),
  *answer(): Work<SelectedRow> {
    const found = selectedIn(yield* anyWorkbook(), yield* step({ do: "selection" }));
    if (found === null) {
      throw formError(
        "The selected cell is in no row of the plan that names a person or an engagement",
        "Maybe select a cell in a row of Allocations, Demand, People or Engagements.",
      );
    }
    return found;
  },
});

/** Null when the selection lies in no row of the plan that an allocation could be filled from. */
export function selectedIn(found: Workbook, selection: Owned | null): SelectedRow | null {
  const place = selection && placeOf(found, selection);
  if (!place) return null;
  const { table, row } = place;
  const name = (key: string) => String(cellOf(place, key) ?? "").trim();
  const [person, engagement] = [name("person"), name("engagement")];
  if (person === "" && engagement === "") return null;
  const isAllocation = table.table === ALLOCATIONS && allocationTables(found).some((one) => sameTable(one, table));
  return {
    where: `row ${row + 1} of ${table.sheet}`,
    person,
    engagement,
    skill: skillIn(found, name("skill")),
    // The days of a contract, of leave or of a skill are not those of the work.
    from: engagement !== "" ? dayOf(place, "from") : null,
    to: engagement !== "" ? dayOf(place, "to") : null,
    allocation: isAllocation ? allocationRow(place) : null,
  };
}

function placeOf({ located }: Workbook, { sheet, at: { row, column } }: Owned): RowPlace | null {
  const tables = located.filter((one) => one.sheet === sheet && row > one.row && row <= one.lastRow);
  const isIn = ({ column: left, cells }: Located) => column >= left && column < left + (cells[0]?.length ?? 0);
  const table = tables.find(isIn) ?? (tables.length === 1 ? tables[0] : undefined);
  return table && !isBlankRow(table.cells[row - table.row]) ? { table, row, isNew: false } : null;
}

const sameTable = (a: Located, b: Located): boolean => a.sheet === b.sheet && a.row === b.row && a.column === b.column;

const skillIn = ({ plan }: Workbook, name: string): string =>
  plan.skills.find((one) => nameKey(one) === nameKey(name)) ?? "";
