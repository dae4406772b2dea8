import type { Watch } from "./bridge.ts";
import { attr, el } from "./dom.ts";
import { quieten } from "./quieten.ts";
import { waiting } from "./waiting.ts";

/** The line in which a panel says what it does, what it did, or what went wrong; it is read aloud. */
export interface Busy {
  readonly line: HTMLElement;
  /** Do one thing at a time. The answer; or null when it failed or was cancelled, which the line then says. */
  readonly run: <T>(words: string, work: (watch: Watch) => Promise<T>) => Promise<T | null>;
  readonly say: (sentence: string) => void;
}

/** While something runs, `root` is busy, its buttons look and are switched off, and what has the focus keeps it. */
export function busyIn(root: HTMLElement, cancels = false): Busy {
  const line = attr(el("div", { className: "status" }), { role: "status", tabindex: "-1" });
  const quiet = quieten(root);
  let working = false;
  const say = (sentence: string) => line.replaceChildren(...(sentence === "" ? [] : [el("p", {}, sentence)]));
  return {
    line,
    say,
    run: async (words, work) => {
      if (working) return null;
      working = true;
      line.replaceChildren();
      const wait = waiting(line, words, cancels);
      const hadFocus = document.activeElement;
      const loud = quiet();
      try {
        const answer = await work(wait.watch);
        line.replaceChildren();
        return answer;
      } catch (error) {
        if (wait.watch.signal.aborted) say("Cancelled. The workbook is as it was.");
        else line.replaceChildren(trouble(sentenceOf(error)));
        return null;
      } finally {
        wait.over();
        working = false;
        loud();
        // The button that cancels is gone with its line; the planner goes on where the work was begun.
        if (document.activeElement === document.body && hadFocus instanceof HTMLElement) hadFocus.focus();
      }
    },
  };
}

/** An error as a planner reads it: what happened, why, what to do. */
export const trouble = (sentence: string): HTMLElement =>
  attr(el("p", { className: "trouble" }, sentence), { role: "alert" });

const sentenceOf = (error: unknown): string =>
  error instanceof Error && error.message !== ""
    ? error.message
    : "The workbook did not answer. Maybe try again; if that does not help, reload the page.";
