import { describe, expect, test } from "vitest";
import { run } from "../../core/host.ts";
import type { Cell, CellRange } from "../../core/plan/cells.ts";
import { readPlan } from "../../core/plan/read-plan.ts";
import { ask } from "../../core/questions/index.ts";
import { memoryBook, memoryHost } from "../support/memory-host.ts";
import { dayNamed } from "./expected.ts";

const PEOPLE: CellRange = [["Person", "Weekly hours"], ...["Ann", "Bob"].map((name) => [name, 40])];
const PROJECTS: CellRange = [
  ["Project", "Start", "End", "Phone"],
  ["Alpha", dayNamed("2026-01-05"), dayNamed("2026-03-27"), "1"],
  ["Beta", dayNamed("2026-01-05"), dayNamed("2026-02-27"), "2"],
];
const iso = (day: number) => new Date((day - 25_569) * 864e5).toISOString().slice(0, 10);

/** `Ann Alpha 2026-01-01..2026-01-31 40`, and code, row and column of what is said. */
function read(cells: CellRange, sheet = "Plan", beside: readonly CellRange[] = [PROJECTS]) {
  const sources = [{ cells: PEOPLE }, { cells, sheet }, ...beside.map((one) => ({ cells: one }))];
  const { allocations, people, engagements, problems } = readPlan(sources);
  const { length, person, engagement, from, to, amount } = allocations;
  const rows = Array.from({ length }, (_, i) =>
    [
      people[person[i]!]?.name,
      engagements[engagement[i]!]!.name,
      `${iso(from[i]!)}..${iso(to[i]!)}`,
      amount[i]! / 60,
    ].join(" "),
  );
  const told = problems.filter(({ at }) => at.every(({ table }) => table !== "People"));
  return {
    rows,
    said: told.map(({ code, at: [place] }) => `${code} ${place?.row}${place?.column.replace("column ", "")}`),
    why: told.map(({ why }) => why).join(" / "),
  };
}

const list = (heading: string, ...whens: readonly Cell[]): CellRange => [
  ["Person", "Project", heading, "Hours"],
  ...whens.map((when, i): readonly Cell[] => [i % 2 === 0 ? "Ann" : "Bob", "Alpha", when, 40 - 10 * i]),
];
const JANUARY = "Ann Alpha 2026-01-01..2026-01-31 40";
const FEBRUARY = "Bob Alpha 2026-02-01..2026-02-28 30";

