import type { Step, Work } from "../../core/host.ts";
import { Cancelled, type Watch } from "../../panels/bridge.ts";
import type { Model } from "../engine.ts";
import { lookAt, work } from "../host.ts";
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

/**
 * Do a piece of work, one after the other: what it reads and computes in pieces between which the page lives, what it writes
 * in one go and as one undo step. Taking the question back before the first write leaves the workbook as it was.
 */
export function workWatched<T>(model: Model, todo: () => Work<T>, watch: Watch): Promise<T> {
  const mine = line.then(() => inPieces(model, todo(), watch));
  line = mine.catch(() => undefined);
  return mine;
}

async function inPieces<T>(model: Model, todo: Work<T>, watch: Watch): Promise<T> {
  await painted();
  const before = changesOf(model);
  let next = todo.next();
  while (!next.done && LOOKS.has(next.value.do)) {
    if (watch.signal.aborted) throw new Cancelled();
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
  return work(model, goingOn(next, todo));
}

const CHANGED =
  "The workbook was changed while Headroom was computing, so nothing was written. Maybe try again in a moment.";

/** The rest of a piece of work that was begun elsewhere. */
function* goingOn<T>(first: IteratorYieldResult<Step>, todo: Work<T>): Work<T> {
  let next: IteratorResult<Step, T> = first;
  while (!next.done) {
    let answer: unknown;
    try {
      answer = yield next.value;
    } catch (error) {
      next = todo.throw(error);
      continue;
    }
    next = todo.next(answer);
  }
  return next.value;
}
