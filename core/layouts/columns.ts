import type { Columns } from "./lines.ts";
import { type Sheet, span, textAt } from "./sheet.ts";
import { type Role, roleOf } from "./vocabulary.ts";

/** The heading of each column: the lowest text in the header's rows. */
export function headingsOf(sheet: Sheet, top: number, bottom: number): ReadonlyMap<number, string> {
  const headings = new Map<number, string>();
  for (const row of span(top, bottom)) {
    for (const column of span(0, sheet.width - 1)) {
      const text = textAt(sheet, row, column);
      if (text !== "") headings.set(column, text);
    }
  }
  return headings;
}

/** The one column left of `before` that holds texts under a heading that we do not know; null when there is none, or several. */
export function unknownTexts(
  sheet: Sheet,
  headings: ReadonlyMap<number, string>,
  rows: readonly number[],
  before: number,
): number | null {
  const columns = [...headings].filter(([column, heading]) => {
    const texts = rows.filter((row) => textAt(sheet, row, column) !== "").length;
    return column < before && roleOf(heading) === null && texts * 2 > rows.length;
  });
  return columns.length === 1 ? columns[0]![0] : null;
}

/** Which column plays which role: the first that does, but a project before a client. */
export function rolesOf(headings: ReadonlyMap<number, string>): Columns {
  const columns = new Map<Role, number>();
  for (const [column, heading] of [...headings].sort((a, b) => a[0] - b[0])) {
    const role = roleOf(heading);
    if (role === null) continue;
    const better =
      role === "engagement" &&
      /pro[jy]|engag/i.test(heading) &&
      !/pro[jy]|engag/i.test(headings.get(columns.get(role) ?? -1) ?? "");
    if (!columns.has(role) || better) columns.set(role, column);
  }
  return columns;
}
