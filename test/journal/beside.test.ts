import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { run } from "../../core/host.ts";
import { type Change, commit, undo } from "../../core/journal/index.ts";
import type { Grid } from "../../core/sheets/model.ts";
import { at, cloneBook, type MemoryBook, memoryBook, memoryHost, put, seen } from "../support/memory-host.ts";
import { FULL, SEED } from "./models.ts";
import { attempt, twoFaults } from "./sweep.ts";

const grid = (key: string, names: readonly string[]): Grid => ({
  kind: "grid",
  key,
  title: "Hours left",
  fingerprint: "00000000000000aa",
  columns: [
    { key: "name", heading: "Name", shows: "text" },
    { key: "hours", heading: "Hours", shows: "hours", total: true },
  ],
  rows: names.map((name) => [name, name.length]),
  rules: [],
  charts: [],
});
const people = (...names: string[]): Change => ({
  title: "Refresh",
  sheets: [{ name: "Hours", blocks: [grid("people", names)] }],
});
const write = (book: MemoryBook, change: Change) => run(commit(change), memoryHost(book).host);
/** Names of the rows from the first one on, each with what stands beside it. */
const rows = (book: MemoryBook, count: number) =>
  Array.from({ length: count }, (_, i) => [
    at(book, "Hours", 2 + i, 0),
    at(book, "Hours", 2 + i, 2),
    at(book, "Hours", 2 + i, 3),
  ]);

describe("notes beside a row", () => {
  const start = () => {
    const book = memoryBook();
    write(book, people("Ana", "Ben", "Cy"));
    put(book, "Hours", 2, 2, "on leave in May");
    put(book, "Hours", 4, 2, "=asks for a raise");
    put(book, "Hours", 4, 3, { formula: "=B5*2" });
    put(book, "Hours", 5, 2, "beside the total");
    return book;
  };

  test("follow their row, formulas included, when rows move", () => {
    const book = start();
    write(book, people("Cy", "Zoe", "Ana", "Ben"));
    expect(rows(book, 5)).toEqual([
      ["Cy", "=asks for a raise", { formula: "=B3*2" }],
      ["Zoe", null, null],
      ["Ana", "on leave in May", null],
      ["Ben", null, null],
      ["Total", "beside the total", null],
    ]);
  });

  test("of a row that is gone are listed, not left beside another row", () => {
    const book = start();
    write(book, people("Ben", "Cy"));
    expect(rows(book, 2)).toEqual([
      ["Ben", null, null],
      ["Cy", "=asks for a raise", { formula: "=B4*2" }],
    ]);
    expect([at(book, "Changed by hand", 1, 1), at(book, "Changed by hand", 1, 2)]).toEqual([
      "Hours!C3",
      "on leave in May",
    ]);
  });

  test("go back with undo; a note written since stays where it is", () => {
    const book = start();
    const before = seen(book);
    write(book, people("Zoe", "Cy", "Ana", "Ben"));
    const moved = cloneBook(book);
    run(undo(), memoryHost(book).host);
    expect(seen(book)).toBe(before);
    put(moved, "Hours", 2, 3, "new");
    run(undo(), memoryHost(moved).host);
    expect(at(moved, "Hours", 2, 3)).toBe("new");
  });

  test("stay when something else stands where one would have to go", () => {
    const book = start();
    put(book, "Hours", 6, 2, "not beside a row");
    write(book, people("Zoe", "Ana", "Ben", "Cy"));
    expect([2, 4, 5, 6].map((row) => at(book, "Hours", row, 2))).toEqual([
      "on leave in May",
      "=asks for a raise",
      "beside the total",
      "not beside a row",
    ]);
  });

  test("stay beside the same name whatever the order, and none is lost or doubled", () => {
    const names = fc.uniqueArray(fc.constantFrom("Ana", "Ben", "Cy", "Dee", "Eve", "Flo"), { minLength: 1 });
    fc.assert(
      fc.property(names, names, (first, second) => {
        const book = memoryBook();
        write(book, people(...first));
        first.forEach((name, i) => {
          put(book, "Hours", 2 + i, 2, `note on ${name}`);
        });
        write(book, people(...second));
        second.forEach((name, i) => {
          expect(at(book, "Hours", 2 + i, 2)).toBe(first.includes(name) ? `note on ${name}` : null);
        });
        const listed = [...(book.sheets.get("Changed by hand")?.cells.values() ?? [])].filter((cell) =>
          String(cell).startsWith("note"),
        );
        expect(listed.sort()).toEqual(
          first
            .filter((name) => !second.includes(name))
            .map((name) => `note on ${name}`)
            .sort(),
        );
      }),
      { numRuns: FULL ? 5000 : 100, seed: SEED },
    );
  });

  test("are before or after, wherever a refresh fails", () => {
    const book = start();
    const done = cloneBook(book);
    const change = people("Cy", "Ana", "Ben");
    attempt(done, {}, () => commit(change));
    const good = new Set([seen(book), seen(done)]);
    expect(good.size).toBe(2);
    let bad = 0;
    for (const end of twoFaults(book, () => commit(change))) if (!good.has(seen(end))) bad += 1;
    expect(bad).toBe(0);
  });
});
