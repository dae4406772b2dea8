import type { Fake } from "./fake.ts";
import { strict } from "./gate.ts";
import { places, rangeApi } from "./range.ts";
import type { ChartState, SheetState } from "./state.ts";

/** A chart that is being made has no number yet. */
export type Draft = ChartState;

export const chartApi = (fake: Fake, sheet: SheetState, chart: ChartState): object =>
  strict(fake.gate, "EmbeddedChart", {
    fake: chart,
    getChartId: () => chart.id,
    getRanges: () => chart.ranges.map((at) => rangeApi(fake, sheet, at)),
    getOptions: () => strict(fake.gate, "ChartOptions", { get: (name: string) => chart.options.get(name) ?? null }),
    modify: () => chartBuilder(fake, sheet, chart),
  });

const NEW: ChartState = { id: -1, type: "", stacked: false, ranges: [], headers: 0, anchor: [], options: new Map() };

/** Builders change themselves and hand themselves back, as Google's do. A type's own setters come right after the type. */
export function chartBuilder(fake: Fake, sheet: SheetState, from: ChartState | null): object {
  let chart = from ?? NEW;
  const set = (part: Partial<ChartState>) => {
    chart = { ...chart, ...part };
    return builder;
  };
  const option = (name: string, value: unknown) => set({ options: new Map([...chart.options, [name, value]]) });
  const as = (type: string) => () => {
    set({ type, stacked: false });
    return typed;
  };
  const shared = {
    addRange: (range: object) => {
      const place = places.get(range)!;
      if (place.sheetId !== sheet.id) throw new Error("A chart's ranges lie on its own sheet in this stand-in.");
      return set({ ranges: [...chart.ranges, place.at] });
    },
    clearRanges: () => set({ ranges: [] }),
    setNumHeaders: (headers: number) => set({ headers }),
    setPosition: (...anchor: number[]) => set({ anchor }),
    setOption: option,
    setTransposeRowsAndColumns: () => builder,
    asComboChart: as("COMBO"),
    asColumnChart: as("COLUMN"),
    asLineChart: as("LINE"),
    build: () => {
      if (chart.type === "" || chart.ranges.length === 0) throw new Error("A chart needs a type and ranges.");
      return strict(fake.gate, "EmbeddedChart", { fake: chart });
    },
  };
  const builder: object = strict(fake.gate, "EmbeddedChartBuilder", shared);
  const typed: object = strict(fake.gate, "EmbeddedTypedChartBuilder", {
    ...shared,
    setStacked: () => {
      set({ stacked: true });
      return typed;
    },
    setTitle: (title: string) => {
      option("title", title);
      return typed;
    },
  });
  return builder;
}
