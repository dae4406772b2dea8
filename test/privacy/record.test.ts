import { describe, expect, test } from "vitest";
import { smallMoneyDemo } from "../../core/demo/small-money.ts";
import { run } from "../../core/host.ts";
import type { Cell, CellRange } from "../../core/plan/cells.ts";
import { ask } from "../../core/questions/index.ts";
import type { SheetsReply } from "../../core/questions/sheets.ts";
import {
  at,
  everything,
  type MemoryBook,
  memoryBook,
  memoryHost,
  newSheet,
  put,
  seen,
} from "../support/memory-host.ts";

/**
 * Two refreshes of one workbook, between which Omar Haddad logs one hour more. It bills 140.00 and costs 90.00, so that a second
 * margin beside the first one would be his rate; whatever else happened to the workbook in between, none may be shown.
 */
const RECORD = "Told figures";
const asks = <T>(book: MemoryBook, name: string, request: object = {}): T =>
  run(ask(name, request), memoryHost(book).host) as T;
const make = (book: MemoryBook, sheets = "Margin") => asks<{ text: string }>(book, "makeSheets", { sheets });
const title = (book: MemoryBook) => at(book, "Margin", 1, 0);
const NOTHING = "No margin may be shown.";

function published(): MemoryBook {
  const settings = smallMoneyDemo()
    .get("Settings")!
    .map((row) => (row[0] === "Money shown" ? ["Money shown", "all but salaries", null] : row));
  const book = memoryBook(Object.fromEntries<CellRange>([...smallMoneyDemo(), ["Settings", settings]]));
  make(book);
  expect(title(book)).toMatch(/^USD 351,856\.04 of revenue leave USD 166,591\.26 after cost/);
  return book;
}
function oneHourMore(book: MemoryBook): void {
  const [heads = [], ...rows] = smallMoneyDemo().get("Actuals")!;
  const of = (row: readonly Cell[], heading: string) => row[heads.indexOf(heading)];
  const i = rows.findIndex((row) => of(row, "Person") === "Omar Haddad" && of(row, "Engagement") === "Cobalt platform");
  put(book, "Actuals", i + 1, heads.indexOf("Hours"), Number(of(rows[i]!, "Hours")) + 1);
}
const TABLES = ["People", "Allocations", "Actuals", "Leave", "Rates", "Costs", "Needs", "Skills"];
/** Respell every person and role, wherever a table of the plan names one. */
function respell(book: MemoryBook, spell: (name: string) => string): void {
  const [heads = [], ...rows] = smallMoneyDemo().get("People")!;
  const names = new Set(
    rows.flatMap((row) => ["Person", "Role"].map((heading) => String(row[heads.indexOf(heading)] ?? ""))),
  );
  for (const name of TABLES)
    for (const [key, cell] of book.sheets.get(name)?.cells ?? [])
      if (names.has(String(cell)) && cell !== "") book.sheets.get(name)!.cells.set(key, spell(String(cell)));
}
const lastFirst = (name: string) => {
  const [first, ...rest] = name.split(" ");
  return rest.length === 1 ? `${rest[0]}, ${first}` : `${name} II`;
};
function rename(book: MemoryBook, from: string, to: string): void {
  book.sheets.set(to, book.sheets.get(from)!);
  book.sheets.delete(from);
  for (const [name, owned] of book.names) if (owned.sheet === from) book.names.set(name, { ...owned, sheet: to });
}
/** Rows of the record that name somebody: row by name. */
const named = (book: MemoryBook): ReadonlyMap<string, number> =>
  new Map(
    [...Array(40).keys()]
      .filter((row) => ["person", "role"].includes(String(at(book, RECORD, row, 2))))
      .map((row) => [String(at(book, RECORD, row, 0)), row]),
  );

