import type { ReplyOf, RequestOf } from "../core/questions/index.ts";
import { answerTable } from "./answer-table.ts";
import { attr, counted, el, thousands } from "./dom.ts";
import { fieldOf } from "./fields.ts";
import { mappingFields } from "./import-mapping.ts";
import { columnFields, questionFields, strangerFields } from "./import-questions.ts";

export type Seen = ReplyOf<"previewImport">;
type Mode = RequestOf<"previewImport">["mode"];

/** What a press on the preview does. */
export interface ImportActions {
  readonly answer: (key: string, value: string) => void;
  readonly answerAll: (all: readonly (readonly [string, string])[]) => void;
  readonly mode: (mode: Mode) => void;
  readonly write: () => void;
}

export interface ImportPreview {
  readonly root: HTMLElement;
  readonly show: (seen: Seen, name: string, mode: Mode) => void;
  readonly clear: () => void;
}

const MODES: readonly (readonly [mode: Mode, words: string])[] = [
  ["append", "Add new rows only"],
  ["update", "Add new rows and update those that changed"],
  ["replace", "The same, and take away those that are gone"],
];
const SIGNS = { error: "✕", warning: "▲", info: "i" } as const;

/** What a file holds and what importing it would do, before it does. */
export function importPreview(actions: ImportActions): ImportPreview {
  const root = el("div", { className: "stack import" });
  const clear = () => root.replaceChildren();
  const show = (seen: Seen, name: string, mode: Mode) => {
    const focused = document.activeElement?.id ?? "";
    const title = attr(el("h2", {}, seen.label), { tabindex: "-1" });
    root.replaceChildren(
      title,
      el("p", { className: "soft" }, [name, ...seen.how].join(". ").replace(/\.\./g, ".")),
      ...mappingFields(seen, actions),
      ...questionFields(seen, actions.answer),
      ...strangerFields(seen, actions),
      ...outcome(seen),
      ...modeField(seen, mode, actions.mode),
      ...writeButton(seen, actions.write),
      ...details(seen, actions),
    );
    const again = focused === "" ? null : document.getElementById(focused);
    if (again !== null && root.contains(again)) again.focus();
  };
  return { root, show, clear };
}

/** Where the rows go, and how many of them. */
function outcome({ tables, questions, mapping }: Seen): readonly HTMLElement[] {
  if (mapping !== null && !mapping.done) return [];
  if (questions.some(({ answer }) => answer === null)) return [];
  const lines = tables.map(
    ({ sheet, isNew, columns, added, changed, left, same, gone, stale, elsewhere, adjusted }) => {
      const parts = [
        `${thousands(added)} new`,
        ...(changed > 0 ? [`${thousands(changed)} changed`] : []),
        ...(left > 0 ? [`${thousands(left)} changed since, left as they are`] : []),
        ...(adjusted > 0 ? [`${thousands(adjusted)} adjusted to them (rounding and corrections)`] : []),
        ...(same > 0 ? [`${thousands(same)} already there`] : []),
        ...(gone > 0 ? [`${thousands(gone)} to be taken away`] : []),
        ...(stale > 0 ? [`${thousands(stale)} no longer in the file, left as they are`] : []),
        ...(elsewhere > 0 ? [`${thousands(elsewhere)} of files with other headings, left as they are`] : []),
      ];
      const where = isNew ? " (a new sheet)" : columns.length > 0 ? ` (with new columns: ${columns.join(", ")})` : "";
      return el("li", {}, el("b", {}, sheet), `${where}: ${parts.join(", ")}`);
    },
  );
  return [
    el("h3", {}, "What will be written"),
    lines.length > 0 ? el("ul", {}, ...lines) : el("p", {}, "No row can be imported yet."),
  ];
}

