import { describe, expect, test } from "vitest";
import { smallDemo } from "../../core/demo/small.ts";
import { run } from "../../core/host.ts";
import type { Cell } from "../../core/plan/cells.ts";
import { ask, type QuestionName, type ReplyOf } from "../../core/questions/index.ts";
import { at, type MemoryBook, memoryBook, memoryHost, put, seen } from "../support/memory-host.ts";
import { day } from "../support/plan.ts";

const asked = <N extends QuestionName>(book: MemoryBook, name: N, request: unknown) =>
  run(ask(name, request), memoryHost(book).host) as ReplyOf<N>;
const demoBook = () => memoryBook(Object.fromEntries(smallDemo()));
const refusal = (book: MemoryBook, name: QuestionName, request: unknown): string => {
  try {
    asked(book, name, request);
  } catch (error) {
    return (error as Error).message;
  }
  return "";
};
const rowOf = (book: MemoryBook, sheet: string, row: number, columns: number): readonly unknown[] =>
  Array.from({ length: columns }, (_, column) => at(book, sheet, row - 1, column));

describe("the list of scenarios", () => {
  test("says what each changes, how many rows it has, where they stand and whether it is on", () => {
    const { scenarios } = asked(demoBook(), "scenarios", {});
    expect(scenarios.map(({ name, on, rows, place }) => [name, on, rows, place.a1])).toEqual([
      ["Hire for the cut-over", true, 1, "A2"],
      ["Train Rohan", true, 1, "A3"],
      ["Maya leaves", true, 1, "A4"],
      ["Juniper is won", true, 2, "A5"],
      ["Harborline grows", false, 1, "A7"],
    ]);
    expect(scenarios.map(({ says }) => says)).toEqual([
      "Hire New AWS engineer with AWS 3 in Chicago, 10 h a week from 26 Jan 2026.",
      "Rohan Kulkarni has Kubernetes 3 from 26 Jan 2026.",
      "Maya Ellison is gone from 2 Feb 2026 on.",
      "Juniper data hub is won; hire New Python developer with Python 3 in Pune, 40 h a week from 2 Mar 2026.",
      "Harborline desk grows by 20 %.",
    ]);
  });

  test("a row that does not fit any more is said with its cell", () => {
    const book = demoBook();
    put(book, "Scenarios", 3, 3, "Maya Elison");
    const [maya] = asked(book, "scenarios", {}).scenarios.filter(({ name }) => name === "Maya leaves");
    expect(maya?.problems).toEqual([
      {
        says: '"Maya Elison" is not in People. Maybe Maya Ellison.',
        where: "Scenarios!D4",
        goTo: { sheet: "Scenarios", a1: "D4" },
      },
    ]);
  });
});

test("rows named like the plan as it is stand in the list with what is wrong, and are not compared", () => {
  const book = demoBook();
  put(book, "Scenarios", 3, 0, "baseline");
  const [named] = asked(book, "scenarios", {}).scenarios.filter(({ name }) => name === "Baseline");
  expect([named?.rows, named?.place.a1, named?.problems.map(({ says, where }) => [says, where])]).toEqual([
    1,
    "A4",
    [['"baseline" is what the plan as it is goes by beside scenarios. Maybe another name.', "Scenarios!A4"]],
  ]);
  const { tables } = asked(book, "compareScenarios", { measure: "gap" });
  expect(tables[0]?.rows.map(({ cells }) => cells[0])).toEqual([
    "Baseline",
    "Hire for the cut-over",
    "Train Rohan",
    "Juniper is won",
  ]);
});

describe("switching", () => {
  test("writes only the cells that change, as the table has them, and can be undone", () => {
    const book = demoBook();
    const before = seen(book);
    expect(asked(book, "switchScenario", { scenario: "juniper is won", on: false }).text).toBe(
      "“juniper is won” is switched off.",
    );
    expect([4, 5].map((row) => at(book, "Scenarios", row, 2))).toEqual([false, false]);
    expect(asked(book, "switchScenario", { scenario: "Juniper is won", on: false }).text).toBe(
      "“Juniper is won” is switched off already.",
    );
    asked(book, "undoLast", {});
    expect(seen(book)).toBe(before);
  });

  test("a scenario that is not there is refused", () => {
    expect(refusal(demoBook(), "switchScenario", { scenario: "Maya stays", on: true })).toBe(
      'There is no scenario "Maya stays" any more. Maybe look at the table Scenarios.',
    );
  });
});

