import type { Area } from "../../core/host.ts";
import { lineMark } from "../../core/sheets/line-marks.ts";
import type { SheetOp } from "../../core/sheets/ops.ts";
import { WATERFALL } from "../../core/sheets/waterfall.ts";
import type { Desk } from "../desk.ts";
import { rangeOf } from "./range.ts";
import type { Stage } from "./stage.ts";

type ChartOp = Extract<SheetOp, { do: "chart" }>;

/** Of points; as large as the workbench draws it. */
const SIZE = { width: 570, height: 240 };
const TYPES = {
  "stacked columns with line": "ColumnStacked",
  columns: "ColumnClustered",
  lines: "LineMarkers",
  waterfall: "ColumnStacked",
} as const;

/** Draw a chart. One that is there keeps its place and size, which may be the planner's, and gets the new cells. */
export function setChart({ desk, seen }: Stage, op: ChartOp): void {
  const { name, kind, title, categories, series, at } = op;
  const { sheet, charts } = seen;
  const [first] = series;
  if (!first) return;
  const isNew = !charts.has(name);
  const chart = isNew ? sheet.charts.add(TYPES[kind], rangeOf(sheet, first), "Columns") : sheet.charts.getItem(name);
  if (isNew) {
    chart.name = name;
    chart.setPosition(sheet.getCell(at.row, at.column));
    chart.width = SIZE.width;
    chart.height = SIZE.height;
    charts.add(name);
  } else {
    chart.setData(rangeOf(sheet, first), "Columns");
    chart.chartType = TYPES[kind];
  }
  chart.title.text = title;
  if (kind === "waterfall") chart.legend.visible = false;
  else chart.legend.position = "Bottom";
  series.forEach((area, i) => {
    const heading = headingOf(desk, seen.name, area);
    const one = i === 0 ? chart.series.getItemAt(0) : chart.series.add(heading ?? undefined);
    if (heading !== null) one.name = heading;
    one.setValues(rangeOf(sheet, { ...area, row: area.row + 1, rows: area.rows - 1 }));
    one.setXAxisValues(rangeOf(sheet, categories));
    if (kind === "stacked columns with line" && i === series.length - 1) one.chartType = "Line";
    if (kind === "lines") setMark(one, i);
    if (kind !== "waterfall") return;
    const colour = WATERFALL[i];
    if (colour === undefined || colour === null) one.format.fill.clear();
    else one.format.fill.setSolidColor(colour);
  });
}

function setMark(series: Excel.ChartSeries, place: number): void {
  const { line, mark } = lineMark(place);
  series.markerStyle = MARKERS[mark];
  series.markerSize = 7;
  series.format.line.lineStyle = DASHES[line];
}
const MARKERS = { circle: "Circle", square: "Square", triangle: "Triangle", diamond: "Diamond", x: "X" } as const;
const DASHES = {
  whole: "Continuous",
  dashes: "Dash",
  dots: "Dot",
  "dashes and dots": "DashDot",
  "long dashes": "DashDotDot",
} as const;

/** Take a chart away, on whichever sheet it stands. */
export function removeChart({ known }: Stage, { name }: Extract<SheetOp, { do: "unchart" }>): void {
  for (const { sheet, charts } of known.sheets.values()) {
    if (charts.delete(name)) sheet.charts.getItem(name).delete();
  }
}

/** A series is named by text, not by its heading cell; the text was written just before. */
function headingOf({ written }: Desk, sheet: string, { row, column }: Area): string | null {
  for (let i = written.length - 1; i >= 0; i -= 1) {
    const { sheet: on, at, cells } = written[i]!;
    const cell = on === sheet ? cells[row - at.row]?.[column - at.column] : undefined;
    if (cell !== undefined) return typeof cell === "string" || typeof cell === "number" ? String(cell) : null;
  }
  return null;
}
