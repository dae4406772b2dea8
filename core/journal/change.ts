import type { Area } from "../host.ts";
import type { Settings } from "../plan/plan.ts";
import type { SheetModel } from "../sheets/model.ts";
import type { SheetOp, Written } from "../sheets/ops.ts";
import type { HandChange } from "./hand.ts";

/** What a command wants written, all of it or nothing: generated sheets, and cells of the planner's own tables. */
export interface Change {
  /** What Undo takes back, as a planner reads it: "Refresh Capacity vs demand". */
  readonly title: string;
  readonly sheets?: readonly SheetModel[];
  readonly edits?: readonly Edit[];
  /** Names of ranges that formulas use: their cells are the planner's and stay as they are. */
  readonly names?: readonly Naming[];
  /** Done before anything else, and taken back by nothing: the record of what the sheets are about to tell. */
  readonly lasting?: readonly SheetOp[];
  /** How much of money it shows, or takes away: so much the journal holds from then on. */
  readonly shows?: Settings["moneyShown"];
}

/** A rectangle that gets a name; `at` null takes the name away. A name that covers `least` stays as it is. */
export interface Naming {
  readonly name: string;
  readonly sheet: string;
  readonly at: Area | null;
  readonly least?: Area;
}

/** Cells of a sheet that is the planner's: a new allocation, a mended cell, a new input sheet. */
export interface Edit {
  readonly sheet: string;
  readonly at: Area;
  readonly cells: readonly (readonly Written[])[];
  /** Formats, drop-downs, notes and names for cells that are empty so far; Undo clears them. */
  readonly dress?: readonly SheetOp[];
}

export interface SheetCount {
  readonly sheet: string;
  readonly cells: number;
  readonly changed: number;
}

export interface Committed {
  readonly title: string;
  /** False: everything stood there already, and nothing was written. */
  readonly written: boolean;
  readonly sheets: readonly SheetCount[];
  /** Cells of the planner's own tables that were not empty and now hold something else. */
  readonly yours: number;
  /** Cells of generated blocks that somebody had changed; they are listed in "Changed by hand". */
  readonly kept: readonly HandChange[];
}
