import { describe, expect, test } from "vitest";
import { smallDemo } from "../../core/demo/small.ts";
import { type Book, run } from "../../core/host.ts";
import type { CellRange } from "../../core/plan/cells.ts";
import { TABLES } from "../../core/plan/tables.ts";
import type { FinanceReply } from "../../core/questions/finance.ts";
import { ask } from "../../core/questions/index.ts";
import type { PlanCheckReply } from "../../core/questions/plan-check.ts";
import { at, everything, type MemoryBook, memoryBook, memoryHost, put, seen } from "../support/memory-host.ts";

const planningBook = (): Book => [...smallDemo()].map(([name, cells]) => ({ name, cells }));
const asks = <T>(book: MemoryBook, name: string, request: object): T =>
  run(ask(name, request), memoryHost(book).host) as T;
const setUp = (book: MemoryBook, address = "file") => asks<{ text: string }>(book, "setUpFinance", { address });

describe("a finance workbook beside a planning file", () => {
  const withFile = (book = planningBook()): MemoryBook => ({
    ...memoryBook({}),
    planning: { way: "file", file: { name: "Plan.xlsx", book } },
  });

  test("has finance's own tables, empty, and the plan's as values", () => {
    const book = withFile();
    setUp(book);
    for (const own of ["Rates", "Costs", "Fees", "Exchange"]) expect(book.sheets.has(own), own).toBe(true);
    expect(at(book, "Costs", 0, 0)).toBe("Person");
    expect(at(book, "Costs", 1, 0)).toBeNull();
    const people = smallDemo().get("People")!;
    people.forEach((row, i) => {
      for (const [j, cell] of row.entries())
        expect(at(book, "People", i, j), `${i},${j}`).toBe(cell === "" ? null : cell);
    });
    expect(book.sheets.get("Costs")!.choices.get("1,0")).toBe('{"name":"PersonNames"}');
    expect(book.names.get("PersonNames")!.sheet).toBe("People");
  });

  test("takes the plan's settings over once, and shows all money, since nobody else opens it", () => {
    const book = withFile();
    setUp(book);
    const settings = [...Array(60).keys()].map((row) => [at(book, "Settings", row, 0), at(book, "Settings", row, 1)]);
    expect(settings).toContainEqual(["Money shown", "all"]);
    expect(settings).toContainEqual(["Horizon from", 46027]);
    expect(settings).toContainEqual(["Utilization of", "effective"]);
  });

  test("asks for the currency of margins once, where the plan's settings do not name it", () => {
    const asked =
      "In which currency are margins? Type it into Settings, Currency, such as EUR, before rates or costs come in several.";
    const lines = (book: MemoryBook) => asks<{ lines: string[] }>(book, "previewFinance", { address: "file" }).lines;
    const book = withFile();
    expect(lines(book).at(-1)).toBe(asked);
    expect(setUp(book).text.endsWith(asked)).toBe(true);
    put(book, "People", 1, 1, "Changed by hand");
    expect([...lines(book), setUp(book).text].join(" ")).not.toContain(asked);

    const settings = {
      name: "Settings",
      cells: [
        ["Setting", "Value"],
        ["Plan currency", "JPY"],
      ],
    };
    const named = withFile([...planningBook().filter(({ name }) => name !== "Settings"), settings]);
    expect(lines(named)).not.toContain(asked);
    expect(setUp(named).text).not.toContain(asked);
    const own = {
      ...memoryBook({
        Settings: [
          ["Setting", "Value"],
          ["Currency", "KWD"],
        ],
      }),
      planning: book.planning!,
    };
    expect(setUp(own).text).not.toContain(asked);
  });

  test("a refresh brings what changed and empties what is gone; finance's own cells stay", () => {
    const book = withFile();
    setUp(book);
    put(book, "Costs", 1, 0, "Maya Ellison");
    put(book, "Costs", 1, 2, 95);
    const fewer = planningBook().map(({ name, cells }) => ({
      name,
      cells: name === "Leave" ? cells.slice(0, 2) : cells,
    }));
    const later = { ...book, planning: { way: "file", file: { name: "Plan 2.xlsx", book: fewer } } as const };
    const lines = asks<{ lines: string[] }>(later, "previewFinance", { address: "file" }).lines;
    expect(lines.some((line) => line.startsWith("Leave: "))).toBe(true);
    setUp(later);
    expect(at(later, "Leave", 1, 0)).toBe(smallDemo().get("Leave")![1]![0]);
    expect(at(later, "Leave", 2, 0)).toBeNull();
    expect(at(later, "Costs", 1, 2)).toBe(95);
    expect(asks<{ text: string }>(later, "setUpFinance", { address: "file" }).text).toBe("Everything was up to date.");
  });

  test("can be undone", () => {
    const book = withFile();
    const before = seen(book);
    setUp(book);
    asks(book, "undoLast", {});
    const filled = [...book.sheets].filter(([, { cells, hidden }]) => !hidden && cells.size > 0).map(([name]) => name);
    expect(filled).toEqual([]);
    expect(before).toBe("[[],[]]");
  });

  test("never takes rates or costs over from a planning file that holds them", () => {
    const mixed: Book = [
      ...planningBook(),
      {
        name: "Costs",
        cells: [
          ["Person", "Cost rate"],
          ["Maya Ellison", 98765.43],
        ],
      },
    ];
    const book = withFile(mixed);
    setUp(book);
    expect(everything(book)).not.toContain("98765.43");
  });

  test("says what is missing", () => {
    expect(() => setUp(memoryBook({}))).toThrow(
      "No planning file is open beside this workbook. Maybe press Choose the planning file first.",
    );
    expect(() => setUp(withFile([{ name: "Notes", cells: [["Hello"]] }]))).toThrow("has no table of people");
  });

  test("leaves a sheet alone that holds something else, and says so", () => {
    const book = { ...memoryBook({ Leave: [["My own list"]] }), planning: withFile().planning! };
    expect(setUp(book).text).toMatch(/Left alone, because they hold something: Leave\. In which currency/);
    expect(at(book, "Leave", 0, 0)).toBe("My own list");
  });
});

