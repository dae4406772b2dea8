import type { ReplyOf, RequestOf } from "../core/questions/index.ts";
import { answerPlace } from "./answer.ts";
import type { Watch } from "./bridge.ts";
import { busyIn } from "./busy.ts";
import type { Desk } from "./desk.ts";
import { counted, el } from "./dom.ts";
import { searchIn } from "./thread.ts";

type Work = RequestOf<"staffingProblem">;
type Reply = ReplyOf<"suggestStaffing">;
export type Filled = ReplyOf<"fillRole">;

/** Suggested people for open work, with one button that writes them all. */
export interface Staffing {
  readonly root: HTMLElement;
  /** Look for people: for one engagement's open work, or for all. */
  readonly find: (work: Work) => Promise<void>;
  /** The form or the plan may have changed. */
  readonly age: () => void;
  readonly close: () => void;
}

/** `written` hears what was done, and tells the planner; `shown` hears when suggestions come and go. */
export function staffing({ bridge }: Desk, written: (filled: Filled) => void, shown: (is: boolean) => void): Staffing {
  const root = el("section", { className: "stack", hidden: true });
  const busy = busyIn(root, bridge.cancels || bridge.thread !== undefined);
  const answer = answerPlace(async (place) => {
    const gone = await busy.run("Going to the cell…", (watch) => bridge.ask("goTo", place, watch));
    if (gone !== null) busy.say(`${place.sheet}!${place.a1} is selected.`);
  });
  // Not in a box of its own: the button stays in sight as long as any of the suggestion is.
  const actions = el("div", { className: "actions" });

  const search = async (work: Work, watch: Watch): Promise<Reply> => {
    if (bridge.thread === undefined) return bridge.ask("suggestStaffing", { ...work, found: null }, watch);
    const { print, problem } = await bridge.ask("staffingProblem", work, watch);
    const plan = await searchIn(bridge.thread, problem, watch);
    if (plan === null) return bridge.ask("suggestStaffing", { ...work, found: null }, watch);
    const { roles, bound, most, iterations } = plan;
    return bridge.ask("suggestStaffing", { ...work, found: { print, bound, most, iterations, roles } }, watch);
  };
  const show = (work: Work, reply: Reply) => {
    answer.show(reply.answer);
    const words = reply.rows === 1 ? "Add this allocation" : `Add these ${counted(reply.rows, "allocation")}`;
    const add = el("button", { type: "button", className: "primary" }, words);
    add.addEventListener("click", async () => {
      const done = await busy.run("Writing…", (watch) =>
        bridge.ask("fillRole", { ...work, found: reply.found }, watch),
      );
      if (done === null) return;
      close();
      written(done);
    });
    const back = el("button", { type: "button", onclick: close }, "Close");
    const text = reply.text === "" ? [] : [el("p", { className: "soft" }, reply.text)];
    const bar = reply.rows > 0 ? [el("div", { className: "buttons bottom" }, add)] : [];
    actions.replaceChildren(...text, ...bar, el("div", { className: "buttons" }, back));
  };
  const clear = () => {
    answer.clear();
    actions.replaceChildren();
  };
  const close = () => {
    clear();
    root.hidden = true;
    shown(false);
  };
  root.append(busy.line, answer.root, actions);
  return {
    root,
    find: async (work) => {
      root.hidden = false;
      shown(true);
      clear();
      const reply = await busy.run("Looking for people…", (watch) => search(work, watch));
      if (reply !== null) show(work, reply);
    },
    age: () => {
      if (!answer.root.hidden) answer.age();
    },
    close,
  };
}
