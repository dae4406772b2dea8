import type { Answer } from "../core/questions/answer.ts";
import type { RequestOf } from "../core/questions/index.ts";
import { answerPicture } from "./answer-picture.ts";
import { answerTable, type GoTo } from "./answer-table.ts";
import type { Watch } from "./bridge.ts";
import { busyIn } from "./busy.ts";
import type { Desk } from "./desk.ts";
import { attr, el } from "./dom.ts";
import { oddsIn } from "./thread.ts";

/** Whose chances: of some new work, or of every scenario that is on. */
export type OddsOf = RequestOf<"oddsProblem">;

/** How likely it is, below an exact answer that stands already; it follows when it is computed. */
export interface OddsPlace {
  readonly root: HTMLElement;
  /** Compute and show it. What is still being computed is given up. */
  readonly find: (of: OddsOf) => Promise<void>;
  readonly clear: () => void;
}

export function oddsPlace({ bridge }: Desk, goTo: GoTo): OddsPlace {
  const root = attr(el("section", { className: "odds stack", hidden: true }), { "aria-label": "Chances" });
  let latest = new AbortController();

  const compute = async (of: OddsOf, watch: Watch): Promise<Answer> => {
    if (bridge.thread === undefined) return bridge.ask("odds", { ...of, found: null }, watch);
    const { print, work } = await bridge.ask("oddsProblem", of, watch);
    const plans = await oddsIn(bridge.thread, work, watch);
    return bridge.ask("odds", { ...of, found: plans === null ? null : { print, plans } }, watch);
  };
  const clear = () => {
    latest.abort();
    root.hidden = true;
    root.replaceChildren();
  };
  return {
    root,
    clear,
    find: async (of) => {
      clear();
      const mine = new AbortController();
      latest = mine;
      const place = el("div", { className: "stack" });
      const busy = busyIn(place, bridge.cancels || bridge.thread !== undefined);
      place.append(busy.line);
      root.replaceChildren(place);
      root.hidden = false;
      const answer = await busy.run("Computing the chances…", ({ signal, tell }) => {
        signal.addEventListener("abort", () => mine.abort());
        return compute(of, { signal: mine.signal, tell });
      });
      if (answer !== null && latest === mine) place.append(...shown(answer, goTo));
    },
  };
}

const SIGNS = { good: "✓", bad: "✕", unsure: "▲" } as const;

function shown({ says, tone, picture, tables, notes }: Answer, goTo: GoTo): readonly HTMLElement[] {
  return [
    attr(el("p", { className: `chance ${tone}` }, `${SIGNS[tone]} ${says}`), { role: "status" }),
    ...(picture === null ? [] : [el("p", { className: "soft" }, picture.about), answerPicture(picture)]),
    el(
      "details",
      {},
      el("summary", {}, "Chances in figures"),
      ...tables.map((table) => answerTable(table, goTo)),
      el("ul", { className: "notes" }, ...notes.map((note) => el("li", {}, note))),
    ),
  ];
}
