import type { Edit } from "../journal/index.ts";
import { columnLetters } from "../plan/address.ts";
import type { Table } from "../plan/table.ts";
import { PlanError } from "../problems.ts";
import { a1Range } from "../sheets/a1.ts";
import { LISTS, patternOfKind } from "../sheets/template.ts";
import type { LinkSize } from "./finance-cut.ts";
import { PLANNING, type Way } from "./finance-register.ts";

/** A planning workbook's address as formulas take it: the sheet says it, and a mistyped one is refused with what it should be. */
export interface Link {
  readonly address: string;
  /** The formula in the first cell of the sheet that shows a table. */
  readonly formula: (table: Table) => string;
  readonly reads: (table: Table) => string;
}

/** `sizes` are those of links that need to be longer than usual. */
export function linkTo(way: Exclude<Way, "file">, typed: string, sizes: ReadonlyMap<string, LinkSize>): Link {
  return way === "import range" ? importRange(typed.trim(), sizes) : workbookLink(typed.trim(), sizes);
}

/** The address stands in one cell that all formulas read, so that none holds what somebody typed, and one cell moves them all. */
function importRange(typed: string, sizes: ReadonlyMap<string, LinkSize>): Link {
  const id = /^https:\/\/docs\.google\.com\/(?:a\/[^/]+\/)?spreadsheets\/(?:u\/\d+\/)?d\/([\w-]{20,})/.exec(typed)?.[1];
  const only = /^[\w-]{20,}$/.exec(typed)?.[0];
  const found = id ?? only;
  if (found === undefined)
    refuse(
      typed,
      "is not the address of a Google spreadsheet",
      "Maybe copy it from the address line of the planning workbook: https://docs.google.com/spreadsheets/d/…",
    );
  const reads = ({ name }: Table) =>
    `${name}!A:${columnLetters(Math.max(IMPORTED, sizes.get(name)?.columns ?? IMPORTED) - 1)}`;
  return {
    address: `https://docs.google.com/spreadsheets/d/${found}`,
    formula: (table) => `=IMPORTRANGE('${PLANNING}'!$B$1;"${reads(table)}")`,
    reads,
  };
}

/** Columns that every sheet of Google's has at first: up to Z. */
const IMPORTED = 26;

/** Rows that a linked range covers at first: whole columns would spill a million rows a table. */
const ROWS = 1000;
const MANY: ReadonlyMap<string, number> = new Map([
  ["Allocations", 10_000],
  ["Tickets", 10_000],
  ["Actuals", 10_000],
]);

/** A blank cell behind a link reads 0, hence the IF. */
function workbookLink(typed: string, sizes: ReadonlyMap<string, LinkSize>): Link {
  const plain = typed.replace(/^"(.*)"$/, "$1").replace(/\?.*$/, "");
  const [, folder = "", file = ""] = /^(.*[\\/])?([^\\/]+\.xls[xmb])$/i.exec(plain) ?? [];
  if (file === "" || UNFIT.test(plain))
    refuse(
      typed,
      "is not the name or address of an Excel workbook",
      String.raw`Maybe open the planning workbook and type its name, such as Plan.xlsx, or its whole path, such as C:\Plans\Plan.xlsx.`,
    );
  const rangeOf = (table: Table) => {
    const usual = { rows: MANY.get(table.name) ?? ROWS, ...widthOf(table) };
    const known = sizes.get(table.name) ?? usual;
    const [rows, columns] = [Math.max(usual.rows, known.rows), Math.max(usual.columns, known.columns)];
    const last = a1Range({ row: 0, column: 0, rows, columns }).split(":")[1]!;
    return `$A$1:${last.replace(/^([A-Z]+)/, "$$$1$$")}`;
  };
  const inQuotes = (table: Table) => `${folder}[${file}]${table.name}`.replaceAll("'", "''");
  return {
    address: plain,
    formula: (table) => {
      const there = `'${inQuotes(table)}'!${rangeOf(table)}`;
      return `=IF(${there}="","",${there})`;
    },
    reads: (table) => `${table.name}!${rangeOf(table).replaceAll("$", "")}`,
  };
}
const UNFIT = /[[\]*?"<>|\p{Cc}]/u;
const MORE_COLUMNS = 4;
const widthOf = ({ columns }: Table) => ({ columns: Object.keys(columns).length + MORE_COLUMNS });

/** A formula in a cell of text stays text, so only dates and shares are dressed. */
const DATED: ReadonlySet<string> = new Set(["yyyy-mm-dd", "0.0%"]);

function refuse(value: string, why: string, hint: string): never {
  throw new PlanError([{ code: "HR-183", at: [], value, why, hint }]);
}

/** The sheet that shows a table of the planning workbook: one formula, and formats for what spills out of it. */
export function linkedSheet(link: Link, table: Table, isNew: boolean): Edit {
  const columns = Object.values(table.columns);
  const body = (column: number) => ({ row: 1, column, rows: ROWS - 1, columns: 1 });
  const list = LISTS.get(table.name);
  return {
    sheet: table.name,
    at: { row: 0, column: 0, rows: 1, columns: 1 },
    cells: [[{ formula: link.formula(table) }]],
    ...(isNew && {
      dress: [
        ...columns.flatMap(({ kind }, i) =>
          DATED.has(patternOfKind(kind)) ? [{ do: "format", at: body(i), pattern: patternOfKind(kind) } as const] : [],
        ),
        ...columns.flatMap(({ kind }, i) =>
          list?.kind === kind ? [{ do: "own", name: list.name, at: body(i) } as const] : [],
        ),
        {
          do: "own",
          name: table.name,
          at: { row: 0, column: 0, rows: MANY.get(table.name) ?? ROWS, columns: columns.length },
        },
        { do: "paint", at: { row: 0, column: 0, rows: 1, columns: columns.length }, look: "heading" },
        { do: "freeze", rows: 1, columns: 1 },
        { do: "width", column: 0, characters: columns.map(({ width }) => width) },
      ],
    }),
  };
}
