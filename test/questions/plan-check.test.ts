import { describe, expect, test } from "vitest";
import { smallDemo } from "../../core/demo/small.ts";
import { run, type Step } from "../../core/host.ts";
import { ask, type QuestionName, type ReplyOf } from "../../core/questions/index.ts";
import { at, type MemoryBook, memoryBook, memoryHost, put, seen } from "../support/memory-host.ts";

const asked = <N extends QuestionName>(book: MemoryBook, name: N, request: unknown) =>
  run(ask(name, request), memoryHost(book).host) as ReplyOf<N>;
const demoBook = () => memoryBook(Object.fromEntries(smallDemo()));

describe("the plan check", () => {
  test("finds nothing to mend in the demo, names the one missing timesheet, and accounts for every row", () => {
    const reply = asked(demoBook(), "planCheck", {});
    expect(reply).toMatchObject({ more: 0, errors: 0, warnings: 0 });
    expect(reply.problems.map(({ code, severity, says }) => [code, severity, says])).toEqual([
      [
        "HR-222",
        "info",
        '"Marcus Lim" lacks logged hours on 5 past days of the week of 2025-12-15; the plan counts on days without any. Maybe add the hours, or 0 where nothing was done.',
      ],
    ]);
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
      mend: null,
    });
    expect(problems[1]).toMatchObject({
      where: "Leave!C2",
      also: [{ where: "Leave!B2", goTo: { sheet: "Leave", a1: "B2" } }],
    });
    expect(accounts.map(({ excluded }) => excluded)).toEqual([0, 0, 0, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0]);
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

describe("mending with one press", () => {
  const mendable = () => {
    const book = demoBook();
    put(book, "Allocations", 2, 0, "Maya Elison");
    put(book, "Allocations", 3, 5, "8h?");
    put(book, "Allocations", 4, 3, 46027.5);
    put(book, "Allocations", 5, 0, "Nobody Like It");
    return book;
  };
  const mendAt = (book: MemoryBook, a1: string) =>
    asked(book, "planCheck", {}).problems.find(({ where }) => where === `Allocations!${a1}`)!;
  const press = (book: MemoryBook, a1: string) => {
    const { code, mend } = mendAt(book, a1);
    return asked(book, "mend", { sheet: "Allocations", a1, code, value: mend });
  };

  test("is offered where the hint leaves one value only", () => {
    const book = mendable();
    expect(["A3", "F4", "D5", "A6"].map((a1) => mendAt(book, a1).mend)).toEqual([
      "Maya Ellison",
      "8",
      "2026-01-05",
      null,
    ]);
  });

  test("is not offered where two names are as likely, or a number could be two", () => {
    const book = memoryBook({
      People: [
        ["Person", "Weekly hours"],
        ["Ana Diaz", 40],
        ["Ana Dias", 40],
      ],
      Leave: [
        ["Person", "From", "Hours a day"],
        ["Ana Diab", 46027, null],
        ["Ana Diaz", 46028, "4 or 8"],
      ],
    });
    const { problems } = asked(book, "planCheck", {});
    expect(problems.filter(({ severity }) => severity === "error").map(({ where, mend }) => [where, mend])).toEqual([
      ["Leave!A2", null],
      ["Leave!C3", null],
    ]);
  });

  test.each([
    ["A3", 2, 0, "Maya Ellison", "Maya Elison"],
    ["F4", 3, 5, 8, "8h?"],
    ["D5", 4, 3, 46027, 46027.5],
  ])("writes %s as what it should be, and undo brings back what stood there", (a1, row, column, now, before) => {
    const book = mendable();
    const was = seen(book);
    press(book, a1);
    expect(at(book, "Allocations", row, column)).toBe(now);
    expect(asked(book, "planCheck", {}).undo?.title).toBe(`Mend Allocations!${a1}`);
    asked(book, "undoLast", {});
    expect([at(book, "Allocations", row, column), seen(book)]).toEqual([before, was]);
  });

  test("leaves a cell alone that changed meanwhile, and one that holds a formula", () => {
    const book = mendable();
    const { code, mend } = mendAt(book, "A3");
    put(book, "Allocations", 2, 0, "Maya Ellisom");
    put(book, "Allocations", 2, 1, "x");
    const request = { sheet: "Allocations", a1: "A3", code, value: "Ben Carver" };
    expect(mend).toBe("Maya Ellison");
    expect(() => asked(book, "mend", request)).toThrow("Allocations!A3 changed since the plan was checked.");
    const { host } = memoryHost(book);
    const formula = (step: Step) => (step.do === "read" ? [[[{ formula: "=B1" }]]] : host(step));
    const again = { sheet: "Allocations", a1: "F4", code: "HR-101", value: "8" };
    expect(() => run(ask("mend", again), formula)).toThrow("Allocations!F4 holds a formula, which stays.");
    expect(at(book, "Allocations", 3, 5)).toBe("8h?");
  });
});

describe("a currency that cannot be exchanged on some days", () => {
  const plan = (rates: readonly (readonly (string | number | null)[])[]) =>
    memoryBook({
      Settings: [
        ["Setting", "Value"],
        ["Horizon from", 46027],
        ["Currency", "EUR"],
        ["Money shown", "all"],
      ],
      People: [
        ["Person", "Role", "Weekly hours"],
        ["Sue", "Senior", 40],
      ],
      Engagements: [
        ["Engagement", "Kind", "Status", "From", "To"],
        ["Portal", "time and materials", "confirmed", 46027, 46040],
      ],
      Allocations: [
        ["Person", "Engagement", "Hours a week", "From", "To"],
        ["Sue", "Portal", 20, 46027, 46040],
      ],
      Rates: rates,
      Exchange: [
        ["Currency", "Rate", "From"],
        ["USD", 0.9, 46034],
      ],
    });
  const cell = (rates: readonly (readonly (string | number | null)[])[]) =>
    asked(plan(rates), "planCheck", {}).problems.find(({ code }) => code === "HR-292")?.where;

  test("leads to the cell that names it: in a column of its own, under a heading of the amount, or in the amount", () => {
    expect(
      cell([
        ["Role", "From", "Rate", "Ccy"],
        ["Senior", null, 150, "USD"],
      ]),
    ).toBe("Rates!D2");
    expect(
      cell([
        ["Role", "From", "Rate (USD)"],
        ["Senior", null, 150],
      ]),
    ).toBe("Rates!C2");
    expect(
      cell([
        ["Role", "From", "Bill rate"],
        ["Senior", null, "USD 150"],
      ]),
    ).toBe("Rates!C2");
  });
});
