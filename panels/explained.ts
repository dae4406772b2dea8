import type { Explained, PartLine, SumLine } from "../core/questions/explain-words.ts";
import type { GoTo } from "./answer-table.ts";
import { attr, el } from "./dom.ts";

/** What a figure is made of: the figure, its rule, the rows that add up to it, what does not count, and the proof. */
export function explainedView(one: Explained, goTo: GoTo): readonly HTMLElement[] {
  const { sums, leftOut, proofs, notes } = one;
  return [
    el("p", { className: "soft" }, one.rule),
    ...sums.map((sum) => sumOf(sum, sums.length > 1, goTo)),
    ...section(
      "Proof",
      proofs.map((says) => el("li", {}, says)),
    ),
    ...section(
      "Left out",
      leftOut.map(({ label, why, goTo: place }) => el("li", {}, linked(label, place, goTo), `: ${why}`)),
    ),
    ...(notes.length === 0 ? [] : [el("ul", { className: "notes" }, ...notes.map((note) => el("li", {}, note)))]),
  ];
}

function section(title: string, items: readonly HTMLElement[]): readonly HTMLElement[] {
  return items.length === 0 ? [] : [el("section", {}, el("h2", {}, title), el("ul", {}, ...items))];
}

/** The parts and, below a line, what they add up to. */
function sumOf({ label, amount, parts }: SumLine, isNamed: boolean, goTo: GoTo): HTMLElement {
  const total = el("div", { className: "part sum" }, el("b", {}, `= ${label}`), el("b", {}, amount));
  const none = el("p", { className: "soft" }, "Nothing adds to it.");
  return el(
    "section",
    {},
    ...(isNamed ? [el("h2", {}, label)] : []),
    parts.length === 0 ? none : partsOf(parts, goTo),
    total,
  );
}

const FEW = 10;

function partsOf(parts: readonly PartLine[], goTo: GoTo): HTMLElement {
  const isOpen = parts.length <= 2;
  const item = (one: PartLine) => el("li", {}, partOf(one, isOpen, goTo));
  const list = el("ul", { className: "parts" }, ...parts.slice(0, FEW).map(item));
  const rest = parts.slice(FEW);
  if (rest.length === 0) return list;
  const more = el("button", { type: "button", className: "link" }, `Show ${rest.length} more`);
  more.addEventListener("click", () => {
    const items = rest.map(item);
    list.append(...items);
    more.remove();
    items[0]!.querySelector<HTMLElement>("button, summary")?.focus();
  });
  return el("div", {}, list, more);
}

function partOf({ label, amount, goTo: place, parts }: PartLine, isOpen: boolean, goTo: GoTo): HTMLElement {
  const figure = el("span", { className: "amount" }, amount);
  if (parts.length === 0) return el("div", { className: "part" }, linked(label, place, goTo), figure);
  const summary = el("summary", {}, el("span", { className: "part" }, el("span", {}, label), figure));
  return el("details", { open: isOpen }, summary, partsOf(parts, goTo));
}

function linked(words: string, place: PartLine["goTo"], goTo: GoTo): HTMLElement {
  if (place === null) return el("span", {}, words);
  const button = el("button", { type: "button", className: "link", onclick: () => void goTo(place) }, words);
  return attr(button, { "aria-label": `${words}, go to ${place.sheet}!${place.a1}` });
}
