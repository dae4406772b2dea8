import { byId, el } from "./dom.ts";

export interface Choice {
  readonly id: string;
  readonly title: string;
  readonly says: string;
  readonly badge?: string;
  readonly go: () => void;
}

/** The first thing a newcomer sees: what this is, and what to open. */
export function startPage(choices: readonly Choice[], back: (() => void) | null): void {
  const heading = el("h1", {}, el("img", { src: "icon.svg", alt: "" }), "Headroom workbench");
  const lead =
    "Can we deliver what we promise? Headroom computes capacity, demand and exact skill gaps inside a spreadsheet. " +
    "This page is such a spreadsheet, on your own computer: no account, and nothing leaves it.";
  const cards = choices.map(({ id, title, says, badge, go }) => {
    const card = el("button", { type: "button", className: badge ? "choice first" : "choice", id: `choose-${id}` });
    card.append(...(badge ? [el("em", {}, badge)] : []), el("strong", {}, title), el("span", {}, says));
    card.addEventListener("click", go);
    return card;
  });
  const drop = el("div", { className: "drop" }, "…or drop an .xlsx or .csv file anywhere on this page.");
  const section = byId("start");
  const page = el(
    "div",
    { className: "start-sheet" },
    heading,
    el("p", { className: "says" }, lead),
    el("div", { className: "choices" }, ...cards),
    drop,
    smallPrint(back),
  );
  section.replaceChildren(page);
  section.hidden = false;
  document.title = "Headroom workbench";
  cards[0]?.focus({ preventScroll: true });
}

export const leaveStartPage = (): void => {
  byId("start").hidden = true;
};

function smallPrint(back: (() => void) | null): HTMLElement {
  const line = el(
    "p",
    { className: "small" },
    "The same functions, panels and sheets run in Google Sheets and in Excel. ",
  );
  const licences = el(
    "a",
    { href: "vendor/NOTICE.txt", target: "_blank", rel: "noopener" },
    "Licences of the libraries",
  );
  line.append(licences, ".");
  if (back) {
    const button = el("button", { type: "button" }, "Back to the open workbook");
    button.addEventListener("click", back);
    line.append(" ", button);
  }
  return line;
}
