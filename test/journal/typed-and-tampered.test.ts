import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { run } from "../../core/host.ts";
import { type Change, commit, recover, undo } from "../../core/journal/index.ts";
import { PlanError } from "../../core/problems.ts";
import { fingerprint } from "../../core/sheets/fingerprint.ts";
import { at, cloneBook, type MemoryBook, MODES, memoryBook, memoryHost, put, seen } from "../support/memory-host.ts";
import { FULL, SEED, twoModels, workbookFor } from "./models.ts";
import { attempt, callsOf, twoFaults, weathers } from "./sweep.ts";

const check = (property: fc.IProperty<unknown>, quick: number, full: number) =>
  fc.assert(property as fc.IProperty<never>, { numRuns: FULL ? full : quick, seed: SEED, endOnFailure: true });

if (FULL) vi.setConfig({ testTimeout: 3_600_000 });

const allocate: Change = {
  title: "Allocate Cy",
  edits: [
    { sheet: "Allocations", at: { row: 3, column: 0, rows: 1, columns: 2 }, cells: [["=Cy", 4]] },
    { sheet: "Allocations", at: { row: 1, column: 1, rows: 2, columns: 1 }, cells: [[7], [{ formula: "=B2*3" }]] },
  ],
};
const newSheet: Change = {
  title: "Set up",
  edits: [
    {
      sheet: "People",
      at: { row: 0, column: 0, rows: 2, columns: 2 },
      cells: [
        ["Person", "Hours"],
        ["Ana", 40],
      ],
      dress: [
        { do: "format", at: { row: 0, column: 0, rows: 2, columns: 1 }, pattern: "@" },
        { do: "note", at: { row: 0, column: 0, rows: 1, columns: 1 }, text: "The name." },
        { do: "choose", at: { row: 1, column: 0, rows: 1, columns: 1 }, from: ["Ana"], strict: false },
        { do: "own", name: "People", at: { row: 0, column: 0, rows: 10, columns: 2 } },
      ],
    },
  ],
};
const planners = () =>
  memoryBook({
    Allocations: [
      ["Person", "Hours"],
      ["Ana", 8],
      ["Ben", { formula: "=B2*2" }],
    ],
  });

test.each([
  ["an edit of the planner's own table", allocate],
  ["a new input sheet", newSheet],
])("%s that fails anywhere ends before or after, and so does its undo", (_, change) => {
  const start = planners();
  const done = cloneBook(start);
  attempt(done, {}, () => commit(change));
  const good = new Set([seen(start), seen(done)]);
  expect(good.size).toBe(2);
  let bad = 0;
  for (const end of twoFaults(start, () => commit(change))) if (!good.has(seen(end))) bad += 1;
  for (const end of FULL ? twoFaults(done, undo) : []) if (!good.has(seen(end))) bad += 1;
  expect(bad).toBe(0);
});

test("what a planner types into a table of their own between a crash and its repair stays there", () => {
  for (const weather of weathers(callsOf(planners(), () => commit(allocate)))) {
    const book = planners();
    attempt(book, weather, () => commit(allocate));
    put(book, "Allocations", 3, 1, "typed by hand");
    put(book, "Allocations", 1, 1, "typed too");
    attempt(book, {}, recover);
    expect([at(book, "Allocations", 3, 1), at(book, "Allocations", 1, 1)]).toEqual(["typed by hand", "typed too"]);
  }
});

