import type { Look, Slot } from "../host.ts";
import type { Settings } from "../plan/plan.ts";
import { PlanError } from "../problems.ts";
import { isRecord, isTextList, isWhole } from "./check.ts";

/** Where an entry of the journal lies, and what its text must add up to. */
export interface Ref {
  readonly slot: Slot;
  readonly run: number;
  readonly sum: string;
  /** What "Undo" takes back, as a planner reads it. */
  readonly title: string;
}

/**
 * The one small thing that is written in a single call.
 * "prepared": the entry `next` holds the cells as they were, and some of them may have changed: take it back.
 * "undoing": the planner asked to take `last` back: finish that.
 * "done": nothing to repair.
 */
export interface Flag {
  readonly state: "done" | "prepared" | "undoing";
  /** The last run that finished: what Undo would take back, unless it was. */
  readonly last: Ref | null;
  readonly undone: boolean;
  readonly next: Ref | null;
  /** Number of the last run that was prepared; never used again. */
  readonly runs: number;
  /** Sheets that Headroom made and that show nothing: hidden until they are wanted. */
  readonly hidden: readonly string[];
  /** Something was shown that cannot be taken back, and is on record. */
  readonly told?: boolean;
  /** How much of money its entries may hold. */
  readonly shown?: "all" | "all but salaries";
}

const NOTHING: Flag = { state: "done", last: null, undone: false, next: null, runs: 0, hidden: [] };

export function readFlag({ flag }: Look): Flag {
  if (flag === null || flag === "") return NOTHING;
  const value = parsed(flag);
  if (!isFlag(value)) throw journalError("its flag cannot be read");
  return value;
}

/** The workbook's sheets without those that Headroom made and hid again: as far as a planner knows, these are not there. */
export function sheetsInUse(look: Look): readonly string[] {
  const { hidden } = readFlag(look);
  return look.sheets.filter((sheet) => !hidden.includes(sheet));
}

/** Whether this workbook has shown what cannot be taken back, whoever has undone or discarded what since. */
export const figuresTold = ({ flag }: Look): boolean => hasTold(parsed(flag ?? ""));

/** How much of money the journal's entries may hold, in the widest view in which one was written. */
export function moneyKept({ flag }: Look): Settings["moneyShown"] {
  const value = parsed(flag ?? "");
  return isRecord(value) && (value.shown === "all" || value.shown === "all but salaries") ? value.shown : "none";
}

const hasTold = (value: unknown): boolean => isRecord(value) && value.told === true;

/** A journal without entries; what it can still say about runs, hidden sheets and figures that were told is kept. */
export function discarded({ flag }: Look): Flag {
  const value = parsed(flag ?? "");
  const told = hasTold(value) ? { told: true } : {};
  return isFlag(value) ? { ...NOTHING, runs: value.runs, hidden: value.hidden, ...told } : { ...NOTHING, ...told };
}

export const flagText = (flag: Flag): string => JSON.stringify(flag);

/** The journal says something that this workbook cannot have written. Nothing is restored. */
export const journalError = (why: string): PlanError =>
  new PlanError([
    {
      code: "HR-203",
      at: [],
      value: "",
      why: `The journal does not fit this workbook: ${why}. Nothing was changed`,
      hint: "Maybe the file was copied, or its hidden sheets were edited; discard the journal to go on without undo.",
    },
  ]);

export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isFlag(value: unknown): value is Flag {
  if (!isRecord(value)) return false;
  const { state, last, undone, next, runs, hidden, told, shown } = value;
  if (shown !== undefined && shown !== "all" && shown !== "all but salaries") return false;
  if (told !== undefined && typeof told !== "boolean") return false;
  if (state !== "done" && state !== "prepared" && state !== "undoing") return false;
  if ((state === "prepared" && next === null) || (state === "undoing" && last === null)) return false;
  return isRef(last) && isRef(next) && typeof undone === "boolean" && isWhole(runs) && isTextList(hidden);
}

function isRef(value: unknown): boolean {
  if (value === null) return true;
  if (!isRecord(value)) return false;
  const { slot, run, sum, title } = value;
  return (slot === 0 || slot === 1) && isWhole(run) && typeof sum === "string" && typeof title === "string";
}
