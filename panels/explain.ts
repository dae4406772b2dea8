import type { ReplyOf, RequestOf } from "../core/questions/index.ts";
import type { GoTo } from "./answer-table.ts";
import { busyIn } from "./busy.ts";
import { emptyState } from "./decision.ts";
import type { Desk, View } from "./desk.ts";
import { attr, el } from "./dom.ts";
import { explainForm } from "./explain-form.ts";
import { explainedView } from "./explained.ts";

type Selected = ReplyOf<"explainSelected">;

/** "What is this number made of?" It follows the selected cell, and answers for any measure of a form. */
export function explainPanel(desk: Desk): View {
  const { bridge } = desk;
  const root = el("section", { className: "panel" });
  const busy = busyIn(root, bridge.cancels);
  const goTo: GoTo = async (place) => {
    const gone = await busy.run("Going to the cell…", (watch) => bridge.ask("goTo", place, watch));
    if (gone !== null) busy.say(`${place.sheet}!${place.a1} is selected.`);
  };
  const says = attr(el("p", { className: "says" }), { role: "status" });
  const where = el("p", { className: "soft" });
  const warns = el("div", { className: "banner", hidden: true }, el("p", {}));
  const evidence = el("div", { className: "stack" });
  const answer = attr(el("section", { className: "answer", hidden: true }, where, says, warns, evidence), {
    "aria-label": "Explanation",
  });
  let seen = "";

  const show = (one: Selected) => {
    const { explained } = one;
    answer.hidden = false;
    where.textContent = one.where;
    where.hidden = one.where === "";
    says.textContent = explained === null ? one.says : `${explained.title}: ${explained.figure}`;
    warns.hidden = explained === null || one.says === "";
    warns.firstElementChild!.textContent = one.says;
    evidence.replaceChildren(...(explained === null ? [] : explainedView(explained, goTo)));
  };
  const follow = async () => {
    const reply = await busy.run("Reading the selected cell…", (watch) => bridge.ask("explainSelected", {}, watch));
    if (reply === null) return;
    seen = JSON.stringify(reply);
    show(reply);
  };
  const ask = async (request: RequestOf<"explain">) => {
    const explained = await busy.run("Adding up…", (watch) => bridge.ask("explain", request, watch));
    if (explained === null) return;
    show({ where: "", explained, says: "", isOld: false });
    says.scrollIntoView({ block: "nearest" });
  };
  const form = explainForm((request) => void ask(request));
  const choose = el("details", {}, el("summary", {}, "Choose a measure instead"), form.root);
  const again = el(
    "button",
    { type: "button", className: "primary", onclick: () => void follow() },
    "Explain the selected cell",
  );
  const empty = el("div", {});
  const body = el("div", { className: "stack" }, again, choose);

  const refresh = async () => {
    const offer = await busy.run("Reading the workbook…", (watch) => bridge.ask("explainForm", {}, watch));
    if (offer === null) return;
    body.hidden = offer.idle !== "";
    empty.replaceChildren(...(offer.idle === "" ? [] : [emptyState(offer.idle, () => desk.open("sheets"))]));
    if (offer.idle !== "") {
      answer.hidden = true;
      return;
    }
    form.offer(offer);
    await follow();
  };
  const look = async () => {
    const reply = await bridge.ask("explainSelected", {}).catch(() => null);
    const text = JSON.stringify(reply);
    if (reply === null || text === seen) return;
    seen = text;
    if (reply.explained !== null || answer.hidden) show(reply);
  };
  root.append(
    el("p", { className: "question" }, "What is this number made of? Select a figure on a generated sheet."),
    empty,
    body,
    busy.line,
    answer,
  );
  return { root, refresh, look };
}
