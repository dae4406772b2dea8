import { describe, expect, test } from "vitest";
import { imported } from "./read.ts";

const HOURS = [
  "Weekly hours",
  "Contract hours",
  "Weekly capacity",
  "Working hours per week",
  "Hours/week",
  "Capacity (h/week)",
  "Contracted hours",
  "Stunden pro Woche",
  "Wochenstunden",
  "Heures par semaine",
];
const PARTS = ["FTE %", "% FTE", "Employment %", "Part-time %", "Pensum", "Beschäftigungsgrad"];

const contracts = (heading: string, ann: string, bob: string, answers: Readonly<Record<string, string>> = {}) => {
  const result = imported(`Name;Role;${heading}\nAnn Lee;Dev;${ann}\nBob Ray;PM;${bob}\n`, answers);
  const cells = result.lines.map(({ cells }) => [cells.get("weeklyHours") ?? null, cells.get("fte") ?? null]);
  return { cells, open: result.open, says: result.problems.map(({ why }) => why).join(" | "), result };
};

describe("a list of people says how much everybody works", () => {
  test.each(HOURS)("in hours a week headed %s", (heading) => {
    const { cells, open, says } = contracts(heading, "40", "20");
    expect([cells, open]).toEqual([
      [
        [40, null],
        [20, null],
      ],
      [],
    ]);
    expect(says).not.toContain("not read");
  });

  test.each(PARTS)("in parts of full time headed %s", (heading) => {
    const { cells, says } = contracts(heading, "100", "50");
    expect(cells).toEqual([
      [null, 1],
      [null, 0.5],
    ]);
    expect(says).toContain("100 is 100 %");
    expect(contracts(heading, "100 %", "62.5 %").cells).toEqual([
      [null, 1],
      [null, 0.625],
    ]);
    expect(contracts(heading, "1", "0.5").cells).toEqual([
      [null, 1],
      [null, 0.5],
    ]);
  });

  test("and is asked only where no column says so", () => {
    const { result, says } = contracts("Shirt", "L", "M");
    expect(result.questions.map(({ key }) => key)).toContain("weekHours");
    expect(says).toContain("not read: Shirt");
    expect(contracts("Shirt", "L", "M", { weekHours: "35" }).cells).toEqual([
      [35, null],
      [35, null],
    ]);
  });

  test("and is left empty and said where a cell has none", () => {
    const { cells, says } = contracts("Weekly hours", "40", "");
    expect(cells).toEqual([
      [40, null],
      [null, null],
    ]);
    expect(says).toContain("has no hours a week that can be read, which are left empty");
  });
});

test("the location of people is read", () => {
  const { lines } = imported("Name,Role,Office,Weekly hours\nAnn Lee,Dev,Berlin,40\nBob Ray,PM,Paris,32\n");
  expect(lines.map(({ cells }) => cells.get("location"))).toEqual(["Berlin", "Paris"]);
});
