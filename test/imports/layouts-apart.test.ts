import { describe, expect, test } from "vitest";
import { memoryBook } from "../support/memory-host.ts";
import { asked, rowsOf, seen, written } from "./workbook.ts";

const ONE = ["Date,User,Project,Hours", "2026-03-02,Ana,Alpha,5", "2026-03-03,Ana,Alpha,4"].join("\n");
const OTHER = ["Day,Employee,Engagement,Hours,Comment", "2026-03-02,Ben,Beta,3,tests"].join("\n");
const hoursIn = (book: ReturnType<typeof memoryBook>) =>
  rowsOf(book, "Actuals", 4)
    .slice(1)
    .map(([, person, , hours]) => `${person} ${hours}`);

describe("files of unknown tools with different headings", () => {
  test("replacing with one takes nothing of the other away, and says what stays", () => {
    const book = memoryBook();
    written(book, { text: ONE });
    const [table] = seen(book, { text: OTHER, mode: "replace" }).tables;
    expect(table).toMatchObject({ added: 1, gone: 0, elsewhere: 1 });
    written(book, { text: OTHER, mode: "replace" });
    expect(hoursIn(book)).toEqual(["Ana 5", "Ana 4", "Ben 3"]);
  });

  test("replacing with the same headings, in any order, takes away what is gone of them alone", () => {
    const book = memoryBook();
    written(book, { text: ONE });
    written(book, { text: OTHER });
    const now = ["Project,User,Hours,Date", "Alpha,Ana,4,2026-03-03", "Alpha,Ana,1,2026-03-02"].join("\n");
    const [table] = seen(book, { text: now, mode: "replace" }).tables;
    expect(table).toMatchObject({ added: 1, same: 1, gone: 1, elsewhere: 1 });
    written(book, { text: now, mode: "replace" });
    expect([...hoursIn(book)].sort()).toEqual(["Ana 1", "Ana 4", "Ben 3"]);
    asked(book, "undoLast", {});
    expect(hoursIn(book)).toEqual(["Ana 5", "Ana 4", "Ben 3"]);
  });

  test("a row that both have counts once, also when one has a column more", () => {
    const book = memoryBook();
    written(book, { text: ONE });
    const more = ["Date,User,Project,Hours,Approved by", "2026-03-03,Ana,Alpha,4,Eva", "2026-03-04,Ana,Alpha,2,Eva"];
    written(book, { text: more.join("\n") });
    expect(hoursIn(book)).toEqual(["Ana 5", "Ana 4", "Ana 2"]);
    // It stays the first file's: without it the second one takes nothing away.
    written(book, { text: more.filter((line) => !line.includes("03-03,")).join("\n"), mode: "replace" });
    expect(hoursIn(book)).toEqual(["Ana 5", "Ana 4", "Ana 2"]);
  });

  test("people of one list are not taken away by another list", () => {
    const book = memoryBook();
    written(book, { text: ["Name,Role,Weekly hours", "Ana,Dev,40", "Ben,Test,30"].join("\n") });
    const other = ["Person,Department,Hours per week", "Cleo,Ops,40"].join("\n");
    expect(seen(book, { text: other, mode: "replace" }).tables[0]).toMatchObject({ added: 1, gone: 0, elsewhere: 2 });
    written(book, { text: other, mode: "replace" });
    expect(rowsOf(book, "People", 1).map(([name]) => name)).toEqual(["Person", "Ana", "Ben", "Cleo"]);
  });
});

describe("leave of an unknown tool", () => {
  const HEAD = "Name,Leave type,From,To,Hours";

  test("two kinds of leave on one day are two rows, also when they come again", () => {
    const book = memoryBook();
    const text = [HEAD, "Ana,Vacation,2026-03-02,2026-03-02,4", "Ana,Sick,2026-03-02,2026-03-02,2"].join("\n");
    written(book, { text });
    expect(seen(book, { text }).tables[0]).toMatchObject({ added: 0, same: 2 });
    const later = [HEAD, "Ana,Sick,2026-03-02,2026-03-02,2", "Ana,Vacation,2026-03-09,2026-03-13,"].join("\n");
    expect(seen(book, { text: later }).tables[0]).toMatchObject({ added: 1, same: 1, left: 0 });
  });

  test("a row that says the same twice counts once", () => {
    const book = memoryBook();
    const row = "Ana,Vacation,2026-03-02,2026-03-06,";
    const { tables, remarks } = seen(book, { text: [HEAD, row, row].join("\n") });
    expect(tables[0]).toMatchObject({ added: 1 });
    expect(remarks.map(({ code }) => code)).toContain("HR-247");
  });
});

test("tickets without a number are known again by when, where and what, and may be closed meanwhile", () => {
  const book = memoryBook();
  const HEAD = "Opened,Queue,Summary,Hours,Closed";
  const first = [HEAD, "2026-03-02 09:00,Desk,Printer,1,", "2026-03-02 10:00,Desk,Mail,2,2026-03-03"].join("\n");
  written(book, { text: first });
  // The second export begins with another row, so that rows have other numbers in it.
  const second = [HEAD, "2026-03-04,Desk,VPN,1,", "2026-03-02 09:00,Desk,Printer,3,2026-03-05"].join("\n");
  expect(seen(book, { text: second, mode: "update" }).tables[0]).toMatchObject({ added: 1, changed: 1, stale: 1 });
  written(book, { text: second, mode: "update" });
  expect(rowsOf(book, "Tickets", 4).length).toBe(1 + 3);
});

test("open issues without a key do not become one", () => {
  const book = memoryBook();
  const text = ["What,Where,Left", "Login,Alpha,8", "Search,Alpha,4"].join("\n");
  const roles = { kind: "backlog", "role 1": "summary", "role 2": "project", "role 3": "remaining" };
  const answers = { ...roles, skill: "Java", unit: "hours", estimates: "hours" };
  written(book, { text, answers });
  expect(seen(book, { text, answers }).tables[0]).toMatchObject({ added: 0, same: 2 });
});
