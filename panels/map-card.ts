import type { ReplyOf } from "../core/questions/index.ts";
import { attr, counted, el } from "./dom.ts";
import { fieldOf } from "./fields.ts";

type Table = ReplyOf<"mapForm">["tables"][number];
type Column = Table["columns"][number];
type State = Table["state"];
/** What can be decided about: a table in a layout of its own, or one of the plan's that leaves a doubt. */
interface Decidable {
  readonly id: string;
  readonly state: State;
  readonly open: number;
}

/** What a press in the panel Map does. */
export interface MapActions {
  readonly answer: (sheet: string, heading: string, means: string) => void;
  readonly said: (sheet: string, heading: string) => string;
  readonly isChanged: (sheet: string) => boolean;
  readonly decide: (sheet: string, decision: "yes" | "no" | "again", words: string) => void;
  /** Take in the colours of a table, or take away what was taken in. */
  readonly take: (sheet: string, words: string) => void;
  readonly goTo: (sheet: string, a1: string) => void;
}

export const STATES: Readonly<Record<State, string>> = {
  new: "? Not decided",
  accepted: "✓ Part of the plan",
  changed: "▲ Changed since it was accepted",
  refused: "– Left out",
};
const SURE: Readonly<Record<Column["confidence"], string>> = {
  yours: "as you said",
  sure: "sure",
  likely: "likely",
  unsure: "unsure: please say",
};
const SIGNS = { error: "✕", warning: "▲" } as const;

/** One table of a team's own: what it would be, what is open, and the buttons that decide. */
export function tableCard(table: Table, n: number, actions: MapActions): HTMLElement {
  const { id, state, range, headerRows, feeds, summary, misfits, columns } = table;
  const asked = columns.filter((column) => column.open);
  const others = columns.filter((column) => !column.open);
  const fieldFor = (column: Column) => columnField(id, column, `${n}-${columns.indexOf(column)}`, actions);
  const card = el(
    "section",
    { className: "card" },
    el("h2", {}, id),
    el("p", {}, el("b", {}, STATES[state]), ` · ${feeds} · ${range}, headings in ${headerRows}`),
    ...misfits.map((says) => el("p", { className: "banner" }, says)),
    ...(state === "refused" ? [] : summary.map((line) => el("p", {}, line))),
  );
  attr(card, { "aria-label": id });
  if (state === "refused") {
    card.append(buttons(table, actions));
    return card;
  }
  card.append(
    ...asked.map(fieldFor),
    ...questions(table, n, actions),
    folded(`${id}/columns`, `Columns (${others.length})`, false, ...others.map(fieldFor)),
    ...examples(table),
    ...leftOut(table),
    ...assumptions(table, actions),
    ...decision(table, table.name, actions),
  );
  return card;
}

/** Folded until somebody opens it; `key` finds it again when the panel is drawn anew. */
export const folded = (key: string, words: string, open: boolean, ...inside: readonly HTMLElement[]): HTMLElement =>
  attr(el("details", { open }, el("summary", {}, words), ...inside), { "data-key": key });

/** What a column is for, to be corrected; one that cannot be is only said. */
export function columnField(
  id: string,
  column: Column,
  key: string,
  { answer }: Pick<MapActions, "answer">,
): HTMLElement {
  const { at, heading, means, options, open, samples, says, confidence } = column;
  const label = `${at}: ${heading}`;
  const about = el("p", { className: "soft" }, [samples.join(" · "), SURE[confidence]].filter(Boolean).join(" – "));
  if (options.length < 2 && !open)
    return el("div", { className: "field" }, el("b", {}, label), el("p", {}, `${means}. ${says}`), about);
  const select = el(
    "select",
    { name: `map-${key}` },
    ...(open ? [el("option", { value: "" }, means === "" ? "Choose…" : `Choose… (perhaps ${means})`)] : []),
    ...options.map((word) => el("option", { value: word }, word)),
  );
  select.value = open ? "" : means;
  select.addEventListener("change", () => answer(id, column.key, select.value));
  const field = fieldOf(label, select);
  field.root.append(el("p", { className: "soft" }, open ? "" : says), about);
  return field.root;
}

