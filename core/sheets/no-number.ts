import type { Look } from "./looks.ts";
import type { CellLooks, Column, Content } from "./model.ts";
import { INCOMPLETE, NOT_KNOWN } from "./money-words.ts";

/** Words that stand where a number would, at the right like the numbers above and below them, in rows of sums too: as few areas as there are. */
export function noNumbers(
  columns: readonly Column[],
  rows: readonly (readonly Content[])[],
  rowLooks: ReadonlyMap<number, Look> = new Map(),
): readonly CellLooks[] {
  const done: CellLooks[] = [];
  let open: readonly Area[] = [];
  rows.forEach((contents, row) => {
    const look = rowLooks.has(row) ? "no total" : "no number";
    open = wordsIn(columns, contents).map(({ column, columns: width }) => {
      const above = open.find((one) => one.column === column && one.columns === width && one.look === look);
      if (above !== undefined) {
        above.rows += 1;
        return above;
      }
      const area: Area = { row, rows: 1, column, columns: width, look };
      done.push(area);
      return area;
    });
  });
  return done;
}

interface Area extends CellLooks {
  rows: number;
}

/** Stretches of such words in a row. */
function wordsIn(columns: readonly Column[], contents: readonly Content[]) {
  const found: { readonly column: number; columns: number }[] = [];
  contents.forEach((content, column) => {
    if (columns[column]?.shows === "text" || (content !== NOT_KNOWN && content !== INCOMPLETE)) return;
    const last = found[found.length - 1];
    if (last !== undefined && last.column + last.columns === column) last.columns += 1;
    else found.push({ column, columns: 1 });
  });
  return found;
}
