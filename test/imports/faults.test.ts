import { describe, expect, test } from "vitest";
import { run } from "../../core/host.ts";
import { recover, undo } from "../../core/journal/index.ts";
import { FULL } from "../journal/models.ts";
import { attempt, callsOf, weathers } from "../journal/sweep.ts";
import { cloneBook, everything, type MemoryBook, memoryBook, memoryHost, seen } from "../support/memory-host.ts";
import { importing, written } from "./workbook.ts";

const HEADINGS = "Date,Client,Project,Task,Notes,Hours,Billable?,First Name,Last Name";
const FIRST = [HEADINGS, "2026-03-02,C,Alder,T,,6,Yes,Ana,Silva", "2026-03-03,C,Birch,T,,2,No,Cy,Tan"].join("\n");
const THEN = [HEADINGS, "2026-03-02,C,Alder,T,,7,Yes,Ana,Silva", "2026-03-03,C,Cedar,T,,3,Yes,Ana,Silva"].join("\n");

type Command = readonly [name: string, start: () => MemoryBook, command: ReturnType<typeof importing>];

const again = (mode: "update" | "replace"): Command => [
  `an import again that would ${mode} what stands there`,
  () => {
    const book = memoryBook();
    written(book, { text: FIRST });
    return book;
  },
  importing({ text: THEN, mode }),
];

/** A new sheet; rows below a planner's own; rows changed, added and taken away. */
const COMMANDS: readonly Command[] = [
  ["a new sheet", () => memoryBook({ Notes: [["mine"]] }), importing({ text: FIRST })],
  [
    "rows below the planner's own",
    () =>
      memoryBook({
        Actuals: [
          ["Person", "Day", "Engagement", "Hours", "Mood"],
          ["Ana Silva", 46_000, "Alder", 4, "good"],
        ],
      }),
    importing({ text: FIRST }),
  ],
  again("update"),
  again("replace"),
];

describe("whatever call fails, an import is wholly there or not at all", () => {
  test.each(COMMANDS)("%s", (_, make, command) => {
    const start = make();
    const before = seen(start);
    const done = cloneBook(start);
    attempt(done, {}, command);
    const after = seen(done);
    expect(after).not.toBe(before);
    let tried = 0;
    let turn = 0;
    for (const weather of weathers(callsOf(start, command))) {
      turn += 1;
      if (!FULL && turn % 4 !== 0) continue;
      const book = cloneBook(start);
      attempt(book, weather, command);
      attempt(book, {}, recover);
      tried += 1;
      expect([before, after], JSON.stringify(weather)).toContain(seen(book));
      if (tried % 4 !== 0) continue;
      // Tried again, it is as if nothing had happened.
      attempt(book, {}, command);
      expect(seen(book), JSON.stringify(weather)).toBe(after);
    }
    expect(tried).toBeGreaterThan(20);
  });

  test.each(COMMANDS)("%s: undo is what was there before, and a second import writes nothing", (_, make, command) => {
    const book = make();
    const before = seen(book);
    attempt(book, {}, command);
    const once = everything(book);
    attempt(book, {}, command);
    expect(everything(book)).toBe(once);
    run(undo(), memoryHost(book).host);
    expect(seen(book)).toBe(before);
  });
});
