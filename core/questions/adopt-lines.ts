import type { Edit } from "../journal/index.ts";
import { isBlank } from "../plan/cells.ts";
import { SCENARIOS } from "../plan/tables.ts";
import { counted } from "../sheets/words.ts";
import { lineOf, rowsOf } from "./edit-lines.ts";
import type { Workbook } from "./workbook.ts";

/** Rows are listed up to here, and counted beyond. */
const MOST_ROWS = 12;

/** What adopting would write, row by row with what stands there now, and how much of it replaces something. */
export function writeLines(found: Workbook, edits: readonly Edit[]): readonly string[] {
  const rows = rowsOf(found, edits).filter(({ place }) => place.table.table !== SCENARIOS);
  if (rows.length === 0) return [];
  const shown = rows.slice(0, MOST_ROWS).map(lineOf);
  const more = rows.length - shown.length;
  const cells = rows.flatMap((row) => row.cells);
  const replaced = cells.filter(({ was }) => !isBlank(was)).length;
  return [
    ...shown,
    ...(more === 0 ? [] : [`… and ${counted(more, "row")} more.`]),
    `Will write ${counted(cells.length, "cell")} in ${counted(rows.length, "row")}; ${replacedText(replaced)}. The scenario's own rows are switched off.`,
  ];
}

const replacedText = (count: number): string =>
  count === 0
    ? "nothing that stands there is replaced"
    : `${count} of them ${count === 1 ? "replaces" : "replace"} what stands there`;
