import { beforeAll, describe, expect, test } from "vitest";
import { differences } from "./differences.ts";
import { type HostName, inEachHost, NAMES, type Opened } from "./hosts.ts";
import { asIn } from "./known.ts";

const PLAN = new Map<string, readonly (readonly (string | number | null)[])[]>([
  [
    "People",
    [
      ["Person", "Weekly hours"],
      ["Ana", 40],
      ["Ben", 40],
    ],
  ],
  [
    "Plan",
    [
      ["Who is busy 2026", null, null, null, null],
      ["Person", "Project", "Week 2", "Week 3", "Week 4"],
      ["Ana", "Portal", null, null, null],
      ["Ben", "Portal", null, null, null],
    ],
  ],
]);
const said = (colour: string, means: string) => ({ sheet: "Plan", heading: `(colour ${colour})`, means });
const ANSWERS = [said("#9fc5e8", "All of their time"), said("#cccccc", "Day off")];

/** Ana: two blue weeks and a grey one; Ben: one blue week. White is no colour. */
const LIFE: readonly (readonly [name: string, request: object, reply: RegExp])[] = [
  [
    "mapForm",
    { answers: [] },
    /"colour":"#9fc5e8","cells":3,"samples":\["C3 Ana, Portal","D3 Ana, Portal","D4 Ben, Portal"\]/,
  ],
  ["takeColours", { sheet: "Plan", answers: [] }, /Nobody has said what #9fc5e8 and #cccccc mean on Plan/],
  ["takeColours", { sheet: "Plan", answers: ANSWERS }, /Taken in: Plan\. Allocations: 3 new; Leave: 1 new\./],
  ["takeColours", { sheet: "Plan", answers: [] }, /All of Plan is in the plan already: nothing is written\./],
  ["sheets", {}, /"tables":\["People","Allocations","Leave"\]/],
  ["undoLast", {}, /Undone: Take in the colours of Plan/],
  ["mapForm", { answers: [] }, /"isTaken":false/],
];

describe("coloured weeks are taken in alike in every host", () => {
  let hosts: Readonly<Record<HostName, Opened>>;
  beforeAll(() => {
    hosts = inEachHost(PLAN);
    for (const host of NAMES) {
      for (const cell of ["C3", "D3", "D4"]) hosts[host].fill("Plan", cell, "#9fc5e8");
      hosts[host].fill("Plan", "E3", "#cccccc");
      hosts[host].fill("Plan", "E4", "#ffffff");
    }
  });

  test.each(LIFE)("%s", async (name, wish, wanted) => {
    const replies = new Map<HostName, unknown>();
    for (const host of NAMES) replies.set(host, JSON.parse(JSON.stringify(await hosts[host].ask(name, wish))));
    expect(JSON.stringify(replies.get("excel"))).toMatch(wanted);
    for (const host of NAMES) expect(replies.get(host), host).toEqual(replies.get("excel"));
    const excel = hosts.excel.snapshot();
    for (const host of ["googleSheets", "workbench"] as const)
      expect(differences(asIn(host, excel), asIn(host, hosts[host].snapshot())), host).toEqual([]);
  });
});
