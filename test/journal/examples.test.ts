import { describe, expect, test } from "vitest";
import { run } from "../../core/host.ts";
import { type Change, commit, discard, preview, recover, undo, undoable } from "../../core/journal/index.ts";
import { PlanError } from "../../core/problems.ts";
import type { Grid, SheetModel } from "../../core/sheets/model.ts";
import {
  at,
  cloneBook,
  everything,
  type MemoryBook,
  memoryBook,
  memoryHost,
  put,
  seen,
} from "../support/memory-host.ts";

const grid = (key: string, rows: Grid["rows"], more: Partial<Grid> = {}): Grid => ({
  kind: "grid",
  key,
  title: `Hours of ${key}`,
  fingerprint: "00000000000000aa",
  columns: [
    { key: "name", heading: "Name", shows: "text" },
    { key: "hours", heading: "Hours", shows: "hours", total: true },
  ],
  rows,
  rules: [],
  charts: [],
  ...more,
});
const sheet = (...blocks: SheetModel["blocks"]): SheetModel => ({ name: "Hours", blocks });
const refresh = (...blocks: SheetModel["blocks"]): Change => ({ title: "Refresh Hours", sheets: [sheet(...blocks)] });
const write = (book: MemoryBook, change: Change) => run(commit(change), memoryHost(book).host);
const takeBack = (book: MemoryBook) => run(undo(), memoryHost(book).host);
const codes = (act: () => unknown): readonly string[] => {
  try {
    act();
  } catch (error) {
    if (error instanceof PlanError) return error.problems.map(({ code }) => code);
    throw error;
  }
  return [];
};
const CHANGED = "Changed by hand";

describe("cells changed by hand", () => {
  test("are listed with their address before a refresh overwrites them, once", () => {
    const book = memoryBook();
    write(book, refresh(grid("people", [["Ana", 8]])));
    put(book, "Hours", 2, 1, 9);
    put(book, "Hours", 3, 0, { formula: "=1+1" });
    const { kept } = write(book, refresh(grid("people", [["Ana", 7]])));
    expect(kept).toEqual([
      { sheet: "Hours", row: 2, column: 1, cell: 9 },
      { sheet: "Hours", row: 3, column: 0, cell: { formula: "=1+1" } },
    ]);
    const list = [0, 1, 2, 3].map((row) => [0, 1, 2].map((column) => at(book, CHANGED, row, column)));
    expect(list).toEqual([
      ["Run", "Cell", "What stood there"],
      [2, "Hours!B3", "9"],
      [2, "Hours!A4", "=1+1"],
      [null, null, null],
    ]);
    expect(at(book, "Hours", 2, 1)).toBe(7);
  });

  test("are found although another sheet was refreshed in between", () => {
    const book = memoryBook();
    write(book, refresh(grid("people", [["Ana", 8]])));
    for (const n of [1, 2, 3]) {
      write(book, { title: "Other", sheets: [{ name: "Other", blocks: [grid("x", [["x", n]])] }] });
    }
    put(book, "Hours", 2, 1, 9);
    expect(write(book, refresh(grid("people", [["Ana", 7]]))).kept).toHaveLength(1);
  });

  test("are found by the block's own hash when the file was copied and its journal is gone", () => {
    const book = memoryBook();
    write(book, refresh(grid("people", [["Ana", 8]])));
    book.flag = null;
    book.slots.clear();
    const copy = cloneBook(book);
    expect(write(book, refresh(grid("people", [["Ben", 7]]))).kept).toEqual([]);
    put(copy, "Hours", 2, 0, "Anna");
    const { kept } = write(copy, refresh(grid("people", [["Ben", 7]])));
    expect(kept.map(({ cell }) => cell)).toContain("Anna");
  });

  test("are found in a block that the planner has moved and widened by a row", () => {
    const book = memoryBook();
    write(book, refresh(grid("people", [["Ana", 8]])));
    const moved = memoryBook({ Hours: [] });
    moved.flag = book.flag;
    for (const [slot, cells] of book.slots) moved.slots.set(slot, cells);
    const rows = [
      ["Hours of people", at(book, "Hours", 0, 1)],
      ["Name", "Hours"],
      ["typed", 1],
      ["Ana", 8],
      ["Total", { formula: "=SUM(C13:C14)" }],
    ] as const;
    rows.forEach((row, i) => {
      row.forEach((cell, j) => {
        put(moved, "Hours", 10 + i, 1 + j, cell);
      });
    });
    moved.names.set("Headroom_Hours_people", { sheet: "Hours", at: { row: 10, column: 1, rows: 5, columns: 2 } });
    const { kept } = write(moved, refresh(grid("people", [["Ben", 7]])));
    expect(kept.map(({ row, column, cell }) => [row, column, cell])).toEqual([
      [12, 1, "typed"],
      [12, 2, 1],
      [14, 2, { formula: "=SUM(C13:C14)" }],
    ]);
    expect([12, 13, 14].map((row) => at(moved, "Hours", row, 1))).toEqual(["Ben", "Total", null]);
  });

  test("since the last run are put back by nobody, listed by undo, and counted beforehand", () => {
    const book = memoryBook();
    write(book, refresh(grid("people", [["Ana", 8]])));
    write(book, refresh(grid("people", [["Ana", 7]])));
    put(book, "Hours", 2, 1, "mine");
    expect(run(undoable(), memoryHost(book).host)).toEqual({ title: "Refresh Hours", edited: 1 });
    expect(takeBack(book).kept).toEqual([{ sheet: "Hours", row: 2, column: 1, cell: "mine" }]);
    expect(at(book, "Hours", 2, 1)).toBe(8);
    expect(at(book, CHANGED, 1, 2)).toBe("mine");
  });
});

