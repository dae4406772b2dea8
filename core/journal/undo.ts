import { type Look, step, type Work } from "../host.ts";
import { type Problem, refuse } from "../problems.ts";
import { a1, columnLetters } from "../sheets/a1.ts";
import { type Entry, load } from "./entry.ts";
import { flagText, readFlag } from "./flag.ts";
import type { HandChange } from "./hand.ts";
import { calmLook } from "./recover.ts";
import { areaOfStanding, restored, standing } from "./restore.ts";
import { takeBack } from "./take-back.ts";

export interface Undone {
  /** What was taken back; null when there was nothing. */
  readonly title: string | null;
  readonly cells: number;
  readonly kept: readonly HandChange[];
}

/** What Undo would take back, and how many cells of ours somebody has changed since; they would go to "Changed by hand". */
export interface Undoable {
  readonly title: string;
  readonly edited: number;
}

/** Take the last finished run back, once: values, formulas, looks, rules and charts. */
export function* undo(): Work<Undone> {
  const look = yield* calmLook();
  const flag = readFlag(look);
  if (flag.last === null || flag.undone) return { title: null, cells: 0, kept: [] };
  const entry = yield* load(flag.last);
  const { refusals } = yield* check(entry, look);
  refuse(refusals);
  const undoing = { ...flag, state: "undoing" } as const;
  yield* step({ do: "raise", flag: flagText(undoing) });
  const { cells, kept } = yield* takeBack(entry, look, undoing);
  return { title: flag.last.title, cells, kept };
}

/** For the button: asks nothing of the planner and changes nothing but what a crash left. */
export function* undoable(): Work<Undoable | null> {
  const look = yield* calmLook();
  const { last, undone } = readFlag(look);
  if (last === null || undone) return null;
  const { edited } = yield* check(yield* load(last), look);
  return { title: last.title, edited };
}

function* check(entry: Entry, look: Look): Work<{ readonly refusals: readonly Problem[]; readonly edited: number }> {
  const spots = standing(entry, look, true);
  const now = spots.length === 0 ? [] : yield* step({ do: "read", areas: spots.map(areaOfStanding) });
  const { hand, foreign } = restored(spots, now, look, entry);
  const inTheWay = foreign.filter(({ block, before }) => block === -1 || (before !== null && before !== ""));
  return { refusals: inTheWay.slice(0, 20).map(inTheWayProblem), edited: hand.length };
}

function inTheWayProblem({ sheet, row, column, cell, block }: HandChange & { readonly block: number }): Problem {
  return {
    code: block === -1 ? "HR-201" : "HR-205",
    at: [{ table: sheet, row: row + 1, column: columnLetters(column), sheet, a1: a1({ row, column }) }],
    value: String(cell !== null && typeof cell === "object" ? cell.formula : cell).slice(0, 60),
    why: "was typed here since, and undoing would lose it, so nothing was undone",
    hint: "Maybe move it elsewhere first.",
  };
}
