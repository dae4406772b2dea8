import { answerPlace } from "./answer.ts";
import type { GoTo } from "./answer-table.ts";
import { busyIn } from "./busy.ts";
import { confirmation } from "./confirm.ts";
import type { DecisionCase, Offer } from "./decision-case.ts";
import { decisionForm } from "./decision-form.ts";
import type { Desk, Panel, View } from "./desk.ts";
import { el } from "./dom.ts";
import { oddsPlace } from "./odds.ts";
import { saveScenario } from "./save-scenario.ts";
import { undoBar } from "./undo.ts";

/** The panel of a question that managers ask. */
export const decisionPanel = (one: DecisionCase): Panel => ({
  key: one.key,
  title: one.title,
  group: "Decide",
  view: (desk) => decisionView(one, desk),
});

function decisionView(one: DecisionCase, desk: Desk): View {
  const { bridge } = desk;
  const root = el("section", { className: "panel" });
  const busy = busyIn(root, bridge.cancels);
  const confirm = confirmation();

  const answerIt = async () => {
    const values = form.values();
    const reply = values === null ? null : await busy.run(one.working, (watch) => one.ask(bridge, values, watch));
    if (values === null || reply === null) {
      save.show([], "");
      chances.clear();
      return answer.clear();
    }
    answer.show(reply);
    const of = one.odds?.(values, reply) ?? null;
    if (of === null) chances.clear();
    else void chances.find(of);
    save.show(reply.scenario, one.scenario(values, reply));
  };
  const goTo: GoTo = async (place) => {
    const gone = await busy.run("Going to the cell…", (watch) => bridge.ask("goTo", place, watch));
    if (gone !== null) busy.say(`${place.sheet}!${place.a1} is selected.`);
  };
  const load = async () => {
    const offer = await busy.run("Reading the workbook…", (watch) => bridge.ask("decisionForm", {}, watch));
    if (offer !== null) show(offer);
  };

  const form = decisionForm(one, () => void answerIt());
  const chances = oddsPlace(desk, goTo);
  const answer = answerPlace(goTo, [chances.root]);
  const kept = el("div", { className: "stack" });
  const keeping = busyIn(kept, bridge.cancels);
  const save = saveScenario(desk, one.key, keeping, confirm, load);
  const undo = undoBar(desk, keeping, load);
  const empty = el("div", {});
  const show = (offer: Offer) => {
    const why = one.idle(offer);
    form.root.hidden = why !== null;
    empty.replaceChildren(...(why === null ? [] : [emptyState(why, () => desk.open("sheets"))]));
    form.offer(offer);
    save.known(offer.scenarios);
    undo.show(offer.undo);
  };
  form.root.addEventListener("input", () => answer.age());
  kept.append(save.root, confirm.root, keeping.line, undo.root);
  root.append(el("p", { className: "question" }, one.intro), empty, form.root, busy.line, answer.root, kept);
  const refresh = () => {
    answer.age();
    return load();
  };
  return { root, refresh };
}

export const emptyState = (why: string, open: () => void): HTMLElement =>
  el(
    "div",
    { className: "empty stack" },
    el("p", {}, why),
    el("button", { type: "button", onclick: open }, "Go to Sheets"),
  );
