import fc from "fast-check";
import { afterAll, describe, expect, test, vi } from "vitest";
import type { DemoPlan } from "../../core/demo/headings.ts";
import { smallDemo } from "../../core/demo/small.ts";
import type { Work } from "../../core/host.ts";
import { commit, recover, undo } from "../../core/journal/index.ts";
import { readPlan } from "../../core/plan/read-plan.ts";
import { capacityVsDemand } from "../../core/sheets/capacity-vs-demand.ts";
import { given } from "../../core/sheets/given.ts";
import type { SheetModel } from "../../core/sheets/model.ts";
import { cloneBook, everything, type MemoryBook, memoryBook, seen } from "../support/memory-host.ts";
import { byHand, withoutHashes } from "./by-hand.ts";
import { CORNERS, FULL, SEED, twoModels, workbookFor } from "./models.ts";
import { attempt, callsOf, twoFaults, weathers } from "./sweep.ts";

const check = (property: fc.IProperty<unknown>, quick: number, full: number) =>
  fc.assert(property as fc.IProperty<never>, { numRuns: FULL ? full : quick, seed: SEED, endOnFailure: true });
const picture = (book: MemoryBook) => withoutHashes(seen(book));
const refresh = (model: SheetModel) => () => commit({ title: "Refresh", sheets: [model] });
const counts = { runs: 0, bad: 0 };
if (FULL) vi.setConfig({ testTimeout: 3_600_000 });
afterAll(() =>
  process.stdout.write(`fault sweep: ${counts.bad} of ${counts.runs} end states are neither before nor after\n`),
);

function sweep(
  start: MemoryBook,
  command: () => Work<unknown>,
  good: ReadonlySet<string>,
  works: (end: MemoryBook) => boolean = () => true,
): number {
  let bad = 0;
  for (const end of twoFaults(start, command)) {
    counts.runs += 1;
    if (!good.has(picture(end)) || !works(end)) bad += 1;
  }
  counts.bad += bad;
  return bad;
}

/** A workbook in which the first model stands already, and what it is to look like with the second. */
function refreshed(first: SheetModel, second: SheetModel) {
  const book = workbookFor(first);
  attempt(book, {}, refresh(first));
  return { book, before: picture(book), after: picture(byHand(book, second, CORNERS)) };
}

describe("a refresh that fails anywhere", () => {
  test("writes what was asked for when nothing fails, and nothing beside it", () => {
    check(
      fc.property(twoModels, ([first, second]) => {
        const start = workbookFor(first);
        const want = picture(byHand(start, first, CORNERS));
        attempt(start, {}, refresh(first));
        expect(picture(start)).toBe(want);
        const { book, after } = refreshed(first, second);
        attempt(book, { buffered: true }, refresh(second));
        expect(picture(book)).toBe(after);
      }),
      80,
      5000,
    );
  });

  test("ends before or after, also when its recovery fails too", () => {
    check(
      fc.property(twoModels, ([first, second]) => {
        const { book, before, after } = refreshed(first, second);
        expect(sweep(book, refresh(second), new Set([before, after]))).toBe(0);
      }),
      2,
      100,
    );
  });

  test("leaves a new sheet out of sight until it is whole", () => {
    check(
      fc.property(twoModels, ([model]) => {
        const one = { ...model, name: "New sheet", blocks: model.blocks.slice(0, 1) };
        const start = workbookFor(model);
        const shown = cloneBook(start);
        shown.sheets.set("New sheet", { ...cloneBook(start).sheets.get("People")!, cells: new Map() });
        const after = byHand(shown, one, [{ row: 0, column: 0 }]);
        expect(
          sweep(start, refresh(one), new Set([picture(start), picture(after)]), (end) => {
            attempt(end, {}, refresh(one));
            return picture(end) === picture(after);
          }),
        ).toBe(0);
      }),
      1,
      20,
    );
  });

  test("shows a new sheet whole or not at all, also before anybody repairs it", () => {
    check(
      fc.property(twoModels, ([model]) => {
        const one = { ...model, name: "New sheet" };
        const start = workbookFor(model);
        const whole = cloneBook(start);
        attempt(whole, {}, refresh(one));
        const cells = (book: MemoryBook) => JSON.stringify([...(book.sheets.get("New sheet")?.cells ?? [])].sort());
        for (const weather of weathers(callsOf(start, refresh(one)))) {
          const broken = cloneBook(start);
          attempt(broken, weather, refresh(one));
          if (broken.sheets.get("New sheet")?.hidden === false) expect(cells(broken)).toBe(cells(whole));
        }
      }),
      3,
      100,
    );
  });

  test("is repaired by itself when the host goes on after the error", () => {
    check(
      fc.property(twoModels, ([first, second]) => {
        const { book, before, after } = refreshed(first, second);
        for (const weather of weathers(callsOf(book, refresh(second)))) {
          if (weather.mode?.startsWith("die")) continue;
          const one = cloneBook(book);
          attempt(one, weather, refresh(second));
          expect([before, after]).toContain(picture(one));
        }
      }),
      4,
      200,
    );
  });
});

