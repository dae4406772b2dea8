import type { ReplyOf } from "../core/questions/index.ts";
import { attr, counted, el } from "./dom.ts";

type Sheets = ReplyOf<"sheets">["sheets"];
type State = Sheets[number]["state"];

/** The generated sheets with their state, and the button for those that are ticked. */
export interface SheetList {
  readonly root: HTMLFormElement;
  readonly show: (sheets: Sheets) => void;
}

const WORDS: Readonly<Record<State, string>> = {
  "not made": "Not made yet",
  "up to date": "✓ Up to date",
  "inputs changed": "▲ Out of date",
};

type GoTo = (sheet: string) => Promise<void>;

export function sheetList(preview: (names: readonly string[]) => Promise<void>, goTo: GoTo): SheetList {
  const rows = el("fieldset", {}, el("legend", {}, "Generated sheets"));
  const button = el("button", { type: "submit", className: "primary" }, "Preview");
  const root = el(
    "form",
    { className: "stack", hidden: true },
    rows,
    el("div", { className: "buttons bottom" }, button),
  );
  const left = new Set<string>();
  const boxes = () => [...rows.querySelectorAll("input")];
  const ticked = () => boxes().flatMap(({ checked, value }) => (checked ? [value] : []));
  const name = () => {
    const n = ticked().length;
    button.textContent = n === 0 ? "Tick a sheet to make it" : `Preview ${counted(n, "sheet")}`;
    button.disabled = n === 0;
  };
  root.addEventListener("change", () => {
    for (const { checked, value } of boxes()) left[checked ? "delete" : "add"](value);
    name();
  });
  root.addEventListener("submit", (event) => {
    event.preventDefault();
    void preview(ticked());
  });
  const show = (sheets: Sheets) => {
    const labels = sheets.map((sheet) => rowOf(sheet, !left.has(sheet.name), goTo));
    rows.replaceChildren(el("legend", {}, "Generated sheets"), ...labels);
    name();
  };
  return { root, show };
}

const rowOf = ({ name, about, state, sheet }: Sheets[number], checked: boolean, goTo: GoTo): HTMLElement => {
  const tick = el("input", { type: "checkbox", value: name, checked });
  const chip = el("span", { className: `chip ${state.replace(/ /g, "-")}` }, WORDS[state]);
  const label = el("label", {}, tick, el("span", {}, el("b", {}, name), chip, el("small", {}, about)));
  if (sheet === null) return el("div", { className: "choice" }, label);
  const words = sheet === name ? "Show this sheet" : `Show “${sheet}”`;
  const show = el("button", { type: "button", className: "link", onclick: () => void goTo(sheet) }, words);
  return el("div", { className: "choice" }, label, attr(show, { "aria-label": `${words}: ${name}` }));
};
