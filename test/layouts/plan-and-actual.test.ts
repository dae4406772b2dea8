import { describe, expect, test } from "vitest";
import type { Cell, CellRange } from "../../core/plan/cells.ts";
import { readPlan } from "../../core/plan/read-plan.ts";
import { dayNamed } from "./expected.ts";

const PEOPLE: CellRange = [["Person", "Weekly hours"], ...["Ann", "Bob"].map((name) => [name, 40])];
const WEEKS = ["2026-01-05", "2026-01-12", "2026-01-19"].map(dayNamed);

/** `Ann Alpha 30`: hours by person and work; and the code, row, column and value of what is said. */
function read(cells: CellRange) {
  const { allocations, people, engagements, problems } = readPlan([{ cells: PEOPLE }, { cells }]);
  const hours: Record<string, number> = {};
  for (let i = 0; i < allocations.length; i++) {
    const key = `${people[allocations.person[i]!]?.name} ${engagements[allocations.engagement[i]!]!.name}`;
    hours[key] = (hours[key] ?? 0) + allocations.amount[i]! / 60;
  }
  const told = problems.filter(({ at }) => at.every(({ table }) => table !== "People"));
  return {
    hours,
    said: told.map(
      ({ code, at: [place], value }) => `${code} ${place?.row}${place?.column.replace("column ", "")} ${value}`,
    ),
    why: told.map(({ why }) => why).join(" / "),
  };
}

const table = (heading: string | null, ...rows: readonly (readonly Cell[])[]): CellRange => [
  ["Hours per week"],
  ["Person", "Project", heading, ...WEEKS],
  ...rows,
];
const PLAN = { "Ann Alpha": 30, "Bob Beta": 15 };

describe("rows of what was done beside rows of the plan are left out, and said", () => {
  test.each(["Type", "Version", "Measure", "Scenario", "Plan/Actual", "Kind", "Task", null])("under %s", (heading) => {
    const found = read(
      table(
        heading,
        ["Ann", "Alpha", "Plan", 10, 10, 10],
        ["Ann", "Alpha", "Actual", 8, 9, 7],
        ["Ann", "Alpha", "Diff", 2, 1, 3],
        ["Bob", "Beta", "Plan", 5, 5, 5],
        ["Bob", "Beta", "Actual", 4, 4, 4],
      ),
    );
    expect(found.hours).toEqual(PLAN);
    expect(found.said).toEqual(["HR-288 4C Actual", "HR-288 5C Diff"]);
    expect(found.why).toContain("and the row is left out, as are 1 more below it");
  });
  test.each([
    ["German", "Art", "Soll", "Ist", "Abweichung"],
    ["French", "Type", "Prévu", "Réalisé", "Écart"],
    ["Czech", "Typ", "Plán", "Skutečnost", "Rozdíl"],
    ["Swedish", "Typ", "Planerad", "Utfall", "Avvikelse"],
    ["Danish", "Type", "Planlagt", "Faktisk", "Afvigelse"],
    ["Spanish", "Tipo", "Previsto", "Real", "Desviación"],
    ["English", "Type", "Budget", "Logged", "Variance"],
    ["with units", "Type", "Planned hours", "Actual (h)", "Diff."],
  ])("%s, with names once and blanks below", (_, heading, plan, done, difference) => {
    const found = read(
      table(
        heading,
        ["Ann", "Alpha", plan, 10, 10, 10],
        [null, null, done, 8, 9, 7],
        [null, null, difference, 2, 1, 3],
        ["Bob", "Beta", done, 4, 4, 4],
        [null, null, plan, 5, 5, 5],
      ),
    );
    expect(found.hours).toEqual(PLAN);
    expect(found.said).toEqual([`HR-288 4C ${done}`, `HR-288 5C ${difference}`]);
  });
  test("a word that stands once above several rows holds for all of them", () => {
    const found = read([
      ["Hours per week"],
      ["Person", "Type", "Project", ...WEEKS],
      ["Ann", "Plan", "Alpha", 10, 10, 10],
      [null, null, "Beta", 5, 5, 5],
      [null, "Actual", "Alpha", 8, 8, 8],
      [null, null, "Beta", 4, 4, 4],
    ]);
    expect(found.hours).toEqual({ "Ann Alpha": 30, "Ann Beta": 15 });
    expect(found.said).toEqual(["HR-288 5B Actual"]);
  });
  test("in a list with days of its own", () => {
    const days = [WEEKS[0]!, WEEKS[0]! + 4];
    const found = read([
      ["Mitarbeiter", "Projekt", "Art", "Von", "Bis", "Std"],
      ["Ann", "Alpha", "Soll", ...days, 30],
      ["Ann", "Alpha", "Ist", ...days, 24],
      ["Bob", "Beta", "Soll", ...days, 15],
    ]);
    expect(found.hours).toEqual(PLAN);
    expect(found.said).toEqual(["HR-288 3C Ist"]);
  });
  test("rows of nothing but hours done are no plan", () => {
    const found = read(table("Type", ["Ann", "Alpha", "Actual", 8, 9, 7], ["Bob", "Beta", "Actual", 4, 4, 4]));
    expect(found.hours).toEqual({});
    expect(found.why).toContain('The rows are called "Actual"');
  });
  test("a task that is called Design, Budget or Done beside others is work", () => {
    const found = read(table("Task", ["Ann", "Alpha", "Design", 10, 10, 10], ["Ann", "Alpha", "Budget", 5, 5, 5]));
    expect(found.hours).toEqual({ "Ann Alpha": 45 });
    expect(found.said).toEqual([]);
  });
});

