import type { Rule } from "../../core/sheets/model.ts";
import { takesBlank } from "../../core/sheets/rule-met.ts";
import { all, parse, print } from "./xml.ts";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const KINDS = new Map<string, Rule["when"]["is"]>([
  ["lessThan", "below"],
  ["greaterThan", "above"],
  ["between", "between"],
]);

/** Rules of a saved sheet that hold for 0 get one before them that leaves blank cells as they are. */
export function withBlanksSpared(sheetXml: string): string {
  if (!sheetXml.includes('type="cellIs"')) return sheetXml;
  const document = parse(sheetXml);
  for (const rule of all(document, "cfRule")) {
    const priority = 2 * Number(rule.getAttribute("priority"));
    rule.setAttribute("priority", String(priority));
    if (isForBlanks(rule)) rule.parentNode?.insertBefore(spared(document, rule, priority - 1), rule);
  }
  return print(document);
}

function isForBlanks(rule: Element): boolean {
  const is = KINDS.get(rule.getAttribute("operator") ?? "");
  const [value, to] = all(rule, "formula").map((one) => Number(one.textContent));
  if (rule.getAttribute("type") !== "cellIs" || is === undefined || value === undefined) return false;
  return takesBlank({ is, value, ...(to === undefined ? {} : { to }) });
}

function spared(document: Document, rule: Element, priority: number): Element {
  const first = (rule.parentElement?.getAttribute("sqref") ?? "A1").split(/[ :]/)[0]!;
  const one = document.createElementNS(MAIN, "cfRule");
  for (const [name, value] of [
    ["type", "containsBlanks"],
    ["priority", String(priority)],
    ["stopIfTrue", "1"],
  ] as const)
    one.setAttribute(name, value);
  const formula = document.createElementNS(MAIN, "formula");
  formula.textContent = `LEN(TRIM(${first}))=0`;
  one.append(formula);
  return one;
}

/** The engine spares blank cells anyway, and would give such a rule a look. */
export const withoutSparedBlanks = (sheetXml: string): string =>
  sheetXml.replace(/<cfRule (?=[^>]*type="containsBlanks")(?![^>]*dxfId)[^>]*?(?:\/>|>.*?<\/cfRule>)/gs, "");
