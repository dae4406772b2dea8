import { describe, expect, test } from "vitest";
import { smallDemo } from "../../core/demo/small.ts";
import { run } from "../../core/host.ts";
import { ask, type ReplyOf } from "../../core/questions/index.ts";
import { areaOf } from "../../core/sheets/a1.ts";
import type { Written } from "../../core/sheets/ops.ts";
import { at, type MemoryBook, memoryBook, memoryHost, put } from "../support/memory-host.ts";

const asked = (book: MemoryBook, name: string, form: unknown) => run(ask(name, form), memoryHost(book).host);

/** The small demo with some sheets made. */
function made(sheets = "Capacity vs demand; Skill gaps"): MemoryBook {
  const book = memoryBook(Object.fromEntries(smallDemo()));
  asked(book, "makeSheets", { sheets });
  return book;
}

/** What the panel says when a cell is selected. */
function selected(book: MemoryBook, sheet: string, a1: string): ReplyOf<"explainSelected"> {
  book.selected = { sheet, at: areaOf(a1)! };
  return asked(book, "explainSelected", {}) as ReplyOf<"explainSelected">;
}

/** The cell in which a text or number stands. */
function cellOf(
  book: MemoryBook,
  sheet: string,
  is: (cell: Written) => boolean,
): readonly [row: number, column: number] {
  const [key] = [...book.sheets.get(sheet)!.cells].find(([, cell]) => is(cell))!;
  const [row = 0, column = 0] = key.split(",").map(Number);
  return [row, column];
}

const SHEET = "Capacity vs demand";
const GAPS = "Skill gaps";
const name = (row: number, column: number) => `${String.fromCharCode(65 + column)}${row + 1}`;
const figures = ({ explained }: ReplyOf<"explainSelected">) => explained && [explained.title, explained.figure];

describe("a figure that is selected", () => {
  const book = made();
  const [week] = cellOf(book, SHEET, (cell) => cell === 46027);
  const [gaps] = cellOf(book, GAPS, (cell) => cell === "AWS");
  const [group] = cellOf(book, GAPS, (cell) => typeof cell === "string" && cell.startsWith("Week of 26 Jan"));

  test("is explained by the rows that make it up, and where they stand", () => {
    const reply = selected(book, SHEET, name(week, 5));
    expect(reply).toMatchObject({ where: `${SHEET}!F${week + 1}`, says: "", isOld: false });
    expect(figures(reply)).toEqual(["Capacity, week of 5 Jan 2026", "408 h"]);
    // Ten people of 40 hours and one of 24; Vikram is away for two days.
    const [contracts, leave, ...others] = reply.explained!.sums[0]!.parts;
    expect([contracts!.label, contracts!.amount, contracts!.parts.length]).toEqual(["Contract hours", "424 h", 11]);
    expect(leave).toEqual({
      label: "Leave",
      amount: "−16 h",
      goTo: null,
      parts: [{ label: "Vikram Joshi, 8 to 9 Jan", amount: "−16 h", goTo: { sheet: "Leave", a1: "A2" }, parts: [] }],
    });
    expect(others).toEqual([]);
    expect(reply.explained!.notes).toContain("Not in these days, by the dates in People: New Windows engineer.");
  });

  /** 26 January: Maya and Ben have 20 hours each; AWS asks for 30, Kubernetes and Security for 10 each. */
  test("of a skill gap comes with its proof and the rows on both sides", () => {
    const { explained } = selected(book, GAPS, name(group, 1));
    expect(explained!.sums[0]!.parts.map(({ label, amount }) => [label, amount])).toEqual([
      ["Open work", "50 h"],
      ["Free hours of everyone who can", "−40 h"],
    ]);
    expect(explained!.sums[0]!.parts[1]!.parts).toEqual([
      { label: "Maya Ellison", amount: "−20 h", goTo: { sheet: "People", a1: "A2" }, parts: [] },
      { label: "Ben Carver", amount: "−20 h", goTo: { sheet: "People", a1: "A3" }, parts: [] },
    ]);
    expect(explained!.proofs).toEqual([
      "Week of 26 Jan 2026: AWS 3+, Kubernetes 3+ and Security 3+ with CISSP ask for 50 h; only Maya Ellison and Ben Carver can do any of it, with 40 h free: 10 h short, however work is shared out.",
    ]);
  });

  test("of one skill's gap is the bottleneck less the fair shares of the others", () => {
    const reply = selected(book, GAPS, name(gaps, 4));
    expect(figures(reply)).toEqual(["Skill gap of AWS, week of 26 Jan 2026", "6 h"]);
    const [whole, others] = reply.explained!.sums[0]!.parts;
    expect([whole!.amount, others!.amount]).toEqual(["10 h", "−4 h"]);
    expect(others!.parts.map(({ label, amount }) => `${label} ${amount}`)).toEqual([
      "Kubernetes 3+ −2 h",
      "Security 3+ with CISSP −2 h",
    ]);
  });

  test("that is a total is the sum of its rows, each a cell to go to", () => {
    const { explained } = selected(book, SHEET, name(week + 12, 5));
    expect(explained!.sums[0]!.parts).toHaveLength(12);
    expect(explained!.sums[0]!.parts.find(({ label }) => label === "5 Jan 2026")).toEqual({
      label: "5 Jan 2026",
      amount: "408 h",
      goTo: { sheet: SHEET, a1: `F${week + 1}` },
      parts: [],
    });
  });
});

