import type { ReplyOf } from "../core/questions/index.ts";
import { busyIn } from "./busy.ts";
import { confirmation } from "./confirm.ts";
import type { Desk, View } from "./desk.ts";
import { attr, counted, el, thousands } from "./dom.ts";
import { financePart } from "./finance.ts";
import { setUpForm } from "./set-up.ts";
import { sharePart } from "./share.ts";
import { sheetList } from "./sheet-list.ts";
import { undoBar } from "./undo.ts";

/** "Make, refresh and undo the generated sheets." */
export function sheetsPanel(desk: Desk): View {
  const { bridge } = desk;
  const root = el("section", { className: "panel" });
  const busy = busyIn(root, bridge.cancels);
  const confirm = confirmation();

  const refresh = async () => {
    const reply = await busy.run("Reading the workbook…", (watch) => bridge.ask("sheets", {}, watch));
    if (reply !== null) show(reply);
  };
  const write = async (names: readonly string[]) => {
    const done = await busy.run(`Writing ${counted(names.length, "sheet")}…`, (watch) =>
      bridge.ask("makeSheets", { sheets: names.join(";") }, watch),
    );
    if (done === null) return;
    confirm.close();
    await refresh();
    busy.say(done.text);
    offer.hidden = false;
    busy.line.focus();
  };
  const preview = async (names: readonly string[]) => {
    const seen = await busy.run("Computing…", (watch) =>
      bridge.ask("previewSheets", { sheets: names.join(";") }, watch),
    );
    if (seen === null) return;
    confirm.show({
      heading: seen.idle ? "Nothing to write" : `Will write ${counted(names.length, "sheet")}`,
      lines: linesOf(seen),
      action: seen.idle || seen.refusals.length > 0 ? null : `Write ${counted(names.length, "sheet")}`,
      act: () => void write(names),
    });
  };

  const offer = snapshotOffer(() => desk.open("snapshots"));
  const banner = attr(el("div", { className: "stack" }), { "aria-live": "polite" });
  const goTo = async (sheet: string) => {
    await busy.run("Going to the sheet…", (watch) => bridge.ask("goTo", { sheet, a1: "A1" }, watch));
  };
  const list = sheetList(preview, goTo);
  const setUp = el("details", {}, el("summary", {}, "Set up this workbook"), setUpForm(desk, busy, confirm, refresh));
  const finance = financePart(desk, busy, confirm, refresh);
  const share = sharePart(desk, busy, confirm, refresh);
  const undo = undoBar(desk, busy, refresh);
  const discard = async () => {
    const done = await busy.run("Discarding…", (watch) => bridge.ask("discardUndo", {}, watch));
    if (done === null) return;
    confirm.close();
    await refresh();
    busy.say(done.text);
    busy.line.focus();
  };
  const stuck = stuckUndo(() =>
    confirm.show({ heading: "Discard the journal?", lines: DISCARDS, action: "Discard the journal", act: discard }),
  );
  const again = el("button", { type: "button", className: "link", onclick: refresh }, "Read the workbook again");
  root.append(banner, list.root, confirm.root, busy.line, offer, undo.root, setUp, finance.root, share, stuck, again);

  let seen = "";
  const look = async () => {
    const reply = await bridge.ask("sheets", {}).catch(() => null);
    if (reply !== null && JSON.stringify(reply) !== seen) show(reply);
  };
  const show = (reply: ReplyOf<"sheets">) => {
    const { sheets, tables, undo: last } = reply;
    seen = JSON.stringify(reply);
    const old = sheets.filter(({ state }) => state === "inputs changed").map(({ name }) => name);
    const ways = waysIn(reply, desk.open);
    banner.replaceChildren(...(old.length === 0 ? [] : [staleBanner(old, preview)]), ...ways);
    const empty = tables.length === 0;
    list.root.hidden = empty;
    list.show(sheets);
    setUp.open = empty;
    void finance.look();
    undo.show(last);
    if (empty) banner.replaceChildren(el("p", { className: "empty" }, ways.length > 0 ? BEGIN : EMPTY), ...ways);
  };
  return { root, refresh, look };
}

function staleBanner(old: readonly string[], preview: (names: readonly string[]) => Promise<void>): HTMLElement {
  const refresh = `Refresh ${counted(old.length, "sheet")}`;
  return el(
    "div",
    { className: "banner" },
    el(
      "p",
      {},
      el("b", {}, "Inputs changed. "),
      `${old.join(", ")}: ${old.length === 1 ? "shows" : "show"} the plan as it was.`,
    ),
    el("button", { type: "button", className: "primary", onclick: () => void preview(old) }, refresh),
  );
}

/** A fresh set of sheets is the moment to keep the plan behind them. */
const snapshotOffer = (open: () => void): HTMLElement =>
  el(
    "p",
    { className: "soft", hidden: true },
    "To see later how good this plan was, ",
    el("button", { type: "button", className: "link", onclick: open }, "take a snapshot of it"),
    ".",
  );

const DISCARDS = ["No cell of the workbook changes.", "The last change can then not be undone by Headroom."];

/** A way out when the file was copied or its hidden sheets were edited, so that the journal does not fit. */
const stuckUndo = (discard: () => void): HTMLElement =>
  el(
    "details",
    {},
    el("summary", {}, "If undo does not work"),
    el(
      "p",
      { className: "soft" },
      "Headroom keeps what it replaced in hidden sheets. When the file was copied or they were edited, that journal may not fit any more.",
    ),
    el("button", { type: "button", onclick: discard }, "Discard the journal…"),
  );

const BEGIN = "There is no plan in this workbook yet. Begin with what is here, or set one up below.";
const EMPTY = "There is no plan in this workbook yet. Set one up below, or open a workbook that has a People table.";

/** Where the plan has no people, a team's own sheets or an export may hold them. */
function waysIn({ team, exports }: ReplyOf<"sheets">, open: Desk["open"]): readonly HTMLElement[] {
  const way = (words: string, action: string, panel: "mapTables" | "importFile") =>
    el(
      "div",
      { className: "banner" },
      el("p", {}, words),
      el("button", { type: "button", className: "primary", onclick: () => open(panel) }, action),
    );
  const named = (names: readonly string[]) =>
    names.length > 3 ? `${names.slice(0, 3).join(", ")} and others` : names.join(", ");
  return [
    ...(team.length > 0
      ? [
          way(
            `Your own sheets may hold a plan: ${named(team)}. It can be read where it stands.`,
            "Look at them in Map",
            "mapTables",
          ),
        ]
      : []),
    ...(exports.length > 0
      ? [way(`What another tool exported stands in ${named(exports)}.`, "Take it in with Import", "importFile")]
      : []),
  ];
}

function linesOf({ text, idle, counts, yours, byHand, refusals, tells }: ReplyOf<"previewSheets">): readonly string[] {
  if (refusals.length > 0) return refusals;
  if (idle) return [text];
  return [
    ...tells,
    ...counts.map(
      ({ sheet, cells, changed }) =>
        `${sheet}: ${counted(cells, "cell")}, ${changed === cells ? "" : `${thousands(changed)} of them `}new or changed.`,
    ),
    yours === 0
      ? "No cell that you filled in is replaced."
      : `${counted(yours, "cell")} that you filled in ${yours === 1 ? "is" : "are"} replaced.`,
    ...(byHand === 0 ? [] : [`${counted(byHand, "cell")} changed by hand will be listed in "Changed by hand".`]),
  ];
}
