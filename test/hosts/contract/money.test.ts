import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Cell } from "../../../core/plan/cells.ts";
import { a1 } from "../../../core/sheets/a1.ts";
import type { Snapshot } from "../../support/snapshot.ts";
import { opened, typeIn } from "../gsheets/addon.ts";
import { newBook } from "../gsheets/fake/state.ts";
import { snapshot as sheetsSnapshot } from "../gsheets/snapshot.ts";
import { differences } from "./differences.ts";
import { type HostName, inEachHost, inHost, NAMES, type Opened } from "./hosts.ts";
import { asIn } from "./known.ts";
import { smallPlan } from "./small-plan.ts";

type InEach<T> = Readonly<Record<HostName, T>>;
const MONEY = { sheets: "Margin; Margin bridge; Margin lines; Checks" };
const ZONED = { sheets: "Margin; Margin lines" };
/** What Maya Ellison costs, which nothing else looks like. */
const CANARY = 98761.43;
const CANARIES = /98,?761[.,]?43|9876143/;

/** The small firm with its money; Maya's cost rate is the canary, beside which nothing of anybody's cost may be shown. */
function firm(shown: string, cost = CANARY): ReadonlyMap<string, readonly (readonly Cell[])[]> {
  return new Map(
    [...smallPlan()].map(([name, rows]) => [
      name,
      rows.map((row) => {
        if (row[0] === "Money shown") return ["Money shown", shown, null];
        return name === "Costs" ? row.map((cell) => (cell === 95 ? cost : cell)) : row;
      }),
    ]),
  );
}
const seenIn = (hosts: InEach<Opened>): InEach<Snapshot> => {
  const shown = ({ names, sheets }: Snapshot) => ({ names, sheets: sheets.filter(({ visible }) => visible) });
  return {
    excel: shown(hosts.excel.snapshot()),
    googleSheets: shown(hosts.googleSheets.snapshot()),
    workbench: shown(hosts.workbench.snapshot()),
  };
};
/** Every host gives the same words, and shows the same afterwards. */
async function inAll(hosts: InEach<Opened>, name: string, request: object, wanted: RegExp): Promise<InEach<Snapshot>> {
  const replies: Partial<Record<HostName, unknown>> = {};
  for (const host of NAMES) replies[host] = JSON.parse(JSON.stringify(await hosts[host].ask(name, request)));
  expect(JSON.stringify(replies.excel)).toMatch(wanted);
  for (const host of NAMES) expect(replies[host], `${name} in ${host}`).toEqual(replies.excel);
  const now = seenIn(hosts);
  for (const host of ["googleSheets", "workbench"] as const)
    expect(differences(unfrozen(asIn(host, now.excel)), unfrozen(asIn(host, now[host]))), `${name} in ${host}`).toEqual(
      [],
    );
  return now;
}
/** What the workbench does not freeze for a long sentence stays so when the sentence is taken out. */
const unfrozen = ({ names, sheets }: Snapshot): Snapshot => ({
  names,
  sheets: sheets.map((sheet) => ({ ...sheet, frozen: { rows: 0, columns: 0 } })),
});
const textOf = ({ sheets, names }: Snapshot): string =>
  JSON.stringify([sheets.map(({ name, cells, ...rest }) => [name, [...cells], rest]), [...names]]);
const withoutTable = ({ sheets, names }: Snapshot, ...left: readonly string[]): Snapshot => ({
  names,
  sheets: sheets.filter(({ name }) => !left.includes(name)),
});

