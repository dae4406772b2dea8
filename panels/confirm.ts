import { attr, el } from "./dom.ts";

/** What a change would write, before it does. Nothing is written until its button, which says what it does, is pressed. */
export interface Confirm {
  readonly heading: string;
  readonly lines: readonly string[];
  /** The words of the button; null when there is nothing that could be written. */
  readonly action: string | null;
  readonly act: () => void;
  /** Where to look first. */
  readonly look?: { readonly words: string; readonly go: () => void };
}

/** A place on the page for one such card. */
export interface Confirmation {
  readonly root: HTMLElement;
  readonly show: (confirm: Confirm) => void;
  readonly close: () => void;
}

export function confirmation(): Confirmation {
  const root = el("div", {});
  let cameFrom: Element | null = null;
  const close = () => {
    const inside = root.contains(document.activeElement);
    root.replaceChildren();
    if (inside && cameFrom instanceof HTMLElement) cameFrom.focus();
  };
  root.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    close();
  });
  const show = ({ heading, lines, action, act, look }: Confirm) => {
    cameFrom = document.activeElement;
    const title = attr(el("h2", {}, heading), { tabindex: "-1" });
    const back = el("button", { type: "button", onclick: close }, action === null ? "Close" : "Cancel");
    const write = action === null ? [] : [el("button", { type: "button", className: "primary", onclick: act }, action)];
    const list = el("ul", {}, ...lines.map((line) => el("li", {}, line)));
    const first = look === undefined ? [] : [el("button", { type: "button", onclick: look.go }, look.words)];
    const buttons = el("div", { className: "buttons" }, ...write, ...first, back);
    root.replaceChildren(attr(el("section", { className: "card" }, title, list, buttons), { "aria-label": heading }));
    title.focus();
  };
  return { root, show, close };
}
