import type { Step, Work } from "../../core/host.ts";
import { Cancelled, type Progress, type Watch } from "../../panels/bridge.ts";
import type { Model } from "../engine.ts";
import { lookAt, readAhead, workInPieces } from "../host.ts";
import { changesOf } from "../perform.ts";
import { Refusal } from "../refusal.ts";
import { painted } from "./dom.ts";

/** Steps that change nothing, so that the page may paint and listen between them. */
const LOOKS: ReadonlySet<Step["do"]> = new Set<Step["do"]>([
  "book",
  "look",
  "read",
  "stored",
  "selection",
  "planning",
  "tell",
]);

let line: Promise<unknown> = Promise.resolve();

/** Keeps the planner's hands off the spreadsheet while something is written. */
export type Still = <T>(writing: () => Promise<T>) => Promise<T>;

/**
 * Do a piece of work, one after the other, in pieces between which the page lives: what it writes is one undo step. Taking the
 * question back leaves the workbook as it was.
 */
export function workWatched<T>(
  model: Model,
  todo: () => Work<T>,
  watch: Watch,
  still: Still = (it) => it(),
): Promise<T> {
  const mine = line.then(() => inPieces(model, todo(), watch, still));
  line = mine.catch(() => undefined);
  return mine;
}

async function inPieces<T>(model: Model, todo: Work<T>, watch: Watch, still: Still): Promise<T> {
  await painted();
  const before = changesOf(model);
  const breathe = breathing();
  let next = todo.next();
  while (!next.done && LOOKS.has(next.value.do)) {
    if (watch.signal.aborted) throw new Cancelled();
    if (next.value.do === "book") await readAhead(model, breathe);
    if (next.value.do === "tell") {
      const { words, part } = next.value;
      watch.tell({ words, ...part });
      await painted();
    }
    next = todo.next(lookAt(model, next.value));
  }
  if (next.done) return next.value;
  watch.tell({ words: "Writing", done: 0, of: 1 });
  await painted();
  if (watch.signal.aborted) throw new Cancelled();
  if (changesOf(model) !== before) throw new Refusal(CHANGED);
  const begun = next;
  return still(() =>
    workInPieces(model, begun, todo, async (piece) => {
      const progress = progressOf(piece);
      if (progress !== null) watch.tell(progress);
      await breathe();
      if (watch.signal.aborted) throw new Cancelled();
    }),
  );
}

const CHANGED =
  "The workbook was changed while Headroom was computing, so nothing was written. Maybe try again in a moment.";

/** Where writing is: which sheet, in which of its steps. */
function progressOf(piece: Step | "calculate"): Progress | null {
  if (piece === "calculate") return { words: "Calculating", done: 0, of: 1 };
  if (piece.do === "tell") return { words: piece.words, ...piece.part };
  if (piece.do !== "apply" || piece.part === undefined) return null;
  const [first] = piece.ops;
  return first?.do === "open" ? { words: `Writing ${first.sheet}`, ...piece.part } : null;
}

const MOST_MS = 400;

/** Lets the page paint and listen, but not so often that this takes longer than the work. */
function breathing(): () => Promise<void> {
  let last = performance.now();
  return async () => {
    if (performance.now() - last < MOST_MS) return;
    await painted();
    last = performance.now();
  };
}
