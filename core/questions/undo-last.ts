import type { Work } from "../host.ts";
import { forget, undo } from "../journal/index.ts";
import { record } from "../schema.ts";
import { FORGOTTEN, forgetTooMuch } from "./narrowed.ts";
import { question } from "./question.ts";
import { anyWorkbook } from "./workbook.ts";

/** Take the last change back, unless that would show money again that may not be shown any more. */
export const undoLast = question({
  asks: record({}),
  *answer(): Work<{ readonly text: string }> {
    const { plan } = yield* anyWorkbook();
    if (yield* forgetTooMuch(plan)) return { text: FORGOTTEN };
    const { title, kept } = yield* undo();
    if (title === null) return { text: "There is nothing to undo." };
    const hand = kept.length > 0 ? ` ${kept.length} cells changed since are listed in "Changed by hand".` : "";
    return { text: `Undone: ${title}.${hand}` };
  },
});

/** Forget the journal, when it does not fit the workbook any more or holds too much: no cell of a plan changes, and Undo starts anew. */
export const discardUndo = question({
  asks: record({}),
  *answer(): Work<{ readonly text: string }> {
    yield* forget();
    return { text: "The journal was discarded. Undo starts anew with the next change." };
  },
});
