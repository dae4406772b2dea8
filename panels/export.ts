import type { ReplyOf } from "../core/questions/index.ts";
import { busyIn } from "./busy.ts";
import { emptyState } from "./decision.ts";
import type { Desk, View } from "./desk.ts";
import { attr, counted, el } from "./dom.ts";
import { download } from "./files/download.ts";

type Reply = ReplyOf<"exportForm">;
type Choice = Reply["tables"][number];

/** "Our plan as plain files, so that we can take it anywhere." */
export function exportPanel(desk: Desk): View {
  const { bridge } = desk;
  const root = el("section", { className: "panel" });
  const busy = busyIn(root, bridge.cancels);
  const list = el("div", { className: "stack" });
  const shown = el("div", { className: "stack" });

  const fetchText = (place: string) =>
    busy.run("Reading the table…", (watch) => bridge.ask("exportTable", { place }, watch));
  const save = async (choices: readonly Choice[]) => {
    let saved = 0;
    for (const { place } of choices) {
      const found = await fetchText(place);
      if (found === null) return;
      download(found.file, found.text);
      saved += 1;
    }
    busy.say(`Saved ${counted(saved, "file")} to your downloads.`);
  };
  const show = async ({ place }: Choice) => {
    const found = await fetchText(place);
    if (found === null) return;
    const text = el("textarea", {
      readOnly: true,
      rows: 8,
      value: found.text,
      id: "headroom-export-text",
      name: "export-text",
    });
    const label = attr(el("label", {}, `${found.file} as text, to copy`), { for: text.id });
    shown.replaceChildren(label, text);
    text.focus();
    text.select();
  };
  const load = async () => {
    const reply = await busy.run("Reading the workbook…", (watch) => bridge.ask("exportForm", {}, watch));
    if (reply === null) return;
    shown.replaceChildren();
    list.replaceChildren(
      ...(reply.tables.length === 0 ? [emptyState(EMPTY, () => desk.open("sheets"))] : lines(reply, save, show)),
    );
  };
  root.append(el("p", { className: "question" }, "The plan as plain files, to take anywhere."), list, busy.line, shown);
  return { root, refresh: load };
}

const EMPTY = "There is no table of a plan in this workbook yet.";
const ABOUT =
  "CSV files: days as 2026-03-02, values instead of formulas, and text that no spreadsheet takes for a formula.";

function lines(
  { tables, others }: Reply,
  save: (choices: readonly Choice[]) => Promise<void>,
  show: (choice: Choice) => Promise<void>,
): readonly HTMLElement[] {
  const items = tables.map((choice) => {
    const { file, place, rows } = choice;
    const press = (words: string, act: () => void) =>
      attr(el("button", { type: "button", className: "link", onclick: act }, words), {
        "aria-label": `${words} ${file}`,
      });
    return el(
      "li",
      {},
      el("b", {}, file),
      el("small", {}, ` ${place}, ${counted(rows, "row")} `),
      press("Save", () => void save([choice])),
      " ",
      press("Show", () => void show(choice)),
    );
  });
  const rest =
    others.length === 0
      ? []
      : [el("p", { className: "soft" }, `In a layout of your own, and so not here: ${others.join(", ")}.`)];
  return [
    el("p", { className: "soft" }, ABOUT),
    el("ul", { className: "plain" }, ...items),
    el(
      "button",
      { type: "button", className: "primary", onclick: () => void save(tables) },
      `Save all ${counted(tables.length, "file")}`,
    ),
    ...rest,
  ];
}
