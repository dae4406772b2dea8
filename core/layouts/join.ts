import type { LayoutProblem } from "./found.ts";
import type { Header } from "./header.ts";
import { headerIn } from "./header.ts";
import { type Line, linesIn } from "./lines.ts";
import type { Join } from "./long-allocations.ts";
import { daysIn } from "./long-dates.ts";
import { at, leftOut, plain, type Sheet, span, warning } from "./sheet.ts";

/** The days of rows that stand in another range, and what has to be said of them. */
export interface Joined {
  readonly days: Join;
  readonly said: readonly LayoutProblem[];
}

/** The rows of another range by their key, with their days: where assignments point to deliverables that have the dates. */
export function joinedTo(sheet: Sheet, header: Header, beside: readonly Sheet[]): Joined | null {
  const column = header.columns.get("key") ?? header.columns.get("engagement");
  if (column === undefined) return null;
  const keys = new Set(
    span(header.row + 1, sheet.height - 1).map((row) => plain(String(at(sheet, row, column) ?? ""))),
  );
  for (const other of beside) {
    const theirs = headerIn(other);
    if (theirs === null || !theirs.columns.has("from") || theirs.columns.has("person")) continue;
    const lines = linesIn(other, theirs.columns, theirs.row + 1).filter(({ kind }) => kind === "entry");
    const key = span(0, other.width - 1).find((one) =>
      lines.some(({ row }) => keys.has(plain(String(at(other, row, one) ?? "")))),
    );
    if (key === undefined) continue;
    const said = header.columns.has("key") ? [] : [warning(sheet, { row: header.row, column }, "days-of-work", WHOLE)];
    return { days: lookUp(sheet, column, other, key, theirs, lines), said };
  }
  return null;
}

const WHOLE = [
  "heads work without any days of its own, and each amount is spread over all the days of that work",
  "Maybe columns From and To, or Month, should say when.",
] as const;

function lookUp(
  sheet: Sheet,
  column: number,
  other: Sheet,
  key: number,
  { columns }: Header,
  lines: readonly Line[],
): Join {
  const byKey = new Map(lines.map((line) => [plain(String(at(other, line.row, key) ?? "")), line] as const));
  const days = daysIn(other, lines);
  const name = [columns.get("engagement"), columns.get("key"), columns.get("task"), columns.get("label")].find(
    (one) => one !== undefined && one !== key,
  );
  return (line) => {
    const held = { row: line.row, column, cell: at(sheet, line.row, column) };
    const found = byKey.get(plain(String(held.cell ?? "")));
    if (found === undefined) {
      const says = [
        "points to a row that is not there, so it has no days and is left out",
        "Maybe the other table lacks it.",
      ] as const;
      return { days: null, problems: [leftOut(sheet, held, "unknown-key", says)], engagement: "" };
    }
    const theirs = days(found).days;
    const says = [
      "points to a row without usable days and is left out",
      "Maybe the other table should say when.",
    ] as const;
    return {
      days: theirs,
      problems: theirs === null ? [leftOut(sheet, held, "dates-missing", says)] : [],
      engagement: String(at(other, found.row, name ?? key) ?? ""),
    };
  };
}
