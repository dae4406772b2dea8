import { chartApi, chartBuilder, type Draft } from "./charts.ts";
import type { Fake } from "./fake.ts";
import { strict } from "./gate.ts";
import { rangeApi } from "./range.ts";
import { ruleApi } from "./rules.ts";
import { type RuleState, type SheetState, used } from "./state.ts";

/** A sheet as Apps Script hands it out. */
export function sheetApi(fake: Fake, sheet: SheetState): object {
  const { book, gate } = fake;
  const grow = (axis: "maxRows" | "maxColumns") => (after: number, count: number) => {
    if (after !== sheet[axis]) throw new Error("Only the end of a sheet grows in this stand-in.");
    sheet[axis] += count;
    return api;
  };
  const api: object = strict(gate, "Sheet", {
    getName: () => sheet.name,
    getSheetId: () => sheet.id,
    getMaxRows: () => sheet.maxRows,
    getMaxColumns: () => sheet.maxColumns,
    insertRowsAfter: grow("maxRows"),
    insertColumnsAfter: grow("maxColumns"),
    isSheetHidden: () => sheet.hidden,
    hideSheet: () => {
      if (book.sheets.every((one) => one.hidden || one === sheet))
        throw new Error("You can't hide all the sheets in a document.");
      sheet.hidden = true;
      return api;
    },
    showSheet: () => {
      sheet.hidden = false;
      return api;
    },
    getRange: (row: number, column: number, rows = 1, columns = 1) =>
      rangeApi(fake, sheet, { row, column, rows, columns }),
    getDataRange: () => {
      const { rows, columns } = used(sheet);
      return rangeApi(fake, sheet, { row: 1, column: 1, rows: Math.max(1, rows), columns: Math.max(1, columns) });
    },
    clearContents: () => {
      for (const cell of sheet.cells.values()) {
        delete cell.value;
        delete cell.formula;
      }
      return api;
    },
    getConditionalFormatRules: () => sheet.rules.map((rule) => ruleApi(fake, sheet, rule)),
    setConditionalFormatRules: (rules: readonly { readonly fake: RuleState }[]) => {
      sheet.rules = rules.map((rule) => rule.fake);
    },
    newChart: () => chartBuilder(fake, sheet, null),
    getCharts: () => sheet.charts.map((chart) => chartApi(fake, sheet, chart)),
    insertChart: (chart: { readonly fake: Draft }) => {
      sheet.charts.push({ ...chart.fake, id: 1000 + book.next++ });
    },
    updateChart: (chart: { readonly fake: Draft }) => {
      const at = sheet.charts.findIndex(({ id }) => id === chart.fake.id);
      if (at < 0) throw new Error("The chart is not on this sheet.");
      sheet.charts[at] = chart.fake;
    },
    removeChart: (chart: { readonly fake: Draft }) => {
      sheet.charts = sheet.charts.filter(({ id }) => id !== chart.fake.id);
    },
    setFrozenRows: (rows: number) => {
      sheet.frozenRows = rows;
    },
    setFrozenColumns: (columns: number) => {
      sheet.frozenColumns = columns;
    },
    setColumnWidth: (column: number, width: number) => {
      if (column > sheet.maxColumns) throw new Error("Those columns are out of bounds.");
      sheet.widths.set(column, width);
      return api;
    },
    addDeveloperMetadata: (key: string, value: string) => {
      if (value.length > 30_000) throw new Error("Developer metadata quota exceeded.");
      sheet.metadata.push({ key, value });
      return api;
    },
  });
  return api;
}
