import { describe, expect, test } from "vitest";
import { run } from "../../core/host.ts";
import type { Cell } from "../../core/plan/cells.ts";
import { ask, type QuestionName, type ReplyOf } from "../../core/questions/index.ts";
import { BLUE, colouredBook, GREY } from "../support/coloured-book.ts";
import { at, bookOf, type MemoryBook, memoryBook, memoryHost, put } from "../support/memory-host.ts";

const asked = <N extends QuestionName>(book: MemoryBook, name: N, request: unknown) =>
  run(ask(name, request), memoryHost(book).host) as ReplyOf<N>;
const look = (book: MemoryBook, answers: readonly object[] = []) => asked(book, "mapForm", { answers });
const take = (book: MemoryBook, answers: readonly object[] = []) =>
  asked(book, "takeColours", { sheet: "Plan", answers }).text;
const cellsOf = (book: MemoryBook, sheet: string) => bookOf(book).find(({ name }) => name === sheet)?.cells ?? [];
const said = (colour: string, means: string) => ({ sheet: "Plan", heading: `(colour ${colour})`, means });
/** Rows of a table by their headings, those that are not blank. */
const rowsOf = (book: MemoryBook, sheet: string): readonly Record<string, Cell>[] => {
  const [head = [], ...rows] = cellsOf(book, sheet);
  return rows
    .map((row) => Object.fromEntries(row.flatMap((cell, i) => (cell === null ? [] : [[String(head[i]), cell]]))))
    .filter((row) => Object.keys(row).length > 0);
};

const [W1, W2, W3] = [46027, 46034, 46041];
const HEADED: Cell[][] = [
  ["Who is busy", null, null, null, null],
  ["Person", "Project", W1, W2, W3],
];
const PEOPLE: Cell[][] = [
  ["Person", "Weekly hours"],
  ["Ann Lee", 40],
  ["Bob Ray", 40],
];
const WORK: Cell[][] = [
  ["Engagement", "Client"],
  ["Alpha", "Alder"],
  ["Beta", "Tern"],
];

function coloured(rows: Cell[][], fills: Readonly<Record<string, string>>): MemoryBook {
  const book = memoryBook({ Plan: [...HEADED, ...rows], People: PEOPLE, Engagements: WORK });
  for (const [place, colour] of Object.entries(fills)) book.sheets.get("Plan")!.fills.set(place, colour);
  return book;
}
const small = colouredBook;
const ANSWERS = [said(BLUE, "Half of their time"), said(GREY, "Day off")];

