import { attr, el } from "./dom.ts";

/** The line in which a panel says what it does, what it did, or what went wrong; it is read aloud. */
export interface Busy {
  readonly line: HTMLElement;
  /** Do one thing at a time. The answer; or null when it failed, which the line then says. */
  readonly run: <T>(words: string, work: () => Promise<T>) => Promise<T | null>;
  readonly say: (sentence: string) => void;
}

const SPINNER_AFTER_MS = 300;

/** While something runs, `root` is busy and its buttons do nothing; what has the focus keeps it. */
export function busyIn(root: HTMLElement): Busy {
  const line = attr(el("div", { className: "status" }), { role: "status", tabindex: "-1" });
  let working = false;
  const say = (sentence: string) => line.replaceChildren(...(sentence === "" ? [] : [el("p", {}, sentence)]));
  return {
    line,
    say,
    run: async (words, work) => {
      if (working) return null;
      working = true;
      root.setAttribute("aria-busy", "true");
      line.replaceChildren();
      const spinner = el("p", { className: "spinner" }, words);
      const timer = setTimeout(() => line.replaceChildren(spinner), SPINNER_AFTER_MS);
      try {
        const answer = await work();
        line.replaceChildren();
        return answer;
      } catch (error) {
        line.replaceChildren(trouble(sentenceOf(error)));
        return null;
      } finally {
        clearTimeout(timer);
        working = false;
        root.removeAttribute("aria-busy");
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
