import type { ReplyOf } from "../core/questions/index.ts";
import { effectOf } from "./allocate-effect.ts";
import { allocateForm, type Request, type Row, type Selected } from "./allocate-form.ts";
import { rowsToEdit, suggestions } from "./allocate-pick.ts";
import { busyIn, trouble } from "./busy.ts";
import { calmly } from "./calmly.ts";
import type { Desk, View } from "./desk.ts";
import { attr, counted, el } from "./dom.ts";
import { type Filled, staffing } from "./staffing.ts";
import { undoBar } from "./undo.ts";

/** "Who works on what, when: and what does that do to them and to the engagement?" */
export function allocatePanel(desk: Desk): View {
  const { bridge } = desk;
  const root = el("section", { className: "panel" });
  const busy = busyIn(root, bridge.cancels);
  const picks = attr(el("div", {}), { "aria-live": "polite" });
  const effect = attr(el("div", { className: "stack alone" }), { "aria-live": "polite" });
  const after = el("div", {});
  const who = el("button", { type: "button", className: "link" }, "Who can do this?");
  const staffIt = el("button", { type: "button", className: "link" }, "Fill this role");
  const fields = allocateForm(el("div", { className: "buttons" }, who, staffIt));
  const write = el("button", { type: "submit", className: "primary" });
  const back = el("button", { type: "button" }, "Stop editing");
  const use = el("button", { type: "button", className: "link" }, "Use the selected row");
  const pick = el("button", { type: "button", className: "link" }, "Change an existing allocation");
  const form = el(
    "form",
    { className: "stack", noValidate: true },
    el("div", { className: "buttons" }, use, pick),
    picks,
    fields.root,
    effect,
    el("div", { className: "buttons bottom alone" }, write, back),
  );
  /** The request that the preview on the page belongs to, as text; a write needs it to be the form's. */
  let ready = "";
  let editing: Row | null = null;

  const label = () => {
    const row = /\d+$/.exec(editing?.row ?? "")?.[0];
    const verb = fields.request().split === null ? "Save" : "Split";
    write.textContent = row === undefined ? "Add allocation" : `${verb} row ${row}`;
    back.hidden = editing === null;
    staffIt.textContent = fields.request().engagement === "" ? "Staff all open work" : "Fill this role";
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
  /** Fill the form from the row in which the planner stands; an allocation is then changed, anything else begins a new one. */
  const fill = (selected: Selected) => {
    if (selected.allocation !== null) edit(selected.allocation);
    else {
      if (editing !== null) edit(null);
      fields.fillFrom(selected);
      form.dispatchEvent(new Event("input"));
    }
    busy.say(`${selected.allocation === null ? "Filled from" : "Changing"} ${selected.where}.`);
  };
  use.addEventListener("click", async () => {
    const selected = await busy.run("Looking at the selected row…", (watch) => bridge.ask("selectedRow", {}, watch));
    if (selected !== null) fill(selected);
  });
  const refresh = async () => {
    const offer = await busy.run("Reading the workbook…", (watch) => bridge.ask("allocateForm", {}, watch));
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
    if (offer.selected !== null && fields.isEmpty()) {
      fields.fillFrom(offer.selected);
      busy.say(`Filled from ${offer.selected.where}.`);
    }
    label();
  };
  const commit = async (request: Request) => {
    const done = await busy.run("Writing…", (watch) => bridge.ask("allocate", request, watch));
    if (done !== null) tell(done);
  };
  const tell = (done: Filled) => {
    edit(null);
    busy.say(done.text);
    undo.show(done.undo);
    after.replaceChildren(...(done.stale === 0 ? [] : [staleHint(done.stale, () => desk.open("sheets"))]));
    busy.line.focus();
  };

  form.addEventListener("input", () => {
    label();
    staff.age();
    if (fields.isFilled()) live.soon();
    else {
      live.stop();
      clear();
    }
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
    else if (!staff.root.hidden) staff.close();
    else if (editing !== null) edit(null);
  });
  back.addEventListener("click", () => edit(null));
  who.addEventListener("click", async () => {
    const { engagement, skill, from, to } = fields.request();
    const found = await busy.run("Looking for people…", (watch) =>
      bridge.ask("allocateWho", { engagement: engagement ?? "", skill, from, to }, watch),
    );
    if (found === null) return;
    picks.replaceChildren(...suggestions(found, take));
    who.parentElement?.after(picks);
  });
  const take = (person: string) => {
    fields.person.value = person;
    picks.replaceChildren();
    fields.person.focus();
    form.dispatchEvent(new Event("input"));
  };
  const staff = staffing(desk, tell, (is) => form.classList.toggle("staffs", is));
  staffIt.parentElement?.after(staff.root);
  staffIt.addEventListener("click", () => {
    const { engagement, skill, from, to } = fields.request();
    picks.replaceChildren();
    void staff.find({ engagement, skill, from, to });
  });
  pick.addEventListener("click", async () => {
    const { person, engagement } = fields.request();
    const found = await busy.run("Reading allocations…", (watch) =>
      bridge.ask("allocations", { person, engagement }, watch),
    );
    if (found === null) return;
    picks.replaceChildren(...rowsToEdit(found, edit));
    pick.parentElement?.after(picks);
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
