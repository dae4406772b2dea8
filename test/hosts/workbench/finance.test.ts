// @vitest-environment jsdom
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { smallDemo } from "../../../core/demo/small.ts";
import { FUNCTIONS } from "../../../core/functions/index.ts";
import { ask } from "../../../core/questions/index.ts";
import type { Model } from "../../../workbench/engine.ts";
import { putBeside, work } from "../../../workbench/host.ts";
import { planWorkbook } from "../../../workbench/start/workbooks.ts";
import { install, workbookOf } from "../../../workbench/workbook.ts";
import { saveXlsx } from "../../../workbench/xlsx/save.ts";
import { seen, type } from "../../support/workbench.ts";

beforeAll(() => install(FUNCTIONS));

const PLAN = new Map([...smallDemo()].filter(([name]) => ["People", "Engagements", "Allocations"].includes(name)));
const CANARY = "98765.43";
const partsOf = async (model: Model): Promise<ReadonlyMap<string, string>> =>
  new Map(
    Object.entries(unzipSync(await saveXlsx(model, { live: true }))).map(([name, bytes]) => [name, strFromU8(bytes)]),
  );
const holding = (parts: ReadonlyMap<string, string>) =>
  [...parts].filter(([, text]) => /98765\.43|9876543/.test(text)).map(([name]) => name);

describe("a finance workbook beside the planning file, in the workbench", () => {
  test("computes margins from both; no part of the planning .xlsx holds a rate", async () => {
    const planning = planWorkbook("Quillhaven Cloud", PLAN);
    const finance = workbookOf({ sheets: [{ id: "a", name: "Start", cells: {} }] });
    putBeside(finance, "Quillhaven Cloud.xlsx", planning);
    work(finance, ask("setUpFinance", { address: "file" }));
    for (const [cell, text] of [
      ["A2", "Maya Ellison"],
      ["C2", CANARY],
      ["D2", "USD"],
    ] as const)
      type(finance, "Costs", cell, text);
    type(finance, "Rates", "F2", "180");
    type(finance, "Rates", "C2", "Senior cloud engineer");
    type(
      finance,
      "Start",
      "A1",
      '=MARGIN(DATE(2026,1,5), DATE(2026,1,9),,, "client=Cobalt Freight; measure=cost; person=Maya Ellison", People, Engagements, Allocations, Rates, Costs)',
    );
    expect(seen(finance, "Start", "A1")).toMatchObject({ value: 12 * 98765.43 });
    work(finance, ask("setUpFinance", { address: "file" }));
    const after = await partsOf(planning);
    expect(holding(after)).toEqual([]);
  });
});
