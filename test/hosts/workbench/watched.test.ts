import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { smallDemo } from "../../../core/demo/small.ts";
import { FUNCTIONS } from "../../../core/functions/index.ts";
import { ask } from "../../../core/questions/index.ts";
import type { Watch } from "../../../panels/bridge.ts";
import type { Model } from "../../../workbench/engine.ts";
import { workWatched } from "../../../workbench/page/watched.ts";
import { planWorkbook } from "../../../workbench/start/workbooks.ts";
import { install } from "../../../workbench/workbook.ts";
import { type } from "../../support/workbench.ts";

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
    expect(heard).toEqual([
      "Computing Capacity vs demand 0 of 3",
      "Computing Skill gaps 1 of 3",
      "Computing Checks 2 of 3",
      "Writing 0 of 1",
    ]);
    expect(names()).toContain("Skill gaps");
    model.dispatch("REQUEST_UNDO");
    expect(names()).toEqual(before);
  });

  test.each([1, 2, 3, 4])("taken back at step %i it writes nothing, and the next question is answered", async (at) => {
    const before = names();
    const { watch } = watching(at, (stop) => stop.abort());
    await expect(make(watch)).rejects.toThrow("Cancelled: nothing was changed.");
    expect(names()).toEqual(before);
    await make(watching(0, () => {}).watch);
    expect(names()).toContain("Checks");
  });

  test("what the planner types meanwhile is not written over by figures that do not know it", async () => {
    const before = names();
    const { watch } = watching(2, () => type(model, "People", "E2", "20"));
    await expect(make(watch)).rejects.toThrow("The workbook was changed while Headroom was computing");
    expect(names()).toEqual(before);
  });
});
