import { beforeAll, describe, expect, test } from "vitest";
import { smallDemo } from "../../../core/demo/small.ts";
import { differences } from "./differences.ts";
import { type HostName, inEachHost, NAMES, type Opened } from "./hosts.ts";
import { asIn } from "./known.ts";

const TIDEWATER = { engagement: "Tidewater migration", skill: null, from: null, to: null, found: null };
const JAN_5 = 46027;
const FEB_2 = 46055;
const FEB_27 = 46080;
const ATLAS = {
  engagement: "Atlas",
  needs: [{ skill: "Python", level: 3, hours: 10 }],
  from: JAN_5,
  weeks: null,
};

/** What the panels ask of the small demo plan. */
const ASKED: readonly (readonly [name: string, request: object])[] = [
  ["decisionForm", {}],
  [
    "newEngagement",
    {
      engagement: "Orchid move",
      needs: [{ skill: "Python", level: 3, hours: 40 }],
      from: JAN_5,
      weeks: 6,
      flexible: "no",
    },
  ],
  ["growServices", { engagement: "Harborline desk", percent: 20, from: JAN_5 }],
  ["growServices", { engagement: null, percent: null, from: null }],
  ["hireOrTrain", { hours: 40, from: JAN_5, person: null }],
  ["hireOrTrain", { hours: 40, from: null, person: "Rohan Kulkarni" }],
  ["somebodyLeaves", { person: "Maya Ellison", from: FEB_2 }],
  ["somebodyLeaves", { person: null, from: null }],
  [
    "moveSomebody",
    {
      person: "Maya Ellison",
      engagement: "Cobalt platform",
      to: "Tidewater migration",
      from: JAN_5,
      until: FEB_27,
    },
  ],
  ["slip", { engagement: "Tidewater migration", weeks: 2 }],
  ["slip", { engagement: "No such thing", weeks: 2 }],
  ["odds", { work: ATLAS, found: null }],
  ["odds", { work: null, found: null }],
];

/** A scenario's life: kept, listed, compared, switched, adopted, taken back. */
const LIFE: readonly (readonly [name: string, request: object, reply: RegExp])[] = [
  [
    "saveScenario",
    { scenario: "Without Maya", rows: [{ Change: "leaver", Person: "Maya Ellison", From: FEB_2 }] },
    /Saved “Without Maya” in 1 row/,
  ],
  ["scenarios", {}, /"name":"Without Maya","on":true/],
  ["compareScenarios", { measure: "gap" }, /"Without Maya"/],
  ["switchScenario", { scenario: "Without Maya", on: false }, /switched off/],
  ["scenarios", {}, /"name":"Without Maya","on":false/],
  ["switchScenario", { scenario: "Without Maya", on: true }, /switched on/],
  ["previewAdopt", { scenario: "Without Maya" }, /"ready":true/],
  ["adoptScenario", { scenario: "Without Maya" }, /Adopted “Without Maya”/],
  ["undoLast", {}, /Undone: Adopt Without Maya/],
  ["suggestStaffing", TIDEWATER, /Covers 132 of 166 h; no plan can cover more/],
  ["fillRole", TIDEWATER, /Added 5 allocations/],
  ["undoLast", {}, /Undone: Allocate/],
  ["oddsProblem", { work: ATLAS }, /"models":\[\{"things"/],
  ["reserve", { confidence: 0.8 }, /To be 80 % sure of a week, reserve 118 h/],
  ["writeReserve", { confidence: 0.9 }, /with 90 % confidence now/],
  ["reserve", { confidence: null }, /"confidence":900000/],
  ["undoLast", {}, /Undone: Set Support reserve to 90 %/],
];

describe("the decision panels", () => {
  let hosts: Readonly<Record<HostName, Opened>>;
  beforeAll(() => {
    hosts = inEachHost(smallDemo());
  });
  /** The same question in each host; the reply as it crosses to a page. */
  const inEach = async (name: string, request: object) => {
    const replies = new Map<HostName, unknown>();
    for (const host of NAMES) replies.set(host, JSON.parse(JSON.stringify(await hosts[host].ask(name, request))));
    return replies;
  };
  const oneReply = async (name: string, request: object) => {
    const [first, ...others] = (await inEach(name, request)).values();
    for (const other of others) expect(other).toEqual(first);
    return first;
  };

  test.each(ASKED)("%s %j is answered with the same words everywhere", async (name, request) => {
    const reply = await oneReply(name, request);
    if (name === "decisionForm") expect(reply).toMatchObject({ from: JAN_5 });
    else if (JSON.stringify(request).includes("No such thing")) expect(reply).toContain("No such thing");
    else
      expect(reply).toMatchObject({
        says: expect.stringMatching(/\.$/),
        tone: expect.stringMatching(/good|bad|unsure/),
      });
  });

  test("a scenario is kept, compared, switched, adopted and taken back alike, cell by cell", async () => {
    const before = hosts.excel.snapshot();
    for (const [name, request, wanted] of LIFE) {
      expect(JSON.stringify(await oneReply(name, request)), name).toMatch(wanted);
      const excel = hosts.excel.snapshot();
      for (const host of ["googleSheets", "workbench"] as const) {
        const found = differences(asIn(host, excel), asIn(host, hosts[host].snapshot()));
        expect([name, host, found]).toEqual([name, host, []]);
      }
    }
    expect(differences(before, hosts.excel.snapshot()).length).toBeGreaterThan(0);
  });
});
