import { helpers, type Model } from "../engine.ts";
import { type Page, remarks } from "../sheet/remarks.ts";
import { sheetsIn } from "./rels.ts";
import { all, escaped, parse } from "./xml.ts";

const FOOTER = "&amp;L&amp;A&amp;R&amp;P / &amp;N";

/** A sheet as Excel should print it: landscape, as wide as a page, numbered. */
export function withPage(sheetXml: string, sheetId: string, { getters }: Model): string {
  const page = remarks(getters)
    .getHeadroomPages()
    .find((one) => one.sheetId === sheetId);
  if (page === undefined) return sheetXml;
  const setUp =
    '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>' +
    '<pageSetup orientation="landscape" fitToWidth="1" fitToHeight="0"/>' +
    `<headerFooter><oddFooter>${FOOTER}</oddFooter></headerFooter>${breaksXml(page)}`;
  const bare = sheetXml.replace(/<(pageMargins|pageSetup|headerFooter|rowBreaks)\b[^>]*?(\/>|>.*?<\/\1>)/g, "");
  const fits = /<sheetPr\b[^>]*?(\/>|>.*?<\/sheetPr>)/.test(bare)
    ? bare.replace(/<sheetPr\b[^>]*?(\/>|>.*?<\/sheetPr>)/, FIT)
    : bare.replace(/(<worksheet\b[^>]*>)/, `$1${FIT}`);
  return fits.replace(/<(rowBreaks|colBreaks|drawing|legacyDrawing|tableParts|extLst)\b|<\/worksheet>/, `${setUp}$&`);
}

/** A break is named by the row above it, counted from 1. */
function breaksXml({ breaks }: Page): string {
  if (breaks.length === 0) return "";
  const all = breaks.map((row) => `<brk id="${row}" max="16383" man="1"/>`).join("");
  return `<rowBreaks count="${breaks.length}" manualBreakCount="${breaks.length}">${all}</rowBreaks>`;
}

const FIT = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>';

/** The names under which Excel keeps what is printed, and the rows on every page. */
export function pageNames({ getters }: Model): readonly string[] {
  const ids = getters.getSheetIds();
  return remarks(getters)
    .getHeadroomPages()
    .flatMap(({ sheetId, rows, columns, headingRow }) => {
      const number = ids.indexOf(sheetId);
      if (number < 0) return [];
      const sheet = `'${getters.getSheetName(sheetId).replaceAll("'", "''")}'`;
      const end = helpers.toXC(columns - 1, rows - 1).replace(/^([A-Z]+)(\d+)$/, "$$$1$$$2");
      const name = (of: string, text: string) =>
        `<definedName name="_xlnm.${of}" localSheetId="${number}">${escaped(`${sheet}!${text}`)}</definedName>`;
      return [name("Print_Area", `$A$1:${end}`), name("Print_Titles", `$${headingRow + 1}:$${headingRow + 1}`)];
    });
}

/** How the sheets of a file print that print as ours do; the engine drops it. Its ids of sheets are their names. */
export function pagesIn(parts: ReadonlyMap<string, string>): readonly Page[] {
  const names = all(parse(parts.get("xl/workbook.xml") ?? "<none/>"), "definedName");
  const textOf = (name: string, sheet: number) =>
    names.find(
      (one) => one.getAttribute("name") === `_xlnm.${name}` && one.getAttribute("localSheetId") === String(sheet),
    )?.textContent ?? "";
  return sheetsIn(parts).flatMap(({ name, path }, i): Page[] => {
    const [, letters, rows] = /!\$A\$1:\$([A-Z]+)\$(\d+)$/.exec(textOf("Print_Area", i)) ?? [];
    const [, heading] = /!\$(\d+):\$\1$/.exec(textOf("Print_Titles", i)) ?? [];
    const isWide = /<pageSetup\b[^>]*orientation="landscape"/.test(parts.get(path) ?? "");
    if (letters === undefined || heading === undefined || !isWide) return [];
    const breaks = [...(parts.get(path) ?? "").matchAll(/<brk\b[^>]*\bid="(\d+)"/g)].map(([, row]) => Number(row));
    const { col } = helpers.toCartesian(`${letters}1`);
    return [{ sheetId: name, rows: Number(rows), columns: col + 1, headingRow: Number(heading) - 1, breaks }];
  });
}
