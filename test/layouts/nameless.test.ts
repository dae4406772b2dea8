import { describe, expect, test } from "vitest";
import type { Cell, CellRange } from "../../core/plan/cells.ts";
import { readPlan } from "../../core/plan/read-plan.ts";
import { ANN, BOB, plan, read, WEEKS } from "./two-people.ts";

/** Ann has 100 hours, Bob 40. */
describe("amounts beside which no name stands", () => {
  test.each<[string, CellRange]>([
    ["a total without a label", plan(ANN, BOB, [null, null, 30, 30, 40, 40])],
    ["one below a blank row", plan(ANN, BOB, [], [null, null, 30, 30, 40, 40])],
    ["one that is shown rounded", plan(ANN, BOB, [null, null, 30.004, 30, 40, 40])],
    ["one above the rows", plan([null, null, 30, 30, 40, 40], ANN, BOB)],
    ["an average", plan(ANN, BOB, [null, null, 15, 15, 20, 20])],
    ["what is left of 80 hours", plan(ANN, BOB, [null, null, 50, 50, 40, 40])],
    ["a total with a remark behind it", plan(ANN, BOB, [null, null, 30, 30, 40, 40, "as agreed"])],
  ])("%s is left out, and said", (_, range) => {
    const { hours, told } = read(range);
    expect(hours).toBe(140);
    expect(told).toEqual([expect.stringMatching(/^C\d row-computed warning$/)]);
  });

  test("subtotals without a label are left out, each person's and the grand total's", () => {
    const beta: readonly Cell[] = [null, "Beta", 5, 5, 5, 5];
    const rows = [
      ANN,
      beta,
      [null, null, 25, 25, 35, 35],
      BOB,
      [null, null, 10, 10, 10, 10],
      [null, null, 35, 35, 45, 45],
    ];
    expect(read(plan(...rows))).toEqual({
      hours: 160,
      told: ["C5 row-computed warning", "C7 row-computed warning", "C8 row-computed warning"],
    });
  });

  test("formulas count no total twice", () => {
    const people: CellRange = [
      ["Person", "Weekly hours"],
      ["Ann Lee", 40],
      ["Bob Ray", 40],
    ];
    const { allocations } = readPlan([{ cells: people }, { cells: plan(ANN, BOB, [null, null, 30, 30, 40, 40]) }]);
    // 140 hours in minutes.
    expect(allocations.amount.slice(0, allocations.length).reduce((sum, one) => sum + one, 0)).toBe(8400);
  });

  test("amounts that add up nothing are held with their cell, and not given to the name above", () => {
    expect(read(plan(ANN, BOB, [null, null, 30, 31, 40, 40]))).toEqual({ hours: 140, told: ["C5 row-nameless error"] });
  });

  test("shares, per cents and contracts have totals without a label, too", () => {
    const shares: CellRange = [
      ["%"],
      ["Person", "Project", ...WEEKS],
      ["Ann Lee", "Alpha", "50%", "50%", "20%", "20%"],
      ["Bob Ray", "Alpha", "40%", "40%", "40%", "40%"],
      [null, null, "90%", "90%", "60%", "60%"],
    ];
    const capacity: CellRange = [
      ["Capacity in hours"],
      ["Person", ...WEEKS],
      ["Ann Lee", 20, 20, 30, 30],
      [null, 20, 20, 30, 30],
    ];
    expect(read(shares).told).toEqual(["C5 row-computed warning"]);
    expect(read(capacity).told).toEqual(["B4 row-computed warning"]);
  });

  test("a list of bookings ends in a total without a label", () => {
    const list: CellRange = [
      ["Person", "Project", "From", "To", "Hours"],
      ["Ann Lee", "Alpha", WEEKS[0]!, WEEKS[3]!, 20],
      ["Bob Ray", "Beta", WEEKS[0]!, WEEKS[1]!, 16],
      [null, null, null, null, 36],
    ];
    expect(read(list)).toEqual({ hours: 36, told: ["E4 row-computed warning"] });
  });
});

