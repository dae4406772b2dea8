import type { Period } from "../plan/calendar.ts";
import type { CellRange } from "../plan/cells.ts";
import { headsAgain, readAgain, unreadAbove } from "./again.ts";
import { axisIn } from "./axis.ts";
import { isRefused, type Layouts } from "./found.ts";
import { leaveBlocks } from "./leave-blocks.ts";
import { longTables } from "./long.ts";
import { withProblems } from "./overlooked.ts";
import { pairTables } from "./pairs.ts";
import { refusal } from "./refusals.ts";
import { planSections } from "./sections.ts";
import { type Said, type Sheet, sheetOf } from "./sheet.ts";
import { wideTables } from "./wide.ts";

export {
  type Account,
  type FoundTable,
  isRefused,
  type LayoutProblem,
  type LayoutProblemKind,
  type Layouts,
  type Place,
  type Refused,
} from "./found.ts";

/** What a host or formula may know about a range beyond its cells. */
export interface Known {
  /** The name of its sheet, which may be where the month stands. */
  readonly sheet?: string;
  /** The period that the formula asks about: for absences by weekday, and dates without a year. */
  readonly period?: Period;
  /** The other ranges of the formula: dates may stand in one of them. */
  readonly beside?: readonly CellRange[];
  /** What a planner has said about the table. */
  readonly said?: Said;
  /** Titles of its sheet that stand above the range. */
  readonly above?: readonly string[];
}

/**
 * The plan's own tables in a range that a team lays out in its own way: time across, pairs of columns, leave in
 * blocks, or one entry a row under foreign headings. A reason where it is no plan; null where we cannot tell.
 */
export function layoutsIn(range: CellRange, known: Known = {}): Layouts {
  const sheet = sheetOf(range, known.sheet, known.said, known.above);
  const beside = () => (known.beside ?? []).map((other) => sheetOf(other));
  const found = acrossIn(sheet) ?? pairTables(sheet);
  if (found !== null && !isRefused(found)) return found;
  return found ?? refusalOr(sheet, () => longTables(sheet, { period: known.period, beside }));
}

function acrossIn(whole: Sheet): Layouts {
  const axis = axisIn(whole);
  if (axis === null || isRefused(axis)) return axis;
  const blocks = leaveBlocks(whole, axis);
  if (blocks !== null) return blocks;
  const { sheet, problems } = planSections(whole, axis);
  const heads = headsAgain(sheet, axis);
  const found = heads.length === 0 ? wideTables(sheet, axis) : readAgain(sheet, axis, heads, wideIn);
  return found === null || isRefused(found) ? found : withProblems(found, [...problems, ...unreadAbove(sheet, axis)]);
}

function wideIn(part: Sheet): Layouts {
  const axis = axisIn(part);
  return axis === null || isRefused(axis) ? axis : wideTables(part, axis);
}

function refusalOr(sheet: Sheet, read: () => Layouts): Layouts {
  return refusal(sheet) ?? read();
}
