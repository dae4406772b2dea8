import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { step, type Work } from "../../../core/host.ts";
import { ask } from "../../../core/questions/index.ts";
import { work } from "../../../excel/host.ts";
import type { Host } from "./office/host.ts";
import { install, loadOffice } from "./office/load.ts";
import { parseAddress } from "./office/zones.ts";
import { snapshot } from "./snapshot.ts";

const SHEET = "Capacity vs demand";
let host: Host;

function workbook(): Host {
  const office = loadOffice();
  install(office);
  return office.host;
}
const question = (name: string, request: unknown) => work(ask(name, request)) as Promise<{ readonly text: string }>;
const refresh = (sheets = SHEET) => question("makeSheets", { sheets });
const enter = (sheet: string, address: string, value: unknown) =>
  host
    .sheet(sheet)
    .range(parseAddress(address)!.area)
    .set("Values", [[value]]);
/** What a planner can see: everything but the sheets that are out of sight. */
const seen = () => {
  const { sheets, names } = snapshot(host);
  return { sheets: sheets.filter(({ visible }) => visible), names };
};
/** Ana's hours changed, so that a refresh has something to write. */
const changePlan = (hours: number) => enter("People", "E2", hours);

describe("refreshing a sheet for 400 people", () => {
  beforeAll(async () => {
    host = workbook();
    await question("setUp", { demo: "firm" });
  });

  test("takes four round trips of less than 4 MB, the first time and again, and costs no undo", async () => {
    const before = host.syncs;
    await refresh();
    const first = host.syncs - before;
    host.undoCleared.length = 0;
    changePlan(16);
    host.largest = 0;
    const { text } = await refresh();
    const again = host.syncs - before - first;
    expect(text).toMatch(/^Refresh Capacity vs demand: [1-9][\d,]* cells changed\.$/);
    expect([first, again]).toEqual([4, 4]);
    expect(host.largest).toBeLessThan(4_000_000);
    expect(host.undoCleared).toEqual([]);
  });
});

describe("a generated sheet of the small firm", () => {
  beforeEach(async () => {
    host = workbook();
    await question("setUp", { demo: "small" });
    await refresh();
  });
  const generated = () => snapshot(host).sheets.find(({ name }) => name === SHEET)!;

  test("holds values, formats, rules, a chart and frozen rows", () => {
    const { cells, rules, charts, visible } = generated();
    expect(visible).toBe(true);
    expect(rules.length).toBeGreaterThan(0);
    expect(charts.map(({ kind }) => kind)).toContain("stacked columns with line");
    expect([...cells.values()].some(({ formula }) => formula?.startsWith("=SUM("))).toBe(true);
    expect([...cells.values()].some(({ format }) => format === "#,##0.0" || format === "0.0")).toBe(true);
  });

  test("writes nothing when nothing changed", async () => {
    const before = seen();
    expect((await refresh()).text).toBe("Everything was up to date: nothing was written.");
    expect(seen()).toEqual(before);
  });

  test("leaves cells beside its blocks alone, with their looks and rules", async () => {
    enter(SHEET, "AF3", "call the client");
    const beside = host.sheet(SHEET).range(parseAddress("AF3:AG9")!.area);
    beside.nav("Format", null)!.nav("Fill", null)!.set("Color", "#ffff00");
    beside.nav("ConditionalFormats", null)!.call("Add", ["ContainsBlanks"]);
    const rules = host.sheet(SHEET).rules.length;
    changePlan(16);
    await refresh();
    expect(host.sheet(SHEET).cell(2, 31)).toMatchObject({ value: "call the client", fill: "#ffff00" });
    expect(host.sheet(SHEET).cell(8, 32).fill).toBe("#ffff00");
    expect(host.sheet(SHEET).rules.length).toBe(rules);
  });

  test("can be taken back as it was, rules and charts too", async () => {
    const before = seen();
    const plan = host.sheet("People").cell(1, 4).value;
    changePlan(16);
    await refresh();
    const after = seen();
    expect(after).not.toEqual(before);
    changePlan(Number(plan));
    expect((await question("undoLast", {})).text).toContain("Capacity vs demand");
    expect(seen()).toEqual(before);
  });

  test("taking back the first run hides the sheet again", async () => {
    await question("undoLast", {});
    expect(generated().visible).toBe(false);
    expect(generated().cells.size).toBe(0);
    await refresh();
    expect(generated().visible).toBe(true);
  });

  test("a cell changed by hand is listed before it is overwritten", async () => {
    const [address] = [...generated().cells].find(([, { formula }]) => formula)!;
    enter(SHEET, address, "mine");
    await refresh();
    const listed = snapshot(host).sheets.find(({ name }) => name === "Changed by hand")!;
    expect([...listed.cells.values()].map(({ value }) => value)).toContain("mine");
  });
});

describe("one undo step", () => {
  test.each([
    ["1.9", { delayForCellEdit: true }],
    ["1.20", { delayForCellEdit: true, mergeUndoGroup: true }],
  ])("with ExcelApi %s", async (version, options) => {
    const office = loadOffice();
    install(office, { ExcelApi: version });
    const asked: unknown[] = [];
    const excel = office.globals.Excel as { run: (options: unknown, batch: unknown) => unknown };
    const run = excel.run.bind(excel);
    excel.run = (...args) => {
      asked.push(args[0]);
      return run(...args);
    };
    await work(looking());
    expect(asked).toEqual([options]);
  });
  function* looking(): Work<unknown> {
    return yield* step({ do: "look" });
  }
});