describe("words of figures beside which no name stands", () => {
  test.each(["Σ", "Ø", "Average", "Balance", "Saldo", "Reste", "Diff", "Bench", "Checksum", "Max", "% utilised"])(
    "%s is no work",
    (word) => {
      const { hours, told } = read(plan(ANN, BOB, [null, word, 1, 2, 3, 4]));
      expect(hours).toBe(140);
      expect(told).toEqual(["C5 row-computed error"]);
    },
  );
  test.each([
    ["en", "Subtotal"],
    ["de", "Zwischensumme"],
    ["fr", "Sous-total"],
    ["sv", "Delsumma"],
    ["da", "Delsum"],
    ["cs", "Mezisoučet"],
    ["es", "Total general"],
  ])("totals have their word in %s", (_, word) => {
    expect(read(plan(ANN, BOB, [null, word, 30, 30, 40, 40]))).toEqual({ hours: 140, told: [] });
    expect(read(plan(ANN, BOB, [word, null, 30, 30, 40, 40]))).toEqual({ hours: 140, told: [] });
  });
  test("a word that nobody knows is no work where its amounts add up other rows", () => {
    expect(read(plan(ANN, BOB, [null, "Yhteensä", 30, 30, 40, 40]))).toEqual({
      hours: 140,
      told: ["C5 row-computed error"],
    });
  });
  test("Delta beside Alpha is work, and said to be in doubt; where it adds up other rows it is none", () => {
    const cid: readonly Cell[] = ["Cid Oh", "Beta", 1, 1, 1, 1];
    expect(read(plan(ANN, BOB, cid, [null, "Delta", 0, 1, 0, 1]))).toEqual({
      hours: 146,
      told: ["D6 row-computed warning"],
    });
    expect(read(plan(ANN, BOB, [null, "Delta", 30, 30, 40, 40]))).toEqual({
      hours: 140,
      told: ["C5 row-computed warning"],
    });
  });
  test("figures in the place of a person are nobody", () => {
    expect(read(plan(ANN, BOB, ["Average", null, 15, 15, 20, 20]))).toEqual({ hours: 140, told: [] });
  });
});

describe("work of the name above", () => {
  test.each<[string, number, CellRange]>([
    ["a second project", 160, plan(ANN, [null, "Beta", 5, 5, 5, 5], BOB)],
    [
      "a project that fills the week",
      240,
      plan(ANN, [null, "Beta", 20, 20, 10, 10], BOB, [null, "Beta", 5, 5, 15, 15]),
    ],
    ["the same amounts as the row above", 240, plan(ANN, [null, "Beta", 20, 20, 30, 30], BOB)],
    [
      "a bench that somebody else is booked on",
      148,
      plan(ANN, BOB, [null, "Bench", 1, 1, 1, 1], ["Cid Oh", "Bench", 1, 1, 1, 1]),
    ],
  ])("%s is read, and nothing is said", (_, hours, range) => {
    expect(read(range)).toEqual({ hours, told: [] });
  });
  test("a phase beside which neither person nor work stands again", () => {
    const range: CellRange = [
      ["Hours"],
      ["Person", "Project", "Phase", ...WEEKS],
      ["Ann Lee", "Alpha", "Design", 20, 20, 30, 30],
      [null, null, "Build", 5, 5, 5, 6],
      [null, null, "Total", 25, 25, 35, 36],
    ];
    expect(read(range)).toEqual({ hours: 121, told: [] });
  });
  test("amounts that are all alike and add up other rows are read, and said to be in doubt", () => {
    const rows: CellRange = [
      ["Ann Lee", "Alpha", 8, 8, 8, 8],
      [null, "Beta", 8, 8, 8, 8],
      [null, "Gamma", 16, 16, 16, 16],
    ];
    expect(read(plan(...rows))).toEqual({ hours: 128, told: ["C5 row-computed warning"] });
  });
});

describe("work that stands in a row above its people", () => {
  const byWork = (...rows: CellRange): CellRange => [["Hours"], ["Project", "Person", ...WEEKS], ...rows];
  test("with their sum beside it, which is left out", () => {
    const range = byWork(
      ["Alpha", null, 30, 30, 40, 40],
      [null, "Ann Lee", 20, 20, 30, 30],
      [null, "Bob Ray", 10, 10, 10, 10],
      ["Beta", null, 5, 5, 5, 5],
      [null, "Ann Lee", 5, 5, 5, 5],
    );
    expect(read(range)).toEqual({ hours: 160, told: ["C3 row-computed warning", "C6 row-computed warning"] });
  });
  test("alone in its row", () => {
    const range = byWork(["Alpha"], [null, "Ann Lee", 20, 20, 30, 30], ["Beta"], [null, "Ann Lee", 5, 5, 5, 5]);
    expect(read(range)).toEqual({ hours: 120, told: [] });
  });
});