describe("a sheet that is not as it was written", () => {
  test("out of date: the plan as it is is explained, and what the sheet shows is said", () => {
    const book = made();
    const [week] = cellOf(book, SHEET, (cell) => cell === 46027);
    put(book, "Leave", 1, 0, "Asha Patil");
    put(book, "Leave", 1, 2, 46030); // one day instead of two
    const reply = selected(book, SHEET, name(week, 5));
    expect(reply.isOld).toBe(true);
    expect(reply.says).toBe(
      "The plan changed since this sheet was refreshed: the cell shows 408 h. The plan as it is now is explained.",
    );
    expect(reply.explained!.figure).toBe("416 h");
  });

  test("changed by hand: what Headroom wrote is explained", () => {
    const book = made();
    const [week] = cellOf(book, SHEET, (cell) => cell === 46027);
    put(book, SHEET, week, 5, 500);
    const reply = selected(book, SHEET, name(week, 5));
    expect(reply.says).toBe("This cell was changed by hand: it shows 500 h. What Headroom wrote is explained.");
    expect(reply.explained!.figure).toBe("408 h");
  });

  test("sorted by somebody: each row is still the one that its first cell names", () => {
    const book = made();
    const [week] = cellOf(book, SHEET, (cell) => cell === 46027);
    for (let column = 0; column < 10; column++) {
      const [first, second] = [at(book, SHEET, week, column), at(book, SHEET, week + 1, column)];
      put(book, SHEET, week, column, second);
      put(book, SHEET, week + 1, column, first);
    }
    const reply = selected(book, SHEET, name(week + 1, 5));
    expect([reply.isOld, ...figures(reply)!]).toEqual([false, "Capacity, week of 5 Jan 2026", "408 h"]);
  });

  test("with a row of somebody's own inside: nobody knows what it is", () => {
    const book = made();
    const [gaps] = cellOf(book, GAPS, (cell) => cell === "AWS");
    put(book, GAPS, gaps, 0, "My own skill");
    const reply = selected(book, GAPS, name(gaps, 4));
    expect([reply.explained, reply.says]).toEqual([
      null,
      "This row or column was changed by hand, so that it is not clear what it is. Maybe refresh the sheet.",
    ]);
  });
});

describe("a cell without a figure of ours gets a helpful sentence", () => {
  const book = made();
  const [week] = cellOf(book, SHEET, (cell) => cell === 46027);
  put(book, SHEET, 0, 20, "my note");
  put(book, SHEET, 1, 20, { formula: "=SUM(A1:A2)" });
  const says = (sheet: string, a1: string) => selected(book, sheet, a1).says;

  test.each([
    ["a heading", SHEET, name(week - 1, 5), "The column Capacity. Contract hours less public holidays and leave."],
    ["a title", SHEET, name(week - 2, 0), "The table By week, hours. Select a figure in it to see what it is made of."],
    [
      "a day",
      SHEET,
      name(week, 0),
      "This cell holds words or a day, not a figure. Select a figure of its row to see what it is made of.",
    ],
    ["a sentence of the sheet", SHEET, "A2", /^This line is words that sum the sheet up/],
    [
      "a note of the planner's",
      SHEET,
      "U1",
      "This cell is yours: Headroom did not write it. Maybe click a figure in one of the tables.",
    ],
    ["a formula of the team's", SHEET, "U2", /^This is a formula of your own/],
    ["a cell of the plan", "People", "A2", /^This is a cell of the plan, in People: it was typed, not computed/],
    ["an empty cell", "People", "Z90", "The selected cell is empty. Maybe click a figure on a generated sheet."],
  ])("%s", (_, sheet, a1, words) => {
    expect(says(sheet, a1)).toEqual(typeof words === "string" ? words : expect.stringMatching(words));
  });

  test("nothing selected", () => {
    const nothing = made();
    const reply = asked(nothing, "explainSelected", {});
    expect(reply).toMatchObject({ where: "", explained: null, says: expect.stringContaining("No cell is selected.") });
  });
});

describe("a sign, words in place of a figure, and an empty cell say why they stand there", () => {
  const book = made("Delivery metrics; Utilization and overload; Snapshot history");
  const says = (sheet: string, is: (cell: Written) => boolean, right = 0) => {
    const [row, column] = cellOf(book, sheet, is);
    const { says: alone, explained } = selected(book, sheet, name(row, column + right));
    return explained === null ? alone : explained.rule;
  };

  test("a light, by its limits", () => {
    expect(says("Delivery metrics", (cell) => cell === "▲ watch")).toMatch(
      /^This cell says ▲ watch\. ✓ .*Settings: .*▲ /,
    );
  });

  test("an empty month, by what it would need", () => {
    const [row, column] = cellOf(book, "Delivery metrics", (cell) => cell === "Forecast error");
    const empty = [1, 2, 3, 4].find(
      (down) => !book.sheets.get("Delivery metrics")!.cells.get(`${row + down},${column}`),
    );
    expect(selected(book, "Delivery metrics", name(row + empty!, column)).says).toBe(
      "This cell is empty. Forecast error: WAPE of forecasts made four weeks before: what was off ÷ what was worked. Empty until hours are logged in weeks that a snapshot foresaw four weeks before.",
    );
  });

  test("a week without hours to work", () => {
    expect(says("Utilization and overload", (cell) => cell === "off")).toMatch(
      /^This cell says off\. ▲ no hours: work in a week without any capacity\. off: neither work nor capacity\. All hours as a share/,
    );
  });

  test("a name stays a name", () => {
    expect(says("Utilization and overload", (cell) => cell === "Wei Ling Tan")).toBe(
      "This cell holds words or a day, not a figure. Select a figure of its row to see what it is made of.",
    );
  });
});
