import type { ReplyOf } from "../core/questions/index.ts";
import { answerPlace } from "./answer.ts";
import type { GoTo } from "./answer-table.ts";
import { busyIn } from "./busy.ts";
import { complain, decimal } from "./checks.ts";
import { confirmation } from "./confirm.ts";
import { emptyState } from "./decision.ts";
import type { Desk, View } from "./desk.ts";
import { attr, el } from "./dom.ts";
import { fieldOf } from "./fields.ts";
import { undoBar } from "./undo.ts";

type Reply = ReplyOf<"reserve">;

const PRESETS = [50, 80, 90, 95] as const;
const LEAST = 1;
const MOST = 99.9;

/** "How many hours do we keep free for support, how sure are we then, and what does that cost projects?" */
export function reservePanel(desk: Desk): View {
  const { bridge } = desk;
  const root = el("section", { className: "panel" });
  const busy = busyIn(root, bridge.cancels);
  const confirm = confirmation();
  const goTo: GoTo = async (place) => {
    const gone = await busy.run("Going to the cell…", (watch) => bridge.ask("goTo", place, watch));
    if (gone !== null) busy.say(`${place.sheet}!${place.a1} is selected.`);
  };
  const input = el("input", { type: "text", inputMode: "decimal", autocomplete: "off", name: "reserve-confidence" });
  const field = fieldOf("How sure, in %", input);
  const presets = PRESETS.map((percent) => {
    const press = () => {
      input.value = String(percent);
      void ask();
    };
    return attr(el("button", { type: "button", onclick: press }, `${percent} %`), { "aria-pressed": "false" });
  });
  const form = el(
    "form",
    { className: "stack", noValidate: true },
    field.root,
    attr(el("div", { className: "buttons presets" }, ...presets), { role: "group", "aria-label": "Usual confidences" }),
    el("div", { className: "buttons bottom" }, el("button", { type: "submit", className: "primary" }, "Answer")),
  );
  const current = el("p", { className: "soft" });
  const empty = el("div", {});
  const use = el("button", { type: "button", hidden: true }, "Use this reserve…");
  const answer = answerPlace(goTo, [use, confirm.root]);
  const undo = undoBar(desk, busy, () => load());
  let latest: Reply | null = null;

  const confidence = (): number | null => {
    const typed = decimal(input.value);
    const isOne = typed !== null && typed >= LEAST && typed <= MOST;
    return complain(field.complain, isOne ? null : `Type a number from ${LEAST} to ${MOST}.`) ? typed : null;
  };
  const ask = async () => {
    const percent = confidence();
    if (percent === null) return input.focus();
    confirm.close();
    const reply = await busy.run("Comparing the plan with and without it…", (watch) =>
      bridge.ask("reserve", { confidence: percent / 100 }, watch),
    );
    if (reply === null) answer.clear();
    else show(reply, true);
  };
  const load = async () => {
    const typed = decimal(input.value);
    const asked = latest === null || typed === null || typed < LEAST || typed > MOST ? null : typed / 100;
    const reply = await busy.run("Reading the workbook…", (watch) =>
      bridge.ask("reserve", { confidence: asked }, watch),
    );
    if (reply !== null) show(reply, true);
  };
  const write = async (share: number) => {
    const done = await busy.run("Writing…", (watch) => bridge.ask("writeReserve", { confidence: share }, watch));
    if (done === null) return;
    confirm.close();
    await load();
    busy.say(done.text);
    busy.line.focus();
  };
  const show = (reply: Reply, isNew: boolean) => {
    latest = reply;
    const percent = Math.round(reply.confidence / 1000) / 10;
    form.hidden = reply.answer === null;
    current.textContent = reply.current;
    current.hidden = reply.answer === null;
    empty.replaceChildren(...(reply.answer === null ? [emptyState(reply.idle, () => desk.open("sheets"))] : []));
    if (isNew && document.activeElement !== input) input.value = String(percent);
    presets.forEach((button, i) => {
      button.setAttribute("aria-pressed", String(PRESETS[i] === percent));
    });
    if (reply.answer === null) answer.clear();
    else answer.show(reply.answer);
    use.hidden = reply.answer === null || !reply.ready;
    undo.show(reply.undo);
  };
  use.addEventListener("click", () => {
    if (latest === null) return;
    const { confidence: share, lines, ready } = latest;
    confirm.show({
      heading: `Reserve support's hours with ${Math.round(share / 1000) / 10} % confidence?`,
      lines,
      action: ready ? "Write it to Settings" : null,
      act: () => void write(share / 1_000_000),
    });
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void ask();
  });
  input.addEventListener("input", () => answer.age());
  root.append(
    el("p", { className: "question" }, "How many hours do we keep free for support, and what does it cost projects?"),
    empty,
    form,
    current,
    busy.line,
    answer.root,
    undo.root,
  );
  return { root, refresh: load };
}
