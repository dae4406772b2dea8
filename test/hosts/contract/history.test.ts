import { beforeAll, describe, expect, test } from "vitest";
import type { Snapshot } from "../../support/snapshot.ts";
import { differences } from "./differences.ts";
import { type HostName, inEachHost, NAMES, type Opened } from "./hosts.ts";
import { asIn } from "./known.ts";
import { MONDAY, smallPlan } from "./small-plan.ts";

const HISTORY = ["Utilization and overload", "Delivery metrics", "Snapshot history"];
const PEOPLE_AND_QUEUES = ["Exposure", "Support load"];
const MONEY = ["Margin", "Margin bridge", "Margin lines", "Checks"];
const make = (names: readonly string[]) => ({ sheets: names.join("; ") });

const explained = (sheet: string, address: string, reply: RegExp) =>
  [
    ["goTo", { sheet, a1: address }, /^\{\}$/],
    ["explainSelected", {}, reply],
  ] as const;
const explain = (measure: string, rows: string, name: string | null, kind: string | null = null) => ({
  measure,
  kind,
  rows,
  name,
  ...WEEK,
});
const WEEK = { from: MONDAY, to: MONDAY + 6 };

/** What a planner asks one after the other, and what is said. */
const LIFE: readonly (readonly [name: string, request: object, reply: RegExp])[] = [
  ["makeSheets", make(HISTORY), /^\{"text":"(Make|Refresh) 3 sheets/],
  ...explained("Utilization and overload", "B15", /"title":"Red weeks of Daniel Koh","figure":"3"/),
  ...explained("Utilization and overload", "B24", /Utilization and overload!B24/),
  ...explained("Utilization and overload", "F18", /Utilization and overload!F18/),
  ...explained("Utilization and overload", "A1", /words that sum the sheet up/),
  ...explained("Delivery metrics", "B12", /Delivery metrics!B12/),
  ...explained("Delivery metrics", "D11", /Delivery metrics!D11/),
  ...explained("Delivery metrics", "K11", /"title":"On time, 1 Dec to 31 Dec 2025, against the baseline"/),
  ...explained("Snapshot history", "C16", /Snapshot history!C16/),
  ...explained("Allocations", "A2", /a cell of the plan, in Allocations/),
  ["undoLast", {}, /Undone: (Make|Refresh) \d sheets/],
  ["explainForm", {}, /"key":"gap","title":"Skill gap"/],
  ["explain", explain("capacity", "person", "wei ling tan"), /"figure":"40 h"/],
  ["explain", explain("demand", "engagement", "Cobalt platform"), /Cobalt platform/],
  ["explain", explain("utilization", "team", "Platform"), /Platform/],
  ["explain", explain("variance", "total", null), /"title"/],
  ["explain", explain("gap", "total", null), /"title"/],
  ["explain", explain("support load", "total", null, "80 % line"), /"title":"Support, 80 % line/],
  ["explain", explain("shortfall odds", "total", null), /Chance of a shortage/],
  ["explain", explain("on time of", "total", null), /On time/],
  ["explain", explain("gap", "skill", "Cobol"), /\\"Cobol\\" is no skill of the plan/],
  ["explain", { ...explain("capacity", "total", null), from: MONDAY + 7 }, /The first day is after the last/],
  ["snapshots", { today: MONDAY }, /"undo":null/],
  ["previewSnapshot", { day: MONDAY }, /"ready":true/],
  ["takeSnapshot", { day: MONDAY }, /Snapshot of 5 Jan 2026 taken: \d+ rows/],
  ["takeSnapshot", { day: MONDAY }, /holds the plan as it is already/],
  ["snapshots", { today: MONDAY }, /"taken":\[\{"day":46027/],
  ["undoLast", {}, /Undone: Take snapshot of 5 Jan 2026/],
  ["previewThin", { day: MONDAY + 400 }, /Takes \d snapshots? away/],
  ["thinSnapshots", { day: MONDAY + 400 }, /snapshots? taken away/],
  ["undoLast", {}, /Undone: Thin old snapshots/],
  ["makeSheets", make(PEOPLE_AND_QUEUES), /Exposure, Support load/],
  ...explained("Exposure", "C13", /"figure":"348 h".*"goTo":\{"sheet":"Allocations","a1":"A17"\}/),
  ...explained("Exposure", "D13", /"figure":"318.4 h".*Others can take over/),
  ...explained("Support load", "C13", /"figure":"60 h".*"goTo":\{"sheet":"Support","a1":"A2"\}/),
  ...explained("Support load", "H13", /"figure":"70 h".*Beyond it: what eight weeks of ten stay within/),
  ["undoLast", {}, /Undone: (Make|Refresh) Exposure, Support load/],
  ["makeSheets", make(MONEY), /^\{"text":"(Make|Refresh) 4 sheets/],
  ...explained("Margin", "D43", /"title":"Revenue of Cobalt platform, Jan 2026/),
  ...explained("Margin", "E51", /"title":"Cost of Cobalt platform, Feb 2026/),
  ...explained("Margin bridge", "D99", /"title":"Planned, Cobalt platform"/),
  ...explained("Margin lines", "K10", /"figure":"5,040.00 USD"/),
  ...explained("Checks", "C9", /Checks!C9/),
  ["undoLast", {}, /Undone: (Make|Refresh) \d sheets/],
];

/** Undo hides a sheet that was made, and empties it. */
const shown = ({ names, sheets }: Snapshot): Snapshot => ({ names, sheets: sheets.filter(({ visible }) => visible) });

describe("history, promises and money are the same in every host", () => {
  let hosts: Readonly<Record<HostName, Opened>>;
  let before: Readonly<Record<HostName, Snapshot>>;
  const seen = (): Readonly<Record<HostName, Snapshot>> => ({
    excel: shown(hosts.excel.snapshot()),
    googleSheets: shown(hosts.googleSheets.snapshot()),
    workbench: shown(hosts.workbench.snapshot()),
  });
  beforeAll(() => {
    hosts = inEachHost(smallPlan());
    before = seen();
  });

  test.each(LIFE)("%s %j", async (name, request, wanted) => {
    const replies = new Map<HostName, unknown>();
    for (const host of NAMES) replies.set(host, JSON.parse(JSON.stringify(await hosts[host].ask(name, request))));
    expect(JSON.stringify(replies.get("excel"))).toMatch(wanted);
    for (const host of NAMES) expect(replies.get(host), host).toEqual(replies.get("excel"));
    const now = seen();
    for (const host of ["googleSheets", "workbench"] as const) {
      expect(differences(asIn(host, now.excel), asIn(host, now[host])), host).toEqual([]);
    }
    if (name === "undoLast") for (const host of NAMES) expect(differences(before[host], now[host]), host).toEqual([]);
    if (name !== "makeSheets") return;
    const made = now.excel.sheets.filter(({ name: one }) =>
      (request as { sheets: string }).sheets.split("; ").includes(one),
    );
    for (const { name: one, cells } of made) {
      expect([one, [...cells.values()].filter(({ value }) => typeof value === "number").length > 5]).toEqual([
        one,
        true,
      ]);
    }
  });
});