describe("Capacity vs demand of the small demo plan", () => {
  const people = (plan: DemoPlan, hours: number): DemoPlan =>
    new Map(
      [...plan].map(([name, cells]) => [name, cells.map((line) => line.map((cell) => (cell === 24 ? hours : cell)))]),
    );
  const model = (plan: DemoPlan) =>
    capacityVsDemand(given(readPlan([...plan].map(([sheet, cells]) => ({ sheet, cells }))), { weeks: FULL ? 12 : 3 }));
  const [first, second] = [model(smallDemo()), model(people(smallDemo(), 16))];
  const book = memoryBook({ People: [["Person"]] });
  attempt(book, {}, refresh(first));
  /** Read off the sheet: the rows in which its blocks begin. A chart takes 16 rows beside a table of fewer. */
  const rows = FULL ? [0, 10, 29, 39, 54, 73, 75] : [0, 10, 27, 37, 52, 71, 73];
  const corners = rows.map((row) => ({ row, column: 0 }));
  const before = picture(book);
  const after = picture(byHand(book, second, corners));

  test("is what was asked for", () => {
    const empty = cloneBook(book);
    const sheet = empty.sheets.get("Capacity vs demand")!;
    for (const map of [sheet.cells, sheet.formats, sheet.looks, sheet.links, sheet.notes, sheet.charts]) map.clear();
    sheet.rules = [];
    for (const name of empty.names.keys()) empty.names.delete(name);
    expect(before).toBe(picture(byHand(empty, first, corners)));
    expect(after).not.toBe(before);
  });

  test("ends before or after a refresh that fails anywhere", () => {
    const good = new Set([before, after]);
    if (FULL) expect(sweep(book, refresh(second), good)).toBe(0);
    for (const weather of weathers(callsOf(book, refresh(second)))) {
      const one = cloneBook(book);
      attempt(one, weather, refresh(second));
      attempt(one, {}, recover);
      counts.runs += 1;
      if (!good.has(picture(one))) counts.bad += 1;
      expect(good.has(picture(one)), JSON.stringify(weather)).toBe(true);
    }
  });
});

describe("undo", () => {
  test("takes a refresh back: cells, looks, rules and charts; and only once", () => {
    check(
      fc.property(twoModels, ([first, second]) => {
        const { book, before, after } = refreshed(first, second);
        attempt(book, {}, refresh(second));
        if (before !== after) attempt(book, {}, undo);
        expect(picture(book)).toBe(before);
        const undone = everything(book);
        if (before !== after) attempt(book, {}, undo);
        if (before !== after) expect(everything(book)).toBe(undone);
        attempt(book, {}, refresh(second));
        expect(picture(book)).toBe(after);
      }),
      80,
      5000,
    );
  });

  test("ends undone or not undone, whatever fails", () => {
    check(
      fc.property(twoModels, ([first, second]) => {
        const { book, before, after } = refreshed(first, second);
        attempt(book, {}, refresh(second));
        if (before !== after) expect(sweep(book, undo, new Set([before, after]))).toBe(0);
      }),
      1,
      50,
    );
  });

  test("of the first run is not spoilt by a second run that fails", () => {
    check(
      fc.property(twoModels, ([first, second]) => {
        const start = workbookFor(first);
        const s0 = picture(start);
        const { book, before: s1, after: s2 } = refreshed(first, second);
        if (s1 === s2) return;
        for (const weather of weathers(callsOf(book, refresh(second)))) {
          const one = cloneBook(book);
          attempt(one, weather, refresh(second));
          attempt(one, {}, recover);
          const reached = picture(one);
          expect([s1, s2]).toContain(reached);
          attempt(one, {}, undo);
          expect(picture(one)).toBe(reached === s1 ? s0 : s1);
        }
      }),
      2,
      150,
    );
  });
});

test("recovery after success does nothing", () => {
  check(
    fc.property(twoModels, fc.boolean(), ([first, second], buffered) => {
      const { book } = refreshed(first, second);
      attempt(book, { buffered }, refresh(second));
      const done = everything(book);
      expect(attempt(book, { buffered }, recover).asked.map((step) => step.do)).toEqual(["look"]);
      expect(everything(book)).toBe(done);
      attempt(book, { buffered }, undo);
      const undone = everything(book);
      attempt(book, { buffered }, recover);
      expect(everything(book)).toBe(undone);
    }),
    40,
    2000,
  );
});

test("refreshing twice is refreshing once: the second time nothing is written", () => {
  check(
    fc.property(twoModels, ([first, second]) => {
      const { book } = refreshed(first, second);
      attempt(book, {}, refresh(second));
      const once = everything(book);
      const again = attempt(book, {}, refresh(second));
      expect(everything(book)).toBe(once);
      expect(again.asked.map((step) => step.do)).toEqual(["look", "read", "stored"]);
    }),
    40,
    2000,
  );
});