test("what somebody types between a crash and its repair is in its cell or in the list, once", () => {
  check(
    fc.property(twoModels, fc.nat(), fc.nat(), ([first, second], row, column) => {
      const book = workbookFor(first);
      attempt(book, {}, () => commit({ title: "First", sheets: [first] }));
      const change = { title: "Second", sheets: [second] };
      const { at: block } = book.names.get("Headroom_It_s_ours_about")!;
      const cell = [block.row + (row % block.rows), block.column + (column % block.columns)] as const;
      const after = cloneBook(book);
      attempt(after, {}, () => commit(change));
      const good = new Set([seen(book), seen(after)]);
      for (const weather of weathers(callsOf(book, () => commit(change)))) {
        if (!FULL && weather.mode !== "die half") continue;
        const broken = cloneBook(book);
        attempt(broken, weather, () => commit(change));
        const [before] = [at(broken, first.name, ...cell)];
        put(broken, first.name, ...cell, "typed by hand");
        const calls = callsOf(broken, recover);
        for (let failAt = 0; failAt <= calls; failAt++) {
          for (const mode of failAt === 0 ? MODES.slice(0, 1) : MODES) {
            const one = cloneBook(broken);
            attempt(one, { failAt, mode, buffered: weather.buffered ?? false }, recover);
            attempt(one, {}, recover);
            const listed = [...(one.sheets.get("Changed by hand")?.cells.values() ?? [])].filter(
              (text) => text === "typed by hand",
            );
            const inPlace = at(one, first.name, ...cell) === "typed by hand";
            if (inPlace) put(one, first.name, ...cell, before);
            if (listed.length !== (inPlace ? 0 : 1) || !good.has(seen(one))) {
              throw new Error(
                `${JSON.stringify([weather, failAt, mode])}: listed ${listed.length}, in place ${inPlace}`,
              );
            }
          }
        }
      }
    }),
    1,
    40,
  );
});

test("a journal with changed areas, whose sum was mended too, overwrites nothing that is not Headroom's", () => {
  const wild = fc.oneof(
    fc.nat(3),
    fc.nat(40),
    fc.constantFrom(-1, 0.5, 1e9, null, "People", "It's ours", "New", {}, []),
  );
  const field = fc.constantFrom("sheet", "row", "column", "rows", "columns", "block", "name", "before", "after");
  let refused = 0;
  check(
    fc.property(
      twoModels,
      fc.nat(),
      field,
      wild,
      fc.constantFrom("images", "blocks"),
      ([first, second], which, key, value, list) => {
        const book = workbookFor(first);
        attempt(book, {}, () => commit({ title: "First", sheets: [first] }));
        attempt(book, {}, () => commit({ title: "Second", sheets: [second] }));
        tamper(book, (entry) => {
          const all = entry[list]!;
          const one = all[which % all.length]!;
          for (const area of [one, one.at, one.from, one.to] as (Record<string, unknown> | null | undefined)[]) {
            if (area && key in area) area[key] = value;
          }
        });
        const outside = foreignCells(book);
        try {
          run(recover(), memoryHost(book).host);
        } catch (error) {
          if (!(error instanceof PlanError)) throw error;
          refused += 1;
        }
        expect(foreignCells(book)).toEqual(outside);
      },
    ),
    300,
    20_000,
  );
  expect(refused).toBeGreaterThan(FULL ? 5000 : 75);
});

type Json = Record<string, Record<string, unknown>[]>;

/** Change what the journal says and mend its sum, as only somebody could who knows how it is made. */
function tamper(book: MemoryBook, change: (entry: Json) => void): void {
  const flag = JSON.parse(book.flag!) as { last: { slot: 0 | 1; sum: string } };
  const entry = JSON.parse(
    book.slots
      .get(flag.last.slot)!
      .map(([cell]) => String(cell).slice(1, -1))
      .join(""),
  ) as Json;
  change(entry);
  const text = JSON.stringify(entry).replace(
    /[\u007f-\uffff]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  book.slots.set(flag.last.slot, [[`h${text}.`]]);
  book.flag = JSON.stringify({ ...flag, state: "undoing", last: { ...flag.last, sum: fingerprint(text) } });
}

/** Cells that hold something and lie in no block of Headroom's. */
const foreignCells = ({ sheets, names }: MemoryBook) =>
  [...sheets]
    .filter(([name]) => name !== "Changed by hand")
    .map(([name, { cells }]) => [
      name,
      [...cells].filter(([key]) => {
        const [row, column] = key.split(",").map(Number) as [number, number];
        return (
          column >= 9 || (row === 0 && name === "It's ours") || ![...names.values()].some(({ sheet }) => sheet === name)
        );
      }),
    ]);
