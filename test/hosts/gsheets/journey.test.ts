import { describe, expect, test } from "vitest";
import { opened } from "./addon.ts";
import { type BookState, newSheet, sheetOf } from "./fake/state.ts";
import { snapshot } from "./snapshot.ts";

const CAPACITY = "Capacity vs demand";
const refresh = { sheets: CAPACITY };

const first = opened();
first.ask("setUp", { demo: "small" });
// Formats and drop-downs of a thousand empty rows would only make every test slower.
for (const { cells } of first.book.sheets) {
  for (const [key, { value }] of cells) if (value === undefined && Number(key.split(",")[0]) > 40) cells.delete(key);
}
/** The small demo plan set up, as a planner does it in an empty spreadsheet. */
const planned = () => opened(structuredClone(first.book));
const seen = (book: BookState, name: string) => snapshot(book).sheets.find((sheet) => sheet.name === name)!;
const text = (book: BookState): string =>
  JSON.stringify(snapshot(book), (_, value: unknown) => (value instanceof Map ? [...value].sort() : value));

describe("a workbook is set up", () => {
  test("with headings, notes, drop-downs from names, day formats, and the demo's rows", () => {
    const { book } = planned();
    const people = seen(book, "People");
    const heading = [...people.cells].find(([, { value }]) => value === "Weekly hours")!;
    expect(heading[1]).toMatchObject({ format: "@" });
    expect(heading[1].note).toMatch(/hours/);
    expect(people.frozen).toEqual({ rows: 1, columns: 1 });
    const [at] = [...seen(book, "Allocations").cells].find(([, { value }]) => value === "Person")!;
    expect(seen(book, "Allocations").cells.get(at.replace("1", "2"))).toMatchObject({
      choices: "PersonNames",
      format: "@",
    });
    expect(snapshot(book).names.get("PersonNames")).toBe("People!A2:A1000");
  });

  test("and a sheet that holds something already is left alone", () => {
    const here = opened();
    const own = newSheet(here.book, "Leave");
    own.cells.set("1,1", { value: "my own" });
    expect(JSON.stringify(here.ask("setUp", { demo: "empty" }))).toContain(
      "Left alone, because they hold something: Leave.",
    );
    expect([...own.cells]).toEqual([["1,1", { value: "my own" }]]);
  });
});

