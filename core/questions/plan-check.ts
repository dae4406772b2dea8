import { missingMoneyProblems } from "../functions/missing-money.ts";
import { missingTimesheetProblems } from "../functions/missing-timesheets.ts";
import { step, type Work } from "../host.ts";
import type { Undoable } from "../journal/index.ts";
import { isoDate } from "../plan/calendar.ts";
import { shown } from "../plan/cells.ts";
import type { Located } from "../plan/locate.ts";
import type { RowAccount } from "../plan/plan.ts";
import {
  describe,
  type Place,
  PlanError,
  PROBLEM_CODES,
  type Problem,
  placeOf,
  type Severity,
  severityOf,
} from "../problems.ts";
import { record, text } from "../schema.ts";
import { a1, areaOf } from "../sheets/a1.ts";
import { SHEETS, sheetInputs } from "../sheets/index.ts";
import { madeSheets, stale } from "../sheets/stale.ts";
import { dayNumber } from "../units.ts";
import { linkProblems } from "./finance-links.ts";
import { salariesHere } from "./finance-mixed.ts";
import { openMaps } from "./map-open.ts";
import { narrowedProblems, tellingSheets, undoableNow } from "./narrowed.ts";
import { question } from "./question.ts";
import { toldFigures } from "./told-figures.ts";
import { unreadMoney } from "./unread-money.ts";
import { anyWorkbook } from "./workbook.ts";

/** A place in the plan; `goTo` is where its cell is, when there is one. */
export interface PlaceLine {
  readonly where: string;
  readonly goTo: { readonly sheet: string; readonly a1: string } | null;
}

/** A problem as its panel shows it. */
export interface ProblemLine extends PlaceLine {
  readonly code: string;
  readonly severity: Severity;
  /** What all problems of this code have in common. */
  readonly about: string;
  readonly says: string;
  /** Other places of the same problem: the row it refers to, or its double. */
  readonly also: readonly PlaceLine[];
  /** What one press would write into the cell that `goTo` leads to; null when somebody has to decide. */
  readonly mend: string | null;
}

export interface PlanCheckReply {
  readonly problems: readonly ProblemLine[];
  /** Problems beyond those listed. */
  readonly more: number;
  readonly errors: number;
  readonly warnings: number;
  readonly accounts: readonly RowAccount[];
  readonly undo: Undoable | null;
}

const MOST_LISTED = 200;

/** Everything in the plan that cannot be used, or was used under an assumption. */
export const planCheck = question({
  asks: record({}),
  *answer(): Work<PlanCheckReply> {
    const found = yield* anyWorkbook();
    const { look, plan, book, located } = found;
    const made = yield* madeSheets(SHEETS.keys(), look);
    const inputsNow = sheetInputs(plan, yield* toldFigures(found));
    const all = [
      ...linkProblems(book),
      ...unreadMoney(book, found.parts),
      ...salariesHere(book, located),
      ...narrowedProblems(tellingSheets(made, found, new Set(stale(made, inputsNow))), look, plan),
      ...(yield* openMaps(found)),
      ...plan.problems,
      ...[...missingMoneyProblems(plan), ...missingTimesheetProblems(plan)].map((one) => onSheet(one, located)),
    ];
    const count = (severity: Severity) => all.filter((problem) => severityOf(problem) === severity).length;
    return {
      problems: all.slice(0, MOST_LISTED).map(lineOf),
      more: Math.max(0, all.length - MOST_LISTED),
      errors: count("error"),
      warnings: count("warning"),
      accounts: plan.accounts,
      undo: yield* undoableNow(plan),
    };
  },
});

/** Where the table of what is missing stands, if it stands but once. */
function onSheet(problem: Problem, located: readonly Located[]): Problem {
  const at = problem.at.map((place): Place => {
    const [found, ...others] = located.filter(({ table }) => table.name === place.table);
    if (found === undefined || others.length > 0) return place;
    const key = Object.keys(found.table.columns).find((one) => found.table.columns[one]!.heading === place.column);
    const typed = found.cells[0]?.findIndex((heading) => shown(heading) === place.column) ?? -1;
    const column = found.columns.get(key ?? "") ?? found.column + Math.max(0, typed);
    return { ...place, sheet: found.sheet, a1: a1({ row: found.row + place.row - 1, column }) };
  });
  return { ...problem, at };
}

/** Select a cell for the planner. */
export const goTo = question({
  asks: record({ sheet: text, a1: text }),
  *answer({ sheet, a1 }): Work<Record<never, never>> {
    const { sheets } = yield* step({ do: "look" });
    const at = areaOf(a1);
    if (!sheets.includes(sheet) || at === null) {
      const hint = "Maybe the sheet was renamed since; check the plan again.";
      throw new PlanError([
        { code: "HR-183", at: [], value: `${sheet}!${a1}`, why: "is no cell of this workbook", hint },
      ]);
    }
    yield* step({ do: "select", sheet, at });
    return {};
  },
});

/** Null as well when nobody knows on which sheet the cell is. */
export const mendText = ({ code, mend }: Problem): string | null => {
  if (mend?.place.sheet === undefined || mend.place.a1 === undefined) return null;
  return code === "HR-113" && typeof mend.value === "number" ? isoDate(dayNumber(mend.value)) : String(mend.value);
};

/** A problem for a list: its words without its places, which are buttons there. */
export function lineOf(problem: Problem): ProblemLine {
  const [first, ...others] = problem.at;
  return {
    code: problem.code,
    severity: severityOf(problem),
    about: PROBLEM_CODES[problem.code].about,
    says: describe({ ...problem, at: [] }),
    ...(first ? placeLine(first) : { where: "", goTo: null }),
    also: others.map(placeLine),
    mend: mendText(problem),
  };
}

function placeLine(place: Place): PlaceLine {
  const { sheet, a1 } = place;
  return { where: placeOf(place), goTo: sheet !== undefined && a1 !== undefined ? { sheet, a1 } : null };
}
