import type { ReplyOf } from "../core/questions/index.ts";
import { busyIn } from "./busy.ts";
import { emptyState } from "./decision.ts";
import type { Desk, View } from "./desk.ts";
import { attr, counted, el } from "./dom.ts";
import { download } from "./files/download.ts";
import { xlsxOf } from "./files/save-xlsx.ts";

type Reply = ReplyOf<"exportForm">;
type Choice = Reply["tables"][number];

/** "Our plan as plain files, so that we can take it anywhere." */
export function exportPanel(desk: Desk): View {
  const { bridge } = desk;
  const root = el("section", { className: "panel" });
  const busy = busyIn(root, bridge.cancels);
  const list = el("div", { className: "stack" });
  const shown = el("div", { className: "stack" });

  const fetchText = (file: string) =>
    busy.run("Reading the table…", (watch) => bridge.ask("exportTable", { file }, watch));
  const save = async (choices: readonly Choice[]) => {
    let saved = 0;
    for (const { file } of choices) {
      const found = await fetchText(file);
      if (found === null) return;
      download(found.file, found.text);
      saved += 1;
    }
    busy.say(`Saved ${counted(saved, "file")} to your downloads.`);
  };
  const saveBook = async () => {
    const found = await busy.run("Reading the tables…", (watch) => bridge.ask("exportBook", {}, watch));
    if (found === null) return;
    download(found.file, xlsxOf(found.sheets));
    busy.say(`Saved ${found.file}, ${counted(found.sheets.length, "sheet")} of values, to your downloads.`);
  };
  const show = async ({ file }: Choice) => {
    const found = await fetchText(file);
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
      ...(reply.tables.length === 0
        ? [emptyState(EMPTY, () => desk.open("sheets"))]
        : lines(reply, { save, saveBook, show })),
    );
  };
  root.append(el("p", { className: "question" }, "The plan as plain files, to take anywhere."), list, busy.line, shown);
  return { root, refresh: load };
}

const EMPTY = "There is no table of a plan in this workbook yet.";
const ABOUT =
  "CSV files: days as 2026-03-02, values instead of formulas, and text that no spreadsheet takes for a formula. What you have in a layout of your own is written as rows, one an entry.";

interface Deeds {
  readonly save: (choices: readonly Choice[]) => Promise<void>;
  readonly saveBook: () => Promise<void>;
  readonly show: (choice: Choice) => Promise<void>;
}

function lines({ tables }: Reply, { save, saveBook, show }: Deeds): readonly HTMLElement[] {
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
  return [
    el("p", { className: "soft" }, ABOUT),
    el("ul", { className: "plain" }, ...items),
    el(
      "button",
      { type: "button", className: "primary", onclick: () => void save(tables) },
      tables.length === 1 ? "Save the file" : `Save all ${counted(tables.length, "file")}`,
    ),
    el("button", { type: "button", onclick: () => void saveBook() }, "Save as one workbook, values only (.xlsx)"),
  ];
}
