import { SHEET_PART } from "./xml.ts";

/** From the first day of workbooks that count days from 1904, as old ones for the Mac do, to the usual one. */
const DAYS_BETWEEN = 1462;

/** The parts of a workbook that counts its days from 1904, with the days that its cells show as the engine counts them. */
export function countedFrom1900(parts: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  if (!/<workbookPr [^>]*\bdate1904="(1|true)"/.test(parts.get("xl/workbook.xml") ?? "")) return parts;
  const dated = datedStyles(parts.get("xl/styles.xml") ?? "");
  return new Map([...parts].map(([path, xml]) => [path, SHEET_PART.test(path) ? moved(xml, dated) : xml]));
}

/** Only numbers that show as a date move; those of formulas are worked out anew. */
const moved = (xml: string, dated: ReadonlySet<string>): string =>
  xml.replace(/<c( [^>]*?)(?:\/>|>(.*?)<\/c>)/gs, (cell, attributes: string, inside = "") => {
    const isNumber = /^\s*<v>[\d.]+<\/v>/.test(inside) && !/ t="[^n]/.test(attributes);
    if (!isNumber || !dated.has(/ s="(\d+)"/.exec(attributes)?.[1] ?? "0")) return cell;
    return cell.replace(/<v>([\d.]+)<\/v>/, (_, days: string) => `<v>${Number(days) + DAYS_BETWEEN}</v>`);
  });

/** The numbers of the cell styles that show dates. */
function datedStyles(xml: string): ReadonlySet<string> {
  const own = new Map(
    [...xml.matchAll(/<numFmt ([^>]*)\/>/g)].map(([, attributes = ""]) => [
      attribute(attributes, "numFmtId"),
      attribute(attributes, "formatCode"),
    ]),
  );
  const styles = /<cellXfs[^>]*>(.*?)<\/cellXfs>/s.exec(xml)?.[1] ?? "";
  return new Set(
    [...styles.matchAll(/<xf ([^>]*)>/g)].flatMap(([, attributes = ""], i) => {
      const id = attribute(attributes, "numFmtId");
      return isDate(own.get(id) ?? BUILT_IN.get(Number(id)) ?? "") ? [String(i)] : [];
    }),
  );
}

const attribute = (attributes: string, name: string): string =>
  new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1] ?? "";

/** A format with days or years in it, outside of texts, colours and brackets. */
const isDate = (format: string): boolean => /[dy]/i.test(format.replace(/&quot;.*?&quot;|\\.|_.|\[[^\]]*\]/g, ""));

/** The file format's own numbers for dates, in every language. */
const BUILT_IN: ReadonlyMap<number, string> = new Map(
  [14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map((id) => [id, "d"]),
);
