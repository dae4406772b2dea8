import fc from "fast-check";
import { describe, expect, test } from "vitest";
import "../support/seed.ts";
import { FULL } from "../journal/models.ts";
import { everything, type MemoryBook, memoryBook } from "../support/memory-host.ts";
import { rowsOf, seen, written } from "./workbook.ts";

interface Entry {
  readonly who: number;
  readonly what: number;
  readonly day: number;
  readonly task: number;
  readonly seconds: number;
  readonly billable: boolean;
}
const entry = fc.record({
  who: fc.nat(1),
  what: fc.nat(1),
  day: fc.integer({ min: 1, max: 3 }),
  task: fc.nat(2),
  seconds: fc.oneof(
    fc.integer({ min: 0, max: 200 }),
    fc.integer({ min: 0, max: 200 }).map((n) => 60 * n),
  ),
  billable: fc.boolean(),
});

const clock = (seconds: number) => {
  const two = (n: number) => String(n).padStart(2, "0");
  const all = Math.abs(seconds);
  return `${seconds < 0 ? "-" : ""}${two(Math.floor(all / 3600))}:${two(Math.floor(all / 60) % 60)}:${two(all % 60)}`;
};
const csv = (rows: readonly Entry[]) =>
  [
    "Date,User,Project,Task,Hours,Billable",
    ...rows.map(
      ({ who, what, day, task, seconds, billable }) =>
        `2026-03-0${day},Person ${who},Project ${what},Task ${task},${clock(seconds)},${billable ? "Yes" : "No"}`,
    ),
  ].join("\n");

/** Minutes by person, day and engagement, as they stand in the workbook; rows are never below 0. */
function minutesIn(book: MemoryBook): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const [day, person, engagement, hours] of rowsOf(book, "Actuals", 4).slice(1)) {
    const minutes = Number(hours) * 60;
    expect(Math.abs(minutes - Math.round(minutes))).toBeLessThan(1e-6);
    expect(minutes).toBeGreaterThanOrEqual(0);
    const key = `${person}, ${engagement}, ${Number(day) - 46_081}`;
    sums.set(key, (sums.get(key) ?? 0) + Math.round(minutes));
  }
  return sums;
}

/** The tool's own: seconds added, half a minute up. */
function wanted(rows: readonly Entry[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { who, what, day, seconds } of rows) {
    const key = `Person ${who}, Project ${what}, ${day}`;
    sums.set(key, (sums.get(key) ?? 0) + seconds);
  }
  return new Map([...sums].map(([key, sum]) => [key, Math.floor(sum / 60 + 0.5)]));
}
const sorted = (sums: ReadonlyMap<string, number>) => [...sums].filter(([, minutes]) => minutes !== 0).sort();

describe("each row of the tool counts once, whatever exports overlap", () => {
  test("days of any rows, in any parts, order and mode but taking away, have the tool's minutes", () => {
    // Rows that say the same cannot be told apart, so that an export has all of them or none.
    const exportsOf = fc
      .uniqueArray(entry, { minLength: 1, maxLength: 14, selector: (one) => JSON.stringify(one) })
      .chain((rows) =>
        fc.tuple(
          fc.constant(rows),
          fc.array(fc.tuple(fc.shuffledSubarray(rows, { minLength: 1 }), fc.constantFrom("append", "update")), {
            minLength: 1,
            maxLength: 4,
          }),
        ),
      );
    fc.assert(
      fc.property(exportsOf, ([rows, parts]) => {
        const book = memoryBook();
        for (const [part, mode] of parts) written(book, { text: csv(part), mode });
        const all = rows.filter((row) => parts.some(([part]) => part.includes(row)));
        expect(rowsOf(book, "Actuals", 1)).toHaveLength(all.length + 1);
        expect(sorted(minutesIn(book))).toEqual(sorted(wanted(all)));
        const before = everything(book);
        for (const [part, mode] of parts) written(book, { text: csv(part), mode });
        expect(everything(book)).toBe(before);
        // The whole, with what is gone taken away, is the whole.
        written(book, { text: csv(rows), mode: "replace" });
        expect(sorted(minutesIn(book))).toEqual(sorted(wanted(rows)));
      }),
      { numRuns: FULL ? 1500 : 60 },
    );
  });

  test("corrections come off the same hours, whether they come with them, before or after", () => {
    const kind = { who: 0, what: 0, billable: true };
    const rows: readonly Entry[] = [
      { ...kind, day: 1, task: 0, seconds: 3600 },
      { ...kind, day: 1, task: 1, seconds: 1830 },
      { ...kind, day: 2, task: 0, seconds: 1800 },
      { ...kind, day: 3, task: 2, seconds: -4530 },
    ];
    // 60 and 31 minutes, 30 minutes, and 76 less: 30 come off day 2, 46 off day 1.
    const left = [["Person 0, Project 0, 1", 45]];
    for (const order of [
      [0, 1, 2, 3],
      [3, 2, 1, 0],
      [3, 0, 2, 1],
      [1, 3, 0, 2],
    ]) {
      const book = memoryBook();
      for (const i of order) written(book, { text: csv([rows[i]!]) });
      expect(sorted(minutesIn(book))).toEqual(left);
      expect(seen(book, { text: csv(rows) }).tables).toMatchObject([{ added: 0, same: 4, adjusted: 0 }]);
    }
    const once = memoryBook();
    written(once, { text: csv(rows) });
    expect(sorted(minutesIn(once))).toEqual(left);
  });

  test("rows that say the same stay two, and a third one is new", () => {
    const book = memoryBook();
    const row: Entry = { who: 0, what: 0, day: 1, task: 0, seconds: 3600, billable: true };
    written(book, { text: csv([row, row]) });
    expect(seen(book, { text: csv([row, row]) }).tables).toMatchObject([{ added: 0, same: 2 }]);
    expect(seen(book, { text: csv([row, row, row]) }).tables).toMatchObject([{ added: 1, same: 2 }]);
  });

  test("which rows they are does not hang on the other rows of the file", () => {
    const book = memoryBook();
    const text = (...rows: readonly string[]) => ["Date,User,Email,Client,Project,Hours", ...rows].join("\n");
    const one = "2026-03-02,Alex Kim,a@x.example,Acme,Support,2";
    written(book, { text: text(one) });
    // Now the client and the e-mail tell projects and people apart that have one name.
    const two = text(one, "2026-03-02,Alex Kim,b@x.example,Beta,Support,3");
    expect(seen(book, { text: two }).tables).toMatchObject([{ added: 1, left: 1, same: 0 }]);
  });

  test("a column ID that numbers people numbers no rows", () => {
    const book = memoryBook();
    const text = ["ID,Date,User,Project,Hours", "7,2026-03-02,Ana,Alder,2", "7,2026-03-02,Ana,Birch,3"].join("\n");
    expect(written(book, { text })).toContain("Actuals: 2 new");
  });
});