describe.each([
  ["all", /"text":"(Make|Refresh) 4 sheets/],
  ["all but salaries", /"text":"(Make|Refresh) 4 sheets/],
  ["none", /needs People and Engagements, .* Money shown/],
] as const)("Money shown: %s", (shown, made) => {
  let hosts: InEach<Opened>;
  beforeAll(() => {
    hosts = inEachHost(firm(shown));
  });

  test("sheets of money are the same in every host, and tell no salary but in the view all", async () => {
    const now = await inAll(hosts, "makeSheets", MONEY, made);
    for (const host of NAMES) {
      const generated = withoutTable(now[host], "Costs", "Told figures");
      if (shown === "all") expect(textOf(generated), host).toMatch(CANARIES);
      else expect(textOf(generated), host).not.toMatch(CANARIES);
    }
  });

  test("a copy is prepared and forgotten in the same words, and holds no rate anywhere", async () => {
    await inAll(hosts, "shareForm", { keeps: "none" }, /table Costs is emptied/);
    await inAll(hosts, "previewShare", { keeps: "none" }, /lines/);
    await inAll(hosts, "prepareShare", { keeps: "none" }, /Took money out of/);
    const now = await inAll(hosts, "forgetUndo", {}, /is forgotten/);
    for (const host of NAMES) {
      expect(textOf(now[host]), host).not.toMatch(CANARIES);
      expect(textOf(hosts[host].snapshot()), `${host}, hidden sheets too`).not.toMatch(CANARIES);
    }
    await inAll(hosts, "shareForm", { keeps: "none" }, /"found":\[\]/);
  });
});

describe.each(NAMES)("the record of what was told, in %s", (host) => {
  const headline = ({ snapshot }: Opened) =>
    snapshot()
      .sheets.find(({ name }) => name === "Margin")
      ?.cells.get("A2")?.value;
  const again = async ({ ask }: Opened) => JSON.stringify(await ask("makeSheets", TOLD));
  const made = async () => {
    const opened = inHost(host, firm("all but salaries", 95));
    expect(await again(opened)).toContain("Refresh Margin:");
    expect(headline(opened)).toMatch(/of revenue leave/);
    return opened;
  };
  const record = ({ snapshot }: Opened, name = "Told figures") => {
    const found = snapshot().sheets.filter((sheet) => sheet.name === name);
    return found.map(({ cells, visible }) => [[...cells].map(([at, { value }]) => [at, value]), visible]);
  };
  /** Ben Carver works an hour a week more: what changes beside the figures told before is what he costs. */
  const workMore = (opened: Opened) => {
    const [heads = [], ...rows] = smallPlan().get("Allocations")!;
    const row = rows.findIndex((one) => one[heads.indexOf("Person")] === "Ben Carver");
    const column = rows[row]!.findIndex((cell, i) => i > 0 && typeof cell === "number" && cell <= 40);
    opened.enter("Allocations", a1({ row: row + 1, column }), Number(rows[row]![column]) + 1);
  };
  const TELLS_NOTHING = "No margin may be shown.";

  test("is found again when its sheet is hidden and renamed: the next refresh shows nothing that would tell a salary", async () => {
    const opened = await made();
    opened.change("Told figures", { rename: "Kept by finance" });
    opened.change("Kept by finance", "hide");
    expect(await again(opened)).toContain("Everything was up to date");
    workMore(opened);
    expect(await again(opened)).toContain("Refresh Margin:");
    expect(headline(opened)).toBe(TELLS_NOTHING);
    expect(record(opened)).toEqual([]);
    expect(record(opened, "Kept by finance")[0]?.[1]).toBe(false);
  });

  test("outlives Undo of its refresh, and the journal that somebody discards", async () => {
    const opened = await made();
    const before = record(opened);
    await opened.ask("undoLast", {});
    expect(headline(opened) ?? "").toBe("");
    expect(record(opened)).toEqual(before);
    await opened.ask("discardUndo", {});
    expect(record(opened)).toEqual(before);
    workMore(opened);
    await again(opened);
    expect(headline(opened)).toBe(TELLS_NOTHING);
  });

  test("is asked for where its sheet is gone, before anything is computed", async () => {
    const opened = await made();
    opened.change("Told figures", "delete");
    expect(await again(opened)).toMatch(/Told figures.* is missing/);
    await opened.ask("discardUndo", {});
    expect(await again(opened)).toMatch(/Told figures.* is missing/);
    expect(record(opened)).toEqual([]);
  });

  test("asks who is who where somebody known to it costs nothing any more and somebody new does", async () => {
    const opened = await made();
    const rename = (table: string) => {
      for (const [row, cells] of smallPlan().get(table)!.entries())
        for (const [column, cell] of cells.entries())
          if (cell === "Ben Carver") opened.enter(table, a1({ row, column }), "Ben Carver-Holt");
    };
    for (const table of smallPlan().keys()) rename(table);
    expect(await again(opened)).toMatch(/Figures were told about ben carver,.* who is who/);
  });
});
const TOLD = { sheets: "Margin" };

describe("a finance workbook", () => {
  const WAYS: InEach<readonly [address: string, formula: RegExp]> = {
    excel: ["Plan.xlsx", /\[Plan\.xlsx\]/],
    googleSheets: [`https://docs.google.com/spreadsheets/d/${"a".repeat(44)}/edit`, /^=IMPORTRANGE\(/],
    workbench: ["file", /^$/],
  };

  test("is set up with the same tables of its own, and reads the plan by a formula where the host has one", async () => {
    const hosts = inEachHost(new Map([["Start", []]]));
    const own: Partial<Record<HostName, Snapshot>> = {};
    for (const host of ["excel", "googleSheets"] as const) {
      const [address, formula] = WAYS[host];
      expect(JSON.stringify(await hosts[host].ask("setUpFinance", { address })), host).toMatch(/Rates/);
      const now = hosts[host].snapshot();
      const people = now.sheets.find(({ name }) => name === "People")!;
      expect(people.cells.get("A1")!.formula, host).toMatch(formula);
      own[host] = { names: new Map(), sheets: now.sheets.filter(({ name }) => OWN.includes(name)) };
    }
    expect(own.excel!.sheets.map(({ name }) => name).sort()).toEqual([...OWN].sort());
    const cells = ({ sheets }: Snapshot) => sheets.map(({ name, cells: all }) => [name, all.get("A1"), all.get("C1")]);
    expect(cells(own.googleSheets!)).toEqual(cells(own.excel!));
  });

  test("without a planning file the workbench says what to do first", async () => {
    const hosts = inEachHost(new Map([["Start", []]]));
    expect(String(await hosts.workbench.ask("setUpFinance", { address: "file" }))).toMatch(/planning/i);
  });
});
const OWN = ["Rates", "Costs", "Fees", "Exchange"];

describe("time zones", () => {
  const before = process.env.TZ;
  afterAll(() => {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  });

  /** Cells with a day are Dates in Google Sheets, in the spreadsheet's zone. */
  function asSheets(zone: string): unknown {
    const book = newBook(zone);
    for (const [name, rows] of firm("all")) {
      const sheet = typeIn(book, name, rows);
      for (const [, cell] of sheet.cells) if (typeof cell.value === "number" && cell.value > 60_000) delete cell.format;
    }
    const { ask } = opened(book);
    const reply = ask("makeSheets", ZONED);
    return [reply, textOf(onlyMade(sheetsSnapshot(book)))];
  }
  const onlyMade = ({ names, sheets }: Snapshot): Snapshot => ({
    names,
    sheets: sheets.filter(({ name }) => ZONED.sheets.split("; ").includes(name)),
  });

  test("of the machine and of the spreadsheet change no cell of the money sheets in any host", async () => {
    const seen: string[] = [];
    for (const zone of OFFSETS.keys()) {
      process.env.TZ = zone;
      expect(new Date(2026, 0, 1).getTimezoneOffset()).toBe(OFFSETS.get(zone));
      const hosts = inEachHost(firm("all"));
      for (const host of ["excel", "workbench"] as const) await hosts[host].ask("makeSheets", ZONED);
      const now = seenIn(hosts);
      seen.push(JSON.stringify([asSheets(zone), textOf(onlyMade(now.excel)), textOf(onlyMade(now.workbench))]));
    }
    expect(seen[0]).toContain("Cobalt platform");
    expect(seen[1]).toBe(seen[0]);
    expect(seen[2]).toBe(seen[0]);
  });
});
const OFFSETS: ReadonlyMap<string, number> = new Map([
  ["Pacific/Kiritimati", -840],
  ["America/Los_Angeles", 480],
  ["Asia/Kolkata", -330],
]);
