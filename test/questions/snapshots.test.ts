import { describe, expect, test } from "vitest";
import { smallDemo } from "../../core/demo/small.ts";
import { run } from "../../core/host.ts";
import type { CellRange } from "../../core/plan/cells.ts";
import { readPlan } from "../../core/plan/read-plan.ts";
import { ask, type QuestionName, type ReplyOf } from "../../core/questions/index.ts";
import { keptDays } from "../../core/questions/snapshot-thin.ts";
import { dayNumber } from "../../core/units.ts";
import {
  at,
  bookOf,
  cloneBook,
  Injected,
  type MemoryBook,
  memoryBook,
  memoryHost,
  put,
  seen,
} from "../support/memory-host.ts";

/** Monday 5 January 2026. */
const MONDAY = 46027;
const asked = <N extends QuestionName>(book: MemoryBook, name: N, request: unknown) =>
  run(ask(name, request), memoryHost(book).host) as ReplyOf<N>;
const take = (book: MemoryBook, day: number) => asked(book, "takeSnapshot", { day }).text;
const table = (book: MemoryBook): CellRange => bookOf(book).find(({ name }) => name === "Snapshots")?.cells ?? [];
const rowsOf = (book: MemoryBook, day: number) => table(book).filter(([taken]) => taken === day);

/** Ana is booked for 24 hours of the 30 that the portal asks for, and for two days on something else. */
const small = () =>
  memoryBook({
    People: [
      ["Person", "Weekly hours"],
      ["Ana", 40],
    ],
    Engagements: [
      ["Engagement", "From", "To"],
      ["Portal", MONDAY, MONDAY + 25],
      ["Tooling", null, null],
    ],
    Demand: [
      ["Engagement", "Skill", "Hours a week"],
      ["Portal", "AWS", 30],
    ],
    Allocations: [
      ["Person", "Engagement", "Skill", "From", "To", "Hours a week", "Hours a day"],
      ["Ana", "Portal", "AWS", null, null, 24, null],
      ["Ana", "Tooling", null, MONDAY + 7, MONDAY + 8, null, 4],
    ],
    Settings: [
      ["Setting", "Value"],
      ["Horizon weeks", 4],
    ],
  });