describe("Capacity vs demand", () => {
  test("is made: a sentence, tables with native formulas, rules, a chart", () => {
    const { ask, book } = planned();
    expect(ask("makeSheets", refresh).reply).toMatchObject({
      text: expect.stringContaining("Refresh Capacity vs demand"),
    });
    const { cells, charts, rules, visible, frozen } = seen(book, CAPACITY);
    expect([visible, frozen]).toEqual([true, { rows: 0, columns: 1 }]);
    expect(cells.get("A1")).toMatchObject({ value: "Capacity vs demand, in hours a week", bold: true });
    expect(cells.get("A2")!.value).toMatch(/^Skills are short in \d+ of 12 weeks, most in the week of/);
    const weeks = [...cells].find(([, { value }]) => value === "Week (Monday)")![0];
    const row = Number(weeks.slice(1)) + 1;
    expect(cells.get(`A${row}`)).toMatchObject({ value: 46027, format: "yyyy-mm-dd" });
    expect(cells.get(`E${row}`)).toMatchObject({ formula: `=B${row}+C${row}+D${row}`, format: "#,##0.0" });
    expect(cells.get(`E${row + 12}`)).toMatchObject({ formula: `=SUM(E${row}:E${row + 11})` });
    expect(charts).toEqual([
      {
        kind: "stacked columns with line",
        title: "Demand against capacity, hours a week",
        categories: `A${row - 1}:A${row + 11}`,
        series: ["B", "C", "D", "F"].map((column) => `${column}${row - 1}:${column}${row + 11}`),
      },
    ]);
    expect(rules.length).toBeGreaterThan(0);
    expect([...cells.values()].every(({ formula = "" }) => !/[,;]/.test(formula))).toBe(true);
    expect(book.protections.every(({ warningOnly }) => warningOnly)).toBe(true);
  });

  test("a second refresh writes nothing at all", () => {
    const { ask, book, fake } = planned();
    ask("makeSheets", refresh);
    const [before, changes] = [text(book), fake.gate.log.length];
    expect(ask("makeSheets", refresh).reply).toEqual({ text: "Everything was up to date: nothing was written." });
    expect(text(book)).toBe(before);
    expect(fake.gate.log.slice(changes)).toEqual(["SpreadsheetApp.flush"]);
  });

  test("what the planner put beside it stays: columns, notes, rules, charts, another place, another name", () => {
    const { ask, book } = planned();
    ask("makeSheets", refresh);
    const sheet = sheetOf(book, CAPACITY);
    const everywhere = [{ row: 1, column: 1, rows: 1000, columns: 26 }];
    const red = {
      kind: "NUMBER_LESS_THAN",
      values: [0],
      background: "#ff0000",
      color: null,
      bold: null,
      ranges: everywhere,
    };
    const chart = { ...sheet.charts[0]!, id: 5000, options: new Map([["title", "My chart"]]) };
    sheet.cells.set("12,15", { value: "call the client", note: "by Friday" });
    sheet.rules = [red, ...sheet.rules];
    sheet.charts.push(chart);
    sheet.name = "My capacity";
    lessHours(book);
    expect(ask("makeSheets", refresh).problem).toBeUndefined();
    expect(book.sheets.map(({ name }) => name)).not.toContain(CAPACITY);
    expect(sheet.cells.get("12,15")).toEqual({ value: "call the client", note: "by Friday" });
    expect(sheet.rules[0]).toEqual(red);
    expect(sheet.charts.map(({ options }) => options.get("title")).sort()).toEqual([
      "Demand against capacity, hours a week",
      "My chart",
    ]);
  });

  test("rules and warnings do not pile up with each refresh", () => {
    const { ask, book } = planned();
    ask("makeSheets", refresh);
    const count = () => [
      sheetOf(book, CAPACITY).rules.length,
      sheetOf(book, CAPACITY).charts.length,
      book.protections.length,
    ];
    const once = count();
    for (let i = 0; i < 3; i++) {
      lessHours(book);
      ask("makeSheets", refresh);
    }
    expect(count()).toEqual(once);
  });

  test("undo takes it back, and says what it took back", () => {
    const { ask, book } = planned();
    ask("makeSheets", refresh);
    lessHours(book);
    const before = text(book);
    ask("makeSheets", refresh);
    expect(text(book)).not.toBe(before);
    expect(ask("undoLast", {}).reply).toEqual({ text: "Undone: Refresh Capacity vs demand." });
    expect(text(book)).toBe(before);
  });

  test("a copy of the file has no journal, and is refreshed all the same", () => {
    const { ask, book } = planned();
    ask("makeSheets", refresh);
    const copy: BookState = structuredClone(book);
    copy.properties.clear();
    for (const sheet of copy.sheets) sheet.metadata = [];
    lessHours(copy);
    const there = opened(copy);
    expect(there.ask("makeSheets", refresh).problem).toBeUndefined();
    expect(sheetOf(copy, CAPACITY).charts.length).toBe(1);
    expect(there.ask("sheets", {}).problem).toBeUndefined();
  });

  test("while somebody else is refreshing, the second is told so in a sentence", () => {
    const { ask, book, fake } = planned();
    const before = text(book);
    fake.lockHeld = true;
    expect(ask("makeSheets", refresh).problem).toBe(
      "Somebody else is using Headroom in this spreadsheet right now, so nothing was changed. Maybe try again in a moment.",
    );
    expect(text(book)).toBe(before);
  });
});

describe("questions that make no sense", () => {
  const { ask, script } = opened();
  test.each([
    ["constructor", {}],
    ["makeSheets", { sheets: "Nonsense" }],
    ["makeSheets", {}],
    ["goTo", null],
  ])("%s is answered with a sentence", (name, request) => {
    expect(ask(name, request).problem).toMatch(/\w/);
  });
  test("and so is text that is no JSON", () => {
    expect(JSON.parse(String(script.call("answerPanel", "sheets", "{")))).toHaveProperty("problem");
  });
});

/** The planner gives the first person one hour a week less. */
function lessHours(book: BookState): void {
  const people = sheetOf(book, "People");
  const [heading] = [...people.cells].find(([, { value }]) => value === "Weekly hours")!;
  const cell = people.cells.get(`2,${heading.split(",")[1]}`)!;
  cell.value = Number(cell.value) - 1;
}
