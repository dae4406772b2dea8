import { describe, expect, test } from "vitest";
import { type Change, commit, recover, undo } from "../../../core/journal/index.ts";
import { formula, type SheetModel, sameRow } from "../../../core/sheets/model.ts";
import { typeIn } from "./addon.ts";
import { FAULTS, type Fault } from "./fake/gate.ts";
import { type BookState, newBook, sheetOf } from "./fake/state.ts";
import { hosted } from "./hosted.ts";
import { snapshot } from "./snapshot.ts";

/** A sheet with everything a generated sheet may have; another `hours`, another sheet. */
const model = (hours: number, rows: number): SheetModel => ({
  name: "Out",
  freeze: { rows: 1, columns: 0 },
  blocks: [
    {
      kind: "note",
      key: "about",
      lines: [{ text: "=not a formula", look: "title", goTo: { sheet: "Plan", a1: "A1" } }],
    },
    {
      kind: "grid",
      key: "weeks",
      title: "By week",
      fingerprint: `f${hours}`,
      columns: [
        { key: "week", heading: "Week", shows: "date", note: "Monday" },
        { key: "hours", heading: "Hours", shows: "hours", total: true },
        { key: "twice", heading: "Twice", shows: "hours" },
      ],
      rows: Array.from({ length: rows }, (_, i) => [
        46027 + 7 * i,
        hours + i,
        formula`${sameRow("hours")}+${sameRow("hours")}`,
      ]),
      rules: [{ columns: ["hours"], when: { is: "above", value: 41 }, look: "short" }],
      charts: [
        {
          key: "chart",
          kind: "stacked columns with line",
          title: "Hours",
          about: "Hours of each week.",
          categories: "week",
          series: ["hours", "twice"],
        },
      ],
    },
  ],
});
const change = (hours: number, rows: number): Change => ({
  title: "Refresh Out",
  sheets: [model(hours, rows)],
  edits: [{ sheet: "Plan", at: { row: 1, column: 1, rows: 1, columns: 1 }, cells: [[hours]] }],
});

/** What a planner can see. */
const seen = (book: BookState): string => {
  const { sheets, names } = snapshot(book);
  const visible = sheets.filter(({ visible: shown }) => shown);
  const named = [...names].filter(([, place]) => visible.some(({ name }) => place.startsWith(`${name}!`)));
  return JSON.stringify([visible, named.sort()], (_, value: unknown) =>
    value instanceof Map ? [...value].sort() : value,
  );
};

function planned(): BookState {
  const book = newBook();
  typeIn(book, "Plan", [
    ["Person", "Hours"],
    ["Ana", 8],
  ]);
  return book;
}
function made(): BookState {
  const { book, work } = hosted(planned());
  work(commit(change(40, 2)));
  sheetOf(book, "Out").cells.set("2,9", { value: "beside" });
  return book;
}

const SITUATIONS = [
  { name: "the first time", start: planned, act: () => commit(change(40, 2)) },
  { name: "a refresh that grows", start: made, act: () => commit(change(41, 4)) },
  { name: "undo", start: made, act: () => undo() },
];

describe.each(SITUATIONS)("$name, broken at each change of the spreadsheet in turn", ({ start, act }) => {
  const before = start();
  const whole = hosted(structuredClone(before));
  whole.work<unknown>(act());
  const changes = whole.fake.gate.changes;
  const [was, is] = [seen(before), seen(whole.book)];

  test.each(FAULTS)("%s: all of it stands there afterwards or nothing", (fault: Fault) => {
    const outcomes = new Set<string>();
    for (let failAt = 1; failAt <= changes; failAt++) {
      const { fake, work, book } = hosted(structuredClone(before));
      let kept = structuredClone(book);
      const flushed = () => {
        kept = structuredClone(book);
      };
      Object.assign(fake.gate, { fault, failAt, flushed });
      try {
        work<unknown>(act());
      } catch {
        // The planner sees the error; the next thing they do repairs.
      }
      const left = fake.gate.dead && fault.endsWith("lost") ? { ...kept, properties: book.properties } : book;
      hosted(left).work(recover());
      const now = seen(left);
      outcomes.add(now === was ? "before" : now === is ? "after" : `half at ${fake.gate.log[failAt - 1]} (${failAt})`);
    }
    expect([...outcomes].filter((one) => one.startsWith("half"))).toEqual([]);
    expect(outcomes).toContain("after");
    expect(changes).toBeGreaterThan(20);
  });
});
