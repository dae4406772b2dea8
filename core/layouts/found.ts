import type { Cell, CellRange } from "../plan/cells.ts";
import type { Choice } from "./choices.ts";

/** What can be wrong with, or assumed about, a cell of a team's own sheet. A kind is stable and has a test. */
export type LayoutProblemKind =
  | "absence-in-note"
  | "choose-unit"
  | "column-assumed"
  | "column-overlooked"
  | "contract-twice"
  | "date-as-text"
  | "date-far"
  | "date-impossible"
  | "date-missing"
  | "date-order-open"
  | "dates-missing"
  | "days-of-work"
  | "day-month-swapped"
  | "ends-before-start"
  | "engagement-missing"
  | "error-value"
  | "header-again"
  | "heading-repeated"
  | "half-day"
  | "hours-disagree"
  | "hours-negative"
  | "leave-in-text"
  | "leave-without-dates"
  | "month-total-on-first"
  | "name-open"
  | "not-a-number"
  | "number-as-text"
  | "number-noise"
  | "number-open"
  | "percent-as-date"
  | "period-from-sheet-name"
  | "person-missing"
  | "row-computed"
  | "row-nameless"
  | "row-version"
  | "same-person-twice"
  | "spread-evenly"
  | "status-off"
  | "status-open"
  | "tentative-mark"
  | "too-much"
  | "total-disagrees"
  | "two-people-in-a-cell"
  | "unit-in-text"
  | "unknown-key"
  | "unknown-weekday"
  | "unstaffed"
  | "year-missing";

/** A cell that was left out ("error") or read in a way that the planner should know about ("warning"). */
export interface LayoutProblem {
  /** Zero-based place in the given range. */
  readonly row: number;
  readonly column: number;
  readonly value: Cell;
  readonly kind: LayoutProblemKind;
  /** What follows the quoted cell in a sentence: `is read as 8 hours`. */
  readonly why: string;
  /** One sentence that starts with "Maybe". */
  readonly hint: string;
  readonly severity: "error" | "warning";
}

export interface Place {
  readonly row: number;
  readonly column: number;
}

/** How many rows of the given range were read, and what became of them: read = used + excluded + blank. */
export interface Account {
  readonly read: number;
  readonly used: number;
  readonly excluded: number;
  readonly blank: number;
}

/** One of the plan's own tables, found in a range that a team lays out in its own way. */
export interface FoundTable {
  readonly table: "People" | "Allocations" | "Leave" | "Holidays" | "Actuals";
  /** The table in the plan's own shape: heading row first, then one row an entry. */
  readonly cells: CellRange;
  /** Where entry i of `cells` (row i + 1) stands in the given range. */
  readonly places: readonly Place[];
  readonly problems: readonly LayoutProblem[];
  readonly account: Account;
}

/** Why a range cannot feed a plan, in one sentence. */
export interface Refused {
  readonly refused: string;
  /** It has no header row that a layout knows, which the plan's own headings may still be. */
  readonly headless?: true;
  /** The rows are work, done or to be done, so that their people and days must not pass for leave. */
  readonly worked?: true;
  /** What a planner may say so that it is read. */
  readonly choice?: Choice;
}

/** Tables, a reason to refuse, or null: not a layout we know. */
export type Layouts = readonly FoundTable[] | Refused | null;

export const isRefused = (found: object | null): found is Refused => found !== null && "refused" in found;