describe("weeks that are only coloured", () => {
  test("are asked about, colour by colour, with their cells and names", () => {
    const reply = look(small());
    expect(reply.none).toEqual([]);
    expect(reply.coloured).toEqual([
      {
        id: "Plan",
        refused: "",
        options: ["All of their time", "Half of their time", "A day a week", "Day off", "Nothing"],
        colours: [
          {
            colour: BLUE,
            cells: 3,
            samples: ["C3 Ann Lee, Alpha", "D3 Ann Lee, Alpha", "D4 Bob Ray, Beta"],
            means: "",
          },
          { colour: GREY, cells: 1, samples: ["E3 Ann Lee, Alpha"], means: "" },
        ],
        more: 0,
        open: 2,
        isTaken: false,
        preview: "",
      },
    ]);
    expect(() => take(small(), ANSWERS.slice(0, 1))).toThrow(/Nobody has said what #cccccc means on Plan/);
  });

  test("beside weeks with a text are taken in, and texts without a colour are said", () => {
    const rows: Cell[][] = [
      ["Ann Lee", "Alpha", "x", null, "x"],
      ["Bob Ray", "Beta", null, "x", null],
    ];
    // Ann's x in the first week and Bob's third week are coloured, as is Ann's second.
    const book = coloured(rows, { "2,2": BLUE, "2,3": BLUE, "3,4": BLUE });
    const [view] = look(book, ANSWERS).coloured;
    expect(view?.colours).toMatchObject([{ colour: BLUE, cells: 3 }]);
    expect(view?.preview).toBe(
      '3 allocations of 2 people to 2 engagements, 5 Jan 2026 to 25 Jan 2026. 2 cells with a text and no colour left out: E3 "x" and D4 "x". Maybe colour them, too.',
    );
    expect(take(book, ANSWERS)).toBe("Taken in: Plan. Allocations: 3 new.");
  });

  test("are not asked about where amounts are written, and marks among them say that they are not read", () => {
    const rows: Cell[][] = [
      ["Ann Lee", "Alpha", 20, "x", null],
      ["Bob Ray", "Beta", 10, 10, 10],
    ];
    const book = memoryBook({ Plan: [["Hours"], HEADED[1]!, ...rows], People: PEOPLE, Engagements: WORK });
    book.sheets.get("Plan")!.fills.set("2,4", BLUE);
    const reply = look(book);
    expect(reply.coloured).toEqual([]);
    expect(JSON.stringify(reply.tables)).toContain(
      "is a mark and no amount, and is left out, as are weeks that are only coloured",
    );
  });

  test("become rows of the plan, each cell once, and nothing in the team's sheet changes", () => {
    const book = small();
    const before = cellsOf(book, "Plan");
    expect(look(book, ANSWERS).coloured[0]?.preview).toBe(
      "3 allocations of 2 people to 2 engagements and 1 leave of 1 person, 5 Jan 2026 to 25 Jan 2026.",
    );
    expect(take(book, ANSWERS)).toBe("Taken in: Plan. Allocations: 3 new; Leave: 1 new.");
    expect(rowsOf(book, "Allocations")).toEqual([
      {
        Person: "Ann Lee",
        Engagement: "Alpha",
        From: W1,
        To: W1 + 6,
        Share: 0.5,
        "Import key": `colours Plan!C3 ${BLUE}`,
      },
      {
        Person: "Ann Lee",
        Engagement: "Alpha",
        From: W2,
        To: W2 + 6,
        Share: 0.5,
        "Import key": `colours Plan!D3 ${BLUE}`,
      },
      {
        Person: "Bob Ray",
        Engagement: "Beta",
        From: W2,
        To: W2 + 6,
        Share: 0.5,
        "Import key": `colours Plan!D4 ${BLUE}`,
      },
    ]);
    expect(rowsOf(book, "Leave")).toEqual([
      { Person: "Ann Lee", From: W3, To: W3 + 6, Kind: "Day off", "Import key": `colours Plan!E3 ${GREY}` },
    ]);
    expect(cellsOf(book, "Plan")).toEqual(before);
    expect(asked(book, "planCheck", {}).problems.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  test("that mean nothing are kept as that in Tables, and asked about no more", () => {
    const book = small();
    const answers = [said(BLUE, "Half of their time"), said(GREY, "Nothing")];
    expect(take(book, answers)).toBe("Taken in: Plan. Allocations: 3 new.");
    expect(rowsOf(book, "Tables")).toEqual([
      {
        "Team table": "Colours: Plan",
        "Found on": "Plan",
        Use: "Yes",
        "Column heading": `(colour ${GREY})`,
        Means: "Nothing",
      },
    ]);
    const again = look(book).coloured[0];
    expect(again?.colours.map(({ means }) => means)).toEqual(["Half of their time", "Nothing"]);
    expect(again).toMatchObject({ isTaken: true, open: 0 });
    expect(take(book)).toBe("All of Plan is in the plan already: nothing is written.");
    expect(asked(book, "planCheck", {}).problems.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(take(book, [said(GREY, "Day off")])).toBe("Taken in: Plan. Leave: 1 new.");
    expect(rowsOf(book, "Tables")).toEqual([]);
    expect(look(book).coloured[0]?.colours.map(({ means }) => means)).toEqual(["Half of their time", "Day off"]);
  });

  test("of which none means anything are kept as that too", () => {
    const book = small();
    expect(take(book, [said(BLUE, "Nothing"), said(GREY, "Nothing")])).toBe(
      "No row is new: what the colours of Plan mean is kept in Tables.",
    );
    expect(look(book).coloured[0]).toMatchObject({ isTaken: false, open: 0 });
  });

  test("taken in again add nothing; what a colour meant is known from the rows", () => {
    const book = small();
    take(book, ANSWERS);
    const again = look(book).coloured[0];
    expect(again?.colours.map(({ means }) => means)).toEqual(["Half of their time", "Day off"]);
    expect(again).toMatchObject({ isTaken: true, open: 0 });
    expect(again?.preview).toContain("All of it is in the plan already.");
    expect(take(book)).toBe("All of Plan is in the plan already: nothing is written.");
    expect(rowsOf(book, "Allocations")).toHaveLength(3);
  });

  test("that changed since are brought up to date, and rows of other origin stay", () => {
    const book = small();
    take(book, ANSWERS);
    for (const [i, cell] of ["Bob Ray", "Alpha"].entries()) put(book, "Allocations", 4, i, cell);
    const { fills } = book.sheets.get("Plan")!;
    fills.delete("2,3"); // Ann's second week is free
    fills.set("3,3", GREY); // Bob is off instead
    expect(take(book)).toBe("Taken in: Plan. Allocations: 2 taken away; Leave: 1 new.");
    expect(rowsOf(book, "Allocations")).toEqual([
      {
        Person: "Ann Lee",
        Engagement: "Alpha",
        From: W1,
        To: W1 + 6,
        Share: 0.5,
        "Import key": `colours Plan!C3 ${BLUE}`,
      },
      { Person: "Bob Ray", Engagement: "Alpha" },
    ]);
    expect(take(book, [said(BLUE, "A day a week")])).toBe("Taken in: Plan. Allocations: 1 changed.");
    expect(rowsOf(book, "Allocations")[0]).toMatchObject({ Share: 0.2 });
  });

  test("are never written into the team's own sheet, also where it has headings of the plan", () => {
    const book = memoryBook({
      Plan: [
        ["Person", "Project", W1, W2, W3, "Notes"],
        ["Ann Lee", "Alpha", null, null, null, null],
        ["Bob Ray", "Beta", null, null, null, null],
      ],
    });
    book.sheets.get("Plan")!.fills.set("1,2", BLUE);
    const before = cellsOf(book, "Plan");
    const all = [said(BLUE, "All of their time")];
    expect(take(book, all)).toBe("Taken in: Plan. Allocations: 1 new.");
    expect(cellsOf(book, "Plan")).toEqual(before);
    expect(rowsOf(book, "Allocations")).toHaveLength(1);
    expect(take(book)).toBe("All of Plan is in the plan already: nothing is written.");
  });

  test("are taken back by Undo", () => {
    const book = small();
    take(book, ANSWERS);
    expect(asked(book, "undoLast", {}).text).toBe("Undone: Take in the colours of Plan.");
    expect(rowsOf(book, "Allocations")).toEqual([]);
    expect(rowsOf(book, "Leave")).toEqual([]);
    expect(look(book).coloured[0]).toMatchObject({ isTaken: false, open: 2 });
  });

  test("carry names that stand once, leave totals out, and say which cells stand beside nobody", () => {
    const book = coloured(
      [
        ["Ann Lee", "Alpha", null, null, null],
        [null, "Beta", null, null, null],
        ["Bob Ray", null, null, null, null],
        ["Total", null, null, null, null],
      ],
      { "2,2": BLUE, "3,3": BLUE, "4,4": BLUE, "5,2": BLUE },
    );
    const answers = [said(BLUE, "All of their time")];
    expect(look(book, answers).coloured[0]).toMatchObject({ colours: [{ cells: 3 }] });
    expect(look(book, answers).coloured[0]?.preview).toMatch(
      /^2 allocations of 1 person to 2 engagements.* 1 coloured cell left out: E5 /,
    );
    take(book, answers);
    expect(rowsOf(book, "Allocations").map((row) => [row.Person, row.Engagement, row.From])).toEqual([
      ["Ann Lee", "Alpha", W1],
      ["Ann Lee", "Beta", W2],
    ]);
  });

  test("without a column of work can be days off only", () => {
    const book = memoryBook({
      Plan: [["Away"], ["Person", W1, W2, W3], ["Ann Lee", null, null, null], ["Bob Ray", null, null, null]],
    });
    book.sheets.get("Plan")!.fills.set("2,1", BLUE);
    const one = look(book).coloured[0];
    expect(one?.options).toEqual(["Day off", "Nothing"]);
    expect(one?.refused).toMatch(/No column says which engagement/);
    expect(take(book, [said(BLUE, "Day off")])).toBe("Taken in: Plan. Leave: 1 new.");
  });

  test("are none where an amount is written, or no cell has a colour", () => {
    const book = small();
    put(book, "Plan", 2, 2, 8);
    expect(look(book).coloured).toEqual([]);
    expect(look(coloured([["Ann Lee", "Alpha", null, null, null]], {})).coloured).toEqual([]);
    expect(() => take(book, ANSWERS)).toThrow(/no coloured weeks/);
  });

  test("whose sheet got amounts or went leave rows behind that are named and can be taken away", () => {
    const book = small();
    take(book, ANSWERS);
    put(book, "Plan", 2, 2, 8);
    expect(look(book).leftOver).toEqual([{ id: "Plan", rows: 4 }]);
    expect(take(book)).toBe("Taken away: Plan. Allocations: 3 taken away; Leave: 1 taken away.");
    expect(rowsOf(book, "Allocations")).toEqual([]);
    expect(look(book).leftOver).toEqual([]);
    expect(at(book, "Plan", 2, 2)).toBe(8);
  });
});
