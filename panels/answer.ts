import type { Answer } from "../core/questions/answer.ts";
import { answerPicture } from "./answer-picture.ts";
import { answerTable, type GoTo } from "./answer-table.ts";
import { attr, el } from "./dom.ts";

/** The answer of a decision panel: one sentence on top, which is read aloud, and the evidence below. */
export interface AnswerPlace {
  readonly root: HTMLElement;
  readonly show: (answer: Answer) => void;
  /** The form or the plan may have changed: what stands here answers what was asked before. */
  readonly age: () => void;
  readonly clear: () => void;
}

const SIGNS = { good: "✓", bad: "✕", unsure: "▲" } as const;

/** `beside` stands between the sentence and the evidence. */
export function answerPlace(goTo: GoTo, beside: readonly HTMLElement[] = []): AnswerPlace {
  const says = attr(el("p", { className: "says" }), { role: "status" });
  const old = el(
    "p",
    { className: "soft" },
    "This answers what was asked before. Ask again for an answer to what stands here now.",
  );
  const evidence = el("div", { className: "stack" });
  const root = attr(el("section", { className: "answer", hidden: true }, says, old, ...beside, evidence), {
    "aria-label": "Answer",
  });
  old.hidden = true;
  return {
    root,
    show: (answer) => {
      const { tone, picture, tables, notes } = answer;
      root.className = `answer ${tone}`;
      root.hidden = false;
      old.hidden = true;
      says.textContent = `${SIGNS[tone]} ${answer.says}`;
      evidence.replaceChildren(
        ...(picture === null ? [] : [answerPicture(picture)]),
        ...tables.map((table) => answerTable(table, goTo)),
        ...(notes.length === 0 ? [] : [notesOf(notes)]),
      );
      says.scrollIntoView({ block: "nearest" });
    },
    age: () => {
      root.classList.add("old");
      old.hidden = false;
    },
    clear: () => {
      root.hidden = true;
      says.textContent = "";
      evidence.replaceChildren();
    },
  };
}

const notesOf = (notes: readonly string[]): HTMLElement =>
  el("ul", { className: "notes" }, ...notes.map((note) => el("li", {}, note)));
