import { describe, expect, test } from "vitest";
import { isRefused, layoutsIn } from "../../core/layouts/index.ts";
import type { Cell } from "../../core/plan/cells.ts";
import { ANN, BOB, plan, read } from "./two-people.ts";

const BETA: readonly Cell[] = ["Ann Lee", "Beta", 1, 1, 2, 0];
/** Ann and Bob together. */
const SUMS: readonly Cell[] = [30, 30, 40, 40];

/** Ann has 100 hours, Bob 40. */
describe("a row that adds up the rows above, and names a group or nobody", () => {
  test.each([
    ["n/a", "n/a"],
    ["*", "*"],
    ["-", "-"],
    ["…", "…"],
    ["...", "..."],
    ["Whole team", "All projects"],
    ["Team Alpha", "Alpha"],
    ["Alle", "Alle Projekte"],
    ["Team", "Portfolio"],
  ])("%s, %s is left out, and said", (person, work) => {
    const { hours, told } = read(plan(ANN, BOB, [person, work, ...SUMS]));
    expect(hours).toBe(140);
    expect(told).toEqual([expect.stringMatching(/^C5 row-computed (error|warning)$/)]);
  });

  test("is left out below a blank row and above the rows, too", () => {
    expect(read(plan(ANN, BOB, [], ["Whole team", "All projects", ...SUMS])).hours).toBe(140);
    expect(read(plan(["Whole team", "All projects", ...SUMS], ANN, BOB)).hours).toBe(140);
  });

  test("is left out where all its amounts are alike", () => {
    const cid: readonly Cell[] = ["Cid Oh", "Beta", 5, 5, 5, 5];
    expect(read(plan(BOB, cid, ["Whole team", "All projects", 15, 15, 15, 15])).hours).toBe(60);
    expect(read(plan(BOB, cid, ["n/a", "n/a", 15, 15, 15, 15])).hours).toBe(60);
  });

  test("of one person below that person's rows is left out, names in every row or once", () => {
    const all: readonly Cell[] = ["Ann Lee", "All", 21, 21, 32, 30];
    expect(read(plan(ANN, BETA, all, BOB))).toEqual({ hours: 144, told: ["C5 row-computed error"] });
    expect(read(plan(ANN, [null, ...BETA.slice(1)], all, BOB)).hours).toBe(144);
    expect(read(plan(ANN, BETA, ["Ann Lee", "All projects", 21, 21, 32, 30], BOB)).hours).toBe(144);
    expect(read(plan(ANN, BETA, ["Ann Lee", "n/a", 21, 21, 32, 30], BOB)).hours).toBe(144);
  });

  test("of a team, after the total of another, adds up its own rows", () => {
    const cid: readonly Cell[] = ["Cid Oh", "Beta", 5, 6, 7, 8];
    const dee: readonly Cell[] = ["Dee Ek", "Beta", 1, 1, 1, 1];
    // 140 + 26 + 4.
    const rows = [ANN, BOB, ["Team Red", "-", ...SUMS], cid, dee, ["Team Blue", "-", 6, 7, 8, 9]];
    expect(read(plan(...rows))).toEqual({ hours: 170, told: ["C5 row-computed error", "C8 row-computed error"] });
  });

  test.each(["All", "Alle", "Toutes", "Vše", "Alle Projekte", "All projects"])(
    "%s as somebody's work that adds up nothing counts, and is asked about",
    (work) => {
      // 140 + 1 + 2 + 3 + 4.
      const { hours, told } = read(plan(ANN, BOB, ["Ann Lee", work, 1, 2, 3, 4]));
      expect(hours).toBe(150);
      expect(told).toEqual(["C5 row-computed warning"]);
    },
  );

  test("counts, without a word, where work only begins like that", () => {
    expect(read(plan(ANN, BOB, ["Ann Lee", "All-hands meetings", 1, 2, 3, 4]))).toEqual({ hours: 150, told: [] });
  });

  test("counts where it adds up nothing", () => {
    expect(read(plan(ANN, BOB, ["Team Alpha", "Alpha", 30, 30, 40, 41]))).toEqual({ hours: 281, told: [] });
    expect(read(plan(ANN, BOB, ["n/a", "Alpha", 1, 2, 3, 4]))).toEqual({ hours: 150, told: ["A5 unstaffed warning"] });
  });
});

describe("a row of somebody that adds up others by accident", () => {
  test("counts, and is said with its cell", () => {
    expect(read(plan(ANN, BOB, ["Cid Oh", "Gamma", ...SUMS]))).toEqual({
      hours: 280,
      told: ["C5 row-computed warning"],
    });
    expect(read(plan(ANN, BETA, BOB, ["Ann Lee", "Gamma", 21, 21, 32, 30])).told).toEqual(["C6 row-computed warning"]);
  });

  test("says how to have it counted or left out", () => {
    const found = layoutsIn(plan(ANN, BOB, ["Cid Oh", "Gamma", ...SUMS]));
    if (found === null || isRefused(found)) throw new Error("not read");
    expect(found.flatMap(({ problems }) => problems.map(({ why, hint }) => `${why}. ${hint}`))).toEqual([
      "adds up other rows and stands beside a name, and is counted. Maybe it is a total: then call it Total.",
    ]);
  });

  test("is not even said where it is no wonder: amounts all alike", () => {
    const cid: readonly Cell[] = ["Cid Oh", "Beta", 10, 10, 10, 10];
    expect(read(plan(BOB, cid, ["Dee Ek", "Gamma", 20, 20, 20, 20])).told).toEqual([]);
  });
});
