import { guard } from "../sheet/text.ts";
import { all, parse, print } from "./xml.ts";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/**
 * Texts of a file that the engine would take for formulas, numbers or days get the apostrophe that a planner would type:
 * a file from elsewhere can then hold no formula that was not one in Excel.
 */
export function guardShared(xml: string): string {
  const document = parse(xml);
  for (const item of all(document, "si")) {
    const text = all(item, "t")
      .filter((one) => one.parentElement?.localName !== "rPh")
      .map((one) => one.textContent ?? "")
      .join("");
    const guarded = guard(text);
    if (guarded === text) continue;
    const t = document.createElementNS(MAIN, "t");
    t.setAttribute("xml:space", "preserve");
    t.textContent = guarded;
    item.replaceChildren(t);
  }
  return print(document);
}

/** The same for texts that stand in their cells. The engine does not read "inlineStr" at all, so it becomes "str". */
export function guardInline(xml: string): string {
  if (!/ t="(inlineStr|str)"/.test(xml)) return xml;
  const document = parse(xml);
  for (const cell of all(document, "c")) {
    const type = cell.getAttribute("t");
    if ((type !== "inlineStr" && type !== "str") || all(cell, "f").length > 0) continue;
    const text = all(cell, type === "str" ? "v" : "t")
      .map((one) => one.textContent ?? "")
      .join("");
    const v = document.createElementNS(MAIN, "v");
    v.textContent = guard(text);
    cell.setAttribute("t", "str");
    cell.replaceChildren(v);
  }
  return print(document);
}

/** Saved files hold the texts without our apostrophe: there, a text is a text by its type. */
export const bareShared = (xml: string): string => xml.replace(/(<t[^>]*>)(?:'|&apos;)/g, "$1");

interface Sheet {
  readonly cells: Record<string, unknown>;
  readonly formats: Record<string, number>;
}

/** A text format shows the apostrophe, and makes text of numbers: where one would, it goes. */
export function settleTextFormats(sheets: readonly Sheet[], formats: Readonly<Record<string, string>>): void {
  for (const { cells, formats: places } of sheets) {
    for (const [xc, content] of Object.entries(cells)) {
      if (typeof content !== "string" || formats[places[xc] ?? -1] !== "@") continue;
      if (/^'[^=']/.test(content)) cells[xc] = content.slice(1);
      else if (/^'/.test(content) || guard(content) !== content) delete places[xc];
    }
  }
}
