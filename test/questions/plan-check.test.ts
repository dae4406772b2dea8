import { describe, expect, test } from "vitest";
import { smallDemo } from "../../core/demo/small.ts";
import { run, type Step } from "../../core/host.ts";
import { ask, type QuestionName, type ReplyOf } from "../../core/questions/index.ts";
import { type MemoryBook, memoryBook, memoryHost, put } from "../support/memory-host.ts";

const asked = <N extends QuestionName>(book: MemoryBook, name: N, request: unknown) =>
  run(ask(name, request), memoryHost(book).host) as ReplyOf<N>;
const demoBook = () => memoryBook(Object.fromEntries(smallDemo()));

describe("the plan check", () => {
  test("finds nothing in the demo, and accounts for every row", () => {
    const reply = asked(demoBook(), "planCheck", {});
    expect(reply).toMatchObject({ problems: [], more: 0, errors: 0, warnings: 0 });
    expect(reply.accounts.find(({ table }) => table === "Allocations")).toEqual({
      table: "Allocations",
      read: 19,
      used: 19,
      excluded: 0,
      blank: 0,
    });
  });

  test("says what is wrong, where, and where else to look", () => {
    const book = demoBook();
    put(book, "Allocations", 3, 5, "abc");
    put(book, "Leave", 1, 1, 46100);
    const { problems, errors, accounts } = asked(book, "planCheck", {});
    expect(errors).toBe(2);
    expect(problems[0]).toEqual({
      code: "HR-101",
      severity: "error",
      about: "is not a number of hours, days, FTE or a percentage",
      where: "Allocations!F4",
      goTo: { sheet: "Allocations", a1: "F4" },
      says: '"abc" is not a number of hours a day. Maybe type a number, or leave the cell empty.',
      also: [],
    });
    expect(problems[1]).toMatchObject({
      where: "Leave!C2",
      also: [{ where: "Leave!B2", goTo: { sheet: "Leave", a1: "B2" } }],
    });
    expect(accounts.map(({ excluded }) => excluded)).toEqual([0, 0, 0, 0, 0, 1, 0, 1, 0]);
  });

  test("lists the first 200 and counts the rest", () => {
    const rows = Array.from({ length: 250 }, (_, i) => [`Person ${i}`, "many"]);
    const book = memoryBook({ People: [["Person", "Weekly hours"], ...rows] });
    const { problems, more, errors } = asked(book, "planCheck", {});
    expect([problems.length, more, errors]).toEqual([200, 50, 250]);
  });

  test("an empty workbook has no plan and no problem", () => {
    expect(asked(memoryBook({ Sheet1: [] }), "planCheck", {})).toMatchObject({ problems: [], accounts: [] });
  });
});

describe("going to a cell", () => {
  const selected = (request: unknown): readonly Step[] => {
    const { host, asked: steps } = memoryHost(demoBook());
    run(ask("goTo", request), host);
    return steps.filter((one) => one.do === "select");
  };

  test("selects it", () => {
    expect(selected({ sheet: "Leave", a1: "C2" })).toEqual([
      { do: "select", sheet: "Leave", at: { row: 1, column: 2, rows: 1, columns: 1 } },
    ]);
  });

  test.each([
    { sheet: "Nowhere", a1: "A1" },
    { sheet: "Leave", a1: "A1:B2; DROP" },
    { sheet: "Leave", a1: "A0" },
    { sheet: "__proto__", a1: "A1" },
  ])("refuses %j", (request) => {
    expect(() => selected(request)).toThrow(/is no cell of this workbook/);
  });
});
