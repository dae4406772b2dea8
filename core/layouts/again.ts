import type { Cell } from "../plan/cells.ts";
import type { Axis } from "./axis.ts";
import { isHeader } from "./blocks.ts";
import { type FoundTable, isRefused, type LayoutProblem, type Layouts } from "./found.ts";
import type { Known } from "./headers.ts";
import { labelOf } from "./labels.ts";
import { withProblems } from "./overlooked.ts";
import { at, isEmptyRow, leftOut, type Sheet, span, warning } from "./sheet.ts";
import { titlesRightAbove } from "./titles.ts";
import { iso } from "./weeks.ts";

/** Rows below a header with its time across that head the columns once more, for the same time or another. */
export function headsAgain(sheet: Sheet, axis: Axis): readonly number[] {
  const columns = axis.columns.map(({ column }) => column);
  return span(axis.bottom + 1, sheet.height - 1).filter((row) => {
    const own = columns.filter((column) => at(sheet, row, column) !== null);
    if (own.length < 2 || own.length * 2 < columns.filter((one) => at(sheet, axis.labels, one) !== null).length)
      return false;
    const texts = new Set(own.map((column) => at(sheet, row, column)));
    return (
      isSame(sheet, axis, row, own) || (texts.size === own.length && own.every((one) => isTime(at(sheet, row, one))))
    );
  });
}

const isTime = (cell: Cell): boolean => {
  const label = labelOf(cell);
  return label !== null && label.kind !== "year" && label.kind !== "sprint";
};

/** Does a row hold what a header row holds in the columns of time? Alike amounts in all of them are none. */
const isSame = (sheet: Sheet, { top, bottom }: Axis, row: number, columns: readonly number[]): boolean =>
  columns.some((column) => typeof at(sheet, row, column) === "string" || isTime(at(sheet, row, column))) &&
  span(top, bottom).some((one) => columns.every((column) => at(sheet, one, column) === at(sheet, row, column)));

/** Rows with amounts below headings of their own, above the headings that are read: they are in no total, and that is said. */
export function unreadAbove(sheet: Sheet, { top }: Axis): readonly LayoutProblem[] {
  const known: Known = new Map();
  const header = span(0, top - 2).find((row) => isHeader(sheet.cells[row]!, known));
  if (header === undefined) return [];
  const rows = span(header + 1, top - 1).filter((row) => (sheet.cells[row] ?? []).some(isAmount));
  const [row] = rows;
  if (row === undefined) return [];
  const column = (sheet.cells[row] ?? []).findIndex((cell) => cell !== null);
  const more = rows.length === 1 ? "" : ` and ${rows.length - 1} more below it`;
  const says = [
    `starts a row${more} above the headings that are read, and is not read`,
    "Maybe its own headings do not say whose hours of which days these are.",
  ] as const;
  return [leftOut(sheet, { row, column }, "header-again", says)];
}

const isAmount = (cell: Cell): boolean =>
  typeof cell === "number" ? cell !== 0 && cell < 20_000 : typeof cell === "string" && AMOUNT.test(cell);
const AMOUNT = /^\d+([.,]\d+)?\s*[\p{L}%]{0,8}\.?$/u;

/** Cells of some rows made blank. */
export const without = (sheet: Sheet, rows: (row: number) => boolean): Sheet => ({
  ...sheet,
  cells: sheet.cells.map((cells, row) => (rows(row) ? cells.map(() => null) : cells)),
});

/** Read a table whose columns of time are headed again further down: what stands below belongs to the time said there. */
export function readAgain(sheet: Sheet, axis: Axis, heads: readonly number[], read: (part: Sheet) => Layouts): Layouts {
  const columns = axis.columns.map(({ column }) => column);
  const others = turnsIn(sheet, axis, heads, columns);
  const said = heads.filter((row) => !others.includes(row)).map((row) => repeats(sheet, row, columns));
  const plain = without(sheet, (row) => heads.includes(row));
  const first = read(without(plain, (row) => row >= (others[0] ?? sheet.height)));
  if (first === null || isRefused(first)) return first;
  const tables = [...first];
  const problems: LayoutProblem[] = [...said];
  others.forEach((row, i) => {
    const end = others[i + 1] ?? sheet.height;
    const titles = titlesRightAbove(plain, row);
    const isOther = (one: number) => one > axis.bottom && (one <= row || one >= end) && !titles.includes(one);
    const part = without(headed(plain, sheet, axis, row), isOther);
    if (span(row + 1, end - 1).every((one) => isEmptyRow(part, one))) return;
    const found = isAside(sheet, axis, row) ? null : read(part);
    if (found === null || isRefused(found)) problems.push(unread(sheet, row, columns, found?.refused ?? ""));
    else tables.push(...found.map((one) => movedTo(sheet, axis, row, one)));
  });
  return withProblems(joinedTables(sheet, tables), problems);
}

