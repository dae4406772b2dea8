import type { Cell, CellRange } from "./plan/cells.ts";
import type { SheetOp, Written } from "./sheets/ops.ts";

/** A rectangle of a sheet. Zero-based, like arrays; only `a1` and the hosts count from one. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** A sheet as a host read it: every cell of its used range, starting at A1. Headroom's hidden sheets are not among them. */
export interface SheetCells {
  readonly name: string;
  readonly cells: CellRange;
}
/** The workbook's sheets: everything core may know about the outside. */
export type Book = readonly SheetCells[];

export interface Owned {
  readonly sheet: string;
  readonly at: Area;
}
/** What is there before a write: Headroom's blocks by name (wherever they stand now), the journal's flag, the sheets. */
export interface Look {
  readonly owned: ReadonlyMap<string, Owned>;
  /** JSON text of the journal's flag; null when nothing was ever written. */
  readonly flag: string | null;
  /** All sheets, those that are hidden too; only the journal's own are left out. */
  readonly sheets: readonly string[];
  /** All names of ranges, the planner's own among them. */
  readonly names: readonly string[];
  /** Where those stand that name one rectangle of a sheet, Headroom's blocks among them. */
  readonly named: ReadonlyMap<string, Owned>;
}

/**
 * What core asks of a host, one thing at a time. A host answers at once (Apps Script, workbench) or later (Excel); core
 * never waits. Steps whose answer is void may be queued and sent together, in order; the others need their answer.
 */
export type Step =
  /** Every visible sheet's values → Book. */
  | { readonly do: "book" }
  /** → Look. */
  | { readonly do: "look" }
  /** Cells of some rectangles, formulas as formulas → Written[][][]; a sheet that is not there reads as nulls. */
  | { readonly do: "read"; readonly areas: readonly Owned[] }
  /** The cells' own colours of some rectangles, those of rules not among them, "#rrggbb" or null for none → (string | null)[][][]. */
  | { readonly do: "fills"; readonly areas: readonly Owned[] }
  /** The texts kept in one of the journal's two hidden sheets → (Cell[][] | null). */
  | { readonly do: "stored"; readonly slot: Slot }
  /** Replace all of a hidden sheet (made when missing) by these texts → void. */
  | { readonly do: "store"; readonly slot: Slot; readonly cells: CellRange }
  /** Do these operations → void. `part` says which piece of a longer write they are. */
  | { readonly do: "apply"; readonly ops: readonly SheetOp[]; readonly part?: Part }
  /** Write the journal's flag, in one write → void. */
  | { readonly do: "raise"; readonly flag: string }
  /** Everything asked so far is in the workbook before anything that follows → void. */
  | { readonly do: "flush" }
  /** Let the planner know how far this is: a host may show it, stop here when asked to, or do nothing → void. */
  | { readonly do: "tell"; readonly words: string; readonly part: Part }
  /** What the planner has selected → Owned, or null when that is no cells of a sheet in sight. */
  | { readonly do: "selection" }
  /** How a workbook of finance's own may read a planning workbook here → Planning. */
  | { readonly do: "planning" }
  /** Select a cell for the planner → void. */
  | { readonly do: "select"; readonly sheet: string; readonly at: Area };

export type Slot = 0 | 1;

/** The colours of a rectangle of cells, row by row. */
export type Fills = readonly (readonly (string | null)[])[];

/** How this host reads another workbook: by a native formula, or from a file that was opened beside this one. */
export interface Planning {
  readonly way: "import range" | "workbook link" | "file";
  /** The file beside; null before one was chosen. */
  readonly file: { readonly name: string; readonly book: Book } | null;
}

/** So many pieces of work are done, of so many. */
export interface Part {
  readonly done: number;
  readonly of: number;
}

export interface Answers {
  readonly book: Book;
  readonly look: Look;
  readonly read: readonly (readonly (readonly Written[])[])[];
  readonly fills: readonly Fills[];
  readonly stored: readonly (readonly Cell[])[] | null;
  readonly store: undefined;
  readonly apply: undefined;
  readonly raise: undefined;
  readonly flush: undefined;
  readonly tell: undefined;
  readonly selection: Owned | null;
  readonly planning: Planning;
  readonly select: undefined;
}

/** Work that needs a host: it yields steps and is given their answers. */
export type Work<T = void> = Generator<Step, T, unknown>;

/** Ask one thing inside a piece of work; the answer has the step's type. */
export function* step<S extends Step>(one: S): Generator<Step, Answers[S["do"]], unknown> {
  return (yield one) as Answers[S["do"]];
}

/** Drive a piece of work against a host that answers at once. The Excel host has the same loop with `await` in it. */
export function run<T>(work: Work<T>, host: (step: Step) => unknown): T {
  let next = work.next();
  while (!next.done) {
    let answer: unknown;
    try {
      answer = host(next.value);
    } catch (error) {
      next = work.throw(error);
      continue;
    }
    next = work.next(answer);
  }
  return next.value;
}