describe("a block that grows", () => {
  const start = () => {
    const book = memoryBook();
    write(book, refresh(grid("people", [["Ana", 8]])));
    return book;
  };

  test("is refused when it would cover a cell of the planner's, which is named; nothing is written", () => {
    const book = start();
    put(book, "Hours", 5, 1, "my note");
    const before = everything(book);
    const host = memoryHost(book);
    const more = grid("people", [
      ["Ana", 8],
      ["Ben", 8],
      ["Cy", 8],
    ]);
    const problems = (() => {
      try {
        run(commit(refresh(more)), host.host);
      } catch (error) {
        return (error as PlanError).problems;
      }
      return [];
    })();
    expect(problems.map(({ code, at: places, value }) => [code, places[0]?.a1, value])).toEqual([
      ["HR-205", "B6", "my note"],
    ]);
    expect(everything(book)).toBe(before);
    expect(run(preview(refresh(more)), memoryHost(book).host).refusals).toHaveLength(1);
  });

  test("pushes our own blocks down, and undo brings them back up", () => {
    const book = memoryBook();
    const below = grid("below", [["x", 1]]);
    write(book, refresh(grid("people", [["Ana", 8]]), below));
    const before = seen(book);
    expect(book.names.get("Headroom_Hours_below")?.at.row).toBe(7);
    const many = Array.from({ length: 9 }, (_, i) => [`P${i}`, i] as const);
    write(book, refresh(grid("people", many), below));
    expect(book.names.get("Headroom_Hours_below")?.at.row).toBe(13);
    expect(at(book, "Hours", 16, 1)).toEqual({ formula: "=SUM(B16:B16)" });
    takeBack(book);
    expect(seen(book)).toBe(before);
  });

  test("may leave a block out; undo brings it back", () => {
    const book = memoryBook();
    write(book, refresh(grid("people", [["Ana", 8]]), grid("below", [["x", 1]])));
    const before = seen(book);
    write(book, refresh(grid("people", [["Ana", 8]])));
    expect(at(book, "Hours", 7, 0)).toBe(null);
    expect(book.names.has("Headroom_Hours_below")).toBe(false);
    takeBack(book);
    expect(seen(book)).toBe(before);
  });
});

describe("undo", () => {
  test("hides a sheet it had made, unless the planner has written there since", () => {
    const book = memoryBook();
    write(book, refresh(grid("people", [["Ana", 8]])));
    const used = cloneBook(book);
    takeBack(book);
    expect(book.sheets.get("Hours")).toMatchObject({ hidden: true, cells: new Map() });
    write(book, refresh(grid("people", [["Ana", 8]])));
    expect(book.sheets.get("Hours")?.hidden).toBe(false);
    put(used, "Hours", 0, 9, "my note");
    takeBack(used);
    expect(used.sheets.get("Hours")?.hidden).toBe(false);
    expect([...used.sheets.get("Hours")!.cells.values()]).toEqual(["my note"]);
  });

  test("follows a block that the planner has moved, formulas included", () => {
    const book = memoryBook();
    write(book, refresh(grid("people", [["Ana", 8]])));
    write(book, refresh(grid("people", [["Ana", 7]])));
    const { at: area } = book.names.get("Headroom_Hours_people")!;
    const cells = new Map<string, ReturnType<typeof at>>();
    for (let i = 0; i < area.rows; i++) for (let j = 0; j < 2; j++) cells.set(`${i + 5},${j}`, at(book, "Hours", i, j));
    cells.set("8,1", { formula: "=SUM(B8:B8)" });
    const { cells: now } = book.sheets.get("Hours")!;
    now.clear();
    for (const [key, cell] of cells) if (cell !== null) now.set(key, cell);
    book.names.set("Headroom_Hours_people", { sheet: "Hours", at: { ...area, row: 5 } });
    expect(takeBack(book).kept).toEqual([]);
    expect(at(book, "Hours", 7, 1)).toBe(8);
    expect(at(book, "Hours", 8, 1)).toEqual({ formula: "=SUM(B8:B8)" });
    expect(at(book, "Hours", 2, 1)).toBe(null);
  });

  test("of a block whose left-over cells the planner uses now is refused", () => {
    const book = memoryBook();
    write(
      book,
      refresh(
        grid("people", [
          ["Ana", 8],
          ["Ben", 8],
        ]),
      ),
    );
    write(book, refresh(grid("people", [["Ana", 8]])));
    put(book, "Hours", 4, 0, "mine now");
    const before = everything(book);
    expect(codes(() => takeBack(book))).toEqual(["HR-205"]);
    expect(everything(book)).toBe(before);
  });
});

