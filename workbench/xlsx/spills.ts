import { helpers, type Model } from "../engine.ts";
import { storedSpelling } from "./formulas.ts";
import { all, parse, print } from "./xml.ts";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/** Our functions as Excel stores them, and the values of cells that a formula above or beside fills. */
export function withSpills(sheetXml: string, sheetId: string, { getters }: Model): string {
  if (!sheetXml.includes("<f ")) return sheetXml;
  const document = parse(sheetXml);
  const cells = new Map(all(document, "c").map((cell) => [cell.getAttribute("r"), cell]));
  for (const formula of all(document, "f")) {
    formula.textContent = storedSpelling(formula.textContent ?? "");
    const ref = formula.getAttribute("ref") ?? "";
    if (!ref.includes(":")) continue;
    const { top, bottom, left, right } = helpers.toZone(ref);
    for (let row = top; row <= bottom; row++) {
      for (let col = left; col <= right; col++) {
        const cell = cells.get(helpers.toXC(col, row));
        if (cell && all(cell, "f").length === 0) setValue(cell, getters.getEvaluatedCell({ sheetId, row, col }).value);
      }
    }
  }
  return print(document);
}

function setValue(cell: Element, value: unknown): void {
  if (value === null || value === "") return;
  const v = cell.ownerDocument.createElementNS(MAIN, "v");
  v.textContent = typeof value === "boolean" ? String(Number(value)) : String(value);
  cell.replaceChildren(v);
  cell.setAttribute("t", typeof value === "number" ? "n" : typeof value === "boolean" ? "b" : "str");
}
