import { describe, expect, test } from "vitest";
import { run } from "../../core/host.ts";
import type { Cell, CellRange } from "../../core/plan/cells.ts";
import { readPlan } from "../../core/plan/read-plan.ts";
import type { Source } from "../../core/plan/sources.ts";
import { ask } from "../../core/questions/index.ts";
import { at, memoryBook, memoryHost } from "../support/memory-host.ts";
import { dayNamed } from "./expected.ts";

const PEOPLE: CellRange = [["Person", "Weekly hours"], ...["Ann", "Bob", "Cid"].map((name) => [name, 40])];
const MONTH: CellRange = [
  ["Person", "Project", "%"],
  ["Ann", "Alpha", 0.5],
  ["Bob", "Beta", 0.2],
];
const PAIRS: CellRange = [
  ["Project", "Name", "%", "Name", "%"],
  ["Alpha", "Ann", 50, "Bob", 100],
  ["Beta", "Cid", 20, null, null],
];

/** `person work first-day last-day millionths` of what is booked. */
function booked(sources: readonly Source[]): readonly string[] {
  const { allocations, people, engagements } = readPlan([{ cells: PEOPLE }, ...sources]);
  const { length, person, engagement, from, to, amount } = allocations;
  return Array.from({ length }, (_, i) =>
    [people[person[i]!]?.name, engagements[engagement[i]!]!.name, from[i]!, to[i]!, amount[i]!].join(" "),
  );
}
const [FIRST, LAST] = [dayNamed("2026-01-01"), dayNamed("2026-01-31")];

describe("a sheet whose name says when, under headings without days", () => {
  test.each(["Jan 2026", "January 2026", "Staffing Jan 2026", "2026-01", "01/2026", "Jan '26", "Januar 2026"])(
    "%s is read for that month, and not without end",
    (sheet) => {
      expect(booked([{ cells: MONTH, sheet }])).toEqual([
        `Ann Alpha ${FIRST} ${LAST} 500000`,
        `Bob Beta ${FIRST} ${LAST} 200000`,
      ]);
    },
  );
  test("several people beside one work, each with an amount of their own", () => {
    expect(booked([{ cells: PAIRS, sheet: "Jan 2026" }])).toEqual([
      `Ann Alpha ${FIRST} ${LAST} 500000`,
      `Cid Beta ${FIRST} ${LAST} 200000`,
      `Bob Alpha ${FIRST} ${LAST} 1000000`,
    ]);
  });
  test("in a sheet of another name, headings count as they stand", () => {
    const { allocations } = readPlan([{ cells: PEOPLE }, { cells: MONTH, sheet: "Plan 2026" }]);
    expect([allocations.length, allocations.to[0]! > LAST]).toEqual([2, true]);
  });
  test("days of its own go before the name of the sheet", () => {
    const own: CellRange = [
      ["Person", "Project", "From", "To", "%"],
      ["Ann", "Alpha", FIRST + 40, FIRST + 50, 0.5],
    ];
    expect(booked([{ cells: own, sheet: "Jan 2026" }])).toEqual([`Ann Alpha ${FIRST + 40} ${FIRST + 50} 500000`]);
  });
});

interface Form {
  readonly tables: readonly { readonly id: string; readonly summary: readonly string[] }[];
}

describe("the panel Map", () => {
  const book = memoryBook({ "Jan 2026": MONTH, "Feb 2026": MONTH.slice(0, 2), People: PEOPLE });
  const { host } = memoryHost(book);
  const accounts = () => {
    const { accounts: all } = run(ask("planCheck", {}), host) as {
      readonly accounts: readonly { readonly table: string }[];
    };
    return all.map(({ table }) => table);
  };
  test("asks about sheets of single months, and nothing is used before a yes", () => {
    const { tables } = run(ask("mapForm", { answers: [] }), host) as Form;
    expect(tables.map(({ id, summary }) => `${id}: ${summary.join()}`)).toEqual([
      "Jan 2026: 2 allocations of 2 people to 2 engagements, 1 Jan 2026 to 31 Jan 2026",
      "Feb 2026: 1 allocation of 1 person to 1 engagement, 1 Feb 2026 to 28 Feb 2026",
    ]);
    expect(accounts()).toEqual(["People"]);
  });
  test("formulas, which know no name of a sheet, take the days from Tables", () => {
    run(ask("decideMap", { sheet: "Jan 2026", decision: "yes", answers: [] }), host);
    expect(accounts()).toEqual(["People", "Allocations"]);
    const tables = Array.from({ length: 7 }, (_, row) =>
      Array.from({ length: 6 }, (_, column) => at(book, "Tables", row, column) as Cell),
    );
    expect(booked([{ cells: MONTH }, { cells: tables }])).toEqual([
      `Ann Alpha ${FIRST} ${LAST} 500000`,
      `Bob Beta ${FIRST} ${LAST} 200000`,
    ]);
  });
});
