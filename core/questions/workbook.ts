import { type Book, type Look, type SheetCells, step, type Work } from "../host.ts";
import type { CellRange } from "../plan/cells.ts";
import { type Located, locateBySheet, sourcesIn } from "../plan/locate.ts";
import type { Plan } from "../plan/plan.ts";
import { readPlan } from "../plan/read-plan.ts";
import { type Part, partsOf } from "../plan/sources.ts";
import { refuse } from "../problems.ts";
import { type InputTable, inputTables } from "../sheets/inputs.ts";
import { linkProblems } from "./finance-links.ts";

/** The workbook as a question sees it: its sheets without the generated ones, and the plan in them. */
export interface Workbook {
  readonly look: Look;
  readonly book: Book;
  readonly plan: Plan;
  readonly located: readonly Located[];
  /** The tables that the plan was read from, those in a team's own layout under the plan's headings. */
  readonly parts: readonly Part[];
  /** Where the plan was read. */
  readonly inputs: readonly InputTable[];
}

const GENERATED = /^Headroom_/;

/** The plan in the workbook, wherever its tables stand: all of it, else nobody may compute from it. It is read anew when any cell is another than at the last question. */
export function* workbook(): Work<Workbook> {
  const found = yield* anyWorkbook();
  refuse(linkProblems(found.book));
  return found;
}

/** The same where some of the planning workbook did not come, or may be left out: for what says so, or computes nothing from the plan. */
export function* anyWorkbook(): Work<Workbook> {
  const look = yield* step({ do: "look" });
  const made = new Set([...look.owned].filter(([name]) => GENERATED.test(name)).map(([, { sheet }]) => sheet));
  const book = (yield* step({ do: "book" })).filter(({ name }) => !made.has(name));
  const { book: seen, plan, located, parts, inputs } = readIn(book);
  return {
    look,
    book: seen,
    plan,
    located,
    get parts() {
      return parts();
    },
    get inputs() {
      return inputs();
    },
  };
}

interface ReadBook {
  readonly book: Book;
  readonly plan: Plan;
  readonly located: readonly Located[];
  readonly parts: () => readonly Part[];
  readonly inputs: () => readonly InputTable[];
}

function readBook(book: Book): ReadBook {
  const tables = locateBySheet(book);
  const sources = sourcesIn(book, tables);
  const parts = () => partsOf(sources).parts;
  return { book, plan: readPlan(sources), located: tables.flat(), parts, inputs: () => inputTables(book, sources) };
}

let last: ReadBook | null = null;

/** Held against what was read last, cell by cell: no host has to notice changes. It is a copy, which no host can change. */
function readIn(book: Book): ReadBook {
  const read = last !== null && isSame(last.book, book, isSameSheet) ? last : readBook(copyOf(book));
  last = read;
  return read;
}

const copyOf = (book: Book): Book => book.map(({ name, cells }) => ({ name, cells: cells.map((row) => row.slice()) }));

const isSameSheet = (a: SheetCells, b: SheetCells): boolean => a.name === b.name && isSameRange(a.cells, b.cells);

const isSameRange = (a: CellRange, b: CellRange): boolean =>
  isSame(a, b, (row, other) => isSame(row, other, Object.is));

function isSame<T>(a: readonly T[], b: readonly T[], isEqual: (one: T, other: T) => boolean): boolean {
  return a.length === b.length && a.every((one, i) => isEqual(one, b[i]!));
}
