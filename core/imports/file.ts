import { type Cell, type CellRange, isBlank } from "../plan/cells.ts";
import { DELIMITERS, type Delimiter, delimiterOf, recordsIn } from "./csv.ts";
import { FIELDS } from "./fields.ts";
import { looseName, plainName } from "./heading.ts";
import { refusal } from "./problems.ts";
import { type Signature, sourceOf } from "./signatures.ts";

/** A row below the headings, by the number that a spreadsheet would give it. */
export interface FileRow {
  readonly row: number;
  readonly cells: readonly string[];
}

/** An export as text: its headings and its rows, nothing of it read yet. */
export interface ExportFile {
  /** null when it came as cells. */
  readonly delimiter: string | null;
  readonly source: Signature | null;
  readonly headings: readonly string[];
  readonly names: readonly string[];
  readonly rows: readonly FileRow[];
  /** Headings that stand more than once. */
  readonly repeated: readonly string[];
  /** Rows with more cells than there are headings. */
  readonly wider: readonly number[];
  /** Whether a host has made numbers of days and times already. */
  readonly converted: boolean;
}

export const MOST_LETTERS = 30_000_000;
export const MOST_ROWS = 200_000;
export const MOST_COLUMNS = 256;
export const LONGEST_CELL = 32_767;
const MOST_TITLE_ROWS = 20;

/** Read a text with delimiters, or refuse it in one sentence. `converted`: it is a sheet's, whose cells a spreadsheet has read. */
export function fileOfText(text: string, converted = false): ExportFile {
  if (text.length > MOST_LETTERS) {
    throw refusal("HR-241", "The file has more than 30 million letters", "Maybe export a shorter period.");
  }
  if (text.includes("\0")) {
    throw refusal("HR-240", "The file is no text: it holds letters that are none", "Maybe export it as CSV or .xlsx.");
  }
  const bare = text.replace(/^\ufeff/, "");
  const other = OTHERS.find(([, begins]) => begins.test(bare.slice(0, FIRST_LETTERS)));
  if (other !== undefined)
    throw refusal("HR-240", `The file is ${other[0]}, no table`, "Maybe export it as CSV or .xlsx.");
  const { delimiter, records, unclosed } = recordsIn(bare, delimiterIn(bare));
  if (unclosed !== null) {
    const why = `A quotation mark opens in row ${unclosed} and nothing closes it, so that the rest cannot be told apart`;
    throw refusal("HR-242", why, "Maybe export the file again, or close the quotation mark.");
  }
  return fileOf(records, { delimiter, converted });
}

