import { describe, expect, test } from "vitest";
import { type Book, run, type Step } from "../../core/host.ts";
import type { CellRange } from "../../core/plan/cells.ts";
import { ask } from "../../core/questions/index.ts";
import { MONEY_SHEETS, SHEETS } from "../../core/sheets/index.ts";
import { everything, type MemoryBook, memoryBook, memoryHost, put } from "../support/memory-host.ts";
import { type Firm, firmOf } from "./firm.ts";

const FIRMS = process.env.HEADROOM_ORACLE === "full" ? 200 : 40;
/** Rates that no other figure looks like, whatever separator or minor unit they are written with. */
const CANARY = /9,?8,?7,?6,?\d[.,]?\d\d(?!\d)/;
let next = 0;
const canary = (): number => {
  next = (next + 1) % 1000;
  return Number(`9876${Math.floor(next / 100)}.${String(11 + (next % 89))}`);
};
const MONEY = new Set(["Rates", "Costs", "Fees", "Exchange"]);
const tablesOf = (firm: Firm, wanted: (name: string) => boolean): Readonly<Record<string, CellRange>> =>
  Object.fromEntries([...firm.tables].filter(([name]) => wanted(name)));

/** A firm whose rates, bill rates and fees are canaries, and one rate that cannot be read. */
function canaryFirm(seed: number): Firm {
  const firm = firmOf(seed, canary);
  const tables = new Map(firm.tables);
  tables.set("Rates", [
    ["Role", "Rate", "Currency"],
    ["Engineer", canary(), "USD"],
    ["Developer", canary(), "USD"],
  ]);
  tables.set("Fees", [
    ["Engagement", "Kind", "Amount", "Currency", "From"],
    ["Work 1", "expense", canary(), "USD", 46030],
  ]);
  const costs = tables.get("Costs")!;
  tables.set("Costs", [...costs, ["Person A", null, `${canary()} an hour`, "USD"], [null, "Writer", canary(), "USX"]]);
  return { ...firm, tables };
}

/** Everything that core asks a host to write, and everything that it tells a panel. */
function told(book: MemoryBook, questions: readonly (readonly [name: string, request: object])[]): string {
  const { host } = memoryHost(book);
  const said: unknown[] = [];
  const spy = (step: Step): unknown => {
    if (step.do === "apply" || step.do === "store" || step.do === "raise" || step.do === "tell") said.push(step);
    return host(step);
  };
  for (const [name, request] of questions) {
    try {
      said.push(run(ask(name, request), spy));
    } catch (error) {
      said.push(String(error));
    }
  }
  return JSON.stringify(said);
}

const usual = (sheets: string): readonly (readonly [string, object])[] => [
  ["sheets", {}],
  ["planCheck", {}],
  ["previewSheets", { sheets }],
  ["makeSheets", { sheets }],
  ["undoLast", {}],
];

const CHECKED = usual("Checks").filter(([name]) => /^(sheets|planCheck)$/.test(name));

describe("rates that nobody may see", () => {
  test("are in nothing that is written or told in one workbook that holds them, in the view none", () => {
    for (let seed = 0; seed < FIRMS; seed++) {
      const asked =
        seed % 40 === 0
          ? usual([...SHEETS.keys()].filter((name) => !MONEY_SHEETS.has(name)).join(";"))
          : seed % 8 === 0
            ? usual("Exposure")
            : CHECKED;
      const said = told(memoryBook(tablesOf(canaryFirm(seed), () => true)), asked);
      expect(said).toContain("HR-215");
      expect(CANARY.exec(said)?.[0], `firm ${seed}`).toBeUndefined();
    }
  });

  test("are in none of the sheets and answers of the view all but salaries, nor in a copy that is prepared to be shared", () => {
    for (let seed = 0; seed < FIRMS; seed += 8) {
      const firm = canaryFirm(seed);
      const settings: CellRange = [
        ["Setting", "Value"],
        ["Money shown", "all but salaries"],
        ["Currency", "USD"],
      ];
      const tables = { ...tablesOf(firm, () => true), Settings: settings };
      const book = memoryBook(tables);
      const sheets = "Margin;Margin bridge;Margin lines;Checks";
      // Told figures is the one exception: it stands beside Costs, and tells what Costs tells.
      const said = told(book, usual(sheets).slice(0, 4)).replaceAll(/-?\d+(?:\.\d+)? (?:person|role) [\w ]+/g, "");
      // Sums may look like a canary: what counts is whether one is this firm's.
      const digits = (text: string) => text.replace(/[^\d]/g, "").slice(0, 7);
      const costs = new Set(firm.tables.get("Costs")!.flatMap((row) => row.map((cell) => digits(String(cell)))));
      const found = [...said.matchAll(new RegExp(CANARY, "g"))].map(([one]) => one);
      expect(
        found.filter((one) => costs.has(digits(one))),
        `firm ${seed}`,
      ).toEqual([]);
      told(book, [
        ["prepareShare", { keeps: seed % 16 === 0 ? "none" : "all but salaries" }],
        ["prepareShare", { keeps: "none" }],
        ["forgetUndo", {}],
      ]);
      expect(CANARY.exec(everything(book))?.[0], `copy of firm ${seed}`).toBeUndefined();
    }
  });

  test("would be found if a table of money were written", () => {
    const said = told(memoryBook(tablesOf(canaryFirm(1), () => true)), [["setUp", { demo: "empty" }]]);
    expect(CANARY.test(said + JSON.stringify(tablesOf(canaryFirm(1), () => true)))).toBe(true);
    expect(CANARY.test("9,876,543 minor units")).toBe(true);
  });

  test("stay in the finance workbook: the planning workbook that it reads is not written, and holds none", () => {
    for (let seed = 0; seed < FIRMS; seed += 40) {
      const firm = canaryFirm(seed);
      const planning = memoryBook(tablesOf(firm, (name) => !MONEY.has(name)));
      const before = everything(planning);
      const book: Book = Object.entries(tablesOf(firm, (name) => !MONEY.has(name))).map(([name, cells]) => ({
        name,
        cells,
      }));
      const finance: MemoryBook = { ...memoryBook({}), planning: { way: "file", file: { name: "Plan.xlsx", book } } };
      told(finance, [["setUpFinance", { address: "file" }]]);
      for (const [row, cells] of firm.tables.get("Costs")!.entries())
        for (const [column, cell] of cells.entries()) put(finance, "Costs", row, column, cell);
      told(finance, [["setUpFinance", { address: "file" }], ...usual("Margin")]);
      expect(CANARY.test(everything(finance))).toBe(true);
      expect(everything(planning)).toBe(before);
      expect(CANARY.test(told(planning, usual("Capacity vs demand")) + everything(planning))).toBe(false);
    }
  });
});
