import { lineMark } from "../../core/sheets/line-marks.ts";
import { helpers, type Model } from "../engine.ts";
import { STACKED, UNSEEN, WATERFALL } from "../sheet/charts.ts";
import { sheetIdOf } from "../sheet/places.ts";
import { inOrder } from "./chart-order.ts";
import { all, parse, print } from "./xml.ts";

/**
 * A chart as Excel should have it. The engine writes the first series of a combined chart as bars and every other one as a
 * line; the bars go back to the bars, on top of one another. Weeks on the axis are text: read as dates they would stand a
 * day apart, hair-thin.
 */
export function repaired(chartXml: string, model: Model): string {
  const document = parse(chartXml);
  const [bars] = all(document, "c:barChart");
  const [lines] = all(document, "c:lineChart");
  if (bars && lines) stack(bars, lines, barLabels(model));
  else if (bars) hideUnseen(document, bars);
  else if (lines) markLines(document, lines);
  const [weeks] = all(document, "c:cat").flatMap((one) => all(one, "c:f"));
  const format = weeks ? formatAt(model, weeks.textContent ?? "") : undefined;
  for (const axis of all(document, "c:catAx")) {
    asText(axis);
    showAs(axis, format);
  }
  for (const axis of all(document, "c:valAx")) {
    for (const auto of all(axis, "c:auto")) auto.remove();
    showAs(axis, formatOfFigures(document, model));
  }
  for (const name of ["c:catAx", "c:valAx"]) for (const axis of all(document, name)) dropEmptyTitle(axis);
  for (const chart of all(document, "c:chart")) leaveGaps(chart);
  inOrder(document);
  return print(document);
}

/** An axis in the number format of what it measures. */
function showAs(axis: Element, format: string | undefined): void {
  if (format === undefined) return;
  const numFmt = all(axis, "c:numFmt")[0] ?? axis.ownerDocument.createElementNS(CHARTS, "c:numFmt");
  numFmt.setAttribute("formatCode", format);
  numFmt.setAttribute("sourceLinked", "0");
  axis.append(numFmt);
}

/** The format of the first figure of a chart's first series. */
function formatOfFigures(document: Document, model: Model): string | undefined {
  const [figures] = all(document, "c:val").flatMap((one) => all(one, "c:f"));
  return figures ? formatAt(model, figures.textContent ?? "") : undefined;
}

function stack(bars: Element, lines: Element, labels: ReadonlySet<string>): void {
  for (const series of all(lines, "c:ser")) {
    const [label] = all(series, "c:tx").flatMap((one) => all(one, "c:f"));
    if (!label || !labels.has(bare(label.textContent ?? ""))) continue;
    for (const name of ["c:marker", "c:smooth"]) for (const one of all(series, name)) one.remove(); // lines only
    bars.append(series);
  }
  all(bars, "c:grouping")[0]?.setAttribute("val", "stacked");
  all(bars, "c:overlap")[0]?.setAttribute("val", "100");
}

/** Several lines differ by more than their colour. */
function markLines(document: Document, lines: Element): void {
  const series = all(lines, "c:ser");
  if (series.length < 2) return;
  series.forEach((one, i) => {
    const { line, mark } = lineMark(i);
    for (const ln of all(one, "a:ln").filter(({ parentElement }) => parentElement?.parentElement === one)) {
      for (const old of all(ln, "a:prstDash")) old.remove();
      const dash = document.createElementNS(DRAWING, "a:prstDash");
      dash.setAttribute("val", DASHES[line]);
      ln.append(dash);
    }
    for (const symbol of all(one, "c:symbol")) symbol.setAttribute("val", mark);
  });
}
const DASHES = {
  whole: "solid",
  dashes: "dash",
  dots: "sysDot",
  "dashes and dots": "dashDot",
  "long dashes": "lgDash",
} as const;

/** The lowest part of a waterfall is there and not seen. */
function hideUnseen(document: Document, bars: Element): void {
  for (const fill of all(bars, "a:solidFill")) {
    const [colour] = all(fill, "a:srgbClr");
    if (colour?.getAttribute("val") === UNSEEN_IN_FILES)
      fill.replaceWith(document.createElementNS(DRAWING, "a:noFill"));
  }
}

/** As the engine writes a colour without any of it; no office program reads that. */
const UNSEEN_IN_FILES = `${UNSEEN.slice(7)}${UNSEEN.slice(1, 7)}`;
const DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main";
const CHARTS = "http://schemas.openxmlformats.org/drawingml/2006/chart";

function asText(axis: Element): void {
  const auto = all(axis, "c:auto")[0] ?? axis.ownerDocument.createElementNS(CHARTS, "c:auto");
  auto.setAttribute("val", "0");
  axis.append(auto);
}