describe("rows with a month or week of their own are about that time, not all of their engagement's", () => {
  test.each<[string, string, Cell, Cell]>([
    ["dates", "Month", dayNamed("2026-01-01"), dayNamed("2026-02-01")],
    ["any dates of a month", "Month", dayNamed("2026-01-15"), dayNamed("2026-02-28")],
    ["texts", "Month", "Jan 2026", "February 2026"],
    ["with their number", "Month", "2026-01", "02/2026"],
    ["with two digits of the year", "Month", "Jan-26", "Feb-26"],
    ["German", "Monat", "Januar 2026", "Feb. 2026"],
    ["French", "Mois", "janvier 2026", "févr. 2026"],
    ["Swedish", "Månad", "januari 2026", "februari 2026"],
    ["Danish", "Måned", "januar 2026", "februar 2026"],
    ["Czech", "Měsíc", "leden 2026", "únor 2026"],
    ["Spanish", "Mes", "enero 2026", "febrero 2026"],
    ["dates under Period that are all first days of a month", "Period", dayNamed("2026-01-01"), dayNamed("2026-02-01")],
  ])("months: %s", (_, heading, one, other) => {
    expect(read(list(heading, one, other))).toEqual({ rows: [JANUARY, FEBRUARY], said: [], why: "" });
  });
  test.each<[string, string, Cell, Cell]>([
    ["names", "Week", "W2 2026", "2026-W03"],
    ["Mondays", "Week", dayNamed("2026-01-05"), dayNamed("2026-01-12")],
    ["Fridays", "Week ending", dayNamed("2026-01-09"), dayNamed("2026-01-16")],
    ["Sundays that end them", "Week ending", dayNamed("2026-01-11"), dayNamed("2026-01-18")],
    ["German", "KW", "KW 2/2026", "KW 3/2026"],
    ["first and last days", "Zeitraum", "5.-11. Januar 2026", "12.-18. Januar 2026"],
  ])("weeks: %s", (_, heading, one, other) => {
    expect(read(list(heading, one, other))).toEqual({
      rows: ["Ann Alpha 2026-01-05..2026-01-11 40", "Bob Alpha 2026-01-12..2026-01-18 30"],
      said: [],
      why: "",
    });
  });
  test("a quarter", () => {
    expect(read(list("Quarter", "Q1 2026")).rows).toEqual(["Ann Alpha 2026-01-01..2026-03-31 40"]);
  });
  test("without a year, the title, the sheet's name or a column of years says it; else it is asked for", () => {
    const weeks = ["Ann Alpha 2026-01-05..2026-01-11 40", "Bob Alpha 2026-01-12..2026-01-18 30"];
    expect(read(list("Week", 2, 3), "Plan 2026").rows).toEqual(weeks);
    expect(read([["Staffing 2026"], ...list("Week", "W2", "W3")]).rows).toEqual(weeks);
    const years = list("Week", 2, 3).map((row, i) => [...row, i === 0 ? "Year" : 2026]);
    expect(read(years).rows).toEqual(weeks);
    const found = read(list("Month", "Jan", "Feb"));
    expect(found.rows).toEqual([]);
    expect(found.why).toContain("no year");
  });
  test("a month that stands once above its rows holds for those below", () => {
    const found = read([
      ["Month", "Person", "Project", "Hours"],
      ["Jan 2026", "Ann", "Alpha", 40],
      [null, "Bob", "Alpha", 10],
      ["Feb 2026", "Bob", "Alpha", 30],
    ]);
    expect(found.rows).toEqual([JANUARY, "Bob Alpha 2026-01-01..2026-01-31 10", FEBRUARY]);
  });
  test("a row without a month, or with one that cannot be read, is left out and said", () => {
    const cells = list("Month", "Jan 2026", null, "soon", "13/2026", dayNamed("2026-03-25"));
    const found = read(cells);
    expect(found.rows).toEqual([JANUARY]);
    expect(found.said).toEqual(["HR-111 3C", "HR-111 4C", "HR-111 5C", "HR-112 6C"]);
  });
  test("what could be two times is not read", () => {
    expect(read(list("Week", dayNamed("2026-01-11"), dayNamed("2026-01-18"))).rows).toEqual([]);
    expect(read(list("Period", dayNamed("2026-01-07"), dayNamed("2026-02-04"))).why).toContain("how long each row");
    const two: CellRange = [
      ["Person", "Project", "Month", "Week", "Hours"],
      ["Ann", "Alpha", "Jan 2026", "W5 2026", 8],
    ];
    expect(read(two).why).toContain("The columns Month and Week both say when");
    expect(read(list("Timing", "Jan 2026", "Feb 2026")).why).toContain('under "Timing"');
    const quarter: CellRange = [
      ["Person", "Project", "Period", "Hours/month"],
      ["Ann", "Alpha", "Q1 2026", 8],
    ];
    expect(read(quarter).why).toContain("hours a month");
  });
  test("hours done by month are no plan", () => {
    const cells = list("Month", "Jan 2026", "Feb 2026").map((row, i) =>
      i === 0 ? [...row.slice(0, 3), "Ist-Stunden"] : row,
    );
    expect(read(cells).rows).toEqual([]);
    expect(read(list("Month", "Jan 2026", "Feb 2026"), "Timesheets").rows).toEqual([]);
  });
});

describe("rows without any days beside a sheet with the days of their work", () => {
  const rows: CellRange = [
    ["Name", "Project", "Hours"],
    ["Ann", "Alpha", 60],
    ["Bob", "Beta", 40],
  ];
  const spread = ["Ann Alpha 2026-01-05..2026-03-27 60", "Bob Beta 2026-01-05..2026-02-27 40"];
  test("in a formula they are spread over it, which is said", () => {
    expect(read(rows)).toMatchObject({ rows: spread, said: ["HR-138 1B"] });
  });
  test("Map asks, takes no yes before an answer, and remembers it", () => {
    const book = memoryBook({ People: PEOPLE, Projects: PROJECTS, Staffing: rows });
    const { host } = memoryHost(book);
    const form = () => {
      const { tables } = run(ask("mapForm", { answers: [] }), host) as {
        readonly tables: readonly {
          readonly id: string;
          readonly state: string;
          readonly open: number;
          readonly columns: readonly { readonly key: string; readonly means: string; readonly confidence: string }[];
          readonly assumptions: readonly { readonly a1: string; readonly says: string }[];
        }[];
      };
      return tables.find(({ id }) => id === "Staffing")!;
    };
    const decide = (means: string | null) =>
      run(
        ask("decideMap", {
          sheet: "Staffing",
          decision: "yes",
          answers: means === null ? [] : [{ sheet: "Staffing", heading: "(days)", means }],
        }),
        host,
      );
    const asked = form();
    expect(asked.columns.at(-1)).toMatchObject({
      key: "(days)",
      means: "All days of the engagement",
      confidence: "unsure",
    });
    expect([asked.open, asked.state, asked.assumptions[0]?.a1]).toEqual([1, "new", "B1"]);
    expect(() => decide(null)).toThrow(/leaves something open/);
    decide("All days of the engagement");
    expect([form().open, form().state]).toEqual([0, "accepted"]);
  });
});