const FIRST_LETTERS = 30_000;
/** What else a tool may save, by how it begins. */
const OTHERS: readonly (readonly [words: string, begins: RegExp])[] = [
  ["a PDF", /^%PDF-/],
  ["a web page", /^\s*<(!doctype\b|html\b|table\b|\?xml\b)/i],
  ["JSON", /^\s*(\{\s*"|\[\s*[{[])/],
  ["a document of another program", /^\{\\rtf/],
];

/** The delimiter that makes known headings of one of the first rows; else the one that the first row has most of. */
function delimiterIn(text: string): Delimiter {
  const start = text.slice(0, FIRST_LETTERS);
  const usual = delimiterOf(start);
  const others = DELIMITERS.filter((one) => one !== usual);
  const ranked = [usual, ...others].map((one) => ({ one, known: headerAt(recordsIn(start, one).records).known }));
  return ranked.reduce((best, next) => (next.known > best.known ? next : best)).one;
}

/** What a text is known by from its first rows, to compare sheets of one file: its source, and how many headings are known. */
export const startOfText = (text: string): Pick<Header, "source" | "known"> =>
  headerAt(recordsIn(text, delimiterIn(text)).records);

/** Read cells: those of a sheet that holds an export, or of an .xlsx file. */
export function fileOfCells(cells: CellRange): ExportFile {
  return fileOf(
    cells.map((row) => row.map(textOf)),
    { delimiter: null, converted: true },
  );
}

/** The source that the first rows of a sheet are known to come from; null for any other sheet. */
export const sourceOfCells = (cells: CellRange): Signature | null =>
  headerAt(cells.slice(0, MOST_TITLE_ROWS).map((row) => row.slice(0, MOST_COLUMNS).map(textOf))).source;

/** Whether a sheet may hold rows under headings, whatever they say. */
export const looksLikeRows = (cells: CellRange): boolean => {
  const filled = cells.slice(0, 2 * MOST_TITLE_ROWS).map((row) => row.filter((cell) => !isBlank(cell)).length);
  return filled.filter((count) => count > 1).length > 1;
};

const textOf = (cell: Cell): string =>
  cell === null ? "" : typeof cell === "boolean" ? (cell ? "TRUE" : "FALSE") : String(cell);

function fileOf(records: readonly (readonly string[])[], how: Pick<ExportFile, "delimiter" | "converted">): ExportFile {
  if (records.length > MOST_ROWS + 1) {
    const why = `The file has ${records.length} rows, more than ${MOST_ROWS}`;
    throw refusal("HR-241", why, "Maybe export a shorter period.");
  }
  const { at, source } = headerAt(records);
  const header = records[at];
  if (header === undefined) {
    throw refusal("HR-240", "The file holds no row of headings", "Maybe export it again, with its headings.");
  }
  const width = lastFilled(header) + 1;
  if (width > MOST_COLUMNS) {
    const why = `The file has ${width} columns, more than ${MOST_COLUMNS}`;
    throw refusal("HR-241", why, "Maybe export fewer columns.");
  }
  const headings = header.slice(0, width).map((heading) => heading.trim());
  const names = headings.map(plainName);
  const rows: FileRow[] = [];
  const wider: number[] = [];
  for (let i = at + 1; i < records.length; i++) {
    const cells = records[i]!;
    if (cells.every(isBlank)) continue;
    if (lastFilled(cells) >= width) wider.push(i + 1);
    if (cells.some((cell) => cell.length > LONGEST_CELL)) {
      const why = `Row ${i + 1} has a cell of more than ${LONGEST_CELL} letters`;
      throw refusal("HR-241", why, "Maybe a quotation mark is missing there.");
    }
    rows.push({ row: i + 1, cells });
  }
  return { ...how, source, headings, names, rows, repeated: repeatedIn(names), wider };
}

interface Header {
  readonly at: number;
  readonly source: Signature | null;
  /** How many of its headings are known. */
  readonly known: number;
}

/** Titles may stand above the headings: the first row that a source is known by, else the one with most known headings. */
function headerAt(records: readonly (readonly string[])[]): Header {
  let best: Header = { at: firstWide(records), source: null, known: 1 };
  for (let at = 0; at < Math.min(records.length, MOST_TITLE_ROWS); at++) {
    const names = records[at]!.slice(0, 4 * MOST_COLUMNS).map(plainName);
    const source = sourceOf(names);
    const known = new Set(names.filter((name) => KNOWN.has(name) || KNOWN.has(looseName(name)))).size;
    if (source !== null) return { at, source, known: known + OF_SOURCE };
    if (known > best.known) best = { at, source, known };
  }
  return best;
}

/** Where no heading is known: the first row that is not much narrower than the widest of those after titles. */
function firstWide(records: readonly (readonly string[])[]): number {
  const widths = records.slice(0, MOST_TITLE_ROWS).map((cells) => cells.filter((cell) => !isBlank(cell)).length);
  const widest = widths.reduce((a, b) => Math.max(a, b), 1);
  return widths.findIndex((width) => 2 * width >= widest);
}

/** A row that a source is known by goes before any other. */
const OF_SOURCE = 1000;

const KNOWN: ReadonlySet<string> = new Set<string>(Object.values(FIELDS).flat());

function lastFilled(cells: readonly string[]): number {
  let last = cells.length - 1;
  while (last >= 0 && isBlank(cells[last])) last -= 1;
  return last;
}

const repeatedIn = (names: readonly string[]): readonly string[] => [
  ...new Set(names.filter((name, i) => name !== "" && names.indexOf(name) !== i)),
];
