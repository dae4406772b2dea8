import { describe, expect, test } from "vitest";
import { cellsIn, imported, minutesIn, rowsSaid, sample, sampleText } from "./read.ts";

const BY_ID = new Map([
  ["runn person 201", "Ana Silva"],
  ["runn person 202", "Ben Okoye"],
  ["runn project 301", "Alder"],
  ["float person 101", "Ana Silva"],
  ["float project 501", "Alder"],
]);
const withRow = (name: string, row: string, answers = {}) =>
  imported(`${sampleText(name).trimEnd()}\n${row}`, answers, { byId: BY_ID });

describe("a total inside a list of a known tool is left out, and said", () => {
  const CASES: readonly (readonly [file: string, row: string])[] = [
    ["runn_people.csv", "Total,,,,,,450.5,,"],
    ["runn_people.csv", "Total,7,,,,,,,"],
    ["runn_people_api.csv", ",Total,,,,,,,,"],
    ["float_people.csv", "Total,Total,,,,,,,,,,,,,,,,"],
    ["float_people.csv", ",Summe,,,,,,,,,,,,,,,,"],
    ["float_projects.csv", ",Total,,,,,,,,,50000,,,"],
    ["runn_projects_api.csv", ",Total: 3 projects,,,,,,,,"],
    ["runn_timeoff_api.csv", "Total,,2026-03-01,2026-03-31,,240,"],
    ["float_timeoffs.csv", ",,Total,,2026-03-01,2026-03-31,,20,,,,,"],
    ["servicenow_incidents.csv", "Total,2026-03-31 00:00:00,,,,,,,,,9000"],
    ["jira_cloud.csv", "Total"],
  ];
  test.each(CASES)("%s: %s", (file, row) => {
    const before = withRow(file, "");
    const after = withRow(file, row);
    expect(after.lines.map(({ cells }) => [...cells])).toEqual(before.lines.map(({ cells }) => [...cells]));
    expect(after.counts).toEqual({ ...before.counts, skipped: before.counts.skipped + 1 });
    expect(rowsSaid(after, "HR-245", "is a row of totals")).toEqual([after.file.rows.at(-1)!.row]);
  });

  test("a project, an issue or somebody with a number of their own may be called so", () => {
    const project = withRow("float_projects.csv", "507,Total,93,,,1,0,2,0,,,,,");
    expect(cellsIn(project, "Engagements", ["engagement"]).at(-1)).toEqual(["Total"]);
    const person = imported("First Name,Last Name,Email,Cost to Business (per hour)\nKim,Sum,kim@example.com,1");
    expect(cellsIn(person, "People", ["person"])).toEqual([["Kim Sum"]]);
  });
});

describe("a total among bookings of a known tool", () => {
  const ASSIGNMENTS = sample("runn_assignments.csv");

  test("without days is left out and compared with the rows", () => {
    // 6 + 3 + 8 + 4 + 4 + 0 + 8 + 8 + 8 + 2 hours a day, and what the held row has: as the file itself adds up.
    const minutes = sampleText("runn_assignments.csv")
      .trim()
      .split("\n")
      .slice(1)
      .reduce((sum, line) => sum + Number(line.split(",")[8]), 0);
    const agrees = withRow("runn_assignments.csv", `Total,,,,,,,,${minutes},,,,`);
    expect(rowsSaid(agrees, "HR-251", `is a total of ${minutes / 60} h and left out`)).toEqual([13]);
    const differs = withRow("runn_assignments.csv", "Total,,,,,,,,15600,,,,");
    expect(rowsSaid(differs, "HR-252", `the other rows add up to ${minutes / 60} h`)).toEqual([13]);
    for (const one of [agrees, differs]) {
      expect([minutesIn(one), one.open]).toEqual([minutesIn(ASSIGNMENTS), []]);
      expect(one.counts).toEqual({ ...ASSIGNMENTS.counts, skipped: 1 });
    }
  });

  test("with days is left out where it agrees, and asked about where it does not", () => {
    const part = "Ana Silva,ana.silva@example.com,Total,,,,2026-03-02,2026-03-13,540,,,,";
    const agrees = withRow("runn_assignments.csv", part);
    expect([minutesIn(agrees), rowsSaid(agrees, "HR-251", "is a total of 9 h")]).toEqual([
      minutesIn(ASSIGNMENTS),
      [13],
    ]);
    const other = "Total,,,,,,2026-03-02,2026-03-31,480,,,,";
    expect(withRow("runn_assignments.csv", other).open).toEqual(["totals"]);
    expect(minutesIn(withRow("runn_assignments.csv", other, { totals: "out" }))).toBe(minutesIn(ASSIGNMENTS));
  });

  test("of a resource plan is left out, too", () => {
    const plans = sample("servicenow_resource_plan.csv");
    const none = withRow("servicenow_resource_plan.csv", "Total,,,,,,,,,1410,,,,,,,,");
    expect([minutesIn(none), rowsSaid(none, "HR-251", "is a total of 1410 h")]).toEqual([minutesIn(plans), [11]]);
    const part = withRow(
      "servicenow_resource_plan.csv",
      ",User,,Ana Silva,,,,Hours,,60,Total,Total,2026-03-02,2026-03-13,Even,Allocated,false,",
    );
    expect([minutesIn(part), rowsSaid(part, "HR-251", "is a total of 60 h")]).toEqual([minutesIn(plans), [11]]);
  });

  test("of shares of time, and of one engagement", () => {
    const booked = (unit: string, ...rows: readonly string[]) =>
      imported([`Person,Project,Start,End,${unit}`, ...rows].join("\n"));
    const week = "2026-01-05,2026-01-09";
    const shares = booked("Allocation %", `Ana,Alpha,${week},50%`, `Bob,Alpha,${week},50%`, `Total,,${week},100%`);
    expect(cellsIn(shares, "Allocations", ["person"])).toEqual([["Ana"], ["Bob"]]);
    const hours = booked("Hours per day", `Ana,Alpha,${week},4`, `Bob,Alpha,${week},4`, `,Total Alpha,${week},8`);
    expect(hours.counts).toEqual({ used: 2, held: 0, skipped: 1 });
    expect(rowsSaid(hours, "HR-251", "is a total of Alpha")).toEqual([4]);
  });
});

test("what stands for nobody is no total where its hours are not: a client may be called -", () => {
  const result = imported(
    "Date,User,Client,Project,Hours\n2026-01-05,Ana,-,A,8\n2026-01-06,Ana,C,B,4\n2026-01-07,Ana,-,B,3",
  );
  expect([result.open, minutesIn(result)]).toEqual([[], 900]);
});
