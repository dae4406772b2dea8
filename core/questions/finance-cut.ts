import type { Book } from "../host.ts";
import { columnLetters } from "../plan/address.ts";
import { type CellRange, isBlank, isBlankRow } from "../plan/cells.ts";
import type { Problem } from "../problems.ts";
import { a1, areaOf } from "../sheets/a1.ts";
import { type Registered, registerIn } from "./finance-register.ts";

/** How much of a sheet a link covers. */
export interface LinkSize {
  readonly rows: number;
  readonly columns: number;
}

/** A link whose last rows, or last column, hold something: the planning workbook may have more than comes here. */
export interface CutLink {
  readonly sheet: string;
  readonly full: "rows" | "columns";
  readonly size: LinkSize;
  /** What setting up finance anew makes of it. */
  readonly wider: LinkSize;
}

/** What a link covers as its sheet says it: "People!A1:P1000", or whole columns as "People!A:Z". */
export function sizeOfLink({ reads }: Registered): LinkSize | null {
  const range = reads.slice(reads.lastIndexOf("!") + 1);
  const [, last] = /^A:([A-Z]{1,3})$/.exec(range) ?? [];
  const area = areaOf(last === undefined ? range : `A1:${last}${MOST_ROWS}`);
  return area === null ? null : { rows: area.row + area.rows, columns: area.column + area.columns };
}

/** A gap of so many rows at the end may be chance. */
const LAST_ROWS = 3;
/** A table has no more rows than this. */
const MOST_ROWS = 200_001;

export function cutLink(registered: Registered, cells: CellRange): CutLink | null {
  const size = sizeOfLink(registered);
  if (size === null) return null;
  const { rows, columns } = size;
  const isFull = cells.slice(Math.max(1, rows - LAST_ROWS), rows).some((row) => !isBlankRow(row.slice(0, columns)));
  const isWide = cells.slice(0, rows).some((row) => !isBlank(row[columns - 1] ?? null));
  if (!isFull && !isWide) return null;
  return {
    sheet: registered.sheet,
    full: isFull ? "rows" : "columns",
    size,
    wider: { rows: isFull ? Math.min(4 * rows, MOST_ROWS) : rows, columns: isWide ? columns + 26 : columns },
  };
}

/** A problem for every link that may be cut, for which no sheet is made: figures from part of a plan would look like figures of the plan. */
export function cutLinks(book: Book): readonly Problem[] {
  const register = registerIn(book);
  if (register === null || register.way === "file") return [];
  return register.sheets.flatMap((one): readonly Problem[] => {
    const cells = book.find(({ name }) => name === one.sheet)?.cells ?? [];
    const cut = cutLink(one, cells);
    if (cut === null) return [];
    const filled = cells.slice(1, cut.size.rows).filter((row) => !isBlankRow(row)).length;
    return [
      {
        code: "HR-294",
        at: [{ table: one.sheet, row: 1, column: "", sheet: one.sheet, a1: a1({ row: 0, column: 0 }) }],
        value: one.reads,
        why: `is linked up to ${cut.full === "rows" ? `row ${cut.size.rows}` : `its column ${cut.size.columns}`}, and there is something in ${cut.full === "rows" ? "the last rows" : "the last column"} (${filled} of ${cut.size.rows - 1} rows are filled): the planning workbook may hold more, which would be left out`,
        hint: register.way === "import range" ? FURTHER(cut) : WIDEN(cut),
      },
    ];
  });
}

const FURTHER = ({ wider }: CutLink): string =>
  `Maybe press Set up finance workbook in the panel Sheets again: it links the columns A to ${columnLetters(wider.columns - 1)}. Should the planning workbook have none beyond, add one there first.`;

const WIDEN = ({ wider }: CutLink): string =>
  `Maybe press Set up finance workbook in the panel Sheets again: it links ${wider.rows} rows and ${wider.columns} columns.`;
