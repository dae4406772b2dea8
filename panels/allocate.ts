import type { ReplyOf } from "../core/questions/index.ts";
import { effectOf } from "./allocate-effect.ts";
import { allocateForm, type Request, type Row } from "./allocate-form.ts";
import { rowsToEdit, suggestions } from "./allocate-pick.ts";
import { busyIn, trouble } from "./busy.ts";
import { calmly } from "./calmly.ts";
import type { Desk, View } from "./desk.ts";
import { attr, counted, el } from "./dom.ts";
import { undoBar } from "./undo.ts";

/** "Who works on what, when: and what does that do to them and to the engagement?" */
export function allocatePanel(desk: Desk): View {
  const { bridge } = desk;
  const root = el("section", { className: "panel" });
  const busy = busyIn(root);
  const picks = attr(el("div", {}), { "aria-live": "polite" });
  const effect = attr(el("div", { className: "stack" }), { "aria-live": "polite" });
  const after = el("div", {});
  const who = el("button", { type: "button", className: "link" }, "Who can do this?");
  const fields = allocateForm(who);
  const write = el("button", { type: "submit", className: "primary" });
  const back = el("button", { type: "button" }, "Stop editing");
  const pick = el("button", { type: "button", className: "link" }, "Change an existing allocation");
  const form = el(
    "form",
    { className: "stack", noValidate: true },
    pick,
    picks,
    fields.root,
    effect,
    el("div", { className: "buttons bottom" }, write, back),
  );
  /** The request that the preview on the page belongs to, as text; a write needs it to be the form's. */
  let ready = "";
  let editing: Row | null = null;

  const label = () => {
    write.textContent = editing === null ? "Add allocation" : `Save row ${/\d+$/.exec(editing.row)?.[0] ?? ""}`;
    back.hidden = editing === null;
    write.setAttribute("aria-disabled", String(ready !== textOf(fields.request())));
  };
  const clear = () => {
    ready = "";
    effect.replaceChildren();
    fields.complain([]);
    label();
  };
  const preview = async () => {
    const request = fields.request();
    const asked = textOf(request);
    effect.setAttribute("aria-busy", "true");
    try {
      const reply = await bridge.ask("allocatePreview", request);
      if (asked !== textOf(fields.request())) return;
      fields.complain(reply.problems);
      effect.replaceChildren(...effectOf(request.person ?? "", reply));
      ready = reply.ready ? asked : "";
    } catch (error) {
      ready = "";
      effect.replaceChildren(trouble(error instanceof Error ? error.message : String(error)));
    } finally {
      effect.removeAttribute("aria-busy");
      label();
    }
  };
  const live = calmly(preview);
  const edit = (row: Row | null) => {
    editing = row;
    fields.edit(row);
    picks.replaceChildren();
    clear();
    if (row !== null) void live.now();
    fields.person.focus();
  };
  const refresh = async () => {
    const offer = await busy.run("Reading the workbook…", () => bridge.ask("allocateForm", {}));
    if (offer !== null) show(offer);
  };
  const undo = undoBar(desk, busy, async () => {
    after.replaceChildren();
    clear();
    await refresh();
  });
  const show = (offer: ReplyOf<"allocateForm">) => {
    form.hidden = offer.why !== null;
    after.replaceChildren(...(offer.why === null ? [] : [noTable(offer.why, () => desk.open("sheets"))]));
    fields.offer(offer);
    undo.show(offer.undo);
    label();
  };
  const commit = async (request: Request) => {
    const done = await busy.run("Writing…", () => bridge.ask("allocate", request));
    if (done === null) return;
    edit(null);
    busy.say(done.text);
    undo.show(done.undo);
    after.replaceChildren(...(done.stale === 0 ? [] : [staleHint(done.stale, () => desk.open("sheets"))]));
    busy.line.focus();
  };

  form.addEventListener("input", () => {
    label();
    if (fields.isFilled()) live.soon();
    else clear();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const request = fields.request();
    if (ready === textOf(request)) void commit(request);
    else void live.now();
  });
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    if (picks.childElementCount > 0) picks.replaceChildren();
    else if (editing !== null) edit(null);
  });
  back.addEventListener("click", () => edit(null));
  who.addEventListener("click", async () => {
    const { engagement, skill, from, to } = fields.request();
    const found = await busy.run("Looking for people…", () =>
      bridge.ask("allocateWho", { engagement: engagement ?? "", skill, from, to }),
    );
    if (found === null) return;
    picks.replaceChildren(...suggestions(found, take));
    who.after(picks);
  });
  const take = (person: string) => {
    fields.person.value = person;
    picks.replaceChildren();
    fields.person.focus();
    form.dispatchEvent(new Event("input"));
  };
  pick.addEventListener("click", async () => {
    const { person, engagement } = fields.request();
    const found = await busy.run("Reading allocations…", () => bridge.ask("allocations", { person, engagement }));
    if (found === null) return;
    picks.replaceChildren(...rowsToEdit(found, edit));
    pick.after(picks);
  });
  root.append(form, busy.line, after, undo.root);
  label();
  return { root, refresh };
}

const textOf = (request: Request): string => JSON.stringify(request);

const noTable = (why: string, open: () => void): HTMLElement =>
  el(
    "div",
    { className: "empty stack" },
    el("p", {}, why),
    el("button", { type: "button", onclick: open }, "Go to Sheets to set up"),
  );

const staleHint = (sheets: number, open: () => void): HTMLElement =>
  el(
    "div",
    { className: "banner" },
    el("p", {}, `${counted(sheets, "generated sheet")} still ${sheets === 1 ? "shows" : "show"} the plan as it was.`),
    el("button", { type: "button", onclick: open }, "Go to Sheets to refresh"),
  );
