import type { StaffingRow } from "../engine/staffing/index.ts";
import type { Change } from "../journal/index.ts";
import { isBlankRow } from "../plan/cells.ts";
import { editsOf } from "./allocation-draft.ts";
import { type Allocation, rowCells } from "./allocation-request.ts";
import { effortColumnsOf, formError, newRow, type RowPlace } from "./allocations-table.ts";
import { namesOf, roleText } from "./staffing-answer.ts";
import type { StaffingDesk, Suggested } from "./staffing-roles.ts";

/** The rows of a suggestion below the table of allocations: one change, which is undone in one step. */
export function staffingChange(desk: StaffingDesk, suggested: Suggested): Change {
  const places = newRows(desk, suggested.rows.length);
  const edits = suggested.rows.flatMap((row, i) => {
    const place = places[i]!;
    const { cells, problems } = rowCells(formOf(desk, row, place), place);
    const [wrong] = problems;
    if (wrong) throw formError(`The suggestion cannot be written. ${wrong.says.replace(/\.$/, "")}`, "");
    return editsOf(place, { cells, problems });
  });
  return { title: titleOf(desk, suggested), edits };
}

function titleOf(desk: StaffingDesk, suggested: Suggested): string {
  const works = [...new Set(suggested.rows.map(({ need }) => roleText(desk, need)))];
  return `Allocate ${namesOf(desk, suggested)} to ${works.length === 1 ? works[0]! : `${works.length} roles`}`;
}

/** The empty rows below the first table of allocations. */
function newRows(desk: StaffingDesk, count: number): readonly RowPlace[] {
  const { workbook } = desk;
  const first = newRow(workbook);
  const { table, row } = first;
  const cells = workbook.book.find(({ name }) => name === table.sheet)?.cells ?? [];
  const width = table.cells[0]?.length ?? 0;
  return Array.from({ length: count }, (_, i) => {
    const own = cells[row + i] ?? [];
    if (!isBlankRow(own.slice(table.column, table.column + width))) {
      throw formError(
        `There are only ${i} empty rows below the allocations on ${table.sheet}`,
        `Maybe insert ${count - i} more above row ${row + i + 1}.`,
      );
    }
    return { table, row: row + i, isNew: true };
  });
}

/** Hundredths of an hour and less are of no use in a cell. */
const hoursText = (minutes: number): string => String(Math.floor((minutes / 60) * 1e4) / 1e4);

function formOf({ workbook: { plan } }: StaffingDesk, row: StaffingRow, { table }: RowPlace): Allocation {
  const { engagement, skill } = plan.needs[row.need]!;
  const words = effortColumnsOf(table).map(({ word }) => word);
  if (!words.includes("hours a week")) {
    throw formError("The allocations have no column Hours a week", "Maybe add one beside the others.");
  }
  const { from, to } = plan.engagements[engagement]!;
  const columns = table.columns;
  // Without columns for days of its own, a row runs as long as its engagement.
  const needsDays = row.from > from || row.to < to;
  return {
    person: plan.people[row.person]!.name,
    engagement: plan.engagements[engagement]!.name,
    skill: skill >= 0 && columns.has("skill") ? plan.skills[skill]! : null,
    from: needsDays || columns.has("from") ? row.from : null,
    to: needsDays || columns.has("to") ? row.to : null,
    effort: "hours a week",
    amount: hoursText(row.minutes),
    billable: null,
    note: null,
    split: null,
    row: null,
    was: null,
  };
}