describe("a finance workbook that links to the planning workbook", () => {
  const URL = "https://docs.google.com/spreadsheets/d/1AbCdEfGhIjKlMnOpQrStUvWxYz_0123456789/edit#gid=0";
  const inSheets = (): MemoryBook => ({ ...memoryBook({}), planning: { way: "import range", file: null } });

  test("by IMPORTRANGE: the address in one cell, one formula a table, no text of the planner's in it", () => {
    const book = inSheets();
    setUp(book, URL);
    expect(at(book, "Planning workbook", 0, 1)).toBe(URL.replace(/\/edit.*/, ""));
    expect(at(book, "People", 0, 0)).toEqual({ formula: "=IMPORTRANGE('Planning workbook'!$B$1;\"People!A:Z\")" });
    expect(at(book, "Actuals", 0, 0)).toEqual({ formula: "=IMPORTRANGE('Planning workbook'!$B$1;\"Actuals!A:Z\")" });
    expect(book.sheets.get("People")!.cells.size).toBe(1);
    expect(() => setUp(inSheets(), 'x";IMPORTXML("http://a")')).toThrow("is not the address of a Google spreadsheet");
  });

  test("says what to click while a table shows #REF!", () => {
    const book = inSheets();
    setUp(book, URL);
    put(book, "People", 0, 0, "#REF!");
    put(book, "Leave", 0, 0, "Loading...");
    smallDemo()
      .get("Engagements")!
      .forEach((row, i) => {
        for (const [j, cell] of row.entries()) put(book, "Engagements", i, j, cell);
      });
    const { sheets } = asks<FinanceReply>(book, "finance", {});
    const says = (sheet: string) => sheets.find((one) => one.sheet === sheet)!;
    expect(says("People")).toEqual({
      sheet: "People",
      state: "not read",
      says: "shows #REF!: point at cell A1 of People and press Allow access; if it stays, the planning workbook has no sheet People: delete it here",
    });
    expect(says("Leave").says).toBe("is still loading: look again in a moment");
    expect(says("Engagements")).toMatchObject({
      state: "read",
      says: `${smallDemo().get("Engagements")!.length - 1} rows`,
    });
  });

  test("by Excel's links: blank cells stay blank, quotes and folders are spelled as Excel wants them", () => {
    const book: MemoryBook = { ...memoryBook({}), planning: { way: "workbook link", file: null } };
    setUp(book, String.raw`C:\Ann's plans\Plan 2026.xlsx`);
    const there = String.raw`'C:\Ann''s plans\[Plan 2026.xlsx]Holidays'!$A$1:$G$1000`;
    expect(at(book, "Holidays", 0, 0)).toEqual({ formula: `=IF(${there}="","",${there})` });
    for (const bad of ["Plan", "Plan].xlsx", 'a"b.xlsx', "x.csv"])
      expect(() => setUp({ ...memoryBook({}), planning: book.planning! }, bad), bad).toThrow(
        "is not the name or address",
      );
  });
});

