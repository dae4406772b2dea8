import type { StaffingRow } from "../engine/staffing/index.ts";
import type { Change, Edit } from "../journal/index.ts";
import type { Cell } from "../plan/cells.ts";
import { FIRST_DAY, LAST_DAY } from "../plan/plan.ts";
import { ALLOCATIONS } from "../plan/tables.ts";
import { type Booked, bookedAt } from "../scenario/booked.ts";
import { editsOf } from "./allocation-draft.ts";
import { type Allocation, effortOf, rowCells } from "./allocation-request.ts";
import { billableOf, cellOf, EFFORT_COLUMNS, formError, newRow, type RowPlace } from "./allocations-table.ts";
import { emptyRows } from "./scenarios-table.ts";
import { namesOf, roleText } from "./staffing-answer.ts";
import { effortFor } from "./staffing-effort.ts";
import { type Taken, takenPlaces } from "./staffing-places.ts";
import type { StaffingDesk, Suggested } from "./staffing-roles.ts";

/** What a suggestion writes: one change, which is undone in one step. */
export interface StaffingChange {
  readonly change: Change;
  /** New rows, and rows of placeholders whose work is taken. */
  readonly added: number;
  readonly replaced: number;
}

/** The rows of a suggestion: in place of the placeholders whose work they take, the others below the table of allocations. */
export function staffingChange(desk: StaffingDesk, suggested: Suggested): StaffingChange {
  const { table } = newRow(desk.workbook);
  const isAlone = desk.workbook.located.filter((one) => one.table === ALLOCATIONS).length === 1;
  const { left, placeOf }: Taken = isAlone ? takenPlaces(desk, suggested.rows) : NOTHING_TAKEN;
  const { row: rowOf } = desk.workbook.plan.allocations;
  const placeAt = (placeholder: number): RowPlace => ({
    table,
    row: table.row + rowOf[placeholder]! - 1,
    isNew: false,
  });
  const own = [...left].flatMap(([placeholder, pieces]) => pieces.slice(1).map((piece) => ({ placeholder, piece })));
  const added = suggested.rows.length - placeOf.size + own.length;
  const empty = [...emptyRows(desk.workbook, table, added)];
  const taken = new Set(placeOf.values());
  const edits = [
    ...suggested.rows.flatMap((row, at) => {
      const placeholder = placeOf.get(at);
      return suggestedEdits(desk, row, placeholder === undefined ? empty.shift()! : placeAt(placeholder));
    }),
    ...[...left].flatMap(([placeholder, [first]]) =>
      first
        ? leftEdits(desk, placeholder, first, placeAt(placeholder), placeAt(placeholder))
        : taken.has(placeholder)
          ? []
          : blanked(placeAt(placeholder)),
    ),
    ...own.flatMap(({ placeholder, piece }) =>
      leftEdits(desk, placeholder, piece, placeAt(placeholder), empty.shift()!),
    ),
  ];
  return { change: { title: titleOf(desk, suggested), edits }, added, replaced: left.size };
}

const NOTHING_TAKEN: Taken = { left: new Map(), placeOf: new Map() };

function titleOf(desk: StaffingDesk, suggested: Suggested): string {
  const works = [...new Set(suggested.rows.map(({ need }) => roleText(desk, need)))];
  return `Allocate ${namesOf(desk, suggested)} to ${works.length === 1 ? works[0]! : `${works.length} roles`}`;
}

function suggestedEdits(desk: StaffingDesk, row: StaffingRow, place: RowPlace): readonly Edit[] {
  const { cells, problems } = rowCells(formOf(desk, row, place), place);
  const [wrong] = problems;
  if (wrong) throw formError(`The suggestion cannot be written. ${wrong.says.replace(/\.$/, "")}`, "");
  return editsOf(place, { cells, problems });
}

function formOf(desk: StaffingDesk, row: StaffingRow, place: RowPlace): Allocation {
  const { plan } = desk.workbook;
  const { engagement, skill } = plan.needs[row.need]!;
  const { from, to } = plan.engagements[engagement]!;
  const { columns } = place.table;
  // Without columns for days of its own, a row runs as long as its engagement.
  if (row.from > from) mustHave(place, "from");
  if (row.to < to) mustHave(place, "to");
  const note = cellOf(place, "note");
  return {
    person: plan.people[row.person]!.name,
    engagement: plan.engagements[engagement]!.name,
    skill: skill >= 0 && columns.has("skill") ? plan.skills[skill]! : null,
    from: columns.has("from") ? row.from : null,
    to: columns.has("to") ? row.to : null,
    ...effortFor(desk, row, place.table),
    billable: billableOf(place),
    note: note === null ? null : String(note),
    split: null,
    row: null,
    was: null,
  };
}

function mustHave({ table }: RowPlace, key: "from" | "to"): void {
  if (table.columns.has(key)) return;
  const { heading } = ALLOCATIONS.columns[key];
  const why = `The table Allocations on ${table.sheet} has no column ${heading}, which these rows need`;
  throw formError(why, `Maybe add a column headed ${heading}.`);
}

/** What is left of a placeholder's row, where it stood or in a row of its own. */
function leftEdits(
  { workbook: { plan } }: StaffingDesk,
  placeholder: number,
  piece: Booked,
  from: RowPlace,
  place: RowPlace,
): readonly Edit[] {
  const whole = bookedAt(plan.allocations, placeholder);
  const cells = new Map<string, Cell>(
    place.isNew ? [...from.table.columns.keys()].map((key) => [key, cellOf(from, key)]) : [],
  );
  for (const key of ["from", "to"] as const) {
    if (piece[key] === whole[key]) continue;
    mustHave(place, key);
    cells.set(key, piece[key] === FIRST_DAY || piece[key] === LAST_DAY ? null : piece[key]);
  }
  if (piece.amount !== whole.amount) {
    const { effort } = effortOf(from);
    const { key } = EFFORT_COLUMNS.find(({ word }) => word === effort) ?? EFFORT_COLUMNS[0];
    const cell = cellOf(from, key);
    if (typeof cell === "number") cells.set(key, Math.round((cell * piece.amount * 1e4) / whole.amount) / 1e4);
    else throw formError(`${from.table.sheet} has hours of a placeholder as text`, "Maybe write them as a number.");
  }
  return editsOf(place, { cells, problems: [] });
}

const blanked = (place: RowPlace): readonly Edit[] =>
  editsOf(place, { cells: new Map([...place.table.columns.keys()].map((key) => [key, null])), problems: [] });