/** The rows that head the columns for another time than the headings that held until then. */
function turnsIn(sheet: Sheet, { labels }: Axis, heads: readonly number[], columns: readonly number[]) {
  const turns: number[] = [];
  for (const row of heads) {
    const [now, held] = [row, turns.at(-1) ?? labels].map((one) => columns.map((column) => at(sheet, one, column)));
    if (!now!.every((cell, i) => cell === null || cell === held![i])) turns.push(row);
  }
  return turns;
}

/** The header with the time of a later row in place of its own. */
function headed(part: Sheet, sheet: Sheet, { top, bottom, labels, columns }: Axis, row: number): Sheet {
  const first = columns[0]!.column;
  const cells = part.cells.map((line, one) => {
    if (one < top || one > bottom) return line;
    return line.map((cell, column) => {
      if (column < first) return cell;
      return one === labels ? at(sheet, row, column) : labelOf(cell) === null ? cell : null;
    });
  });
  return { ...part, cells };
}

/** Time that is headed left of the table's own columns of time. */
const isAside = (sheet: Sheet, { columns }: Axis, row: number): boolean =>
  span(0, columns[0]!.column - 1).some((column) => isTime(at(sheet, row, column)));

const firstOf = (sheet: Sheet, row: number, columns: readonly number[]): number =>
  columns.find((column) => at(sheet, row, column) !== null) ?? 0;

function repeats(sheet: Sheet, row: number, columns: readonly number[]): LayoutProblem {
  const says = [
    "starts a row that heads the columns once more, as further up, and is no amount",
    "Maybe nothing has to be done.",
  ] as const;
  const told = warning(sheet, { row, column: firstOf(sheet, row, columns) }, "heading-repeated", says);
  return { ...told, value: asDay(told.value) };
}

/** A day in a heading as a sentence says it. */
const asDay = (cell: Cell): Cell => {
  const label = labelOf(cell);
  return typeof cell === "number" && label?.kind === "day" ? iso(label.day) : cell;
};

function unread(sheet: Sheet, row: number, columns: readonly number[], because: string): LayoutProblem {
  const reason = because === "" ? "" : ` (${because.replace(/\.$/, "").replace(/^./, (one) => one.toLowerCase())})`;
  const told = leftOut(sheet, { row, column: firstOf(sheet, row, columns) }, "header-again", [
    `starts a second row of headings that cannot be read${reason}, and the rows below it are left out`,
    "Maybe give it the headings of the people and the work, too.",
  ]);
  return { ...told, value: asDay(told.value) };
}

/** What is said of the header is said of the row that took its place. */
function movedTo(sheet: Sheet, { labels }: Axis, row: number, found: FoundTable): FoundTable {
  const problems = found.problems.map((one) =>
    one.row === labels ? { ...one, row, value: sheet.raw[row]?.[one.column] ?? null } : one,
  );
  return { ...found, problems };
}

/** Tables of one kind from several parts of a sheet, as one. */
function joinedTables(sheet: Sheet, tables: readonly FoundTable[]): readonly FoundTable[] {
  const blank = span(0, sheet.height - 1).filter((row) => isEmptyRow(sheet, row)).length;
  return [...new Set(tables.map(({ table }) => table))].map((table) => {
    const own = tables.filter((one) => one.table === table);
    const places = own.flatMap((one) => one.places);
    const problems = new Map(
      own
        .flatMap((one) => one.problems)
        .map((one) => [`${one.row}:${one.column}:${one.kind}:${one.why}`, one] as const),
    );
    const used = new Set(places.map(({ row }) => row)).size;
    return {
      table,
      cells: [own[0]!.cells[0] ?? [], ...own.flatMap(({ cells }) => cells.slice(1))],
      places,
      problems: [...problems.values()].sort((a, b) => a.row - b.row || a.column - b.column),
      account: { read: sheet.height, used, excluded: sheet.height - used - blank, blank },
    };
  });
}