/** A cell without a figure is no point of a line; without this some programs draw it as 0. */
function leaveGaps(chart: Element): void {
  if (chart.namespaceURI !== CHARTS || all(chart, "c:plotArea").length === 0) return;
  const blanks = all(chart, "c:dispBlanksAs")[0] ?? chart.ownerDocument.createElementNS(CHARTS, "c:dispBlanksAs");
  blanks.setAttribute("val", "gap");
  chart.append(blanks);
}

/** Excel would show a title without text as "Axis Title". */
function dropEmptyTitle(axis: Element): void {
  for (const title of all(axis, "c:title")) if ((title.textContent ?? "").trim() === "") title.remove();
}

/** Heading cells of the series that our combined charts draw as bars. */
function barLabels({ getters }: Model): ReadonlySet<string> {
  const labels = new Set<string>();
  for (const sheetId of getters.getSheetIds()) {
    for (const chartId of getters.getChartIds(sheetId)) {
      const definition = getters.getChartDefinition(chartId);
      if (definition.type !== "combo" || definition.dataSource.type !== "range") continue;
      for (const { dataSetId, dataRange } of definition.dataSource.dataSets) {
        if (definition.dataSetStyles?.[dataSetId]?.type !== "bar") continue;
        labels.add(bare(dataRange.includes("!") ? dataRange : `${getters.getSheetName(sheetId)}!${dataRange}`));
      }
    }
  }
  return labels;
}

/** "Capacity!B2" of "'Capacity'!$B$2:$B$9". */
const bare = (reference: string): string => reference.replace(/[$']/g, "").split(":")[0]!;

function formatAt({ getters }: Model, reference: string): string | undefined {
  const [sheet = "", xc = ""] = bare(reference).split("!");
  const sheetId = sheetIdOf(getters, sheet);
  if (sheetId === undefined || !/^[A-Z]+\d+$/.test(xc)) return undefined;
  return getters.getEvaluatedCell({ sheetId, ...helpers.toCartesian(xc) }).format;
}

interface Figure {
  id: string;
  readonly tag: string;
  data: unknown;
}
interface Combo {
  readonly type: string;
  readonly dataSource: { readonly dataSets: readonly { dataSetId: string }[] };
  readonly dataSetStyles?: Readonly<Record<string, object>>;
}

/** A waterfall as the engine read it: columns on top of one another, the first of them not seen. */
function refilled(figure: Figure, document: Document): void {
  const chart = figure.data as Combo;
  const [bars] = all(document, "c:barChart");
  if (chart?.type !== "bar" || !bars) return;
  const isUnseen = (series: Element | undefined) => series !== undefined && all(series, "a:noFill").length > 0;
  if (!isUnseen(all(bars, "c:ser")[0])) return;
  const idOf = (i: number) => `${WATERFALL}-${i}`;
  const dataSets = chart.dataSource.dataSets.map((one, i) => ({ ...one, dataSetId: idOf(i) }));
  const styles = chart.dataSource.dataSets.map(({ dataSetId }, i) => {
    const own = chart.dataSetStyles?.[dataSetId];
    return [idOf(i), i === 0 ? { ...own, backgroundColor: UNSEEN } : { ...own }] as const;
  });
  figure.data = { ...chart, dataSource: { ...chart.dataSource, dataSets }, dataSetStyles: Object.fromEntries(styles) };
}

/** A combined chart as the engine read it, with the bars that it forgets: all series but those the file draws as lines. */
export function restacked(figure: Figure, chartXml: string): void {
  const combo = figure.data as Combo;
  if (figure.tag !== "chart") return;
  const document = parse(chartXml);
  refilled(figure, document);
  if (combo?.type !== "combo") return;
  const [bars] = all(document, "c:barChart");
  const count = bars ? all(bars, "c:ser").length : 0;
  const isStacked = bars ? all(bars, "c:grouping")[0]?.getAttribute("val") === "stacked" : false;
  const idOf = (i: number) => `${isStacked ? STACKED : "series"}-${i}`;
  const styles = combo.dataSource.dataSets.map(({ dataSetId }, i) => {
    const style = { ...combo.dataSetStyles?.[dataSetId], type: i < count ? "bar" : "line" };
    return [idOf(i), style] as const;
  });
  const dataSets = combo.dataSource.dataSets.map((one, i) => ({ ...one, dataSetId: idOf(i) }));
  figure.data = { ...combo, dataSource: { ...combo.dataSource, dataSets }, dataSetStyles: Object.fromEntries(styles) };
}
