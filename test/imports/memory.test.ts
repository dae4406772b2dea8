import { describe, expect, test } from "vitest";
import { memoryBook, put } from "../support/memory-host.ts";
import { asked, rowsOf, seen, written } from "./workbook.ts";

const MARCH = ["Wanneer,Medewerker,Klus,Tijd", "2026-03-02,Ann Lee,Alpha,450", "2026-03-03,Bob Ray,Alpha,90"];
/** The same headings in another order, another month. */
const APRIL = ["Klus,Tijd,Wanneer,Medewerker", "Beta,60,2026-04-01,Ann Lee"];
const ROLES = { "role 1": "date", "role 2": "person", "role 3": "project", "role 4": "hours:minutes" };

const withMarch = () => {
  const book = memoryBook();
  written(book, { text: MARCH.join("\n"), answers: { kind: "actuals", ...ROLES } });
  return book;
};

describe("what the columns of an unknown file are", () => {
  test("is kept in the sheet Tables, for everybody to see", () => {
    const name = "Import: Wanneer, Medewerker, Klus, Tijd";
    const line = (heading: string, means: string) => [
      name,
      "Files that are imported",
      "Actuals",
      "Yes",
      heading,
      means,
    ];
    expect(rowsOf(withMarch(), "Tables", 6)).toEqual([
      ["Team table", "Found on", "Feeds", "Use", "Column heading", "Means"],
      line("(rows)", "Hours worked"),
      line("Wanneer", "Day"),
      line("Medewerker", "Person"),
      line("Klus", "Engagement"),
      line("Tijd", "Minutes"),
    ]);
  });

  test("is used again for the same headings in any order, and said", () => {
    const book = withMarch();
    const { how, mapping, ready } = seen(book, { text: APRIL.join("\n") });
    expect(how).toContain(
      "Read as last time, as the sheet Tables keeps it: Klus is Engagement, Tijd is Minutes, Wanneer is Day and Medewerker is Person.",
    );
    expect([mapping?.done, mapping?.again, ready]).toEqual([true, true, true]);
    written(book, { text: APRIL.join("\n") });
    expect(rowsOf(book, "Actuals", 4).slice(1)).toEqual([
      [46_083, "Ann Lee", "Alpha", 7.5],
      [46_084, "Bob Ray", "Alpha", 1.5],
      [46_113, "Ann Lee", "Beta", 1],
    ]);
    // Nothing new is kept: one row a column, and one for what the rows are.
    expect(rowsOf(book, "Tables", 6)).toHaveLength(6);
  });

  test("is said anew by the planner, and kept instead", () => {
    const book = withMarch();
    const other = { "role 1": "project", "role 2": "hours:hours", "role 3": "date", "role 4": "person" };
    written(book, { text: APRIL.map((line) => line.replace("60", "6")).join("\n"), answers: other });
    expect(rowsOf(book, "Tables", 6).map((row) => row[5])).toEqual([
      ...["Means", "Hours worked", "Engagement", "Hours", "Day", "Person"],
    ]);
    asked(book, "undoLast", {});
    expect(rowsOf(book, "Tables", 6).map((row) => row[5])).toEqual([
      ...["Means", "Hours worked", "Day", "Person", "Engagement", "Minutes"],
    ]);
  });

  test("is not used for other headings, nor where Tables says No", () => {
    const book = withMarch();
    expect(seen(book, { text: ["Klus,Tijd,Wanneer,Wie", "Beta,60,2026-04-01,Ann Lee"].join("\n") }).mapping?.done).toBe(
      false,
    );
    put(book, "Tables", 1, 3, "No");
    expect(seen(book, { text: APRIL.join("\n") }).mapping?.done).toBe(false);
  });

  test("is no table of the team's to the panel Map, nor a problem of the plan", () => {
    const book = withMarch();
    expect(JSON.stringify(asked(book, "planCheck", {}))).not.toMatch(/HR-27[0-6]/);
    expect(JSON.stringify(asked(book, "mapForm", { answers: [] }))).not.toContain("Import: ");
  });
});
