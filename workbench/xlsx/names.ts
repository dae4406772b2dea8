import type { Model } from "../engine.ts";
import { pageNames } from "./pages.ts";
import { all, escaped, parse } from "./xml.ts";

const ONE_AREA = /^('(?:[^']|'')+'|[^\s'!(),]+)!\$?[A-Z]{1,3}\$?\d{1,7}(:\$?[A-Z]{1,3}\$?\d{1,7})?$/;

/** Names of a workbook file that stand for one rectangle; the engine drops them all. */
export function namesIn(workbookXml: string): Readonly<Record<string, string>> {
  const named = all(parse(workbookXml), "definedName").flatMap((one): [string, string][] => {
    const name = one.getAttribute("name") ?? "";
    const target = one.textContent ?? "";
    if (name.startsWith("_xlnm") || one.hasAttribute("localSheetId") || !ONE_AREA.test(target)) return [];
    return [[name, target.replaceAll("$", "")]];
  });
  return Object.fromEntries(named);
}

/** The model's names as Excel writes them, and a wish to compute everything anew on opening. */
export function withNames(workbookXml: string, model: Model): string {
  const { getters } = model;
  const named = getters.getNamedRanges().filter(({ range }) => getters.tryGetSheet(range.sheetId));
  const entries = named.map(({ name, range }) => {
    const target = getters.getRangeString(range, "", { useFixedReference: true, useBoundedReference: true });
    return `<definedName name="${escaped(name)}">${escaped(target)}</definedName>`;
  });
  entries.push(...pageNames(model));
  const names = entries.length === 0 ? "" : `<definedNames>${entries.join("")}</definedNames>`;
  return workbookXml.replace("</sheets>", `</sheets>${names}<calcPr fullCalcOnLoad="1"/>`);
}
