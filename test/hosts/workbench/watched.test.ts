import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { smallDemo } from "../../../core/demo/small.ts";
import { FUNCTIONS } from "../../../core/functions/index.ts";
import { ask } from "../../../core/questions/index.ts";
import type { Watch } from "../../../panels/bridge.ts";
import type { Model } from "../../../workbench/engine.ts";
import { work } from "../../../workbench/host.ts";
import { workWatched } from "../../../workbench/page/watched.ts";
import { planWorkbook } from "../../../workbench/start/workbooks.ts";
import { install } from "../../../workbench/workbook.ts";
import { type } from "../../support/workbench.ts";
import { snapshot } from "./snapshot.ts";

beforeAll(() => {
  install(FUNCTIONS);
  globalThis.requestAnimationFrame = (frame) => Number(setTimeout(() => frame(0), 0));
});

let model: Model;
beforeEach(() => {
  model = planWorkbook("Quillhaven Cloud", smallDemo());
});

const THREE = { sheets: "Capacity vs demand;Skill gaps;Checks" };
const make = (watch: Watch) => workWatched(model, () => ask("makeSheets", THREE), watch);
const names = () => model.getters.getSheetIds().map((id) => model.getters.getSheetName(id));
const watching = (at: number, act: (stop: AbortController) => void) => {
  const stop = new AbortController();
  const heard: string[] = [];
  const tell: Watch["tell"] = ({ words, done, of }) => {
    heard.push(`${words} ${done} of ${of}`);
    if (heard.length === at) act(stop);
  };
  return { heard, watch: { signal: stop.signal, tell } };
};

describe("a long question in the workbench", () => {
  test("tells what it is at, writes all at once, and one Ctrl+Z takes it back", async () => {
    const before = names();
    const { heard, watch } = watching(0, () => {});
    await make(watch);
    expect(heard.slice(0, 4)).toEqual([
      "Computing Capacity vs demand 0 of 3",
      "Computing Skill gaps 1 of 3",
      "Computing Checks 2 of 3",
      "Writing 0 of 1",
    ]);
    const writing = heard.slice(4, -1);
    expect(
      writing.filter((words) => !/^Writing (Capacity vs demand|Skill gaps|Checks) \d+ of \d+$/.test(words)),
    ).toEqual([]);
    const steps = writing.map((words) => Number(/\d+/.exec(words)![0]));
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
    expect(new Set(steps).size).toBeGreaterThan(10);
    expect(heard.at(-1)).toBe("Calculating 0 of 1");
    expect(names()).toContain("Skill gaps");
    model.dispatch("REQUEST_UNDO");
    expect(names()).toEqual(before);
  });

  test("written in pieces a workbook is what it is when written at once", async () => {
    await make(watching(0, () => {}).watch);
    const other = planWorkbook("Quillhaven Cloud", smallDemo());
    work(other, ask("makeSheets", THREE));
    expect(snapshot(model)).toEqual(snapshot(other));
  });

  test.each([1, 2, 3, 4])("taken back at step %i it writes nothing, and the next question is answered", async (at) => {
    const before = names();
    const { watch } = watching(at, (stop) => stop.abort());
    await expect(make(watch)).rejects.toThrow("Cancelled: nothing was changed.");
    expect(names()).toEqual(before);
    await make(watching(0, () => {}).watch);
    expect(names()).toContain("Checks");
  });

  test.each([5, 9, 20])("taken back while it writes, at step %i, it leaves the workbook as it was", async (at) => {
    const before = snapshot(model);
    const { watch } = watching(at, (stop) => stop.abort());
    await expect(make(watch)).rejects.toThrow("Cancelled: nothing was changed.");
    expect(snapshot(model)).toEqual(before);
    await make(watching(0, () => {}).watch);
    expect(names()).toContain("Checks");
  });

  test.each([5, 9, 20])("that fails while it writes, at step %i, leaves the workbook as it was", async (at) => {
    const before = snapshot(model);
    const { watch } = watching(at, () => {
      type(model, "People", "E2", "20");
      throw new Error("The line to the panel is gone.");
    });
    await expect(make(watch)).rejects.toThrow("The line to the panel is gone.");
    expect(snapshot(model)).toEqual(before);
  });

  test.each([5, 9, 20])("that meets a fault of the engine at step %i leaves the workbook as it was", async (at) => {
    const before = snapshot(model);
    const getters = model.getters as { getConditionalFormats: (typeof model.getters)["getConditionalFormats"] };
    const { getConditionalFormats } = getters;
    const { watch } = watching(at, () => {
      getters.getConditionalFormats = () => {
        Object.assign(getters, { getConditionalFormats });
        throw new Error("The engine is out of order.");
      };
    });
    await expect(make(watch)).rejects.toThrow("The engine is out of order.");
    expect(snapshot(model)).toEqual(before);
  });

  test("what the planner types meanwhile is not written over by figures that do not know it", async () => {
    const before = names();
    const { watch } = watching(2, () => type(model, "People", "E2", "20"));
    await expect(make(watch)).rejects.toThrow("The workbook was changed while Headroom was computing");
    expect(names()).toEqual(before);
  });
});

describe("an import of many rows into the workbench", () => {
  const rows = Array.from(
    { length: 4000 },
    (_, i) => `2026-01-${String(5 + (i % 20)).padStart(2, "0")},P${i},Dev,1,Ann,Lee`,
  );
  const text = ["Date,Project,Task,Hours,First Name,Last Name", ...rows].join("\n");
  const request = { text, sheet: "", converted: false, answers: [], mode: "append" };
  const take = (watch: Watch) => workWatched(model, () => ask("importRows", request), watch);
  const at = () => ({ sheetId: model.getters.getSheetIdByName("Actuals")! });

  test("tells how far it is, can be drawn meanwhile, and is one undo step", { timeout: 60_000 }, async () => {
    const before = snapshot(model);
    const known = new Set<number>();
    const { heard, watch } = watching(0, () => {});
    const tell: Watch["tell"] = (progress) => {
      known.add(model.getters.getColDimensions(at().sheetId, 1).start);
      watch.tell(progress);
    };
    await take({ ...watch, tell });
    const writing = heard.filter((words) => words.startsWith("Writing Actuals "));
    expect(writing.length).toBeGreaterThan(2);
    expect(known.size).toBe(1);
    const last = model.getters.getNumberRows(at().sheetId);
    const names = Array.from(
      { length: last },
      (_, row) => model.getters.getEvaluatedCell({ ...at(), row, col: 1 }).value,
    );
    expect(names.filter((name) => name === "Ann Lee").length).toBe(4000);
    model.dispatch("REQUEST_UNDO");
    expect(snapshot(model)).toEqual(before);
  });

  test("taken back half-way it leaves the workbook as it was", { timeout: 60_000 }, async () => {
    const before = snapshot(model);
    const stop = new AbortController();
    const tell: Watch["tell"] = ({ words, done }) => words === "Writing Actuals" && done > 2 && stop.abort();
    await expect(take({ signal: stop.signal, tell })).rejects.toThrow("Cancelled: nothing was changed.");
    expect(snapshot(model)).toEqual(before);
  });
});
