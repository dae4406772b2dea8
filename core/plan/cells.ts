/** What any host may hand us for one cell. Dates arrive as day numbers; hosts convert, core does not. */
export type Cell = string | number | boolean | null;
/** Rows of cells, as a formula's range argument holds them. */
export type CellRange = readonly (readonly Cell[])[];

/** Nothing to see in the cell; spaces alone are nothing to see. */
export const isBlank = (cell: unknown): boolean =>
  cell === undefined || cell === null || cell === "" || (typeof cell === "string" && cell.trim() === "");

/** Whether every cell of a row is blank, so that a row past the end of a short array is blank too. */
export function isBlankRow(row: readonly Cell[] | undefined): boolean {
  if (row === undefined) return true;
  for (let i = 0; i < row.length; i++) {
    const cell = row[i];
    if (cell !== "" && !isBlank(cell)) return false;
  }
  return true;
}

/** How many columns the widest row has, however many rows there are: a list as long as a sheet is too long for `Math.max`. */
export const widthOf = (rows: CellRange): number => rows.reduce((most, { length }) => Math.max(most, length), 0);

const LONGEST_QUOTE = 60;

/** A cell as a problem quotes it: its text, cut to a readable length. */
export function shown(cell: unknown): string {
  const text = isBlank(cell) ? "" : typeof cell === "boolean" ? String(cell).toUpperCase() : String(cell);
  return text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE - 1)}…` : text;
}

const ERROR_VALUE =
  /^#(N\/A|REF|VALUE|DIV\/0|NUM|NAME|NULL|SPILL|CALC|BUSY|ERROR|BAD_EXPR|CYCLE|GETTING_DATA|BLOCKED|CONNECT|FIELD|UNKNOWN|EXTERNAL)[!?]?$|^Loading\.\.\.$/;

/** What a formula's failure looks like once a host has made text of it. */
export const isErrorValue = (cell: unknown): boolean => typeof cell === "string" && ERROR_VALUE.test(cell);