describe("a second refresh after one more hour of one person", () => {
  test("shows no margin", () => {
    const book = published();
    oneHourMore(book);
    make(book);
    expect(title(book)).toBe(NOTHING);
  });

  test("nor when names were written in capitals, which alone changes no figure", () => {
    const book = published();
    const before = title(book);
    respell(book, (name) => name.toUpperCase());
    make(book);
    expect(title(book)).toBe(before);
    oneHourMore(book);
    make(book);
    expect(title(book)).toBe(NOTHING);
  });

  test("is refused when everybody is called otherwise, until the record says who is who; then it shows none", () => {
    const book = published();
    const before = seen(book);
    respell(book, lastFirst);
    oneHourMore(book);
    const changed = seen(book);
    expect(changed).not.toBe(before);
    expect(() => make(book)).toThrow(
      /Figures were told about .*omar haddad.*haddad, omar.*column Now called, write today's name/,
    );
    expect(seen(book)).toBe(changed);
    for (const [name, row] of named(book)) put(book, RECORD, row, 1, lastFirst(name));
    make(book);
    expect(title(book)).toBe(NOTHING);
  });

  test("the same names, told who is who, show what they showed", () => {
    const book = published();
    const before = title(book);
    respell(book, lastFirst);
    for (const [name, row] of named(book)) put(book, RECORD, row, 1, lastFirst(name));
    make(book);
    expect(title(book)).toBe(before);
  });

  test.each([
    [
      "is hidden",
      (book: MemoryBook) => {
        book.sheets.get(RECORD)!.hidden = true;
      },
    ],
    ["has another name", (book: MemoryBook) => rename(book, RECORD, "Told figures (2)")],
    [
      "has another name and is hidden",
      (book: MemoryBook) => {
        rename(book, RECORD, "Old stuff");
        book.sheets.get("Old stuff")!.hidden = true;
      },
    ],
    [
      "was undone",
      (book: MemoryBook) => {
        asks(book, "undoLast");
      },
    ],
    [
      "was undone after its journal was discarded",
      (book: MemoryBook) => {
        asks(book, "discardUndo");
        asks(book, "undoLast");
      },
    ],
  ])("shows none when the sheet of the record %s", (_, act) => {
    const book = published();
    act(book);
    oneHourMore(book);
    make(book);
    expect(title(book)).toBe(NOTHING);
    expect([...book.names.keys()]).toContain("Headroom_Told_figures_record");
  });

  test.each(["deleted", "deleted after its refresh was undone", "deleted after the journal was discarded"])(
    "is refused where the record was %s, until finance begins a new one",
    (how) => {
      const book = published();
      if (how.includes("undone")) asks(book, "undoLast");
      if (how.includes("journal")) asks(book, "discardUndo");
      book.sheets.delete(RECORD);
      book.names.delete("Headroom_Told_figures_record");
      oneHourMore(book);
      expect(() => make(book)).toThrow(/"Told figures" is missing, though figures were told.*earlier version/);
      expect(() => asks(book, "prepareShare", { keeps: "all but salaries" })).toThrow(/is missing/);
      expect(asks<SheetsReply>(book, "sheets").sheets.length).toBeGreaterThan(5);
      book.sheets.set(RECORD, newSheet(false));
      make(book);
      expect(title(book)).toMatch(/^USD 351,996\.04 of revenue leave USD 166,641\.26/);
    },
  );

  test("is refused where the record has lost its name and is hidden", () => {
    const book = published();
    book.names.delete("Headroom_Told_figures_record");
    book.sheets.get(RECORD)!.hidden = true;
    oneHourMore(book);
    expect(() => make(book)).toThrow(/is hidden and has lost its name/);
  });
});

describe("somebody who left", () => {
  test("leaves what was told as it is, as long as nobody new is there", () => {
    const book = published();
    for (const [key, cell] of [...book.sheets.get("Allocations")!.cells])
      if (cell === "Omar Haddad") book.sheets.get("Allocations")!.cells.set(key, "Maya Ellison");
    expect(() => make(book)).not.toThrow();
  });
});

