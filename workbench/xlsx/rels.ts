import { all, parse } from "./xml.ts";

type Parts = ReadonlyMap<string, string>;

/** Where a part's relation leads: "xl/worksheets/sheet1.xml" to "xl/comments1.xml". */
export function related(parts: Parts, path: string, kind: string): string | null {
  const rels = parts.get(relsOf(path));
  if (rels === undefined) return null;
  const found = all(parse(rels), "Relationship").find((one) => one.getAttribute("Type")?.endsWith(`/${kind}`));
  const target = found?.getAttribute("Target");
  return target == null ? null : resolved(path, target);
}

export const relsOf = (path: string): string => path.replace(/([^/]+)$/, "_rels/$1.rels");

function resolved(from: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const folders = from.split("/").slice(0, -1);
  for (const piece of target.split("/")) {
    if (piece === "..") folders.pop();
    else folders.push(piece);
  }
  return folders.join("/");
}

/** The sheets of a workbook file: their names and parts, in the order of the tabs. */
export function sheetsIn(parts: Parts): readonly { readonly name: string; readonly path: string }[] {
  const rels = all(parse(parts.get("xl/_rels/workbook.xml.rels") ?? "<none/>"), "Relationship");
  const targets = new Map(rels.map((one) => [one.getAttribute("Id"), one.getAttribute("Target") ?? ""]));
  return all(parse(parts.get("xl/workbook.xml") ?? "<none/>"), "sheet").map((sheet) => ({
    name: sheet.getAttribute("name") ?? "",
    path: resolved("xl/workbook.xml", targets.get(sheet.getAttribute("r:id")) ?? ""),
  }));
}
