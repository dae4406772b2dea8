import { PlanError } from "../../core/problems.ts";
import { Refusal } from "../refusal.ts";
import { byId, el, painted } from "./dom.ts";

const SECONDS = 8;

/** Tell the planner something. Good news goes by itself, bad news waits to be read. */
export function notice(text: string, bad = false): void {
  const close = el("button", { type: "button", textContent: "✕", ariaLabel: "Close this message" });
  const box = el("div", { className: bad ? "notice bad" : "notice" }, el("p", {}, text), close);
  close.addEventListener("click", () => box.remove());
  byId("notices").append(box);
  if (!bad) setTimeout(() => box.remove(), SECONDS * 1000);
}

/** What went wrong, as a sentence: a problem of the plan in its own words, a mistake of ours called one. */
export function sentenceOf(error: unknown): string {
  if (error instanceof PlanError || error instanceof Refusal) return error.message;
  const what = error instanceof Error ? error.message : String(error);
  return `Something went wrong in Headroom: ${what}\nYour workbook is as it was. Maybe save it, and load this page again.`;
}

/** Do something that may take a while: say so first, and never fail silently. */
export async function busy<T>(words: string, job: () => T | Promise<T>): Promise<T | undefined> {
  const box = byId("busy");
  box.replaceChildren(el("p", { className: "words" }, words));
  box.hidden = false;
  await painted();
  try {
    return await job();
  } catch (error) {
    notice(sentenceOf(error), true);
    return undefined;
  } finally {
    box.hidden = true;
  }
}

/** A question before something that cannot be taken back. */
export function question(text: string, go: string): Promise<boolean> {
  return new Promise((done) => {
    const yes = el("button", { type: "submit", className: "go", value: "yes" }, go);
    const no = el("button", { type: "submit", value: "no" }, "Cancel");
    const form = el("form", { method: "dialog" }, el("p", {}, text), el("menu", {}, no, yes));
    const dialog = el("dialog", { className: "question" }, form);
    dialog.addEventListener("close", () => {
      dialog.remove();
      done(dialog.returnValue === "yes");
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
