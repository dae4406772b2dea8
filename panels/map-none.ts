import type { ReplyOf } from "../core/questions/index.ts";
import { attr, el } from "./dom.ts";
import { fieldOf } from "./fields.ts";
import { columnField, decision, examples, folded, type MapActions, STATES } from "./map-card.ts";

type None = ReplyOf<"mapForm">["none"][number];

/** Sheets in which no table was surely found, and why; where an answer would change that, its question. */
export function noneList(none: readonly None[], actions: MapActions): readonly HTMLElement[] {
  const doubtful = none.filter(({ perhaps }) => perhaps !== null);
  const isOpen = ({ asks, headings, perhaps }: None) => perhaps === null && (asks !== null || headings.length > 0);
  const asking = none.filter(isOpen);
  const broken = none.filter((one) => one.perhaps === null && one.misfits.length > 0 && !isOpen(one));
  const others = none.filter((one) => ![...doubtful, ...asking, ...broken].includes(one));
  return [
    ...doubtful.map((one, i) => perhapsCard(one, i, actions)),
    ...broken.map(({ id: sheet, misfits }) => cardOf(sheet, ...misfits.map(banner))),
    ...asking.map((one, i) =>
      cardOf(
        one.id,
        ...one.misfits.map(banner),
        el("p", {}, one.why),
        ...(one.asks === null ? [] : questions(one, i, actions)),
        ...(one.headings.length === 0 ? [] : columns(one, i, actions)),
      ),
    ),
    ...(others.length === 0
      ? []
      : [
          el(
            "details",
            { open: others.length <= 5 },
            el("summary", {}, `Sheets that hold no table of a plan (${others.length})`),
            el("ul", {}, ...others.map(({ id: sheet, why }) => el("li", {}, el("b", {}, sheet), `: ${why}`))),
          ),
        ]),
  ];
}

const cardOf = (sheet: string, ...inside: readonly HTMLElement[]): HTMLElement =>
  attr(el("section", { className: "card" }, el("h2", {}, sheet), ...inside), { "aria-label": sheet });

/** One of the plan's tables by its headings, which somebody has to say that it is. */
function perhapsCard({ id, why, misfits, perhaps }: None, n: number, actions: MapActions): HTMLElement {
  if (perhaps === null) return cardOf(id);
  const { table, state, range, headerRows, columns, summary, name } = perhaps;
  const asked = columns.filter(({ open }) => open);
  const others = columns.filter(({ open }) => !open);
  const field = (column: (typeof columns)[number]) =>
    columnField(id, column, `perhaps-${n}-${columns.indexOf(column)}`, actions);
  const head = el("p", {}, el("b", {}, STATES[state]), ` · ${table} · ${range}, headings in ${headerRows}`);
  const decide = decision({ id, ...perhaps }, name, actions, `Accept as ${table}`);
  const said = state === "accepted" ? [] : [el("p", {}, why)];
  if (state === "refused") return cardOf(id, head, ...said, ...decide);
  return cardOf(
    id,
    head,
    ...misfits.map(banner),
    ...said,
    ...summary.map((line) => el("p", {}, line)),
    ...asked.map(field),
    folded(`${id}/columns`, `Columns (${others.length})`, false, ...others.map(field)),
    ...examples({ id, ...perhaps }),
    ...decide,
  );
}

const banner = (says: string): HTMLElement => el("p", { className: "banner" }, says);

/** What each column holds, for a planner to say: a table that nobody has headings for is read then. */
function columns({ id, headings, options }: None, i: number, { answer, said }: MapActions): readonly HTMLElement[] {
  const isStarted = headings.some(({ heading }) => said(id, heading) !== "");
  const fields = headings.map(({ at, heading, samples }, n) => {
    const select = el(
      "select",
      { name: `map-open-${i}-${n}` },
      el("option", { value: "" }, "Choose…"),
      ...options.map((word) => el("option", { value: word }, word)),
    );
    select.value = said(id, heading);
    select.addEventListener("change", () => answer(id, heading, select.value));
    const field = fieldOf(`${at}: ${heading}`, select);
    field.root.append(el("p", { className: "soft" }, samples.join(" · ")));
    return field.root;
  });
  const fold = el(
    "details",
    { open: isStarted },
    el("summary", {}, "It is part of the plan: say what its columns hold"),
    ...fields,
  );
  fold.dataset.key = `${id}/open`;
  return [fold];
}

const AMOUNTS = { key: "(amounts)", asks: "What do its numbers count?", options: ["Hours", "Days", "Share", "FTE"] };

function questions({ id: sheet, asks, choice }: None, i: number, { answer, said }: MapActions): readonly HTMLElement[] {
  const input = (key: string, words: string, type: string) => {
    const field = el("input", { type, name: `map-ask-${i}-${type}-${key.length}`, value: said(sheet, key) });
    field.addEventListener("change", () => answer(sheet, key, field.value.trim()));
    return fieldOf(words, field).root;
  };
  if (asks === "year") return [input("(year)", "Of which year are its days?", "number")];
  if (asks === "period")
    return [
      input("(first day)", "From which day does it hold?", "date"),
      input("(last day)", "To which day does it hold?", "date"),
    ];
  const { key, asks: words, options } = choice ?? AMOUNTS;
  const select = el(
    "select",
    { name: `map-ask-${i}` },
    el("option", { value: "" }, "Choose…"),
    ...options.map((word) => el("option", { value: word }, word)),
  );
  select.value = said(sheet, key);
  select.addEventListener("change", () => answer(sheet, key, select.value));
  return [fieldOf(words, select).root];
}