/** Three people of one engagement and equal hours: a published total tells the sum of their rates. */
const firm = (a: number, b: number, c: number): MemoryBook => {
  const book = memoryBook(
    Object.fromEntries<CellRange>([
      [
        "Settings",
        [
          ["Setting", "Value"],
          ["Horizon from", 46023],
          ["Horizon weeks", 13],
          ["Currency", "USD"],
          ["Money shown", "all but salaries"],
        ],
      ],
      ["People", [["Person", "Role", "Weekly hours"], ...["Ana", "Ben", "Cleo"].map((who) => [who, "E", 40])]],
      [
        "Engagements",
        [
          ["Engagement", "Client", "Kind", "Status"],
          ["Work", "Acme", "time and materials", "confirmed"],
        ],
      ],
      [
        "Allocations",
        [
          ["Person", "Engagement", "From", "To", "Hours a day"],
          ...["Ana", "Ben", "Cleo"].map((who) => [who, "Work", 46023, 46112, 5]),
        ],
      ],
      [
        "Rates",
        [
          ["Role", "Rate", "Currency"],
          ["E", 190, "USD"],
        ],
      ],
      [
        "Costs",
        [
          ["Person", "Cost rate", "Currency"],
          ["Ana", a, "USD"],
          ["Ben", b, "USD"],
          ["Cleo", c, "USD"],
        ],
      ],
    ]),
  );
  make(book, "Margin;Margin bridge;Margin lines;Checks");
  return book;
};
const MONEY = /^(?:Margin|Margin bridge|Margin lines|Checks)$/;
/** Everything that whoever gets the printed sheets has, but the figures. */
const stampsOf = (book: MemoryBook): readonly string[] =>
  [...book.sheets].flatMap(([name, { cells }]) =>
    MONEY.test(name)
      ? [...cells.values()].map(String).flatMap((cell) => /^inputs ([0-9a-f]{16}) cells/.exec(cell)?.[1] ?? [])
      : [],
  );

describe("the stamp in a block's corner, in the view all but salaries", () => {
  test("is the same for every guess of the rates that gives the same total", () => {
    const truth = firm(61.37, 88.12, 104.55);
    const guess = firm(61.37, 88.13, 104.54);
    expect(title(guess)).toBe(title(truth));
    expect(stampsOf(truth).length).toBeGreaterThan(3);
    for (const sheet of [...truth.sheets.keys()].filter((name) => MONEY.test(name)))
      expect([...guess.sheets.get(sheet)!.cells]).toEqual([...truth.sheets.get(sheet)!.cells]);
    expect(new Set(stampsOf(truth))).toEqual(new Set(["0000000000000001"]));
  });

  test("nor does a sheet hold what the record has of it", () => {
    const book = firm(61.37, 88.12, 104.55);
    const inputs = [...book.sheets.get(RECORD)!.cells.values()].flatMap(
      (cell) => /^inputs ([0-9a-f]{16})$/.exec(String(cell))?.[1] ?? [],
    );
    expect(inputs).toHaveLength(1);
    book.sheets.delete(RECORD);
    for (const sheet of [...book.sheets.keys()].filter((name) => !MONEY.test(name))) book.sheets.delete(sheet);
    book.slots.clear();
    expect(everything(book)).not.toContain(inputs[0]);
  });

  test("still tells a sheet that is up to date from one that is not, also after Undo and back", () => {
    const book = firm(61.37, 88.12, 104.55);
    const old = () =>
      asks<SheetsReply>(book, "sheets")
        .sheets.filter(({ state }) => state === "inputs changed")
        .map(({ name }) => name);
    const costs = (rate: number) => put(book, "Costs", 1, 1, rate);
    expect(old()).toEqual([]);
    expect(make(book, "Margin;Checks").text).toMatch(/nothing was written/);
    costs(61.38);
    expect(old()).toEqual(["Margin", "Margin bridge", "Margin lines", "Checks"]);
    make(book, "Margin");
    expect(old()).toEqual(["Margin bridge", "Margin lines", "Checks"]);
    asks(book, "undoLast");
    expect(old()).toEqual(["Margin", "Margin bridge", "Margin lines", "Checks"]);
    costs(61.37);
    expect(old()).toEqual([]);
  });

  test("says that sheets are out of date in the views all and none, too", () => {
    const book = firm(61.37, 88.12, 104.55);
    const states = () =>
      asks<SheetsReply>(book, "sheets")
        .sheets.filter(({ name }) => MONEY.test(name))
        .map(({ state }) => state);
    put(book, "Settings", 4, 1, "all");
    expect(states()).toEqual(Array(4).fill("inputs changed"));
    make(book, "Margin;Margin bridge;Margin lines;Checks");
    expect(states()).toEqual(Array(4).fill("up to date"));
    put(book, "Costs", 1, 1, 62);
    expect(states()).toEqual(Array(4).fill("inputs changed"));
    make(book, "Margin;Margin bridge;Margin lines;Checks");
    put(book, "Settings", 4, 1, "none");
    expect(states()).toEqual(Array(4).fill("inputs changed"));
  });
});
