import type { Model } from "../engine.ts";
import { type ChartAbout, remarks } from "../sheet/remarks.ts";
import { restacked } from "./charts.ts";
import { related, relsOf, sheetsIn } from "./rels.ts";
import { all, parse, print } from "./xml.ts";

interface Sheet {
  readonly name: string;
  readonly figures?: { id: string; readonly tag: string; data: unknown }[];
}

/** Names of charts and what they tell somebody who cannot see them, into a drawing that the engine wrote. */
export function withChartNames(drawingXml: string, sheetId: string, { getters }: Model): string {
  const document = parse(drawingXml);
  const abouts = new Map(
    remarks(getters)
      .getHeadroomCharts()
      .map(({ figureId, text }) => [figureId, text]),
  );
  const charts = getters.getFigures(sheetId).filter(({ tag }) => tag === "chart");
  const frames = all(document, "xdr:graphicFrame").flatMap((frame) => all(frame, "xdr:cNvPr").slice(0, 1));
  frames.forEach((frame, i) => {
    const id = charts[i]?.id;
    if (id === undefined) return;
    frame.setAttribute("name", id);
    frame.removeAttribute("title");
    const about = abouts.get(id);
    if (about !== undefined) frame.setAttribute("descr", about);
  });
  return print(document);
}

/** Give the figures that the engine read their names back, and their bars; returns what they tell. */
export function namedCharts(sheets: readonly Sheet[], parts: ReadonlyMap<string, string>): readonly ChartAbout[] {
  return sheetsIn(parts).flatMap(({ name, path }) => {
    const figures = sheets.find((sheet) => sheet.name === name)?.figures ?? [];
    const drawing = related(parts, path, "drawing");
    const xml = parts.get(drawing ?? "");
    if (drawing === null || xml === undefined || figures.length === 0) return [];
    const frames = all(parse(xml), "xdr:graphicFrame");
    const charts = figures.filter(({ tag }) => tag === "chart");
    if (frames.length !== charts.length) return []; // a kind of chart that the engine does not know
    return charts.flatMap((figure, i): ChartAbout[] => {
      const chart = chartOf(parts, drawing, frames[i]!);
      if (chart !== undefined) restacked(figure, chart);
      const [label] = all(frames[i]!, "xdr:cNvPr");
      const own = label?.getAttribute("name") ?? "";
      if (!own.startsWith("Headroom_")) return [];
      figure.id = own;
      figure.data = { ...(figure.data as object), chartId: own };
      const text = label?.getAttribute("descr") ?? "";
      return text === "" ? [] : [{ figureId: own, text }];
    });
  });
}

function chartOf(parts: ReadonlyMap<string, string>, drawing: string, frame: Element): string | undefined {
  const id = all(frame, "c:chart")[0]?.getAttribute("r:id");
  const rels = parts.get(relsOf(drawing));
  if (!id || rels === undefined) return undefined;
  const relation = all(parse(rels), "Relationship").find((one) => one.getAttribute("Id") === id);
  return parts.get(`xl/charts/${relation?.getAttribute("Target")?.replace(/^.*\//, "")}`);
}
