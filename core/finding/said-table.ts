import { measureOf } from "../layouts/measures.ts";
import { plain } from "../layouts/sheet.ts";
import { roleOf } from "../layouts/vocabulary.ts";
import type { Cell, CellRange } from "../plan/cells.ts";
import { meaningsOf } from "../plan/headings.ts";
import { type PartKind, partKindOf } from "../plan/parts-of-days.ts";
import { type Header, headerOf } from "../plan/recognise.ts";
import type { Table } from "../plan/table.ts";
import { TABLE_KEY } from "./columns.ts";
import { MEANINGS, meaningOf, NOT_USED, wordOfMeasure, wordOfRole } from "./means.ts";
import type { MappedColumn } from "./memory.ts";

/** A range under the headings of one of the plan's tables, its headings as somebody said what they mean. */
export interface SaidTable {
  readonly header: Header;
  readonly cells: CellRange;
}

type Said = readonly Pick<MappedColumn, "heading" | "means">[];

/** The table of the plan that somebody said a range is; null where nobody did, or its headings are no longer that table's. */
export function saidTable(said: Said, cells: CellRange, sheet?: string): SaidTable | null {
  const name = tableSaid(said);
  return name === undefined ? null : tableAs(name, said, cells, sheet);
}

/** "Leave": what was said about a range as a whole. */
export const tableSaid = (said: Said): string | undefined => said.find(({ heading }) => heading === TABLE_KEY)?.means;

/** A range as one of the plan's tables, with its columns as they were said to be; null where it lacks what that table needs. */
export function tableAs(name: string, said: Said, cells: CellRange, sheet?: string): SaidTable | null {
  const before = headerOf(cells, sheet, name);
  if (before === null) return null;
  const { row, table } = before;
  const as = cells.map((line, at) => (at === row ? line.map((cell) => headingAs(cell, table, said)) : line));
  const header = headerOf(as, sheet, name);
  return header?.table.name === name && header.row === row && header.missing.length === 0
    ? { header, cells: as }
    : null;
}

/** A heading that was said to mean something else is read as a heading that means it. */
function headingAs(cell: Cell, table: Table, said: Said): Cell {
  if (typeof cell !== "string" || cell.trim() === "") return cell;
  const word = said.find(({ heading }) => plain(heading) === plain(cell))?.means ?? "";
  const meaning = meaningOf(word);
  const isUsual = meaning === undefined || (meaning.word === usualWord(cell, table) && meaning.word !== NOT_USED);
  return isUsual ? cell : meaning.heading;
}

/** What a heading means in one of the plan's tables when nobody has said anything. */
export function usualWord(heading: string, table: Table): string {
  const role = roleOf(heading);
  const own = meaningsOf(heading).find((one) => one.table === table);
  if (own === undefined) {
    const part = table.name === "Leave" ? partKindOf(heading) : null;
    const measure = measureOf(heading);
    if (part !== null) return PARTS[part];
    if (role !== null) return wordOfRole(role);
    return measure === null ? NOT_USED : wordOfMeasure(measure);
  }
  const words = MEANINGS.filter(({ heading: usual }) =>
    meaningsOf(usual).some(({ table: of, key }) => of === table && key === own.key),
  ).map(({ word }) => word);
  const byRole = role === null ? "" : wordOfRole(role);
  return words.includes(byRole) ? byRole : (words[0] ?? table.columns[own.key]!.heading);
}

/** Columns that say how much of its days a leave takes. */
const PARTS: Readonly<Record<PartKind, string>> = {
  hours: "Hours",
  days: "Days",
  length: "Part of day",
  part: "Part of day",
  clock: "Clock time",
  kind: "Kind",
};
