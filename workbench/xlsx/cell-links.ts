import { helpers, type Model } from "../engine.ts";
import { linkContent, linkIn } from "../sheet/links.ts";
import { sheetsIn } from "./rels.ts";
import { all, escaped, parse } from "./xml.ts";

interface Sheet {
  readonly name: string;
  readonly cells: Record<string, unknown>;
}

const PLACE = /^(?:'((?:[^']|'')+)'|([^'!]+))!\$?([A-Z]{1,3})\$?(\d{1,7})$/;

/** The engine reads a link to a cell as a link to its sheet; this says the cell, too. */
export function aimLinks(sheets: readonly Sheet[], parts: ReadonlyMap<string, string>): void {
  for (const { name, path } of sheetsIn(parts)) {
    const xml = parts.get(path) ?? "";
    const cells = sheets.find((sheet) => sheet.name === name)?.cells;
    if (!cells || !xml.includes("<hyperlink ")) continue;
    for (const link of all(parse(xml), "hyperlink")) {
      const [, quoted, plain, letters, row] = PLACE.exec(link.getAttribute("location") ?? "") ?? [];
      const ref = link.getAttribute("ref") ?? "";
      const [, label] = /^\[(.+)\]\(o-spreadsheet:\/\/.*\)$/s.exec(String(cells[ref] ?? "")) ?? [];
      const sheetId = quoted?.replaceAll("''", "'") ?? plain;
      if (label === undefined || sheetId === undefined) continue;
      cells[ref] = linkContent({ label: label.replace(/^'/, ""), sheetId, a1: `${letters}${row}` });
    }
  }
}

/** The engine writes our links as links to nowhere; this says where they lead. */
export function withPlaces(sheetXml: string, sheetId: string, { getters }: Model): string {
  return sheetXml.replace(/<hyperlink [^>]*?\/>/g, (element) => {
    const [, ref] = / ref="([A-Z]+\d+)"/.exec(element) ?? [];
    if (ref === undefined) return element;
    const cell = getters.getCell({ sheetId, ...helpers.toCartesian(ref) });
    const link = cell && !cell.isFormula ? linkIn(cell.content) : null;
    if (!link || !getters.tryGetSheet(link.sheetId)) return element;
    const sheet = `'${getters.getSheetName(link.sheetId).replaceAll("'", "''")}'`;
    return `<hyperlink ref="${ref}" location="${escaped(`${sheet}!${link.a1}`)}" display="${escaped(link.label)}"/>`;
  });
}