describe("saving an answer", () => {
  const rows = [{ Change: "leaver", Person: "Ben Carver", From: day("2026-02-02") }];

  test("goes below the table, switched on", () => {
    const book = demoBook();
    expect(asked(book, "saveScenario", { scenario: "Ben leaves", rows }).text).toBe(
      "Saved “Ben leaves” in 1 row of Scenarios.",
    );
    expect([0, 1, 2, 3, 4, 10, 11].map((column) => at(book, "Scenarios", 7, column))).toEqual([
      "Ben leaves",
      "leaver",
      true,
      "Ben Carver",
      null,
      day("2026-02-02"),
      null,
    ]);
    expect(asked(book, "scenarios", {}).scenarios.at(-1)?.name).toBe("Ben leaves");
  });

  test("makes the sheet where there is none, and undo takes it away", () => {
    const tables = Object.fromEntries([...smallDemo()].filter(([name]) => name !== "Scenarios"));
    const book = memoryBook(tables);
    asked(book, "saveScenario", { scenario: "Ben leaves", rows });
    expect(at(book, "Scenarios", 0, 0)).toBe("Scenario");
    expect(asked(book, "scenarios", {}).scenarios.map(({ name, on }) => [name, on])).toEqual([["Ben leaves", true]]);
    asked(book, "undoLast", {});
    expect(asked(book, "scenarios", {}).scenarios).toEqual([]);
  });

  test("under the name of the plan as it is, it is refused", () => {
    expect(refusal(demoBook(), "saveScenario", { scenario: "baseline", rows })).toBe(
      "Baseline is what the plan as it is goes by. Maybe another name.",
    );
  });

  test("a heading that the table lacks is said", () => {
    const book = demoBook();
    put(book, "Scenarios", 0, 5, null);
    expect(
      refusal(book, "saveScenario", {
        scenario: "X",
        rows: [{ ...rows[0], "To engagement": "Cobalt platform" }],
      }),
    ).toBe("The table Scenarios has no column To engagement. Maybe add a column headed To engagement.");
  });
});

describe("comparing", () => {
  test("says which scenario leaves the least short, and lists each with its row", () => {
    const { says, tables, picture } = asked(demoBook(), "compareScenarios", { measure: "gap" });
    // From 26 January week by week 10, 10, 10, 12, 0, 13.6, 7.2, 0.8 and 0 hours are short: 63.6 as it is. Without Maya
    // it is 10, 50, 50, 36, 20, 33.6, 27.2, 20.8 and 20. Juniper asks for 70 hours of Python beside Cobalt's 60; with the
    // hire there are 160, and 2 hours too few in each of the three weeks with a holiday in Pune.
    expect(says).toBe(
      "“Hire for the cut-over” and “Train Rohan” leave the least short: 43.6 h in 12 weeks instead of 63.6 h.",
    );
    expect(tables[0]?.rows.map(({ cells }) => cells.slice(0, 3))).toEqual([
      ["Baseline", 63.6, null],
      ["Hire for the cut-over", 43.6, -20],
      ["Train Rohan", 43.6, -20],
      ["Maya leaves", 267.6, 204],
      ["Juniper is won", 69.6, 6],
    ]);
    expect(tables[0]?.rows.map(({ at: place }) => place?.row ?? null)).toEqual([null, 1, 2, 3, 4]);
    expect(picture?.series.map(({ label, cells }) => [label, cells.length])).toEqual([
      ["Baseline", 12],
      ["Hire for the cut-over", 12],
      ["Train Rohan", 12],
      ["Maya leaves", 12],
      ["Juniper is won", 12],
    ]);
  });
});

test.each([
  ["compareScenarios", { measure: "gap" }],
  ["hireOrTrain", { hours: 40, from: null, person: null }],
] as const)("an empty workbook is refused by %s rather than called whole", (name, form) => {
  expect(() => asked(memoryBook({ Sheet1: [] }), name, form)).toThrow("The plan names no people yet");
});