/** What has a usual answer: it is in sight, because accepting the table says yes to it. */
const questions = ({ id, questions: all }: Table, n: number, { answer }: MapActions): readonly HTMLElement[] =>
  all.map(({ key, asks, why, options, means }, i) => {
    const select = el(
      "select",
      { name: `map-question-${n}-${i}` },
      ...options.map((word) => el("option", { value: word }, word)),
    );
    select.value = means;
    select.addEventListener("change", () => answer(id, key, select.value));
    const field = fieldOf(asks, select);
    field.root.append(el("p", { className: "soft" }, why));
    return field.root;
  });

const listOf = (lines: readonly string[]): HTMLElement => el("ul", {}, ...lines.map((line) => el("li", {}, line)));

export const examples = ({
  id,
  examples: lines,
}: {
  readonly id: string;
  readonly examples: readonly string[];
}): readonly HTMLElement[] =>
  lines.length === 0 ? [] : [folded(`${id}/examples`, "What some cells become", true, listOf(lines))];

const leftOut = ({ id, leftOut: lines }: Table): readonly HTMLElement[] =>
  lines.length === 0 ? [] : [folded(`${id}/rows`, "Rows left out", false, listOf(lines))];

function assumptions(
  { id, sheet, assumptions: all, moreAssumptions }: Table,
  { goTo }: MapActions,
): readonly HTMLElement[] {
  if (all.length === 0) return [];
  const items = all.map(({ a1, says, severity }) => {
    const link = el("button", { type: "button", className: "link", onclick: () => goTo(sheet, a1) }, a1);
    const sign = attr(el("span", { className: "sign" }, SIGNS[severity]), { "aria-hidden": "true" });
    const where = el("span", {}, sign, " ", attr(link, { "aria-label": `Go to ${sheet}!${a1}` }), ` ${says}`);
    return el("li", {}, where);
  });
  const more = moreAssumptions > 0 ? [el("li", {}, `… and ${moreAssumptions} more.`)] : [];
  const words = `Cells left out or read under an assumption (${all.length + moreAssumptions})`;
  return [folded(`${id}/assumptions`, words, all.length <= 5, el("ul", { className: "problems" }, ...items, ...more))];
}

/** The buttons that decide, what is to be answered before, and the name that formulas have for it after. */
export const decision = (
  one: Decidable,
  name: string,
  actions: MapActions,
  accepting = "Accept",
): readonly HTMLElement[] => [
  ...(one.open > 0 && one.state !== "refused"
    ? [el("p", { className: "banner" }, `Answer ${counted(one.open, "question")} above to accept it.`)]
    : []),
  buttons(one, actions, accepting),
  ...(one.state === "accepted" ? [el("p", { className: "soft" }, `In formulas: ${name}`)] : []),
];

function buttons({ id, state, open }: Decidable, { decide, isChanged }: MapActions, accepting = "Accept"): HTMLElement {
  const press = (words: string, decision: "yes" | "no" | "again", saying: string, primary = false) =>
    attr(
      el(
        "button",
        { type: "button", className: primary ? "primary" : "", onclick: () => decide(id, decision, saying) },
        words,
      ),
      { "aria-label": `${words}: ${id}` },
    );
  const accept = open > 0 ? [] : [press(accepting, "yes", "Accepting…", true)];
  const save = open > 0 ? [] : [press("Accept as it is now", "yes", "Accepting…", true)];
  const again = press("Ask me again", "again", "Forgetting…");
  const leave = press("Leave out", "no", "Leaving it out…");
  if (state === "new") return el("div", { className: "buttons" }, ...accept, leave);
  if (state === "refused") return el("div", { className: "buttons" }, again);
  const wants = state === "changed" || isChanged(id);
  return el("div", { className: "buttons" }, ...(wants ? save : []), leave, again);
}