describe("taking a snapshot", () => {
  test("keeps who is to do what in the coming 13 weeks, what nobody does yet, and capacity", () => {
    const book = small();
    expect(take(book, MONDAY + 2)).toBe("Snapshot of 7 Jan 2026 taken: 4 rows.");
    expect(table(book)).toEqual([
      ["Taken on", "Week", "Engagement", "Skill", "Person", "Hours"],
      [MONDAY + 2, MONDAY, null, null, null, "40x13"],
      [MONDAY + 2, MONDAY, "Portal", "AWS", "Ana", "24x4"],
      [MONDAY + 2, MONDAY + 7, "Tooling", null, "Ana", 8],
      [MONDAY + 2, MONDAY, "Portal", "AWS", null, "6x4"],
    ]);
    const { formats } = book.sheets.get("Snapshots")!;
    expect([formats.get("1,0"), formats.get("1,1")]).toEqual(["yyyy-mm-dd", "yyyy-mm-dd"]);
  });

  test("what was written down reads back to the minute", () => {
    const book = memoryBook(Object.fromEntries(smallDemo()));
    take(book, MONDAY);
    const plan = readPlan(bookOf(book).map(({ name, cells }) => ({ sheet: name, cells })));
    const { snapshots } = plan;
    const capacity = [...snapshots.minutes.subarray(0, snapshots.first[1])];
    // The weeks of the demo by hand: test/demo/small.test.ts; the planned hire counts from March on by odds and ramp-up.
    expect(capacity.slice(0, 8)).toEqual([408, 424, 392, 400, 424, 424, 280, 424].map((hours) => 60 * hours));
    expect(plan.problems.filter(({ at: [place] }) => place?.table === "Snapshots")).toEqual([]);
  });

  test("again on the same day it replaces that day's rows only, and says so first", () => {
    const book = small();
    take(book, MONDAY);
    take(book, MONDAY + 7);
    const first = rowsOf(book, MONDAY);
    expect(take(book, MONDAY + 7)).toBe("The snapshot of 12 Jan 2026 holds the plan as it is already.");
    put(book, "Allocations", 1, 5, 30);
    const { lines, ready } = asked(book, "previewSnapshot", { day: MONDAY + 7 });
    expect(ready).toBe(true);
    expect(lines).toContain("Replaces the snapshot of the same day (4 rows).");
    expect(take(book, MONDAY + 7)).toBe("Snapshot of 12 Jan 2026 taken: 3 rows.");
    expect(rowsOf(book, MONDAY)).toEqual(first);
    expect(rowsOf(book, MONDAY + 7).map((row) => row.slice(2))).toEqual([
      [null, null, null, "40x13"],
      ["Portal", "AWS", "Ana", "30x3"],
      ["Tooling", null, "Ana", 8],
    ]);
  });

  test("an older day can be taken again, and the rows below it stay", () => {
    const book = small();
    take(book, MONDAY);
    take(book, MONDAY + 7);
    const second = rowsOf(book, MONDAY + 7);
    put(book, "Allocations", 1, 5, 30);
    take(book, MONDAY);
    expect(rowsOf(book, MONDAY + 7)).toEqual(second);
    expect(rowsOf(book, MONDAY)).toHaveLength(3);
    expect(table(book)).toHaveLength(1 + 4 + 3);
  });

  test("it can be undone, cell by cell", () => {
    const book = small();
    const before = seen(book);
    take(book, MONDAY);
    asked(book, "undoLast", {});
    expect(seen(book)).toBe(before);
    take(book, MONDAY);
    const one = seen(book);
    put(book, "Allocations", 1, 5, 20);
    take(book, MONDAY);
    asked(book, "undoLast", {});
    put(book, "Allocations", 1, 5, 24);
    expect(seen(book)).toBe(one);
  });

  test("whatever call fails, all of it stands there or nothing", () => {
    const started = small();
    take(started, MONDAY);
    put(started, "Allocations", 1, 5, 30);
    // Formats of rows that are empty again do not matter.
    const cellsOf = (book: MemoryBook) => JSON.stringify(bookOf(book));
    const [before, done] = [cellsOf(started), cloneBook(started)];
    take(done, MONDAY + 7);
    const after = cellsOf(done);
    const { host, calls } = memoryHost(cloneBook(started));
    run(ask("takeSnapshot", { day: MONDAY + 7 }), host);
    const total = calls();
    expect(total).toBeGreaterThan(8);
    for (let failAt = 1; failAt <= total; failAt++) {
      const book = cloneBook(started);
      try {
        run(ask("takeSnapshot", { day: MONDAY + 7 }), memoryHost(book, { failAt, mode: "die half" }).host);
      } catch (error) {
        if (!(error instanceof Injected)) throw error;
      }
      asked(book, "sheets", {});
      expect([before, after]).toContain(cellsOf(book));
    }
  });

  test("no generated sheet becomes out of date by it", () => {
    const book = small();
    asked(book, "makeSheets", { sheets: "Capacity vs demand" });
    take(book, MONDAY);
    const state = asked(book, "sheets", {}).sheets.find(({ name }) => name === "Capacity vs demand")?.state;
    expect(state).toBe("up to date");
  });

  test("a plan with nobody in it has nothing to keep", () => {
    const { idle } = asked(memoryBook({ Sheet1: [] }), "snapshots", { today: MONDAY });
    expect(idle).toBe("There is no plan to take a snapshot of yet. Maybe set it up in the panel Sheets.");
    expect(() => take(memoryBook({ Sheet1: [] }), MONDAY)).toThrow("There is no plan to take a snapshot of yet");
  });

  test("what stands in the way is never overwritten", () => {
    const book = small();
    take(book, MONDAY);
    put(book, "Snapshots", 6, 2, "my note");
    take(book, MONDAY + 7);
    expect([at(book, "Snapshots", 6, 2), at(book, "Snapshots", 7, 0)]).toEqual(["my note", MONDAY + 7]);
    put(book, "Snapshots", 13, 0, "Person");
    put(book, "Snapshots", 13, 1, "From");
    put(book, "Snapshots", 13, 2, "To");
    put(book, "Snapshots", 13, 3, "Kind");
    expect(() => take(book, MONDAY + 14)).toThrow("Something stands in row 14 of Snapshots");
    expect(at(book, "Snapshots", 13, 0)).toBe("Person");
    const taken = memoryBook({
      ...Object.fromEntries(bookOf(small()).map(({ name, cells }) => [name, cells])),
      Snapshots: [["Photos of the party"]],
    });
    expect(() => take(taken, MONDAY)).toThrow("The sheet Snapshots holds something else");
  });
});

describe("which day a snapshot bears", () => {
  test("As of in Settings, where it says one; otherwise the day that the host gives", () => {
    const book = small();
    expect(asked(book, "snapshots", { today: MONDAY + 1 })).toMatchObject({ day: MONDAY + 1, why: "Today." });
    put(book, "Settings", 2, 0, "As of");
    put(book, "Settings", 2, 1, MONDAY - 3);
    const reply = asked(book, "snapshots", { today: MONDAY + 1 });
    expect(reply).toMatchObject({ day: MONDAY - 3, why: "The day As of in Settings." });
    expect(reply.growth).toBe("One more adds 4 rows and 19 cells. None is taken yet.");
  });
});

