import type { ReplyOf, RequestOf } from "../core/questions/index.ts";
import { busyIn, trouble } from "./busy.ts";
import type { Desk, View } from "./desk.ts";
import { attr, el } from "./dom.ts";
import { fieldOf } from "./fields.ts";
import { type Picked, pickedFrom } from "./files/picked.ts";
import { importPreview } from "./import-preview.ts";
import { undoBar } from "./undo.ts";

type Mode = RequestOf<"previewImport">["mode"];
type Part = Pick<RequestOf<"previewImport">, "text" | "sheet" | "converted"> & {
  readonly name: string;
  readonly how: string;
};

/** "What do our other tools know? Take it in, once, and let me see first what it will be." */
export function importPanel(desk: Desk): View {
  const { bridge } = desk;
  const root = el("section", { className: "panel" });
  const busy = busyIn(root, bridge.cancels);
  const answers = new Map<string, string>();
  let part: Part | null = null;
  let mode: Mode = "append";

  const file = el("input", { type: "file", name: "import-file", accept: ".csv,.tsv,.txt,.xlsx" });
  const pasted = el("textarea", { name: "import-text", rows: 4, spellcheck: false });
  const sheet = el("select", { name: "import-sheet" });
  const which = el("select", { name: "import-part" });
  const whichField = fieldOf("Sheet of the file", which);
  const sheetField = fieldOf("Or a sheet of this workbook that holds an export", sheet);
  const pasteField = el(
    "details",
    {},
    el("summary", {}, "Or paste the rows"),
    attr(el("label", {}, "Rows with their headings"), { for: "headroom-import-text" }),
    attr(pasted, { id: "headroom-import-text" }),
    el("button", { type: "button", onclick: () => void choosePasted() }, "Read these rows"),
  );
  const drop = el(
    "div",
    { className: "drop stack" },
    fieldOf("A file that another tool exported: CSV or .xlsx", file).root,
    el("p", { className: "soft" }, "Choose it, or drop it here. It is read on this computer."),
  );
  const view = importPreview({
    answer: (key, value) => {
      if (value === "") answers.delete(key);
      else answers.set(key, value);
      void look();
    },
    answerAll: (all) => {
      for (const [key, value] of all) {
        if (value === "") answers.delete(key);
        else answers.set(key, value);
      }
      void look();
    },
    mode: (chosen) => {
      mode = chosen;
      void look();
    },
    write: () => void write(),
  });
  const undo = undoBar(desk, busy, () => load());

  const request = ({ text, sheet: name, converted }: Part): RequestOf<"previewImport"> => ({
    text,
    sheet: name,
    converted,
    answers: [...answers],
    mode,
  });
  const take = (one: Part) => {
    if (part?.name !== one.name || headOf(part) !== headOf(one)) {
      answers.clear();
      mode = "append";
    }
    part = one;
    return look();
  };
  const look = async () => {
    const asked = part;
    if (asked === null) return;
    const reply = await busy.run("Reading the file…", (watch) => bridge.ask("previewImport", request(asked), watch));
    if (reply === null) view.clear();
    else view.show(reply, `${asked.name}${asked.how === "" ? "" : ` (${asked.how})`}`, mode);
  };
  const write = async () => {
    const asked = part;
    if (asked === null) return;
    const done = await busy.run("Importing…", (watch) => bridge.ask("importRows", request(asked), watch));
    if (done === null) return;
    view.clear();
    // What its columns are stands in the workbook now, and is read there the next time.
    for (const key of [...answers.keys()]) if (key === "kind" || key.startsWith("role ")) answers.delete(key);
    file.value = ""; // else choosing the same file again would do nothing
    await load();
    busy.say(done.text);
    busy.line.focus();
  };
  const choose = async (one: File) => {
    pasted.value = "";
    sheet.value = "";
    view.clear();
    const picked = await busy.run(`Reading ${one.name}…`, () => pickedFrom(one));
    whichField.root.hidden = picked === null || picked.parts.length < 2;
    if (picked === null) return;
    const start = await startOf(picked);
    if (start === null) return;
    which.replaceChildren(
      ...picked.parts.map(({ name }, i) => {
        const label = start.labels[i] ?? "";
        return el("option", { value: String(i) }, label === "" ? name : `${name}: ${label}`);
      }),
    );
    which.value = String(start.at);
    which.onchange = () => void take(partOf(picked, Number(which.value)));
    await take(partOf(picked, start.at));
  };
  /** A workbook's first sheet is often a cover: begin with the one that is an export. */
  const startOf = async ({ parts }: Picked): Promise<ReplyOf<"importPart"> | null> => {
    if (parts.length < 2) return { at: 0, labels: [] };
    const starts = parts.map(({ text }) => text.slice(0, FIRST_LETTERS));
    return busy.run("Looking for the export…", () => bridge.ask("importPart", { starts }));
  };
  const choosePasted = async () => {
    file.value = "";
    sheet.value = "";
    whichField.root.hidden = true;
    if (pasted.value.trim() === "")
      return busy.line.replaceChildren(trouble("There is nothing to read yet. Paste rows with their headings."));
    await take({ name: "What you pasted", how: "", text: pasted.value, sheet: "", converted: false });
  };
  file.addEventListener("change", () => {
    const [one] = file.files ?? [];
    if (one) void choose(one);
  });
  sheet.addEventListener("change", () => {
    if (sheet.value === "") return view.clear();
    file.value = "";
    pasted.value = "";
    whichField.root.hidden = true;
    void take({ name: `The sheet ${sheet.value}`, how: "", text: "", sheet: sheet.value, converted: true });
  });
  acceptDrops(root, drop, (one) => void choose(one));

  const showForm = ({ sheets, undo: last }: ReplyOf<"importForm">) => {
    const chosen = sheet.value;
    sheet.replaceChildren(
      el("option", { value: "" }, "Choose a sheet…"),
      ...sheets.map(({ name, label }) => el("option", { value: name }, label === "" ? name : `${name}: ${label}`)),
    );
    sheet.value = sheets.some(({ name }) => name === chosen) ? chosen : "";
    sheetField.root.hidden = sheets.length === 0;
    undo.show(last);
  };
  const load = async () => {
    const reply = await busy.run("Reading the workbook…", (watch) => bridge.ask("importForm", {}, watch));
    if (reply !== null) showForm(reply);
  };
  whichField.root.hidden = true;
  sheetField.root.hidden = true;
  root.append(
    el("p", { className: "question" }, "Take in what Jira, time tools and planning tools export."),
    drop,
    whichField.root,
    pasteField,
    sheetField.root,
    busy.line,
    view.root,
    undo.root,
  );
  return { root, refresh: load };
}

/** A file of the same name may be another one: what was said of one holds for those with the same headings. */
const headOf = ({ text, sheet }: Part): string => `${sheet} ${text.slice(0, text.indexOf("\n") + 1 || FIRST_LETTERS)}`;

/** As much of each sheet as its headings may take. */
const FIRST_LETTERS = 8000;

const partOf = ({ name, how, converted, parts }: Picked, at: number): Part => {
  const one = parts[at] ?? parts[0]!;
  return { name: parts.length > 1 ? `${name}, ${one.name}` : name, how, text: one.text, sheet: "", converted };
};

/** A file may be dropped anywhere on the panel. */
function acceptDrops(root: HTMLElement, mark: HTMLElement, take: (file: File) => void): void {
  const isFile = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
  root.addEventListener("dragover", (event) => {
    if (!isFile(event)) return;
    event.preventDefault();
    mark.classList.add("dropping");
  });
  root.addEventListener("dragleave", () => mark.classList.remove("dropping"));
  root.addEventListener("drop", (event) => {
    mark.classList.remove("dropping");
    if (!isFile(event)) return;
    event.preventDefault();
    const [one] = event.dataTransfer?.files ?? [];
    if (one) take(one);
  });
}
