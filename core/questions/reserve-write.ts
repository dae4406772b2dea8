import { step, type Work } from "../host.ts";
import { type Change, type Edit, sheetsInUse } from "../journal/index.ts";
import { isBlank } from "../plan/cells.ts";
import { plainHeading } from "../plan/headings.ts";
import { PPM, type Ppm } from "../plan/plan.ts";
import { SETTING_LIST } from "../plan/setting-list.ts";
import { SETTINGS } from "../plan/tables.ts";
import { template } from "../sheets/template.ts";
import { rowsIn } from "./adopt-edits.ts";
import { editsOf } from "./allocation-draft.ts";
import { cellOf, formError, type RowPlace } from "./allocations-table.ts";
import { percentText } from "./reserve-answer.ts";
import { emptyRows } from "./scenarios-table.ts";
import type { Workbook } from "./workbook.ts";

const { name, also } = SETTING_LIST.supportReserve;
const NAMES: ReadonlySet<string> = new Set([name, ...also].map(plainHeading));

/** The row of Settings that asks for a reserve; the sheet is made when there is none. */
export function* reserveChange(found: Workbook, confidence: Ppm): Work<Change> {
  const title = `Set ${name} to ${percentText(confidence)}`;
  const tables = found.located.filter(({ table }) => table === SETTINGS);
  const [table] = tables;
  if (table === undefined) return { title, edits: yield* newSheet(confidence) };
  const known = tables.flatMap(rowsIn).find((row) => NAMES.has(plainHeading(String(cellOf(row, "setting") ?? ""))));
  const place: RowPlace = known ?? emptyRows(found, table, 1)[0]!;
  const cells = new Map<string, string | number>([["value", confidence / PPM]]);
  if (known === undefined) cells.set("setting", name);
  const edits = editsOf(place, { cells, problems: [] });
  return { title, edits: isBlank(cellOf(place, "value")) ? edits.map((edit) => asPercent(edit, place)) : edits };
}

/** A value in an empty cell reads as a percentage. */
function asPercent(edit: Edit, { table, row }: RowPlace): Edit {
  const column = table.columns.get("value")!;
  const { at } = edit;
  if (at.row !== row || column < at.column || column >= at.column + at.columns) return edit;
  const cell = { row, column, rows: 1, columns: 1 };
  return { ...edit, dress: [...(edit.dress ?? []), { do: "format", at: cell, pattern: "0.0%" }] };
}

function* newSheet(confidence: Ppm): Work<readonly Edit[]> {
  const look = yield* step({ do: "look" });
  const book = yield* step({ do: "book" });
  const rows = [
    ["Setting", "Value", "Note"],
    [name, confidence / PPM, SETTING_LIST.supportReserve.about],
  ];
  const edits = template(book, sheetsInUse(look), new Map([[SETTINGS.name, rows]])).edits;
  const own = edits.filter(({ sheet }) => sheet === SETTINGS.name);
  if (own.length > 0) return own;
  throw formError(
    `The sheet ${SETTINGS.name} holds something else`,
    "Maybe rename it, or head its columns Setting and Value.",
  );
}
