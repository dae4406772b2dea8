import { type Cell, isBlank, shown } from "../plan/cells.ts";
import { refuse } from "../problems.ts";
import { fromHours, type Minutes } from "../units.ts";
import { unusable } from "./argument.ts";

/** The most that somebody can work in a week of five days. */
const MOST = 120;

/** Minutes a week from an option's cell; null when it is left out. */
export function hoursAWeek(cell: Cell): Minutes | null {
  if (isBlank(cell)) return null;
  if (typeof cell === "number" && cell > 0 && cell <= MOST) return fromHours(cell);
  const hint = typeof cell === "string" && cell.includes("=") ? "Maybe it is meant for where." : "Maybe 40.";
  refuse([unusable(shown(cell), "is no number of hours a week", hint)]);
  return null;
}