describe("adopting", () => {
  const gaps = (book: MemoryBook) =>
    asked(book, "compareScenarios", { measure: "gap" }).tables[0]!.rows.map(({ cells }) => cells[1]);
  const names = (book: MemoryBook) => asked(book, "scenarios", {}).scenarios;

  test.each([
    ["Hire for the cut-over", 1],
    ["Train Rohan", 2],
    ["Maya leaves", 3],
    ["Juniper is won", 4],
  ] as const)(
    "%s: the plan then has the figures that the scenario showed, and undo takes all of it back",
    (scenario, n) => {
      const book = demoBook();
      const before = seen(book);
      const shown = gaps(book)[n];
      expect(asked(book, "previewAdopt", { scenario }).ready).toBe(true);
      asked(book, "adoptScenario", { scenario });
      expect(gaps(book)[0]).toBe(shown);
      expect(
        names(book)
          .filter(({ name }) => name === scenario)
          .map(({ on, problems }) => [on, problems]),
      ).toEqual([[false, []]]);
      expect(names(book).filter(({ on }) => on)).toHaveLength(3);
      asked(book, "undoLast", {});
      expect(seen(book)).toBe(before);
    },
  );

  test("what would be written is listed row by row, with what stands there now", () => {
    const book = demoBook();
    expect(asked(book, "previewAdopt", { scenario: "Maya leaves" }).lines.slice(1)).toEqual([
      "People, row 2 (Maya Ellison): To empty → 1 Feb 2026.",
      "Allocations, row 2 (Maya Ellison, Meridian cloud care, Kubernetes): To 27 Mar 2026 → 1 Feb 2026.",
      "Allocations, row 3 (Maya Ellison, Cobalt platform, Kubernetes): To 27 Mar 2026 → 1 Feb 2026.",
      "Allocations, row 21, new: Person TBD, Engagement Meridian cloud care, Skill Kubernetes, From 2 Feb 2026, To 27 Mar 2026, Hours a week 8.",
      "Allocations, row 22, new: Person TBD, Engagement Cobalt platform, Skill Kubernetes, From 2 Feb 2026, To 27 Mar 2026, Hours a week 12.",
      "Will write 15 cells in 5 rows; 2 of them replace what stands there. The scenario's own rows are switched off.",
    ]);
  });

  test("a leaver's contract ends, and their rows go on without a name", () => {
    const book = demoBook();
    expect(asked(book, "previewAdopt", { scenario: "Maya leaves" }).lines[0]).toBe(
      "Maya Ellison is gone from 2 Feb 2026 on.",
    );
    asked(book, "adoptScenario", { scenario: "Maya leaves" });
    expect(at(book, "People", 1, 7)).toBe(day("2026-02-01"));
    expect(rowOf(book, "Allocations", 2, 7)).toEqual([
      "Maya Ellison",
      "Meridian cloud care",
      "Kubernetes",
      day("2026-01-05"),
      day("2026-02-01"),
      null,
      8,
    ]);
    const rest: readonly Cell[] = [day("2026-02-02"), day("2026-03-27"), null];
    expect(rowOf(book, "Allocations", 21, 7)).toEqual(["TBD", "Meridian cloud care", "Kubernetes", ...rest, 8]);
    expect(rowOf(book, "Allocations", 22, 7)).toEqual(["TBD", "Cobalt platform", "Kubernetes", ...rest, 12]);
  });

  test("a training moves the level that People lists to Skills, beside the new one", () => {
    const book = demoBook();
    asked(book, "adoptScenario", { scenario: "Train Rohan" });
    expect(rowOf(book, "Skills", 4, 6)).toEqual(["Rohan Kulkarni", "Kubernetes", 2, null, null, null]);
    expect(rowOf(book, "Skills", 5, 6)).toEqual(["Rohan Kulkarni", "Kubernetes", 3, null, day("2026-01-26"), null]);
  });

  test("another scenario that says the same is left alone, and that it will not fit any more is said", () => {
    const book = demoBook();
    const rows = [{ Change: "leaver", Person: "Maya Ellison", From: day("2026-03-02") }];
    asked(book, "saveScenario", { scenario: "Maya leaves later", rows });
    const { lines, ready } = asked(book, "previewAdopt", { scenario: "Maya leaves" });
    expect(ready).toBe(true);
    expect(lines[1]).toBe(
      'Another scenario no longer fits then. Scenarios!D8: "Maya Ellison" has no contract any more on that day. Maybe delete this row, or mend From.',
    );
    asked(book, "adoptScenario", { scenario: "Maya leaves" });
    expect(names(book).map(({ problems }) => problems.length)).toEqual([0, 0, 0, 0, 0, 1]);
  });

  test("what no table can say is said before it is written", () => {
    const book = memoryBook(Object.fromEntries([...smallDemo()].filter(([name]) => name !== "Scenarios")));
    const rows = [
      {
        Change: "move",
        Person: "Maya Ellison",
        Engagement: "Cobalt platform",
        "To engagement": "Tidewater migration",
        From: day("2026-01-26"),
        To: day("2026-02-06"),
      },
    ];
    asked(book, "saveScenario", { scenario: "Maya helps", rows });
    const { lines, ready } = asked(book, "previewAdopt", { scenario: "Maya helps" });
    expect(ready).toBe(true);
    expect(lines.slice(0, 2)).toEqual([
      "Maya Ellison moves from Cobalt platform to Tidewater migration from 26 Jan 2026 to 6 Feb 2026.",
      "No table can say that Maya Ellison may not serve Cobalt platform with spare hours: once adopted, they may.",
    ]);
  });

  test("one that is switched off is not adopted", () => {
    expect(refusal(demoBook(), "previewAdopt", { scenario: "Harborline grows" })).toBe(
      "“Harborline grows” is switched off. Maybe switch it on first.",
    );
  });
});
