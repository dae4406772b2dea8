import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, describe as suite, test } from "vitest";
import { readPlan } from "../../core/plan/read-plan.ts";
import { describe, PlanError, PROBLEM_CODES } from "../../core/problems.ts";
import { planIn, sentences } from "../support/plan.ts";

/** Codes that reading a plan never raises, or only for a plan too large for a picture, or for sheets with names. */
const ELSEWHERE = [
  "HR-151",
  "HR-181",
  "HR-182",
  "HR-183",
  "HR-194",
  "HR-201",
  "HR-202",
  "HR-203",
  "HR-204",
  "HR-205",
  "HR-215",
  "HR-222",
  "HR-260",
  "HR-268",
  "HR-269",
  "HR-270",
  "HR-271",
  "HR-272",
  "HR-273",
  "HR-274",
  "HR-275",
  "HR-276",
  "HR-277",
  "HR-279",
  "HR-280",
  "HR-281",
  "HR-284",
  "HR-286",
  "HR-288",
  "HR-289",
  "HR-290",
  "HR-291",
  "HR-292",
  "HR-293",
  "HR-294",
  "HR-295",
  "HR-297",
  "HR-302",
  "HR-303",
  "HR-304",
  "HR-309",
  "HR-310",
  "HR-312",
  "HR-330",
];

/** Codes that only a file which is imported can have. */
const OF_FILES = /^HR-2(?:4\d|5[0-4]|6[1-6])$/;

const HERE = import.meta.dirname;
const folders = readdirSync(HERE).filter((name) => name.startsWith("HR-"));
const textOf = (code: string, file: string) => readFileSync(join(HERE, code, file), "utf8");

suite("each problem of a plan is said in a sentence that helps", () => {
  test.each(folders)("%s", (code) => {
    const said = sentencesOf(textOf(code, "plan.txt"));
    expect(said).toEqual(textOf(code, "expected.txt").trim().split("\n"));
    expect(said.filter((sentence) => sentence.startsWith(code))).not.toEqual([]);
    for (const sentence of said) expect(sentence).toMatch(/ Maybe .+[.?]$/);
  });
});

test("each code that reading can raise has a plan that raises it", () => {
  const codes = Object.keys(PROBLEM_CODES).filter((code) => !ELSEWHERE.includes(code) && !OF_FILES.test(code));
  for (const code of codes) expect(existsSync(join(HERE, code, "plan.txt")), code).toBe(true);
  expect(folders).toEqual(codes);
});

test("a table with more rows than the limit is not read, and says how many it has", () => {
  const cells = [["Location", "Day"], ...Array.from({ length: 200_001 }, () => ["Munich", 46027])];
  const plan = readPlan([{ cells }]);
  expect(sentences(plan)).toEqual([
    "HR-151 Holidays row 1: Holidays has 200001 rows, more than the limit of 200000; nothing was read. " +
      "Maybe split the plan into two workbooks.",
  ]);
  expect(plan.accounts).toEqual([{ table: "Holidays", read: 200_001, used: 0, excluded: 200_001, blank: 0 }]);
});

/** What reading a picture's plan says, whether it can be read or is refused as a whole. */
function sentencesOf(picture: string): readonly string[] {
  try {
    return sentences(planIn(picture));
  } catch (error) {
    if (!(error instanceof PlanError)) throw error;
    return error.problems.map((problem) => `${problem.code} ${describe(problem)}`);
  }
}

test("days of more than 24 hours are named twenty at most; a day of exactly 24 is none", () => {
  const rows = Array.from({ length: 23 }, (_, i) => [46027 + i, "Ana", "Portal"] as const);
  const book = (second: number) => [
    {
      cells: [
        ["Person", "Weekly hours"],
        ["Ana", 40],
      ],
    },
    {
      cells: [
        ["Engagement", "Kind"],
        ["Portal", "internal"],
      ],
    },
    {
      cells: [
        ["Day", "Person", "Engagement", "Hours"],
        ...rows.map((row) => [...row, 16]),
        ...rows.map((row) => [...row, second]),
      ],
    },
  ];
  const said = (second: number) => sentences(readPlan(book(second))).filter((one) => one.startsWith("HR-300"));
  expect(said(8)).toEqual([]);
  expect(said(8.5)).toHaveLength(20);
  expect(said(8.5)[19]).toContain("add up to 24.5 hours, more than a day has, and all count; 3 more such days");
});