describe("edits of the planner's own tables", () => {
  const book = () =>
    memoryBook({
      Allocations: [
        ["Person", "Hours"],
        ["Ana", 8],
        ["Ben", { formula: "=B2*2" }],
      ],
    });
  const area = (row: number, rows = 1) => ({ row, column: 0, rows, columns: 2 });

  test("append a row, and undo takes it away", () => {
    const one = book();
    const before = seen(one);
    const { yours } = write(one, {
      title: "Allocate Cy",
      edits: [{ sheet: "Allocations", at: area(3), cells: [["=Cy", 4]] }],
    });
    expect([yours, at(one, "Allocations", 3, 0), at(one, "Allocations", 3, 1)]).toEqual([0, "=Cy", 4]);
    takeBack(one);
    expect(seen(one)).toBe(before);
  });

  test("replace cells, are counted as the planner's, and undo brings their formulas back", () => {
    const one = book();
    const before = seen(one);
    const change = {
      title: "Mend",
      edits: [
        {
          sheet: "Allocations",
          at: area(1, 2),
          cells: [
            ["Ana", 7],
            ["Ben", 6],
          ],
        },
      ],
    };
    expect(run(preview(change), memoryHost(one).host).text).toBe(
      "Will write Allocations (4 cells, 2 of them new or changed); 2 cells that you filled in are replaced.",
    );
    const single = {
      title: "Mend",
      edits: [{ sheet: "Allocations", at: { row: 1, column: 0, rows: 1, columns: 1 }, cells: [["Abe"]] }],
    };
    expect(run(preview(single), memoryHost(one).host).text).toMatch(
      /^Will write Allocations \(1 cell, new or changed\); /,
    );
    expect(write(one, change).yours).toBe(2);
    takeBack(one);
    expect(seen(one)).toBe(before);
  });

  test("are not undone over what the planner has typed or moved since", () => {
    const one = book();
    write(one, { title: "Allocate Cy", edits: [{ sheet: "Allocations", at: area(3), cells: [["Cy", 4]] }] });
    put(one, "Allocations", 3, 1, 5);
    const before = everything(one);
    expect(codes(() => takeBack(one))).toEqual(["HR-201"]);
    expect(everything(one)).toBe(before);
  });
});

describe("a journal that does not fit", () => {
  const crashed = () => {
    const book = memoryBook({ People: [["Person"], ["Ana"]] });
    write(book, refresh(grid("people", [["Ana", 8]])));
    const host = memoryHost(book, { failAt: 9, mode: "die half" });
    expect(() => run(commit(refresh(grid("people", [["Ana", 7]]))), host.host)).toThrow();
    expect(JSON.parse(book.flag!)).toMatchObject({ state: "prepared" });
    return book;
  };

  test.each([
    ["its sheet is gone", (book: MemoryBook) => void book.slots.clear()],
    ["it holds something else", (book: MemoryBook) => void book.slots.set(1, [["h{}."]])],
    [
      "one digit of it was changed",
      (book: MemoryBook) =>
        void book.slots.set(
          1,
          book.slots.get(1)!.map(([text]) => [String(text).replace('["Ana",8]', '["Ana",9]')]),
        ),
    ],
    ["its flag is no flag", (book: MemoryBook) => void Object.assign(book, { flag: "{}" })],
    ["its flag is no JSON", (book: MemoryBook) => void Object.assign(book, { flag: "what?" })],
  ])("because %s: HR-203, and nothing is written until it is discarded", (_, spoil) => {
    const book = crashed();
    spoil(book);
    const before = everything(book);
    expect(codes(() => run(recover(), memoryHost(book).host))).toEqual(["HR-203"]);
    expect(codes(() => write(book, refresh(grid("people", [["Ana", 6]]))))).toEqual(["HR-203"]);
    expect(everything(book)).toBe(before);
    run(discard(), memoryHost(book).host);
    write(book, refresh(grid("people", [["Ana", 6]])));
    expect(at(book, "Hours", 2, 1)).toBe(6);
  });
});
