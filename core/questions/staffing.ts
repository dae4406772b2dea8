import { type StaffingProblem, suggest } from "../engine/staffing/index.ts";
import { step, type Work } from "../host.ts";
import { commit, preview, recover } from "../journal/index.ts";
import { describe, PlanError } from "../problems.ts";
import { SHEETS } from "../sheets/index.ts";
import { blockName } from "../sheets/layout.ts";
import { counted } from "../sheets/words.ts";
import type { Allocated } from "./allocate.ts";
import { madeCount } from "./allocation-draft.ts";
import { formError, whyNoTable } from "./allocations-table.ts";
import type { Answer } from "./answer.ts";
import { lineOf, rowsOf } from "./edit-lines.ts";
import { undoableNow } from "./narrowed.ts";
import { question } from "./question.ts";
import { namesOf, staffingAnswer } from "./staffing-answer.ts";
import { type StaffingChange, staffingChange } from "./staffing-draft.ts";
import { type FoundPlan, STAFFING, SUGGESTION } from "./staffing-request.ts";
import { type StaffingDesk, type Suggested, staffingDesk, suggestedBy } from "./staffing-roles.ts";

/** The open work as plain data, for a search in a thread of its own. */
export const staffingProblem = question({
  asks: STAFFING,
  *answer(form): Work<{ readonly print: string; readonly problem: StaffingProblem }> {
    const { print, open } = yield* staffingDesk(form);
    return { print, problem: open.problem };
  },
});

export interface StaffingReply {
  readonly answer: Answer;
  /** What was found, to be sent back when it is to be written. */
  readonly found: FoundPlan;
  /** Rows that would be written; 0 when there is nothing to write, or it cannot be. */
  readonly rows: number;
  /** What would be written where, or why not. */
  readonly text: string;
}

/** Who could take the open work of one engagement, or of all: as many hours as can be, few hand-overs, nobody over their hours. */
export const suggestStaffing = question({
  asks: SUGGESTION,
  *answer(form): Work<StaffingReply> {
    const desk = yield* staffingDesk(form);
    const found = form.found ?? (yield* searched(desk));
    const suggested = suggestedBy(desk, found);
    const written = yield* previewed(desk, suggested);
    return { answer: staffingAnswer(desk, suggested, found), found, ...written };
  },
});

/** Write a suggestion: all its rows in one step, which can be undone. */
export const fillRole = question({
  asks: SUGGESTION,
  *answer(form): Work<Allocated> {
    yield* recover();
    const desk = yield* staffingDesk(form);
    const suggested = suggestedBy(desk, form.found ?? (yield* searched(desk)));
    if (suggested.rows.length === 0) throw formError("There is nobody to allocate", "Maybe look for people again.");
    const { change, replaced } = staffingChange(desk, suggested);
    const { written } = yield* commit(change);
    const instead =
      replaced === 0 ? "" : ` They take the work of ${counted(replaced, "placeholder row")}, which changed.`;
    return {
      text: written
        ? `Added ${counted(suggested.rows.length, "allocation")}: ${namesOf(desk, suggested)}.${instead}`
        : "Nothing to write: it stands there already.",
      undo: yield* undoableNow(),
      stale: written ? yield* madeCount([...SHEETS.keys()].map((name) => blockName(name, ""))) : 0,
    };
  },
});

/** Search here, piece by piece, so that a host can show how far it is and stop. */
function* searched({ open, print }: StaffingDesk): Work<FoundPlan> {
  const work = suggest(open.problem);
  let next = work.next();
  while (!next.done) {
    yield* step({ do: "tell", words: "Looking for the best plan", part: next.value });
    next = work.next();
  }
  const { roles, bound, most, iterations } = next.value;
  return { print, bound, most, iterations, roles };
}

function* previewed(desk: StaffingDesk, suggested: Suggested): Work<Pick<StaffingReply, "rows" | "text">> {
  const rows = suggested.rows.length;
  if (rows === 0) return { rows, text: "" };
  const why = whyNoTable(desk.workbook);
  if (why !== null) return { rows: 0, text: why };
  const planned = changeOrWhy(desk, suggested);
  if (typeof planned === "string") return { rows: 0, text: planned };
  const { refusals } = yield* preview(planned.change);
  const [refused] = refusals;
  if (refused) return { rows: 0, text: describe(refused) };
  return { rows, text: sentence(desk, planned) };
}

/** Rows of placeholders are named up to here, and counted beyond. */
const MOST_ROWS = 3;

function sentence({ workbook: found }: StaffingDesk, { change, added, replaced }: StaffingChange): string {
  const what = [
    ...(added === 0 ? [] : [`add ${counted(added, "row")} to Allocations`]),
    ...(replaced === 0 ? [] : [`change ${counted(replaced, "row")} of placeholders, whose work these people take`]),
  ].join(" and ");
  if (replaced === 0) return `Will ${what}; nothing that stands there is replaced.`;
  const changed = rowsOf(found, change.edits ?? []).filter(({ place }) => !place.isNew);
  const more = changed.length > MOST_ROWS ? [`… and ${counted(changed.length - MOST_ROWS, "row")} more.`] : [];
  return `Will ${what}. ${[...changed.slice(0, MOST_ROWS).map(lineOf), ...more].join(" ")}`;
}

/** Why the table cannot hold a suggestion is said beside it; the suggestion itself stands. */
function changeOrWhy(desk: StaffingDesk, suggested: Suggested): StaffingChange | string {
  try {
    return staffingChange(desk, suggested);
  } catch (error) {
    if (error instanceof PlanError) return error.message;
    throw error;
  }
}
