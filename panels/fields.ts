import { attr, el } from "./dom.ts";

/** A field with its label and, below it, what is wrong with it; a screen reader reads both with the field. */
export interface Field {
  readonly root: HTMLElement;
  readonly complain: (sentences: readonly { readonly says: string; readonly severity: string }[]) => void;
}

export function fieldOf(
  label: string,
  input: HTMLInputElement | HTMLSelectElement,
  around: HTMLElement = input,
): Field {
  const id = `headroom-${input.name}`;
  input.id = id;
  const words = attr(el("p", { className: "complaint", id: `${id}-says` }), { "aria-live": "polite" });
  const root = el("div", { className: "field" }, attr(el("label", {}, label), { for: id }), around, words);
  input.setAttribute("aria-describedby", words.id);
  const complain: Field["complain"] = (sentences) => {
    const wrong = sentences.some(({ severity }) => severity === "error");
    if (wrong) input.setAttribute("aria-invalid", "true");
    else input.removeAttribute("aria-invalid");
    words.className = wrong ? "complaint wrong" : "complaint";
    words.textContent = sentences.map(({ says }) => `${wrong ? "✕" : "▲"} ${says}`).join("\n");
  };
  return { root, complain };
}