describe("a link to the planning workbook that shows no table", () => {
  const ADDRESS = { "import range": `docs.google.com/spreadsheets/d/${"a".repeat(30)}`, "workbook link": "Plan.xlsx" };
  const tables: Readonly<Record<string, CellRange>> = {
    People: [
      ["Person", "Weekly hours"],
      ["Ana", 40],
    ],
    Engagements: [
      ["Engagement", "Kind", "From", "To"],
      ["Portal", "fixed price", "2026-01-05", "2026-01-30"],
    ],
    Allocations: [
      ["Person", "Engagement", "Hours a day", "From", "To"],
      ["Ana", "Portal", 4, "2026-01-05", "2026-01-30"],
    ],
    Costs: [
      ["Person", "Role", "Cost rate"],
      ["Ana", null, 50],
    ],
    Fees: [
      ["Engagement", "Kind", "Amount", "Currency", "From", "To"],
      ["Portal", "fixed fee", 5000, "EUR", null, null],
    ],
  };
  const actuals = ["2026-01-05", "2026-01-06", "2026-01-07"].map((day): CellRange[number] => [
    day,
    "Ana",
    "Portal",
    12,
  ]);
  const fill = (book: MemoryBook, name: string, cells: CellRange) => {
    for (const [i, row] of cells.entries()) for (const [j, cell] of row.entries()) put(book, name, i, j, cell);
  };
  function linkedBook(way: keyof typeof ADDRESS): MemoryBook {
    const book: MemoryBook = { ...memoryBook({}), planning: { way, file: null } };
    setUp(book, way === "import range" ? `https://${ADDRESS[way]}` : ADDRESS[way]);
    for (const [name, cells] of Object.entries(tables)) fill(book, name, cells);
    return book;
  }
  const found = (book: MemoryBook) =>
    asks<PlanCheckReply>(book, "planCheck", {}).problems.filter(({ code }) => code === "HR-295");
  const makes = (book: MemoryBook) => () => asks<{ text: string }>(book, "makeSheets", { sheets: "Margin;Checks" });

  test.each([
    ["import range", "#REF!", "press Allow access"],
    ["import range", "Loading...", "wait until the table is there"],
    ["import range", "Wird geladen…", "wait until the table is there"],
    ["import range", "#ERROR!", "press Allow access"],
    ["import range", "#N/A", "press Allow access"],
    ["workbook link", "#REF!", "Edit Links, Update"],
    ["workbook link", "#BEZUG!", "Edit Links, Update"],
    ["workbook link", "#BLOCKED!", "Edit Links, Update"],
  ] as const)("%s, %s: no figure is computed without it", (way, shows, hint) => {
    const book = linkedBook(way);
    put(book, "Actuals", 0, 0, shows);
    const [one, ...more] = found(book);
    expect(more).toEqual([]);
    expect(one).toMatchObject({ severity: "error", where: "Actuals!A1" });
    expect(one!.says).toContain(`"${shows}" stands where the planning workbook's Actuals should be`);
    expect(one!.says).toContain(hint);
    expect(makes(book)).toThrow("nothing is computed without that table");
    for (const [name, values] of [
      ["allocateForm", {}],
      ["explainForm", {}],
      ["previewSheets", { sheets: "Margin" }],
    ] as const)
      expect(() => asks(book, name, values), name).toThrow(hint);
    expect(asks<FinanceReply>(book, "finance", {}).sheets.find(({ sheet }) => sheet === "Actuals")!.state).toBe(
      "not read",
    );
    fill(book, "Actuals", [["Day", "Person", "Engagement", "Hours"], ...actuals]);
    expect(found(book)).toEqual([]);
    expect(makes(book)).not.toThrow();
  });

  test("is one problem for all tables that show the same", () => {
    const book = linkedBook("import range");
    for (const name of ["Actuals", "Leave"]) put(book, name, 0, 0, "#REF!");
    put(book, "Tickets", 0, 0, "Loading...");
    expect(found(book).map(({ where, also }) => [where, ...also.map((one) => one.where)])).toEqual([
      ["Tickets!A1"],
      ["Leave!A1", "Actuals!A1"],
    ]);
  });

  test("is deleted by finance where the planning workbook has no such sheet, and stays so until its row of the register goes", () => {
    const book = linkedBook("workbook link");
    put(book, "Tickets", 0, 0, "#REF!");
    expect(makes(book)).toThrow("delete it here");
    book.sheets.delete("Tickets");
    expect(makes(book)).not.toThrow();
    setUp(book, "Plan.xlsx");
    expect(book.sheets.has("Tickets")).toBe(false);
    const state = asks<FinanceReply>(book, "finance", {}).sheets.find(({ sheet }) => sheet === "Tickets")!;
    expect(state).toMatchObject({ state: "empty", says: expect.stringContaining("was deleted here") });
    const register = book.sheets.get("Planning workbook")!.cells;
    const row = [...register].find(([, cell]) => cell === "Tickets")![0].split(",")[0]!;
    for (const column of [0, 1]) register.delete(`${row},${column}`);
    setUp(book, "Plan.xlsx");
    expect(book.sheets.has("Tickets")).toBe(true);
  });

  test("a planning file with such a sheet is not taken over, and one without a sheet leaves no rows of it behind", () => {
    const named = (cells: CellRange | null): Book =>
      planningBook().flatMap((one) => (one.name !== "Leave" ? [one] : cells === null ? [] : [{ ...one, cells }]));
    const withFile = (book: MemoryBook, file: Book): MemoryBook => ({
      ...book,
      planning: { way: "file", file: { name: "Plan.xlsx", book: file } },
    });
    const book = withFile(memoryBook({}), planningBook());
    setUp(book);
    const before = at(book, "Leave", 1, 0);
    expect(before).not.toBeNull();
    expect(() => setUp(withFile(book, named([["#REF!"]])))).toThrow("shows #REF! in Plan.xlsx");
    expect(at(book, "Leave", 1, 0)).toBe(before);
    setUp(withFile(book, named(null)));
    expect(at(book, "Leave", 0, 0)).toBeNull();
    expect(at(book, "Leave", 1, 0)).toBeNull();
    setUp(withFile(book, planningBook()));
    expect(at(book, "Leave", 1, 0)).toBe(before);
  });
});

