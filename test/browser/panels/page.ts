import { demoFirm } from "../../../core/demo/firm.ts";
import { smallDemo, smallDemoInUse } from "../../../core/demo/small.ts";
import { smallMoneyDemo } from "../../../core/demo/small-money.ts";
import { run, type Step } from "../../../core/host.ts";
import { ask } from "../../../core/questions/index.ts";
import type { Bridge } from "../../../panels/bridge.ts";
import { mountPanels, type PanelKey } from "../../../panels/main.ts";
import { colouredBook } from "../../support/coloured-book.ts";
import { type MemoryBook, memoryBook, memoryHost, put } from "../../support/memory-host.ts";
import { teamBook } from "../../support/team-book.ts";

/** The panels over a workbook in this page's memory; the test asks for one with `start` and looks into it. */
const BOOKS: ReadonlyMap<string, () => MemoryBook> = new Map([
  ["empty", () => memoryBook({ Sheet1: [] })],
  ["small", () => memoryBook(Object.fromEntries(smallDemo()))],
  ["money", () => memoryBook(Object.fromEntries(smallMoneyDemo()))],
  ["salaries", () => memoryBook(Object.fromEntries(mixed()))],
  ["team", () => memoryBook(Object.fromEntries(teamBook()))],
  ["coloured", () => colouredBook()],
  ["in use", () => memoryBook(Object.fromEntries([...smallDemoInUse(), ...smallMoneyDemo()]))],
  ["firm", () => memoryBook(Object.fromEntries(demoFirm()))],
]);

/** A planning workbook that holds salaries, 98761.43 an hour each, and lacks some; Settings say nothing of money. */
function mixed() {
  const tables = new Map(smallMoneyDemo());
  const costs = tables.get("Costs")!.slice(0, -2);
  tables.set(
    "Costs",
    costs.map((row, i) => row.map((cell, j) => (i > 0 && j === 2 ? 98761.43 : cell))),
  );
  tables.set(
    "Settings",
    tables.get("Settings")!.filter(([name]) => name !== "Money shown"),
  );
  return tables;
}

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
    /** A question as a panel asks it. */
    ask: (question: string, request: object) => bridge.ask(question as never, request as never),
    /** Where the first cell of a sheet stands whose text fits, or that shows a number. */
    find: (sheet: string, is: string | number): readonly [row: number, column: number] => {
      const [key] = [...(book.sheets.get(sheet)?.cells ?? [])].find(([, cell]) => cell === is) ?? ["-1,-1"];
      const [row = -1, column = -1] = key.split(",").map(Number);
      return [row, column];
    },
    put: (sheet: string, row: number, column: number, cell: string | number | null) =>
      put(book, sheet, row, column, cell),
    select: (sheet: string, row: number, column: number) => {
      book.selected = { sheet, at: { row, column, rows: 1, columns: 1 } };
    },
    cell: (sheet: string, row: number, column: number) => book.sheets.get(sheet)?.cells.get(`${row},${column}`) ?? null,
    sheets: () => [...book.sheets].flatMap(([sheet, { hidden }]) => (hidden ? [] : [sheet])),
  };
}
