import { beforeAll, describe, expect, test } from "vitest";
import { smallDemo } from "../../../core/demo/small.ts";
import type { CellRange } from "../../../core/plan/cells.ts";
import type { Snapshot } from "../../support/snapshot.ts";
import { differences } from "./differences.ts";
import { type HostName, inEachHost, NAMES, type Opened } from "./hosts.ts";
import { asIn } from "./known.ts";
import { MONDAY } from "./small-plan.ts";

const CHANCES = { sheets: "Support load; Pipeline risk" };
const ATLAS = {
  engagement: "Atlas",
  needs: [{ skill: "AWS", level: 3, hours: 30 }],
  from: MONDAY + 21,
  weeks: 4,
};

/** The demo with a fourth of its tickets, late deals and days away: everything that is left to chance, and some of it estimated. */
function chancePlan(): ReadonlyMap<string, CellRange> {
  const names = ["Settings", "People", "Skills", "Engagements", "Demand", "Allocations", "Support", "Tickets"];
  const [headings = [], ...tickets] = smallDemo().get("Tickets") ?? [];
  return new Map(
    names.map((name): [string, CellRange] => {
      const cells = smallDemo().get(name) ?? [];
      if (name === "Tickets") return [name, [headings, ...tickets.filter((_, i) => i % 4 === 0)]];
      if (name !== "Settings") return [name, cells];
      return [name, [...cells, ["Unplanned absence", 0.03, null], ["Start slip", "2 weeks 30%", null]]];
    }),
  );
}

/** What a planner asks one after the other, and what is said. */
const LIFE: readonly (readonly [name: string, request: object, reply: RegExp])[] = [
  ["makeSheets", CHANCES, /"text":"(Made?|Refresh(ed)?) Support load, Pipeline risk/],
  ["undoLast", {}, /Undone: (Make|Refresh) Support load, Pipeline risk/],
  ["reserve", { confidence: null }, /"confidence":800000/],
  ["reserve", { confidence: 0.95 }, /"confidence":950000/],
  ["odds", { work: ATLAS, found: null }, /%/],
  ["odds", { work: null, found: null }, /%/],
  ["writeReserve", { confidence: 0.9 }, /free with 90 % confidence now/],
  ["makeSheets", CHANCES, /"text":"(Made?|Refresh(ed)?) Support load, Pipeline risk/],
];

const shown = ({ names, sheets }: Snapshot): Snapshot => ({ names, sheets: sheets.filter(({ visible }) => visible) });

describe("chances are the same in every host, to the last digit", () => {
  let hosts: Readonly<Record<HostName, Opened>>;
  let before: Readonly<Record<HostName, Snapshot>>;
  const seen = (): Readonly<Record<HostName, Snapshot>> => ({
    excel: shown(hosts.excel.snapshot()),
    googleSheets: shown(hosts.googleSheets.snapshot()),
    workbench: shown(hosts.workbench.snapshot()),
  });
  beforeAll(() => {
    hosts = inEachHost(chancePlan());
    before = seen();
  });

  test.each(LIFE)("%s %j", async (name, request, wanted) => {
    const replies = new Map<HostName, string>();
    for (const host of NAMES) replies.set(host, JSON.stringify(await hosts[host].ask(name, request)));
    expect(replies.get("excel")).toMatch(wanted);
    for (const host of NAMES) expect(replies.get(host), host).toBe(replies.get("excel"));
    const now = seen();
    for (const host of ["googleSheets", "workbench"] as const)
      expect(differences(asIn(host, now.excel), asIn(host, now[host])), host).toEqual([]);
    if (name === "undoLast") for (const host of NAMES) expect(differences(before[host], now[host]), host).toEqual([]);
  });

  test("both sheets hold forecasts and chances, some of them estimated", () => {
    const sheets = new Map(seen().workbench.sheets.map((sheet) => [sheet.name, sheet]));
    for (const name of CHANCES.sheets.split("; ")) {
      const { cells, charts } = sheets.get(name)!;
      const values = [...cells.values()].map(({ value }) => value);
      const fractions = values.filter((value) => typeof value === "number" && !Number.isInteger(value));
      expect([name, fractions.length > 40, charts.length > 0]).toEqual([name, true, true]);
    }
    const words = JSON.stringify([...sheets.get("Pipeline risk")!.cells.values()]);
    expect(words).toContain("1009 points");
    expect(JSON.stringify([...sheets.get("Support load")!.cells.values()])).toContain(
      "free what support takes with 90 %",
    );
  });

  test("making them again changes nothing", async () => {
    const first = seen();
    for (const host of NAMES) await hosts[host].ask("makeSheets", CHANCES);
    const again = seen();
    for (const host of NAMES) expect(differences(first[host], again[host]), host).toEqual([]);
  });
});
