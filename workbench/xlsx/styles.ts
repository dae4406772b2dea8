/** Fills of rules: Excel keeps their colour as a background and needs no pattern, the engine reads a solid foreground. */
export const readRuleFills = (stylesXml: string): string =>
  stylesXml.replace(/<dxf>.*?<\/dxf>/gs, (one) =>
    one.replace(
      /<patternFill[^>]*>\s*(?:<fgColor[^>]*\/>\s*)?<bgColor ([^>]*)\/>/g,
      '<patternFill patternType="solid"><fgColor $1/>',
    ),
  );

/** Colours as the file format wants them: with their opacity in front. */
export const wholeColours = (xml: string): string => xml.replace(/ rgb="([0-9A-Fa-f]{6})"/g, ' rgb="FF$1"');

/**
 * A style on a whole column would become one on each of its cells. In a long sheet that is millions; such styles go, those
 * of cells stay.
 */
export function withoutColumnStyles(sheetXml: string): string {
  const rows = Number([...sheetXml.matchAll(/<row [^>]*?\br="(\d+)"/g)].at(-1)?.[1] ?? 0);
  if (rows < MANY_ROWS) return sheetXml;
  return sheetXml.replace(/(<col [^>]*?) style="\d+"/g, "$1");
}

/** Rows below the last value have formats at most: in a long sheet they go, since they would fill it down to the last row there is. */
export function withoutBlankRows(sheetXml: string): string {
  const end = sheetXml.indexOf("</sheetData>");
  const rows = Number([...sheetXml.matchAll(/<row [^>]*?\br="(\d+)"/g)].at(-1)?.[1] ?? 0);
  if (end < 0 || rows < MANY_ROWS) return sheetXml;
  const said = [...sheetXml.slice(0, end).matchAll(/<v[^>]*>[^<]|<(?:f|is)[ >]/g)].at(-1)?.index;
  const first = said === undefined ? sheetXml.indexOf("<row ") : sheetXml.indexOf("</row>", said) + "</row>".length;
  return sheetXml.slice(0, first) + sheetXml.slice(end);
}

const MANY_ROWS = 3_000;
