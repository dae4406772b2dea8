import type { ReplyOf } from "../core/questions/index.ts";
import { busyIn } from "./busy.ts";
import type { Desk, View } from "./desk.ts";
import { attr, counted, el } from "./dom.ts";
import { type ProblemActions, problemList } from "./problem-list.ts";
import { undoBar } from "./undo.ts";

/** "What in our plan cannot be used, and where do I mend it?" */
export function planCheckPanel(desk: Desk): View {
  const { bridge } = desk;
  const root = el("section", { className: "panel" });
  const busy = busyIn(root, bridge.cancels);
  const summary = attr(el("p", {}), { role: "status" });
  const result = el("div", { className: "stack" });
  const refresh = async () => {
    const reply = await busy.run("Checking every row…", (watch) => bridge.ask("planCheck", {}, watch));
    if (reply === null) return;
    result.replaceChildren(...resultOf(reply, { goTo, mend }));
    undo.show(reply.undo);
    summary.textContent = summaryOf(reply);
  };
  const goTo = async (place: { readonly sheet: string; readonly a1: string }) => {
    const gone = await busy.run("Going to the cell…", (watch) => bridge.ask("goTo", place, watch));
    if (gone !== null) busy.say(`${place.sheet}!${place.a1} is selected.`);
  };
  const mend: ProblemActions["mend"] = async (place, code, value) => {
    const done = await busy.run("Mending…", (watch) => bridge.ask("mend", { ...place, code, value }, watch));
    if (done === null) return;
    await refresh();
    busy.say(done.text);
    busy.line.focus();
  };
  const undo = undoBar(desk, busy, refresh);
  const again = el("button", { type: "button", className: "primary", onclick: refresh }, "Check again");
  root.append(again, summary, busy.line, undo.root, result);
  return { root, refresh };
}

type Reply = ReplyOf<"planCheck">;

function resultOf(reply: Reply, actions: ProblemActions): readonly HTMLElement[] {
  const { problems, more, accounts } = reply;
  if (accounts.length === 0) return [el("p", { className: "empty" }, EMPTY)];
  return [
    ...problemList(problems, actions),
    ...(more === 0
      ? []
      : [el("p", { className: "soft" }, `${more} more are not listed. Mend some, then check again.`)]),
    accountsOf(accounts),
  ];
}

const EMPTY = "There is no plan in this workbook yet. Maybe set one up in the panel Sheets.";

function summaryOf({ warnings, problems, more, accounts }: Reply): string {
  if (accounts.length === 0) return "";
  if (problems.length + more === 0) return "✓ Nothing to mend: every row is used as it stands.";
  const rows = accounts.reduce((sum, { read, blank }) => sum + read - blank, 0);
  const left = accounts.reduce((sum, { excluded }) => sum + excluded, 0);
  const mend = problems.some(({ severity }) => severity === "error") ? ": see what is to be mended" : "";
  const errors = left === 0 ? "" : `${left} of ${counted(rows, "row")} left out${mend}. `;
  const doubt = warnings === 0 ? "" : `${counted(warnings, "warning")}: used, under an assumption.`;
  return `${errors}${doubt}`.trim() || "✓ Nothing to mend: every row is used. Good to know is listed below.";
}

function accountsOf(accounts: Reply["accounts"]): HTMLElement {
  const numbers = (cells: readonly number[]) => cells.map((n) => el("td", {}, String(n)));
  const head = el(
    "tr",
    {},
    ...["Table", "Rows", "Used", "Left out"].map((text) => attr(el("th", {}, text), { scope: "col" })),
  );
  const rows = accounts.map(({ table, read, used, excluded, blank }) =>
    el(
      "tr",
      { className: excluded > 0 ? "bad" : "" },
      attr(el("th", {}, table), { scope: "row" }),
      ...numbers([read - blank, used, excluded]),
    ),
  );
  return el("table", {}, el("caption", {}, "Rows read"), el("thead", {}, head), el("tbody", {}, ...rows));
}
