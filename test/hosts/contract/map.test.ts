import { beforeAll, describe, expect, test } from "vitest";
import type { Snapshot } from "../../support/snapshot.ts";
import { teamBook } from "../../support/team-book.ts";
import { differences } from "./differences.ts";
import { type HostName, inEachHost, NAMES, type Opened } from "./hosts.ts";
import { asIn } from "./known.ts";

const decide = (sheet: string, decision: string, answers: readonly object[] = []) => ({ sheet, decision, answers });
const SHARE = [{ sheet: "Rota", heading: "(amounts)", means: "Share" }];
const PHASE = [
  { sheet: "Team plan", heading: "Job", means: "Task" },
  { sheet: "Team plan", heading: "Phase", means: "Engagement" },
];

/** A map's life: proposed, asked about, accepted, used, corrected, taken back, left out, asked about again. */
const LIFE: readonly (readonly [name: string, request: object, reply: RegExp])[] = [
  ["mapForm", { answers: [] }, /"sheet":"Team plan","name":"Team_plan","state":"new"/],
  ["mapForm", { answers: [] }, /"sheet":"Read me","why":"The sheet holds prose/],
  ["planCheck", {}, /HR-270/],
  ["decideMap", decide("Rota", "yes"), /Rota leaves something open/],
  ["decideMap", decide("Rota", "yes", SHARE), /Rota is part of the plan: Allocations\. In formulas it is Rota\./],
  ["decideMap", decide("Team plan", "yes"), /Team plan is part of the plan/],
  ["decideMap", decide("Team plan", "yes"), /was accepted already/],
  ["mapForm", { answers: [] }, /"sheet":"Team plan","name":"Team_plan","state":"accepted"/],
  ["planCheck", {}, /Team plan!F4/],
  ["sheets", {}, /"tables":\["People","Allocations"\]/],
  ["decideMap", decide("Team plan", "yes", PHASE), /Team plan is part of the plan/],
  ["mapForm", { answers: [] }, /"heading":"Phase","key":"Phase","means":"Engagement"/],
  ["undoLast", {}, /Undone: Accept Team plan/],
  ["mapForm", { answers: [] }, /"heading":"Phase","key":"Phase","means":"Not used"/],
  [
    "mapForm",
    { answers: [] },
    /"sheet":"Courses".*"perhaps":\{"name":"Courses","state":"new","table":"Leave","range":"A1:D2"/,
  ],
  ["decideMap", decide("Courses", "yes"), /Courses is part of the plan: Leave\. In formulas it is Courses\./],
  ["mapForm", { answers: [] }, /"perhaps":\{"name":"Courses","state":"accepted"/],
  ["makeSheets", { sheets: "Capacity vs demand" }, /cells changed/],
  ["decideMap", decide("Team plan", "no"), /Team plan is left out of the plan/],
  ["decideMap", decide("Team plan", "again"), /Team plan is asked about again/],
  ["undoLast", {}, /Undone: Ask again about Team plan/],
];

/** A sheet ends somewhere in two hosts, and a name with room to grow ends there: only where it begins is alike. */
const fromTheirCorner = (snapshot: Snapshot): Snapshot => ({
  ...snapshot,
  names: new Map(
    [...snapshot.names].map(([name, at]) => [
      name,
      ["Team_plan", "Rota", "Courses"].includes(name) ? at.replace(/:.*$/, "") : at,
    ]),
  ),
});

describe("a team's own sheets are mapped alike in every host", () => {
  let hosts: Readonly<Record<HostName, Opened>>;
  beforeAll(() => {
    hosts = inEachHost(teamBook());
  });

  test.each(LIFE)("%s", async (name, wish, wanted) => {
    const replies = new Map<HostName, unknown>();
    for (const host of NAMES) replies.set(host, JSON.parse(JSON.stringify(await hosts[host].ask(name, wish))));
    expect(JSON.stringify(replies.get("excel"))).toMatch(wanted);
    for (const host of NAMES) expect(replies.get(host), host).toEqual(replies.get("excel"));
    const excel = fromTheirCorner(hosts.excel.snapshot());
    for (const host of ["googleSheets", "workbench"] as const) {
      const other = fromTheirCorner(hosts[host].snapshot());
      expect(differences(asIn(host, excel), asIn(host, other)), host).toEqual([]);
    }
  });

  test("names have room to grow, and no sheet has grown for them", () => {
    const reach = (host: HostName) => hosts[host].snapshot().names.get("Team_plan");
    expect(Object.fromEntries(NAMES.map((host) => [host, reach(host)]))).toEqual({
      excel: "Team plan!A1:AF306",
      googleSheets: "Team plan!A1:Z306",
      workbench: "Team plan!A1:AF306",
    });
  });

  test("and nothing in the team's sheets was moved or written", () => {
    for (const host of NAMES) {
      const { sheets } = hosts[host].snapshot();
      for (const [name, rows] of teamBook()) {
        const sheet = sheets.find((one) => one.name === name);
        const values = [...(sheet?.cells ?? [])].map(([at, { value }]) => `${at} ${value}`).sort();
        const wanted = rows.flatMap((row, r) =>
          row.flatMap((cell, c) => (cell === null ? [] : [`${"ABCDEF"[c]}${r + 1} ${cell}`])),
        );
        expect(values, `${host} ${name}`).toEqual(wanted.sort());
      }
    }
  });
});
