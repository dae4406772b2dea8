import { demoFirm } from "../../../core/demo/firm.ts";
import { smallDemo } from "../../../core/demo/small.ts";
import { run, type Step } from "../../../core/host.ts";
import { ask } from "../../../core/questions/index.ts";
import type { Bridge } from "../../../panels/bridge.ts";
import { mountPanels, type PanelKey } from "../../../panels/main.ts";
import { type MemoryBook, memoryBook, memoryHost, put } from "../../support/memory-host.ts";

/** The panels over a workbook in this page's memory; the test asks for one with `start` and looks into it. */
const BOOKS: ReadonlyMap<string, () => MemoryBook> = new Map([
  ["empty", () => memoryBook({ Sheet1: [] })],
  ["small", () => memoryBook(Object.fromEntries(smallDemo()))],
  ["firm", () => memoryBook(Object.fromEntries(demoFirm()))],
]);

export function start(name: string, panel: PanelKey, delay = 0) {
  const book = BOOKS.get(name)!();
  const selected: string[] = [];
  const { host } = memoryHost(book);
  const watched = (step: Step) => {
    if (step.do === "select") selected.push(`${step.sheet} ${step.at.row} ${step.at.column}`);
    return host(step);
  };
  const bridge: Bridge = {
    ask: async (question, request) => {
      await new Promise((go) => setTimeout(go, delay));
      const json = JSON.stringify(run(ask(question, JSON.parse(JSON.stringify(request))), watched));
      return JSON.parse(json);
    },
  };
  const panels = mountPanels(document.getElementById("panel")!, bridge, { start: panel });
  return {
    panels,
    selected,
    put: (sheet: string, row: number, column: number, cell: string | number | null) =>
      put(book, sheet, row, column, cell),
    cell: (sheet: string, row: number, column: number) => book.sheets.get(sheet)?.cells.get(`${row},${column}`) ?? null,
    sheets: () => [...book.sheets].flatMap(([sheet, { hidden }]) => (hidden ? [] : [sheet])),
  };
}
