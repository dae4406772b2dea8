import { type Cell, isBlank, shown } from "../plan/cells.ts";
import { numberIn } from "../plan/numbers.ts";
import { refuse } from "../problems.ts";
import { fromHours, type Minutes } from "../units.ts";
import { unusable } from "./argument.ts";

/** The most that somebody can work in a week of five days. */
const MOST = 120;

/** Minutes a week from an option's cell, as a number or as text such as "37,5 h"; null when it is left out. */
export function hoursAWeek(cell: Cell): Minutes | null {
  if (isBlank(cell)) return null;
  const hours = hoursIn(cell);
  if (hours !== null && hours > 0 && hours <= MOST) return fromHours(hours);
  refuse([unusable(shown(cell), hours === null ? "is no number of hours a week" : OUTSIDE, hintFor(cell))]);
  return null;
}

const OUTSIDE = `is outside what is possible: more than 0 and up to ${MOST} hours a week`;

/** A text that can be two numbers, such as "1.200", is none. */
function hoursIn(cell: Cell): number | null {
  if (typeof cell === "number") return cell;
  const typed = typeof cell === "string" ? numberIn(cell, "hours") : null;
  return typed !== null && "value" in typed && !typed.percent ? typed.value : null;
}

const hintFor = (cell: Cell): string =>
  typeof cell === "string" && cell.includes("=") ? "Maybe it is meant for where." : "Maybe 40.";