describe("thinning", () => {
  test("keeps the last of each week for a quarter, and of each month before", () => {
    // Seen on Monday 5 January 2026: 91 days before is Monday 6 October 2025.
    const days = [45_870, 45_880, 45_888, 45_930, 45_936, 45_937, 45_940, 46_020, 46_024, 46_027];
    // 1 August (18 days later: 19 August), 30 September, 6 and 7 October in one month, 10 October, 29 December and 2 January, 5 January.
    expect([...keptDays(days, dayNumber(MONDAY))].sort()).toEqual([45_888, 45_930, 45_936, 45_940, 46_024, 46_027]);
  });

  test("takes old rows away with preview and undo", () => {
    const book = small();
    for (const day of [MONDAY, MONDAY + 1, MONDAY + 2, MONDAY + 8]) take(book, day);
    const before = seen(book);
    const { lines, ready } = asked(book, "previewThin", { day: MONDAY + 8 });
    expect(ready).toBe(true);
    expect(lines[1]).toBe("Takes 2 snapshots away, 8 rows; 2 snapshots stay.");
    expect(asked(book, "thinSnapshots", { day: MONDAY + 8 }).text).toBe("2 snapshots taken away.");
    expect(table(book).filter((row) => row.some((cell) => cell !== "" && cell !== null))).toHaveLength(1 + 8);
    expect(asked(book, "previewThin", { day: MONDAY + 8 }).ready).toBe(false);
    asked(book, "undoLast", {});
    expect(seen(book)).toBe(before);
  });

  test("a column of the planner's own beside rows that would move stops it", () => {
    const book = small();
    for (const day of [MONDAY, MONDAY + 1]) take(book, day);
    put(book, "Snapshots", 0, 6, "My remarks");
    put(book, "Snapshots", 7, 6, "good one");
    expect(() => asked(book, "previewThin", { day: MONDAY + 1 })).toThrow("has a column of your own, My remarks");
  });
});

describe("a plan with faulty rows", () => {
  const faulty = (allocations: CellRange, weekly: string | number = 40) =>
    memoryBook({
      People: [
        ["Person", "Weekly hours"],
        ["Ana", weekly],
        ["Ben", 40],
      ],
      Engagements: [
        ["Engagement", "Client"],
        ["Portal", "Acme"],
      ],
      Allocations: [["Person", "Engagement", "From", "To", "Hours a week"], ...allocations],
    });
  const three: CellRange = [
    ["Anna", "Portal", MONDAY, MONDAY + 25, 24],
    ["Ana", "Portal", MONDAY, MONDAY + 25, "abc"],
    ["Ben", "Ghost", MONDAY, MONDAY + 25, 10],
    ["Ben", "Portal", MONDAY, MONDAY + 25, 10],
  ];
  const words = "Left out, because of problems: 3 rows of Allocations. Maybe mend them first: Plan check says where.";

  test("says before it is written how many rows of which tables are not in the snapshot, and leads to Plan check", () => {
    const { lines, ready, isFaulty } = asked(faulty(three), "previewSnapshot", { day: MONDAY });
    expect(lines[1]).toBe(words);
    expect([ready, isFaulty]).toEqual([true, true]);
    expect(take(faulty(three), MONDAY)).toBe(`Snapshot of 5 Jan 2026 taken: 2 rows. ${words}`);
    const { lines: of } = asked(faulty(three.slice(3), "forty"), "previewSnapshot", { day: MONDAY });
    expect(of[1]).toBe("Left out, because of problems: 1 row of People. Maybe mend it first: Plan check says where.");
  });

  test("of a plan without any nothing is said", () => {
    const { lines, isFaulty } = asked(faulty(three.slice(3)), "previewSnapshot", { day: MONDAY });
    expect(isFaulty).toBe(false);
    expect(lines.join(" ")).not.toContain("Left out");
    expect(take(faulty(three.slice(3)), MONDAY)).toBe("Snapshot of 5 Jan 2026 taken: 2 rows.");
  });
});

test("of one snapshot that stays, the grammar is right", () => {
  const book = small();
  take(book, MONDAY);
  expect(asked(book, "previewThin", { day: MONDAY }).lines[1]).toBe(
    "Takes 0 snapshots away, 0 rows; 1 snapshot stays.",
  );
});
