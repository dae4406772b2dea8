import { describe, expect, test } from "vitest";
import { smallDemo } from "../../core/demo/small.ts";
import { run } from "../../core/host.ts";
import { ask, type QuestionName, type ReplyOf } from "../../core/questions/index.ts";
import { at, type MemoryBook, memoryBook, memoryHost, put, seen } from "../support/memory-host.ts";

const asked = <N extends QuestionName>(book: MemoryBook, name: N, request: unknown) =>
  run(ask(name, request), memoryHost(book).host) as ReplyOf<N>;
const rowOf = (book: MemoryBook, sheet: string, row: number, columns: number): readonly unknown[] =>
  Array.from({ length: columns }, (_, column) => at(book, sheet, row - 1, column));
const SCENARIO = { scenario: "Harborline grows" };

/** The demo in which Harborline's growth is switched on, with a setting below the others. */
function bookWith(setting: string, value: string | number): MemoryBook {
  const book = memoryBook(Object.fromEntries(smallDemo()));
  put(book, "Scenarios", 6, 2, true);
  put(book, "Settings", 10, 0, setting);
  put(book, "Settings", 10, 1, value);
  return book;
}

describe("adopting the growth of a service", () => {
  test("writes as many more tickets as grow, so that its weeks go on to vary, and keeps the reserve out of the tables", () => {
    const book = bookWith("Support reserve", 0.8);
    const before = seen(book);
    expect(asked(book, "previewAdopt", SCENARIO)).toMatchObject({ ready: true });
    asked(book, "adoptScenario", SCENARIO);
    // A fifth of thirty tickets is six.
    expect(rowOf(book, "Support", 6, 8)).toEqual(["Harborline desk", "Windows", 2, null, null, null, 6, 2]);
    expect(rowOf(book, "Engagements", 8, 1)).toEqual([null]);
    asked(book, "undoLast", {});
    expect(seen(book)).toBe(before);
  });

  test("that counts by its tickets writes the hours that come on top to Demand", () => {
    const book = bookWith("Support counts", "tickets");
    expect(asked(book, "previewAdopt", SCENARIO)).toMatchObject({ ready: true });
    asked(book, "adoptScenario", SCENARIO);
    const [engagement, skill, level] = rowOf(book, "Demand", 15, 3);
    expect([engagement, skill, level]).toEqual(["Harborline desk", "Windows", 2]);
    const hours = Number(at(book, "Demand", 14, 6));
    expect(hours).toBeGreaterThan(13);
    expect(hours).toBeLessThan(15);
    expect(rowOf(book, "Support", 6, 2)).toEqual([null, null]);
  });

  test("is refused where the reserve for it could not be written", () => {
    const book = bookWith("Support counts", "tickets");
    put(book, "Settings", 11, 0, "Support reserve");
    put(book, "Settings", 11, 1, 0.9);
    const { ready, lines } = asked(book, "previewAdopt", SCENARIO);
    expect([ready, lines.at(-1)]).toEqual([
      false,
      "The tables cannot say this scenario exactly: the hours nobody can do, demand and open demand would be other than it showed.",
    ]);
  });
});