describe("two plans for the same time are never added up", () => {
  test.each<[string, string, string]>([
    ["Type", "Baseline", "Forecast"],
    ["Version", "Budget", "Plan"],
    ["Scenario", "Best case", "Worst case"],
    ["Version", "v1", "v2"],
  ])("under %s: %s and %s", (heading, one, other) => {
    const found = read(table(heading, ["Ann", "Alpha", one, 10, 10, 10], ["Ann", "Alpha", other, 12, 12, 12]));
    expect(found.hours).toEqual({});
    expect(found.why).toContain(`"${one}" and "${other}", and are not to be added up`);
  });
  test("of other people they are read as one, and that is said", () => {
    const found = read(table("Type", ["Ann", "Alpha", "Plan", 10, 10, 10], ["Bob", "Beta", "Forecast", 5, 5, 5]));
    expect(found.hours).toEqual(PLAN);
    expect(found.said).toEqual(["HR-138 4C Forecast"]);
  });
  test("one plan is one plan", () => {
    const found = read(table("Scenario", ["Ann", "Alpha", "Base", 10, 10, 10], ["Bob", "Beta", "Base", 5, 5, 5]));
    expect(found).toMatchObject({ hours: PLAN, said: [] });
  });
});

const HEADS = ["Person", "Project", ...WEEKS];
const OWN = ["Ann", "Alpha", 10, 10, 10];
const LAST = ["Ann", "Alpha", 8, 8, 8];

describe("titles of hours done", () => {
  test.each([
    "Actual hours",
    "Actual hours per week",
    "Actuals, hours",
    "Hours logged per week",
    "Timesheet hours",
    "Ist-Stunden pro Woche",
    "Heures réalisées par semaine",
    "Actual hours by week",
    "Booked hours (actual)",
    "Hours worked 2026",
    "Actual hours Cloud team",
    "Skutečné hodiny za týden",
    "Horas reales por semana",
    "Faktiska timmar per vecka",
  ])("%s is no plan", (title) => {
    const found = read([[title], HEADS, OWN]);
    expect(found.hours).toEqual({});
    expect(found.why).toContain(`"${title}" above says that these are hours done`);
  });
  test.each([
    "Planned hours per week",
    "Plan vs actual hours",
    "Hours per week",
    "Hours, Real Estate team",
    "Capacity plan, hours",
  ])("%s may be a plan", (title) => expect(read([[title], HEADS, OWN]).hours).toEqual({ "Ann Alpha": 30 }));
});

describe("blocks below a plan whose titles say that they are none", () => {
  test.each([
    ["Planned hours per week", "Actual hours per week"],
    ["Planned hours per week", "Actuals, hours"],
    ["Planned hours", "Capacity hours"],
    ["Forecast hours", "Baseline hours"],
    ["Planned hours per week", "Cost (k EUR)"],
    ["Plan-Stunden", "Ist-Stunden pro Woche"],
    ["Hours per week", "Capacity"],
  ])("%s, then %s", (one, other) => {
    for (const blank of [[[]], []]) {
      const found = read([[one], HEADS, OWN, ...blank, [other], HEADS, LAST]);
      expect(found.hours).toEqual({ "Ann Alpha": 30 });
      expect(found.why).toMatch(/left out|hours done/);
    }
  });
  test("without headings of their own", () => {
    const found = read([["Hours"], HEADS, ["Planned"], OWN, ["Actual"], LAST]);
    expect(found.hours).toEqual({ "Ann Alpha": 30 });
    expect(found.said).toContain("HR-288 5A Actual");
  });
  test("teams below each other are one plan", () => {
    const found = read([["Team A hours"], HEADS, OWN, [], ["Team B hours"], HEADS, ["Bob", "Beta", 5, 5, 5]]);
    expect(found.hours).toEqual(PLAN);
  });
});
