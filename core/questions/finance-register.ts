import type { Book } from "../host.ts";
import type { Edit } from "../journal/index.ts";
import { type Cell, type CellRange, isBlank, shown } from "../plan/cells.ts";
import { nameKey } from "../plan/names.ts";

/** The sheet of a finance workbook that says where its planning tables come from. */
export const PLANNING = "Planning workbook";

/** How the planning tables come into a finance workbook, as its sheet says it. */
export const WAYS = { "import range": "IMPORTRANGE", "workbook link": "workbook link", file: "copy" } as const;
export type Way = keyof typeof WAYS;

export interface Register {
  readonly address: string;
  readonly way: Way;
  readonly sheets: readonly Registered[];
}
/** A sheet that shows a table of the planning workbook, and what it reads or covers there. */
export interface Registered {
  readonly sheet: string;
  readonly reads: string;
}

const FIRST_SHEET = 4;

/** What the sheet says; null in a workbook that is none of finance's. */
export function registerIn(book: Book): Register | null {
  const cells = book.find(({ name }) => name === PLANNING)?.cells ?? [];
  const way = (Object.keys(WAYS) as Way[]).find((one) => nameKey(textAt(cells, 1)) === nameKey(WAYS[one]));
  if (way === undefined) return null;
  const sheets = cells
    .slice(FIRST_SHEET)
    .flatMap(([sheet, reads]) =>
      isBlank(sheet ?? null) ? [] : [{ sheet: shown(sheet ?? null), reads: shown(reads ?? null) }],
    );
  return { address: textAt(cells, 0), way, sheets };
}

const textAt = (cells: CellRange, row: number): string => shown(cells[row]?.[1] ?? null);

/** The sheet anew. */
export function registerEdit({ address, way, sheets }: Register, before: Register | null): Edit {
  const lines: readonly (readonly Cell[])[] = [
    ["Planning workbook", address],
    ["Its tables come here by", WAYS[way]],
    [null, null],
    ["Sheet here", "What it shows"],
    ...sheets.map(({ sheet, reads }) => [sheet, reads]),
  ];
  const rows = Math.max(lines.length, FIRST_SHEET + (before?.sheets.length ?? 0));
  const cells = Array.from({ length: rows }, (_, row) => lines[row] ?? [null, null]);
  const head = { row: 3, column: 0, rows: 1, columns: 2 };
  return {
    sheet: PLANNING,
    at: { row: 0, column: 0, rows, columns: 2 },
    cells,
    ...(before === null && {
      dress: [
        { do: "format", at: { row: 0, column: 0, rows: 200, columns: 2 }, pattern: "@" },
        { do: "paint", at: head, look: "heading" },
        { do: "note", at: { row: 0, column: 1, rows: 1, columns: 1 }, text: ABOUT },
        { do: "width", column: 0, characters: [26, 60] },
      ],
    }),
  };
}

const ABOUT =
  "Headroom reads the planning workbook and never writes to it. Nothing of this workbook goes there: who opens the plan sees no rate and no salary.";
