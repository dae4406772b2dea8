import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { type Model, Model as Workbook } from "../../../workbench/engine.ts";
import { evaluationsOf } from "../../../workbench/evaluation.ts";
import type { SheetFunction } from "../../../workbench/functions.ts";
import { perform, type Send } from "../../../workbench/perform.ts";
import { usedCells } from "../../../workbench/sheet/used.ts";
import { install } from "../../../workbench/workbook.ts";
import { type } from "../../support/workbench.ts";

/** A table of two columns that spills, as long as it is told. */
const TABLE: SheetFunction = {
  name: "UTILIZATION",
  summary: "A table that spills.",
  params: ["rows", "of"].map((name) => ({ name, about: `About ${name}.`, optional: true })),
  shows: () => "number",
  call: ([rows, of]) =>
    Array.from({ length: Math.max(1, Math.min(5, Number(rows ?? 2))) }, (_, i) => [
      i,
      typeof of === "number" ? of : "-",
    ]),
};

beforeAll(() => install([TABLE]));

const SIZE = { rows: 9, cols: 5 };
const SHEETS = ["Team", "Plan", "New", "Newer"];
const NAMES = ["Booked", "Free"];

const opened = (): Model =>
  new Workbook(
    {
      version: "19.3.0",
      sheets: ["Team", "Plan"].map((name) => ({
        id: name,
        name,
        rowNumber: SIZE.rows,
        colNumber: SIZE.cols,
        cells: { A1: "Hours", A2: "8", A3: "7.5", B1: "=SUM(A2:A9)" },
      })),
      namedRanges: { Booked: "Team!A2:A3" },
    } as never,
    {},
    [],
    undefined,
    false,
  );

const row = fc.nat(SIZE.rows - 1);
const place = fc.record({ row, col: fc.nat(SIZE.cols - 1) });
/** Formulas stand right of all they may ask for: in a circle each order of calculating gives something else. */
const RIGHT = 3;
const asking = fc.record({ row, col: fc.integer({ min: RIGHT, max: SIZE.cols - 1 }) });
const asked = fc.record({ row, col: fc.nat(RIGHT - 1) });
const value = fc.constantFrom("", "8", "12", "text", "2026-01-05");
const formula = fc.constantFrom(
  ...["=A1", "=SUM(A:A)", "=SUM(Team!A:B)", "=SUM(Booked)", "=COUNTA(Free)"],
  ...["=New!A2", "=SUM(Newer!A1:B3)", "=Plan!B1", "=UTILIZATION(3)", "=UTILIZATION(A2,Booked)", "=TRANSPOSE(A1:B2)"],
);
const sheet = fc.constantFrom(...SHEETS);
const act = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant("write" as const), sheet, place, content: value }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("write" as const), sheet, place: asking, content: formula }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("create" as const), sheet }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("grow" as const), sheet, isColumn: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("insert" as const), sheet }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant("name" as const), sheet, place: asked, name: fc.constantFrom(...NAMES) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("forget" as const), name: fc.constantFrom(...NAMES) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("clear" as const), sheet, place }) },
);
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

function doIt(model: Model, send: Send, one: Act): void {
  const { getters } = model;
  if (one.do === "forget") {
    if (getters.getNamedRange(one.name)) send("DELETE_NAMED_RANGE", { name: one.name });
    return;
  }
  const sheetId = one.sheet;
  if (one.do === "create") {
    const position = getters.getSheetIds().length;
    if (!getters.tryGetSheet(sheetId)) send("CREATE_SHEET", { sheetId, name: sheetId, position, ...SIZE });
    return;
  }
  if (!getters.tryGetSheet(sheetId)) return;
  const zone = "place" in one ? { top: one.place.row, bottom: one.place.row, left: 0, right: one.place.col } : null;
  if (one.do === "write") send("UPDATE_CELL", { sheetId, ...one.place, content: one.content });
  if (one.do === "clear") send("CLEAR_CELLS", { sheetId, target: [zone!] });
  if (one.do === "insert" || one.do === "grow") {
    const dimension = one.do === "grow" && one.isColumn ? "COL" : "ROW";
    const have = dimension === "COL" ? getters.getNumberCols(sheetId) : getters.getNumberRows(sheetId);
    const base = one.do === "insert" ? 0 : have - 1;
    send("ADD_COLUMNS_ROWS", { sheetId, sheetName: sheetId, dimension, base, quantity: 2, position: "after" });
  }
  if (one.do === "name") {
    const where = { sheetId, ranges: [getters.getRangeDataFromZone(sheetId, zone!)] };
    if (getters.getNamedRange(one.name))
      send("UPDATE_NAMED_RANGE", { oldRangeName: one.name, newRangeName: one.name, ...where } as never);
    else send("CREATE_NAMED_RANGE", { name: one.name, ...where } as never);
  }
}

/** What every cell shows. */
const shown = ({ getters }: Model) =>
  getters.getSheetIds().map((sheetId) => {
    const { bottom, right } = getters.getSheetZone(sheetId);
    return Array.from({ length: bottom + 1 }, (_, row) =>
      Array.from({ length: right + 1 }, (_, col) => {
        const { value, format } = getters.getEvaluatedCell({ sheetId, row, col });
        return format === undefined ? value : [value, format];
      }),
    );
  });

/** The engine's own calculation of every cell. */
function calculateAll(model: Model): void {
  const { handlers } = model as unknown as { readonly handlers: readonly Partial<Evaluation>[] };
  const evaluation = handlers.find((one): one is Evaluation => "shouldRebuildDependenciesGraph" in one)!;
  evaluation.shouldRebuildDependenciesGraph = true;
  evaluation.finalize();
}
interface Evaluation {
  shouldRebuildDependenciesGraph: boolean;
  readonly finalize: () => void;
}

describe("what the workbench calculates after new sheets, rows and names", () => {
  test("is what the engine gives when it calculates every cell", () => {
    fc.assert(
      fc.property(fc.array(fc.array(act, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 5 }), (jobs) => {
        const model = opened();
        for (const acts of jobs) {
          perform(model, (send) => {
            for (const one of acts) doIt(model, send, one);
          });
        }
        const now = shown(model);
        calculateAll(model);
        expect(now).toEqual(shown(model));
      }),
      { numRuns: 150 },
    );
  });

  test("leaves alone what is no formula", () => {
    const model = opened();
    const [before, plan] = ["Team", "Plan"].map((id) => evaluationsOf(model.getters, id));
    type(model, "Plan", "B1", "");
    const now = evaluationsOf(model.getters, "Plan");
    expect(now).toBeGreaterThan(plan!);
    model.dispatch("CREATE_SHEET", { sheetId: "New", name: "New", position: 2, ...SIZE });
    expect(evaluationsOf(model.getters, "Plan")).toBe(now);
    expect(evaluationsOf(model.getters, "Team")).toBeGreaterThan(before!);
  });
});

describe("a sheet that is read again", () => {
  test("is not read twice while no cell of it was calculated, and anew as soon as one was", () => {
    const model = opened();
    const [team, plan] = [usedCells(model.getters, "Team"), usedCells(model.getters, "Plan")];
    type(model, "Team", "A2", "6");
    expect(usedCells(model.getters, "Plan")).toBe(plan);
    expect(usedCells(model.getters, "Team")).toEqual([
      ["Hours", 13.5],
      [6, null],
      [7.5, null],
    ]);
    expect(team[1]).toEqual([8, null]);
    model.dispatch("REQUEST_UNDO");
    expect(usedCells(model.getters, "Team")).toEqual(team);
  });
});
