import { lineMark } from "../../core/sheets/line-marks.ts";
import type { SheetOp } from "../../core/sheets/ops.ts";
import { WATERFALL } from "../../core/sheets/waterfall.ts";
import { type Book, rangeOf, type Sheet, type Stage } from "./stage.ts";

type ChartOp = Extract<SheetOp, { do: "chart" }>;
type Chart = GoogleAppsScript.Spreadsheet.EmbeddedChart;
type Builder = GoogleAppsScript.Spreadsheet.EmbeddedChartBuilder;

const SIZE = { width: 760, height: 320 };
/** Told apart by colour-blind readers and in grey print; the line is dark over all of them. */
const COLOURS = ["#4292c6", "#fdae6b", "#9ecae1", "#d95f02", "#bdbdbd", "#08519c", "#8c6bb1", "#fdd9b5"];
const LINE = "#1f2937";
/** What is not to be seen has the colour of what is behind it: Sheets has no columns without a colour. */
const BACKGROUND = "#ffffff";

/** Draw a chart, or draw it anew where the planner has put it. */
export function setChart({ book, sheet }: Stage, op: ChartOp): void {
  const old = knownChart(book, op.name) ?? sameTitle(sheet, op.title);
  const { row, column } = op.at;
  const isHere = old !== null && old.sheet.getSheetId() === sheet.getSheetId();
  if (old && isHere) {
    sheet.updateChart(drawn(old.chart.modify().clearRanges(), sheet, op).build());
    remember(book, sheet, op.name, old.chart.getChartId());
    return;
  }
  if (old) old.sheet.removeChart(old.chart);
  const before = new Set(sheet.getCharts().map((chart) => chart.getChartId()));
  rangeOf(sheet, { row, column, rows: 1, columns: 1 });
  const placed = sheet.newChart().setPosition(row + 1, column + 1, 8, 8);
  sheet.insertChart(drawn(placed.setOption("width", SIZE.width).setOption("height", SIZE.height), sheet, op).build());
  const made = sheet.getCharts().find((chart) => !before.has(chart.getChartId()));
  remember(book, sheet, op.name, made?.getChartId() ?? null);
}

/** Take a chart away, on whichever sheet it stands. */
export function removeChart(book: Book, name: string): void {
  const known = knownChart(book, name);
  if (known) known.sheet.removeChart(known.chart);
  for (const mark of marksOf(book, name)) mark.remove();
}

function drawn(builder: Builder, sheet: Sheet, { kind, title, categories, series }: ChartOp): Builder {
  const ranges = [categories, ...series].map((area) => rangeOf(sheet, area));
  const chart = ranges.reduce((next, range) => next.addRange(range), typeOf(builder, kind, title));
  const line = kind === "stacked columns with line" ? series.length - 1 : -1;
  const isWaterfall = kind === "waterfall";
  const style = (i: number) => {
    if (isWaterfall) return { color: WATERFALL[i] ?? BACKGROUND };
    if (i === line) return { type: "line", color: LINE };
    return { color: COLOURS[i % COLOURS.length], ...(kind === "lines" ? marked(i) : {}) };
  };
  return chart
    .setNumHeaders(1)
    .setOption("legend", { position: isWaterfall ? "none" : "bottom" })
    .setOption("series", Object.fromEntries(series.map((_, i) => [i, style(i)])));
}

function marked(place: number) {
  const { dash, mark } = lineMark(place);
  return {
    pointSize: 7,
    pointShape: mark === "x" ? "star" : mark,
    ...(dash.length === 0 ? {} : { lineDashStyle: dash }),
  };
}

function typeOf(builder: Builder, kind: ChartOp["kind"], title: string): Builder {
  const chart = {
    "stacked columns with line": () => builder.asComboChart().setStacked().setTitle(title),
    columns: () => builder.asColumnChart().setTitle(title),
    lines: () => builder.asLineChart().setTitle(title),
    waterfall: () => builder.asColumnChart().setStacked().setTitle(title),
  }[kind]();
  return chart.setTransposeRowsAndColumns(false);
}

/** Google Sheets gives a chart a number but no name, so the name is kept as developer metadata of its sheet. */
const keyOf = (name: string): string => `headroom.chart.${name}`;
const marksOf = (book: Book, name: string) => book.createDeveloperMetadataFinder().withKey(keyOf(name)).find();

function remember(book: Book, sheet: Sheet, name: string, id: number | null): void {
  for (const mark of marksOf(book, name)) mark.remove();
  if (id !== null) sheet.addDeveloperMetadata(keyOf(name), String(id));
}

interface Known {
  readonly sheet: Sheet;
  readonly chart: Chart;
}

function knownChart(book: Book, name: string): Known | null {
  for (const mark of marksOf(book, name)) {
    const sheet = mark.getLocation().getSheet();
    const chart = sheet?.getCharts().find((one) => String(one.getChartId()) === mark.getValue());
    if (sheet && chart) return { sheet, chart };
  }
  return null;
}

/** In a copy of a file the metadata may be missing; the chart still has its title. */
function sameTitle(sheet: Sheet, title: string): Known | null {
  const chart = sheet.getCharts().find((one) => one.getOptions().get("title") === title);
  return chart ? { sheet, chart } : null;
}
