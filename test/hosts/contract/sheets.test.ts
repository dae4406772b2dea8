import { beforeAll, describe, expect, test } from "vitest";
import type { Snapshot } from "../../support/snapshot.ts";
import { differences } from "./differences.ts";
import { type HostName, inEachHost, NAMES, type Opened } from "./hosts.ts";
import { asIn, KNOWN } from "./known.ts";
import { NASTY } from "./nasty.ts";

const REFRESH = { sheets: "Capacity vs demand; Skill gaps; Checks" };

type InEach<T> = Readonly<Record<HostName, T>>;
/** A workbook at one point of the journey, and what the panel said last. */
interface Stage {
  readonly said: InEach<unknown>;
  readonly seen: InEach<Snapshot>;
}

const eachHost = async <T>(act: (name: HostName) => T | Promise<T>): Promise<InEach<T>> => ({
  excel: await act("excel"),
  googleSheets: await act("googleSheets"),
  workbench: await act("workbench"),
});

interface Journey {
  readonly open: () => InEach<Opened>;
  /** An allocation's hours: where they stand, and what a planner makes of them. */
  readonly edit: readonly [sheet: string, address: string, hours: number];
  readonly demo: "small" | null;
}
const JOURNEYS: readonly (readonly [string, Journey])[] = [
  [
    "the small demo plan",
    {
      open: () => inEachHost(new Map([["Sheet1", []]])),
      edit: ["Allocations", "H2", 28],
      demo: "small",
    },
  ],
  [
    "a plan with names like formulas, an error, numbers as text and blank rows",
    { open: () => inEachHost(NASTY), edit: ['A "quoted" list', "F3", 20], demo: null },
  ],
];

describe.each(JOURNEYS)("%s", (_, { open, edit, demo }) => {
  const stages = new Map<string, Stage>();
  beforeAll(async () => {
    const hosts = open();
    const reach = async (stage: string, question: string, request: unknown) => {
      const said = await eachHost((name) => hosts[name].ask(question, request));
      stages.set(stage, { said, seen: await eachHost((name) => hosts[name].snapshot()) });
    };
    if (demo) await reach("set up", "setUp", { demo });
    await reach("made", "makeSheets", REFRESH);
    for (const name of NAMES) hosts[name].enter(...edit);
    await reach("made again", "makeSheets", REFRESH);
    await reach("taken back", "undoLast", {});
  });

  test("is answered with the same words", () => {
    for (const { said } of stages.values()) {
      expect(said.excel).toEqual({ text: expect.stringMatching(/^(Made|Refresh|Undone)/) });
      expect([said.googleSheets, said.workbench]).toEqual([said.excel, said.excel]);
    }
    expect(stages.get("made again")!.said.excel).not.toEqual({ text: expect.stringContaining("by hand") });
  });

  test.each(["googleSheets", "workbench"] as const)(
    "is the same in excel and %s, cell by cell, at each stage",
    (name) => {
      for (const [stage, { seen }] of stages) {
        expect([stage, differences(asIn(name, seen.excel), asIn(name, seen[name]))]).toEqual([stage, []]);
      }
    },
  );

  test("is taken back to what it was, but for the edit", () => {
    const [before, after] = [stages.get("made")!.seen, stages.get("taken back")!.seen];
    for (const name of NAMES) {
      const found = differences(before[name], after[name]);
      expect(found.map((one) => one.split(": ")[0])).toEqual([`${edit[0]}!${edit[1]}`]);
      expect(differences(before[name], stages.get("made again")!.seen[name]).length).toBeGreaterThan(5);
    }
  });

  test("has everything that is compared", () => {
    const { sheets, names } = stages.get("made")!.seen.workbench;
    const cells = sheets.flatMap((sheet) => [...sheet.cells.values()]);
    const parts = ["value", "formula", "format", "background", "text", "bold"] as const;
    for (const part of parts) expect([part, cells.some((cell) => cell[part] !== undefined)]).toEqual([part, true]);
    expect(sheets.flatMap(({ charts }) => charts).length).toBeGreaterThan(0);
    expect(sheets.flatMap(({ rules }) => rules).length).toBeGreaterThan(5);
    expect(names.size).toBeGreaterThan(5);
    if (demo) expect(cells.some(({ note }) => note) && cells.some(({ choices }) => choices)).toBe(true);
    else expect(cells.some(({ link }) => link === "O'Brien & Co!E6")).toBe(true);
  });

  if (!demo)
    test.each(KNOWN)("$host still differs: $why", (one) => {
      const { seen } = stages.get("made")!;
      expect(differences(asIn(one.host, seen.excel, one), asIn(one.host, seen[one.host], one))).not.toEqual([]);
    });
});
