import { lineMark } from "../../core/sheets/line-marks.ts";
import type { SheetOp } from "../../core/sheets/ops.ts";
import { WATERFALL as COLOURS_OF_STEPS } from "../../core/sheets/waterfall.ts";
import { registries } from "../engine.ts";
import { xc } from "./places.ts";
import { makeRoom, type Stage } from "./stage.ts";

type ChartOp = Extract<SheetOp, { do: "chart" }>;

/** A data set whose id starts like this stands on the others; every other bar stands beside them. */
export const STACKED = "stacked";
/** One whose id starts like this is a part of a waterfall, whose first part is not seen. */
export const WATERFALL = "waterfall";
/** What is not seen has a colour too, without any of it. */
export const UNSEEN = "#FFFFFF00";

const SIZE = { width: 760, height: 320 };
/** Told apart by colour-blind readers and in grey print; the line is dark over all of them. */
const COLOURS = ["#4292c6", "#fdae6b", "#9ecae1", "#d95f02", "#bdbdbd", "#08519c", "#8c6bb1", "#fdd9b5"];
const LINE = "#1f2937";

/** Draw a chart, or draw it anew when its name is known. */
export function setChart(stage: Stage, { name, kind, title, about, categories, series, at }: ChartOp): void {
  const { send, getters, sheetId } = stage;
  makeRoom(stage, { ...at, rows: 1, columns: 1 });
  const line = kind === "stacked columns with line" ? series.length - 1 : -1;
  const idOf = (i: number) => `${IDS.get(kind) ?? "series"}-${i}`;
  const colour = (i: number) => {
    if (kind === "waterfall") return COLOURS_OF_STEPS[i] ?? UNSEEN;
    return i === line ? LINE : COLOURS[i % COLOURS.length]!;
  };
  const style = (i: number) => ({
    backgroundColor: colour(i),
    type: (i === line || kind === "lines" ? "line" : "bar") as "line" | "bar",
  });
  const definition = {
    type: { "stacked columns with line": "combo", columns: "bar", lines: "line", waterfall: "bar" }[kind],
    title: { text: title },
    legendPosition: kind === "waterfall" ? "none" : "bottom",
    ...(kind === "columns" ? { stacked: false } : {}),
    ...(kind === "waterfall" ? { stacked: true } : {}),
    ...(kind === "lines" ? { stacked: false, labelsAsText: true, cumulative: false } : {}),
    dataSource: {
      type: "range",
      dataSetsHaveTitle: true,
      dataSets: series.map((area, i) => ({ dataSetId: idOf(i), dataRange: xc(area) })),
      labelRange: xc(categories),
    },
    dataSetStyles: Object.fromEntries(series.map((_, i) => [idOf(i), style(i)])),
  } as never;
  const ids = { sheetId, chartId: name, figureId: name };
  if (getters.getFigure(sheetId, name)) send("UPDATE_CHART", { ...ids, definition });
  else {
    const corner = { col: at.column, row: at.row, offset: { x: 8, y: 8 } };
    send("CREATE_CHART", { ...ids, ...corner, size: SIZE, definition });
  }
  send("HEADROOM_ABOUT" as never, { figureId: name, text: about } as never);
}

const IDS: ReadonlyMap<ChartOp["kind"], string> = new Map([
  ["stacked columns with line", STACKED],
  ["waterfall", WATERFALL],
]);

/** Take a chart away, on whichever sheet it stands. */
export function removeChart({ send, getters }: Stage, { name }: Extract<SheetOp, { do: "unchart" }>): void {
  const sheetId = getters.getSheetIds().find((id) => getters.getFigure(id, name));
  if (sheetId !== undefined) send("DELETE_FIGURE", { sheetId, figureId: name });
  send("HEADROOM_ABOUT" as never, { figureId: name, text: null } as never);
}

interface Lines {
  readonly chartJsConfig: { readonly data: { readonly datasets: readonly Record<string, unknown>[] } };
}

/** Each of several lines gets a dash and a mark of its own, which the engine has no words for. Call before a Model is made. */
export function installMarkedLines(): void {
  const lines = registries.chartTypeRegistry.get("line");
  const getRuntime = lines.getRuntime.bind(lines);
  registries.chartTypeRegistry.replace("line", {
    ...lines,
    getRuntime: (...args: Parameters<typeof lines.getRuntime>) => {
      const runtime = getRuntime(...args);
      const { datasets } = (runtime as unknown as Lines).chartJsConfig.data;
      if (datasets.length > 1)
        datasets.forEach((one, i) => {
          const { dash, mark } = lineMark(i);
          Object.assign(one, { borderDash: dash, pointStyle: POINTS[mark], pointRadius: mark === "x" ? 5 : 4 });
        });
      return runtime;
    },
  } as never);
}
const POINTS = { circle: "circle", square: "rect", triangle: "triangle", diamond: "rectRot", x: "crossRot" } as const;

interface ComboRuntime {
  readonly chartJsConfig: { readonly options?: { readonly scales?: Readonly<Record<string, { stacked?: boolean }>> } };
}

/** The engine's combined chart puts its bars side by side; ours asks the chart library to stack them. Call before a Model is made. */
export function installStackedCharts(): void {
  const combo = registries.chartTypeRegistry.get("combo");
  const getRuntime = combo.getRuntime.bind(combo);
  registries.chartTypeRegistry.replace("combo", {
    ...combo,
    getRuntime: (...args: Parameters<typeof combo.getRuntime>) => {
      const runtime = getRuntime(...args);
      const { dataSetStyles = {} } = args[1] as { readonly dataSetStyles?: Readonly<Record<string, unknown>> };
      if (!Object.keys(dataSetStyles).some((id) => id.startsWith(STACKED))) return runtime;
      const { scales = {} } = (runtime as unknown as ComboRuntime).chartJsConfig.options ?? {};
      for (const scale of Object.values(scales)) scale.stacked = true;
      return runtime;
    },
  } as never);
}