/** Only an import of rows that are there already has a choice. */
function modeField({ tables }: Seen, mode: Mode, choose: (mode: Mode) => void): readonly HTMLElement[] {
  if (tables.every(({ changed, left, gone, stale }) => changed + left + gone + stale === 0)) return [];
  const select = el(
    "select",
    { name: "import-mode" },
    ...MODES.map(([value, words]) => el("option", { value }, words)),
  );
  select.value = mode;
  select.addEventListener("change", () => {
    const [chosen] = MODES.find(([value]) => value === select.value) ?? MODES[0]!;
    choose(chosen);
  });
  const doubtful = tables.reduce((sum, one) => sum + one.doubtful, 0);
  const warning = `${counted(doubtful, "row")} of an earlier import ${doubtful === 1 ? "is" : "are"} not in this file, which has new rows for the same day, person and engagement. Both would count. If they were changed in the tool, take away those that are gone.`;
  return [
    ...(doubtful > 0 ? [el("p", { className: "banner" }, warning)] : []),
    fieldOf("Rows that are there already", select).root,
  ];
}

function writeButton({ tables, ready, nothing, questions }: Seen, write: () => void): readonly HTMLElement[] {
  const open = questions.filter(({ answer }) => answer === null).length;
  if (open > 0)
    return [
      el(
        "p",
        { className: "banner" },
        `Answer ${counted(open, "question")} above: then this shows what the file holds.`,
      ),
    ];
  if (nothing !== "") return [el("p", { className: "empty" }, nothing)];
  if (!ready) return [];
  const rows = tables.reduce((sum, { added, changed, adjusted, gone }) => sum + added + changed + adjusted + gone, 0);
  const words = `Import ${counted(rows, "row")}`;
  return [
    el("div", { className: "buttons" }, el("button", { type: "button", className: "primary", onclick: write }, words)),
  ];
}

function details(seen: Seen, actions: ImportActions): readonly HTMLElement[] {
  const { remarks, moreRemarks, tallies, sums, mapping } = seen;
  return [
    ...(remarks.length === 0
      ? []
      : [folded(`What was noticed (${remarks.length + moreRemarks})`, true, remarkList(seen))]),
    ...(sums.length === 0 ? [] : [folded("Sums to compare with the tool", true, sumTable(seen))]),
    ...tallies.map((one) => folded(`By ${one.title.toLowerCase()}`, true, tallyTable(one))),
    ...(mapping !== null || seen.columns.length === 0 ? [] : [columnsOf(seen, actions)]),
  ];
}

const columnsOf = (seen: Seen, { answer }: ImportActions): HTMLElement =>
  folded(
    `Columns (${seen.columns.filter(({ column }) => column > 0).length} of ${seen.headings.length} used)`,
    false,
    ...columnFields(seen, answer),
  );

const folded = (words: string, open: boolean, ...inside: readonly HTMLElement[]): HTMLElement =>
  el("details", { open }, el("summary", {}, words), ...inside);

const remarkList = ({ remarks, moreRemarks }: Seen): HTMLElement =>
  el(
    "ul",
    { className: "problems" },
    ...remarks.map(({ severity, says, rows }) =>
      el(
        "li",
        {},
        attr(el("span", { className: "sign" }, SIGNS[severity]), { "aria-hidden": "true" }),
        el("span", {}, ` ${says}`),
        ...(rows.length > 1 ? [el("small", {}, ` Rows ${rows.join(", ")}${rows.length === 10 ? " …" : ""}.`)] : []),
      ),
    ),
    ...(moreRemarks > 0 ? [el("li", {}, `… and ${moreRemarks} more.`)] : []),
  );

const stay = () => Promise.resolve();

const sumTable = ({ sums }: Seen): HTMLElement =>
  answerTable(
    {
      title: "Hours",
      headings: ["Sum", "Hours"],
      rows: sums.map(({ name, hours }) => ({ cells: [name, hours], at: null })),
    },
    stay,
  );

function tallyTable({ title, rows, more }: Seen["tallies"][number]): HTMLElement {
  const hasHours = rows.some(({ hours }) => hours !== null);
  const all = rows.map(({ name, rows: count, hours }) => ({
    cells: hasHours ? [name, count, hours] : [name, count],
    at: null,
  }));
  const rest = more > 0 ? [{ cells: [`… and ${more} more`, null, ...(hasHours ? [null] : [])], at: null }] : [];
  return answerTable(
    {
      title: `Rows by ${title.toLowerCase()}`,
      headings: hasHours ? [title, "Rows", "Hours"] : [title, "Rows"],
      rows: [...all, ...rest],
    },
    stay,
  );
}