describe("a link to the planning workbook that is full", () => {
  const tables: Readonly<Record<string, CellRange>> = {
    People: [
      ["Person", "Weekly hours"],
      ["Sue", 40],
    ],
    Engagements: [
      ["Engagement", "Kind", "Status"],
      ["Portal", "time and materials", "confirmed"],
    ],
    Leave: [["Person", "From", "To"]],
  };
  /** What Excel shows of the planning workbook: the formula in a table's first cell gives way to it. */
  const fill = (book: MemoryBook, rows: number) => {
    for (const [name, cells] of Object.entries(tables))
      for (const [i, row] of cells.slice(0, rows).entries())
        for (const [j, cell] of row.entries()) put(book, name, i, j, cell);
  };
  function linkedBook(): MemoryBook {
    const book: MemoryBook = { ...memoryBook({}), planning: { way: "workbook link", file: null } };
    setUp(book, "Plan.xlsx");
    fill(book, 2);
    put(book, "Costs", 1, 0, "Sue");
    put(book, "Costs", 1, 2, 95);
    return book;
  }
  const leave = (book: MemoryBook, row: number) =>
    ["Sue", 46027 + row, 46027 + row].forEach((cell, column) => {
      put(book, "Leave", row - 1, column, cell);
    });
  const found = (book: MemoryBook) =>
    asks<PlanCheckReply>(book, "planCheck", {}).problems.filter(({ code }) => code === "HR-294");
  const state = (book: MemoryBook) =>
    asks<FinanceReply>(book, "finance", {}).sheets.find(({ sheet }) => sheet === "Leave")!;
  const make = (book: MemoryBook, sheets = "Margin;Checks") => asks<{ text: string }>(book, "makeSheets", { sheets });

  test("is no problem as long as its last rows are blank", () => {
    const book = linkedBook();
    for (let row = 2; row <= 997; row++) leave(book, row);
    expect(found(book)).toEqual([]);
    expect(state(book)).toEqual({ sheet: "Leave", state: "read", says: "996 rows" });
    expect(make(book).text).toMatch(/^Refresh Margin, Checks/);
  });

  test("is a problem with its counts, also with a blank row inside, and no sheet is made from it", () => {
    const book = linkedBook();
    for (let row = 2; row <= 1000; row++) if (row !== 500) leave(book, row);
    const [one] = found(book);
    expect(one).toMatchObject({ severity: "error", where: "Leave!A1" });
    expect(one!.says).toContain("is linked up to row 1000");
    expect(one!.says).toContain("(998 of 999 rows are filled)");
    expect(one!.says).toContain("it links 4000 rows");
    expect(state(book)).toMatchObject({ state: "not read" });
    for (const sheets of ["Margin", "Checks", "Margin;Margin bridge", "Capacity vs demand"])
      expect(() => make(book, sheets), sheets).toThrow("may hold more, which would be left out");
    expect(() => asks(book, "previewSheets", { sheets: "Margin" })).toThrow("998 of 999 rows");
  });

  test("becomes longer when finance is set up again, and stays so", () => {
    const book = linkedBook();
    for (let row = 2; row <= 1000; row++) leave(book, row);
    const formula = (name: string) => (at(book, name, 0, 0) as { formula?: string }).formula ?? "";
    setUp(book, "Plan.xlsx");
    expect(formula("Leave")).toMatch(/\$4000="","",/);
    expect(formula("Holidays")).toMatch(/\$1000="","",/);
    fill(book, 1);
    expect(found(book)).toEqual([]);
    expect(make(book).text).toMatch(/^Refresh Margin, Checks/);
    setUp(book, "Plan.xlsx");
    expect(formula("Leave")).toMatch(/\$4000="","",/);
  });

  test("stops every panel that would compute from it, until finance is set up again", () => {
    const book = linkedBook();
    for (let row = 2; row <= 1000; row++) leave(book, row);
    const questions = [
      ["allocateForm", {}],
      ["decisionForm", {}],
      ["growServices", { engagement: "", percent: "", from: "" }],
      ["explainForm", {}],
    ] as const;
    for (const [name, values] of questions)
      expect(() => asks(book, name, values), name).toThrow("may hold more, which would be left out");
    expect(found(book)).toHaveLength(1);
    setUp(book, "Plan.xlsx");
    fill(book, 1);
    expect(() => asks(book, "decisionForm", {})).not.toThrow();
  });

  test("in Google Sheets is full where something stands in column Z, and no table reaches that far by itself", () => {
    expect(Math.max(...TABLES.map(({ columns }) => Object.keys(columns).length))).toBeLessThan(26);
    const book: MemoryBook = { ...memoryBook({}), planning: { way: "import range", file: null } };
    const PLANNING_SHEET = "https://docs.google.com/spreadsheets/d/1aBcDeFgHiJkLmNoPqRsTuVwXyZ0123456789";
    setUp(book, PLANNING_SHEET);
    fill(book, 2);
    for (let row = 2; row <= 5000; row++) leave(book, row);
    expect(found(book)).toEqual([]);
    put(book, "Leave", 0, 25, "Remarks");
    const [one] = found(book);
    expect(one!.says).toContain("is linked up to its column 26");
    expect(one!.says).toContain("it links the columns A to AZ");
    expect(state(book)).toMatchObject({ state: "not read", says: expect.stringContaining("up to AZ") });
    expect(() => make(book)).toThrow("may hold more");
    setUp(book, PLANNING_SHEET);
    expect(at(book, "Leave", 0, 0)).toEqual({ formula: "=IMPORTRANGE('Planning workbook'!$B$1;\"Leave!A:AZ\")" });
    expect(found(book)).toEqual([]);
    put(book, "Leave", 0, 0, "#REF!");
    setUp(book, PLANNING_SHEET);
    expect(at(book, "Leave", 0, 0)).toEqual({ formula: "=IMPORTRANGE('Planning workbook'!$B$1;\"Leave!A:Z\")" });
  });

  test("is full as well where its last column holds something", () => {
    const book = linkedBook();
    const columns = /!\$A\$1:\$([A-Z])\$/.exec(JSON.stringify(at(book, "Holidays", 0, 0)))![1]!;
    put(book, "Holidays", 0, columns.charCodeAt(0) - 65, "Remarks");
    expect(found(book)[0]!.says).toContain("there is something in the last column");
  });
});

