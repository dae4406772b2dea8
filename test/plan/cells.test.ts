import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Cell, isBlank, widthOf } from "../../core/plan/cells.ts";
import { KINDS, type KindName } from "../../core/plan/kinds.ts";
import { newNumbering, readBySchema, readRun } from "../../core/plan/reader.ts";
import { skillsIn } from "../../core/plan/skill-list.ts";
import { workingDaysIn } from "../../core/plan/working-days.ts";

const NAMES = Object.keys(KINDS).filter((name) => name !== "raw" && name !== "unread") as KindName[];

/** Cells as planners spoil them, and good ones of every kind. */
const TYPED: readonly Cell[] = [
  ...["", " ", "\u00a0", null, true, false, 0, 1, 2, 5, 8, 24, 24.5, 40, 80, 100, 168, 169, 0.5, 0.8, 1.5, -4, 46027],
  ...[
    46027.5,
    60,
    61,
    1900,
    2026,
    2199,
    2200,
    2_958_465,
    2_958_466,
    1e9,
    1e300,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    7.6,
    12.345678,
  ],
  ...["8", "8,5", " 8 ", "8h", "7:30", "50 %", "1.234", "1 000,33", "abc", "#N/A", "Loading...", "#REF!", "03/04/2026"],
  ...[
    "2026-01-05",
    "5 Jan 2026",
    "Ana Diaz",
    "ana  diaz",
    " Ana",
    "Ａｎａ",
    "Аna",
    "Total",
    "Person",
    "__proto__",
    "x",
  ],
  ...["AWS 4; Terraform 3", "AWS 9", "Mon-Thu", "5", "MTWTF", "employee", "T&M", "won", "front", "yes", "no", "TRUE"],
  ...["constructor", "é".normalize("NFD"), "x".repeat(300), "😀", "a\nb", "\t", "-", "%", "1e3", "Level 3", "N.N."],
];
const cells = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...TYPED) },
  { weight: 1, arbitrary: fc.string({ maxLength: 12 }) },
  { weight: 1, arbitrary: fc.double() },
  { weight: 1, arbitrary: fc.integer({ min: -10, max: 60_000 }) },
);

test("the fast path reads every cell as its schema does, or leaves it to the schema", () => {
  let read = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...NAMES),
      fc.boolean(),
      fc.array(cells, { minLength: 20, maxLength: 120 }),
      (name, required, column) => {
        const numbering = newNumbering();
        const out = new Int32Array(column.length);
        const rest: number[] = [];
        // Twice, because what was read once is remembered.
        for (let again = 0; again < 2; again++) {
          rest.length = 0;
          const run = {
            cells: column.map((cell) => [cell]),
            first: 0,
            count: column.length,
            column: 0,
            required,
            out,
            start: 0,
            rest,
          };
          readRun(numbering, name, run);
          const left = new Set(rest);
          for (let i = 0; i < column.length; i++) {
            const cell = column[i]!;
            read += 1;
            if (left.has(i)) continue;
            if (isBlank(cell)) {
              if (required || out[i] !== -1) return false;
              continue;
            }
            const found = readBySchema(numbering, name, cell);
            if (!("value" in found) || found.warning || !same(name, numbering, found.value, out[i]!)) return false;
          }
          for (const i of rest) readBySchema(numbering, name, column[i]!);
        }
        return true;
      },
    ),
    { numRuns: 2000 },
  );
  expect(read).toBeGreaterThan(100_000);
});

/** Lists of skills are numbered as they come; what counts is what they say. */
function same(name: KindName, { lists }: ReturnType<typeof newNumbering>, a: number, b: number): boolean {
  return name === "skills" ? JSON.stringify(lists[a]) === JSON.stringify(lists[b]) : a === b;
}

describe("working days", () => {
  const days = (text: string) =>
    [..."MTWTFSS"].map((letter, i) => ((workingDaysIn(text) >> i) & 1 ? letter : "-")).join("");

  test.each([
    ["Mon-Thu", "MTWT---"],
    ["Monday to Friday", "MTWTF--"],
    ["Mon–Fri", "MTWTF--"],
    ["Mon, Wed, Fri", "M-W-F--"],
    ["Tue & Thu", "-T-T---"],
    ["Mon Wed", "M-W----"],
    ["Sun-Thu", "MTWT--S"],
    ["Fri-Mon", "M---FSS"],
    ["Mon-Wed, Fri", "MTW-F--"],
    ["5", "MTWTF--"],
    ["4 days", "MTWT---"],
    ["MTWTF", "MTWTF--"],
    ["MT-TF--", "MT-TF--"],
    ["Mo-Do", "MTWT---"],
    ["Di, Mi", "-TW----"],
  ])("%s", (text, picture) => expect(days(text)).toBe(picture));

  test.each(["", "0", "8", "weekends", "Mon-", "Mon-Foo", "TMWTF", "Mon-Tue-Wed"])("%s names none", (text) => {
    expect(workingDaysIn(text)).toBe(0);
  });
});

test("a list of skills has a level only where a digit stands apart", () => {
  expect(skillsIn("AWS 4; Terraform: 3, Windows 11\nSQL (2);; C++;S3;Level 5 Security;Java L3")).toEqual([
    { skill: "AWS", level: 4 },
    { skill: "Terraform", level: 3 },
    { skill: "Windows 11", level: 0 },
    { skill: "SQL", level: 2 },
    { skill: "C++", level: 0 },
    { skill: "S3", level: 0 },
    { skill: "Level 5 Security", level: 0 },
    { skill: "Java L3", level: 0 },
  ]);
});

describe("the width of a table", () => {
  test("is that of its widest row, 0 without any", () => {
    expect(widthOf([["a"], ["a", "b", null], []])).toBe(3);
    expect(widthOf([])).toBe(0);
  });

  test("is known of sheets of two hundred thousand rows, such as two years of snapshots", () => {
    expect(widthOf(Array.from({ length: 200_000 }, () => ["a", 1]))).toBe(2);
  });
});
