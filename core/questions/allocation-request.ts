import type { Cell } from "../plan/cells.ts";
import { KINDS } from "../plan/kinds.ts";
import { choice, type Output, openDay, orBlank, read, record, remark, text } from "../schema.ts";
import type { EffortColumn, RowPlace } from "./allocations-table.ts";
import { billableOf, cellOf, effortColumnsOf } from "./allocations-table.ts";

/** What the Allocate form holds. Fields may be empty while somebody fills it. */
export const ALLOCATION = record({
  person: orBlank(text),
  engagement: orBlank(text),
  skill: orBlank(text),
  from: openDay,
  to: openDay,
  effort: choice({ "hours a week": [], "hours a day": [], share: [], fte: [], "total hours": [] }),
  /** As typed: "7.5", "7,5", "7:30", "50 %". */
  amount: orBlank(text),
  billable: orBlank(choice({ yes: [], no: [] })),
  note: orBlank(remark),
  /** The first day of the change, when the row is to stay as it is before: one row becomes two. */
  split: openDay,
  /** An existing row that is changed, and its fingerprint when it was picked; blank for a new one. */
  row: orBlank(text),
  was: orBlank(text),
});
export type Allocation = Output<typeof ALLOCATION>;

export type FieldName =
  | "person"
  | "engagement"
  | "skill"
  | "from"
  | "to"
  | "effort"
  | "amount"
  | "billable"
  | "note"
  | "split";

/** A sentence about a field of the form, or about the whole of it. */
export interface FieldProblem {
  readonly field: FieldName | null;
  readonly severity: "error" | "warning";
  readonly says: string;
}

/** What a row is to hold, by the keys of the table's columns, or why it cannot be said. */
export interface RowCells {
  readonly cells: ReadonlyMap<string, Cell>;
  readonly problems: readonly FieldProblem[];
}

/** The cells of the row that a form describes. */
export function rowCells(form: Allocation, place: RowPlace): RowCells {
  const { person, engagement, skill, from, to, amount } = form;
  const efforts = effortColumnsOf(place.table);
  const effort = efforts.find(({ word }) => word === form.effort);
  const problems: FieldProblem[] = [];
  const missing = (field: FieldName, says: string) => problems.push({ field, severity: "error", says });
  if (person === null) missing("person", "Choose a person, or type a placeholder such as TBD.");
  if (engagement === null) missing("engagement", "Choose an engagement.");
  if (effort === undefined) {
    missing("effort", `The table has no such column. Maybe ${efforts.map(({ word }) => word).join(" or ")}.`);
  }
  const size = effort === undefined ? null : amountIn(amount, effort);
  if (amount === null) missing("amount", "Say how much.");
  else if (size !== null && typeof size === "object") missing("amount", `"${amount}" ${size.why}. ${size.hint}`);

  const cells = new Map<string, Cell>([
    ["person", person],
    ["engagement", engagement],
    ["skill", skill],
    ["from", from],
    ["to", to],
    ["billable", billableCell(form, place)],
    ["note", noteCell(form, place)],
    ...efforts.map(({ key }): [string, Cell] => [key, key === effort?.key && typeof size === "number" ? size : null]),
  ]);
  for (const [key, cell] of cells) {
    if (place.table.columns.has(key)) continue;
    cells.delete(key);
    const field = FIELDS.get(key);
    if (cell !== null && field)
      missing(field, `The table has no column for this. Maybe leave it empty, or add the column.`);
  }
  return { cells, problems };
}

/** What stands there already when it means the same; otherwise as the column's other rows have it. */
function billableCell({ billable }: Allocation, place: RowPlace): Cell {
  if (billableOf(place) === billable) return cellOf(place, "billable");
  if (billable === null) return null;
  const { cells, column, columns } = place.table;
  const at = (columns.get("billable") ?? 0) - column;
  const ticks = cells.some((row) => typeof row[at] === "boolean");
  if (ticks) return billable === "yes";
  return billable === "yes" ? "Yes" : "No";
}

/** A field of a form holds one line only, so that a note of several is left as it is unless it says something else. */
function noteCell({ note }: Allocation, place: RowPlace): Cell {
  const cell = cellOf(place, "note");
  return oneLine(cell) === oneLine(note) ? cell : note;
}

const oneLine = (cell: Cell): string =>
  String(cell ?? "")
    .replace(/\s+/g, " ")
    .trim();

const FIELDS: ReadonlyMap<string, FieldName> = new Map([
  ["person", "person"],
  ["engagement", "engagement"],
  ["skill", "skill"],
  ["from", "from"],
  ["to", "to"],
  ["hoursAWeek", "amount"],
  ["hoursADay", "amount"],
  ["share", "amount"],
  ["fte", "amount"],
  ["totalHours", "amount"],
  ["billable", "billable"],
  ["note", "note"],
]);

/** The field of the form that fills a column. */
export const fieldOf = (key: string): FieldName | null => FIELDS.get(key) ?? null;

const STORED: Readonly<Record<EffortColumn["key"], number>> = {
  hoursAWeek: 60,
  hoursADay: 60,
  totalHours: 60,
  share: 1_000_000,
  fte: 1_000_000,
};

/** The number for the cell, or why there is none; null for an empty field. The form shows shares in per cent. */
function amountIn(
  typed: string | null,
  { key }: EffortColumn,
): number | null | { readonly why: string; readonly hint: string } {
  if (typed === null) return null;
  const found = read(KINDS[key].schema, key === "share" && /\d$/.test(typed) ? `${typed}%` : typed);
  return "value" in found ? found.value / STORED[key] : found;
}

/** What the amount field of the form shows for a row: its filled effort column, a share in per cent. */
export function effortOf(place: RowPlace): { readonly effort: EffortColumn["word"]; readonly amount: string } {
  const columns = effortColumnsOf(place.table);
  const filled = columns.find(({ key }) => cellOf(place, key) !== null && cellOf(place, key) !== "") ?? columns[0]!;
  const cell = cellOf(place, filled.key);
  const percent = filled.key === "share" && typeof cell === "number" && cell <= 2;
  return { effort: filled.word, amount: cell === null ? "" : String(percent ? Math.round(cell * 1e8) / 1e6 : cell) };
}