describe("a planning workbook that holds what people cost", () => {
  const plain = Object.fromEntries([...smallDemo()]);
  const costs = [
    ["Person", "Cost rate"],
    ["Maya Ellison", 98765.43],
  ];
  const checked = (sheets: Readonly<Record<string, CellRange>>) =>
    asks<PlanCheckReply>(memoryBook(sheets), "planCheck", {}).problems.filter(({ code }) => code === "HR-215");

  test("is told so once, without a figure, wherever the column stands", () => {
    expect(checked(plain)).toEqual([]);
    const [one, ...more] = checked({ ...plain, Costs: costs });
    expect(more).toEqual([]);
    expect(one!.where).toBe("Costs!B1");
    expect(one!.says).toContain("shows what people cost to everybody who can open this workbook");
    expect(JSON.stringify(one)).not.toContain("98765");
    const [asked] = checked({
      ...plain,
      Staff: [
        ["Name", "Jahresgehalt"],
        ["Maya", 70_000],
      ],
    });
    expect(asked!.where).toBe("Staff!B1");
    expect(checked({ ...plain, Costs: costs.slice(0, 1) })).toEqual([]);
  });

  test.each([
    "Cost rate (USD)",
    "Hourly cost",
    "Cost",
    "Annual salary (USD)",
    "Salary (EUR)",
    "Salary 2026",
    "Base pay",
  ])("is told so for a column %s beside its people", (heading) => {
    const people = plain.People!.map((row, i) => [...row, i === 0 ? heading : 98_765.43]);
    const [one] = checked({ ...plain, People: people });
    expect(one?.where).toMatch(/^People![A-Z]+1$/);
    expect(checked({ ...plain, People: people.map((row, i) => (i === 0 ? row : row.slice(0, -1))) })).toEqual([]);
  });

  test("is not told so for work that is called like a salary", () => {
    const engagements = plain.Engagements!.map((row, i) =>
      row.map((cell, j) => (i === 1 && j === 0 ? "Compensation" : cell)),
    );
    expect(engagements[2]![0]).not.toBeNull();
    expect(checked({ ...plain, Engagements: [...engagements, ["Compensation 2"]] })).toEqual([]);
  });

  test("is not told so when it is finance's own", () => {
    const book: MemoryBook = {
      ...memoryBook({}),
      planning: { way: "file", file: { name: "Plan.xlsx", book: planningBook() } },
    };
    setUp(book);
    for (const [i, row] of costs.entries())
      for (const [j, cell] of row.entries()) put(book, "Costs", i, j === 1 ? 2 : 0, cell!);
    expect(asks<PlanCheckReply>(book, "planCheck", {}).problems.filter(({ code }) => code === "HR-215")).toEqual([]);
  });
});
