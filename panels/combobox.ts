import { attr, el } from "./dom.ts";

/** A text field that offers names while one types; with 500 of them the browser's own list is the quickest. */
export interface Combobox {
  readonly input: HTMLInputElement;
  readonly root: HTMLElement;
  readonly offer: (choices: readonly { readonly name: string; readonly about: string }[]) => void;
}

export function combobox(name: string): Combobox {
  const list = el("datalist", { id: `headroom-${name}-names` });
  const input = attr(el("input", { type: "text", name, autocomplete: "off", spellcheck: false }), { list: list.id });
  const offer: Combobox["offer"] = (choices) =>
    list.replaceChildren(...choices.map((one) => el("option", { value: one.name, label: labelOf(one) })));
  return { input, root: el("span", { className: "combobox" }, input, list), offer };
}

const labelOf = ({ name, about }: { readonly name: string; readonly about: string }): string =>
  about === "" ? name : `${name} (${about})`;
