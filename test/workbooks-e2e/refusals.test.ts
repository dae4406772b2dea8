// @vitest-environment jsdom
import { beforeAll, describe, expect, test } from "vitest";
import { FUNCTIONS } from "../../core/functions/index.ts";
import { install } from "../../workbench/workbook.ts";
import { beside, teamsWorkbook } from "./opened.ts";

beforeAll(() => install(FUNCTIONS));

const ASKED = `DATE(2026,1,5), DATE(2026,1,11), "person", "week"`;
const WORKED =
  "This is a time sheet of hours worked by day, without a column for the person; it holds no capacity, allocation or leave";

/** What each says as its cell's whole message: one sentence that names the range and why it is no plan. */
const REFUSED: readonly (readonly [file: string, range: string, says: string])[] = [
  [
    "09-no-header.csv",
    "'Team file'!A1:D11",
    "The range that starts with Sofia Brandão, 61.5, 61.5 has no header row, and nothing in it says when: it cannot be told whose hours of which days these are.",
  ],
  [
    "15-not-a-plan.xlsx",
    "'Resource Plan'!A1:F5",
    "The columns are years, and no column says who works: this is a forecast by year, not a plan of people's time (in the range that starts with Cost forecast, FY26, FY27, FY28).",
  ],
  [
    "15-not-a-plan.xlsx",
    "Timesheet!A1:B7",
    "The rows are times of day and topics, as in an agenda, with no person and no hours worked (in the range that starts with Service management workshop).",
  ],
  [
    "15-not-a-plan.xlsx",
    "RACI!A1:E4",
    "The cells are letters, as in a matrix of responsibilities, with no hours and no dates (in the range that starts with Step, Manager, Lead engineer, Engineer).",
  ],
  ["10-bemanning.xlsx", "'Läs mig'!A1:C9", "The range that starts with Så här fyller du i holds prose, no table."],
  ["14-hours-as-fractions.xlsx", "Quinn!A1:D9", `${WORKED} (in the range that starts with No., 20731).`],
  [
    "04-pairs-by-month.xlsx",
    "'Nov 2025'!A1:J8",
    "Nothing says which month the amounts are for: put a title such as Nov 2025 above them, in the sheet or by VSTACK in the formula (in the range that starts with Consultant, Sum %, Pursuit, %).",
  ],
];

describe("a range that cannot be part of a plan is refused in one sentence", () => {
  test.each(REFUSED)("%s %s", (file, range, says) => {
    const sheet = beside(teamsWorkbook(file), [
      ["Person", "Weekly hours"],
      ["Sofia Brandão", 40],
    ]);
    expect(sheet.refuses(`=CAPACITY(${ASKED}, ${range})`)).toEqual({ value: "#VALUE!", message: says });
    expect(sheet.refuses(`=CAPACITY(${ASKED}, Contracts!A1:B2, ${range})`).message).toBe(says);
    const [, [where, value, wrong, hint, code] = [], next] = sheet.gives(`=PLANCHECK(Contracts!A1:B2, ${range})`, 3, 5);
    expect([where, value, `${String(wrong)}.`, hint, code]).toEqual([null, null, says, null, "HR-137"]);
    expect(next).toEqual([null, null, null, null, null]);
  });
});

test("PLANCHECK names the team's own cells", () => {
  const contracts = [
    ["Person", "Weekly hours"],
    ...["Freya Holm", "Marco Villar", "Sana Okafor"].map((one) => [one, 40]),
  ];
  const sheet = beside(teamsWorkbook("01-weeks-hours.xlsx"), contracts);
  const rows = sheet.gives("=PLANCHECK(Contracts!A1:B4, 'Team plan'!A1:L17)", 7, 5);
  expect(rows.map(([where, value, , , code]) => [where, value, code])).toEqual([
    ["Where", "Value", "Code"],
    ["Allocations row 9, column G", "8h", "HR-138"],
    ["Allocations row 9, column H", "#REF", "HR-141"],
    ["Allocations row 11, column G", "4", "HR-138"],
    ["Allocations row 13, column C", "Quay pilot?", "HR-138"],
    ["Allocations row 15, column G", "64", "HR-138"],
    [null, null, null],
  ]);
});
