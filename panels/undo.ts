import type { ReplyOf } from "../core/questions/index.ts";
import type { Busy } from "./busy.ts";
import type { Desk } from "./desk.ts";
import { counted, el } from "./dom.ts";

export type Undoable = ReplyOf<"sheets">["undo"];

/** The last change of the workbook, and the button that takes it back. */
export interface UndoBar {
  readonly root: HTMLElement;
  readonly show: (undo: Undoable) => void;
}

export function undoBar({ bridge }: Desk, busy: Busy, after: () => Promise<void>): UndoBar {
  const root = el("div", { className: "undo" });
  const undo = async () => {
    const done = await busy.run("Undoing…", (watch) => bridge.ask("undoLast", {}, watch));
    if (done === null) return;
    await after();
    busy.say(done.text);
    busy.line.focus();
  };
  const show = (last: Undoable) => {
    if (last === null) {
      root.replaceChildren();
      return;
    }
    const { title, edited } = last;
    const hand = `${counted(edited, "cell")} of it ${edited === 1 ? "was" : "were"} changed since and will be listed in "Changed by hand".`;
    root.replaceChildren(
      el("button", { type: "button", onclick: undo }, `Undo “${title}”`),
      ...(edited === 0 ? [] : [el("p", { className: "soft" }, hand)]),
    );
  };
  return { root, show };
}
