import type { Progress, Watch } from "./bridge.ts";
import { attr, el } from "./dom.ts";
import { STAYS } from "./quieten.ts";

/** What a planner sees while something takes long: at first nothing, then what is done, then how far, and a way out. */
export interface Waiting {
  readonly watch: Watch;
  readonly over: () => void;
}

const WORDS_AFTER_MS = 300;
const PROGRESS_AFTER_MS = 1000;
const CANCEL_AFTER_MS = 2000;

export function waiting(line: HTMLElement, words: string, cancels: boolean): Waiting {
  const stop = new AbortController();
  const sentence = el("p", { className: "spinner" }, words);
  const bar = attr(el("progress", { hidden: true }), { "aria-label": words });
  const cancel = el("button", { type: "button", className: STAYS, hidden: true }, "Cancel");
  let latest: Progress | null = null;
  let [far, long] = [false, false];
  const show = () => {
    if (!far || latest === null) return;
    const { words: step, done, of } = latest;
    sentence.textContent = long && of > 1 ? `${step}: step ${done + 1} of ${of}` : `${step}…`;
    bar.hidden = of < 2;
    bar.max = of;
    bar.value = done;
  };
  cancel.addEventListener("click", () => {
    stop.abort();
    cancel.setAttribute("aria-disabled", "true");
    sentence.textContent = "Cancelling…";
  });
  const timers = [
    setTimeout(() => line.replaceChildren(sentence, bar, cancel), WORDS_AFTER_MS),
    setTimeout(() => {
      far = true;
      show();
    }, PROGRESS_AFTER_MS),
    setTimeout(() => {
      long = true;
      cancel.hidden = !cancels;
      show();
    }, CANCEL_AFTER_MS),
  ];
  return {
    watch: {
      signal: stop.signal,
      tell: (progress) => {
        latest = progress;
        if (!stop.signal.aborted) show();
      },
    },
    over: () => {
      for (const timer of timers) clearTimeout(timer);
    },
  };
}
