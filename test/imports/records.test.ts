import { describe, expect, test } from "vitest";
import { fileOfText } from "../../core/imports/file.ts";
import { readExport } from "../../core/imports/read.ts";
import { cellsIn, imported, minutesIn, NOBODY, rowsSaid } from "./read.ts";

const hours = (...rows: readonly string[]) => imported(["Date,User,Project,Hours", ...rows].join("\n"));
const daysOf = (dates: readonly string[], answers = {}) => {
  const rows = dates.map((date) => `${date},Ana,A,8`);
  const result = imported(["Date,User,Project,Hours", ...rows].join("\n"), answers);
  return { result, days: result.lines.map(({ day }) => day) };
};

describe("years of two digits", () => {
  test("stand first where they can stand nowhere else, which is said", () => {
    for (const mark of ["/", "-", "."]) {
      const { result, days } = daysOf(["26/01/05", "26/01/30"].map((date) => date.replaceAll("/", mark)));
      expect(days, mark).toEqual([46_027, 46_052]);
      expect(
        result.problems.map(({ why }) => why),
        mark,
      ).toContain("The file has dates with the year first, in two digits: 26/01/05 is 5 January 2026");
    }
  });

  test("are asked about where both can be meant, the likelier first", () => {
    const dates = ["25/01/26", "25/01/27"];
    const { result } = daysOf(dates);
    expect(result.open).toEqual(["dates"]);
    expect(result.questions[0]?.options.map(({ value }) => value)).toEqual(["yymd", "dmy"]);
    expect(daysOf(dates, { dates: "yymd" }).days).toEqual([45_683, 45_684]);
    expect(daysOf(dates, { dates: "dmy" }).days).toEqual([46_047, 46_412]);
  });

  test("stand last in files of several weeks, and behind dots", () => {
    expect(daysOf(["05/01/26", "26/01/26"]).result.open).toEqual([]);
    expect(daysOf(["13/01/26", "30/01/26"]).days).toEqual([46_035, 46_052]);
    expect(daysOf(["28.01.26"]).days).toEqual([46_050]);
  });
});

describe("days that no plan reaches", () => {
  test("hold their rows back, in every list with days", () => {
    const result = hours("1900-01-05,Ana,A,8", "2126-01-06,Ana,A,8", "2026-01-06,Ana,A,8");
    expect(result.counts).toEqual({ used: 1, held: 2, skipped: 0 });
    expect(rowsSaid(result, "HR-244", "in the year 1900")).toEqual([2]);
    expect(rowsSaid(result, "HR-244", "in the year 2126")).toEqual([3]);
    const week = (day: string) => imported(`Person,Project,Start,End,Hours per day\nAna,A,${day},${day},8`).counts.held;
    expect(["2126-01-05", "9999-12-31", "2026-01-05"].map(week)).toEqual([1, 1, 0]);
    const leave = imported("Name,Leave type,Start date,End date\nAna,Vacation,2026-01-05,2126-01-06");
    expect(leave.counts.held).toBe(1);
    expect(imported("Person,Project,Month,FTE\nAna,A,2126-01,1").counts.held).toBe(1);
  });

  test("are said of contracts, where an end in 9999 means none", () => {
    const people = imported(
      "Name,Role,Start date,End date\nAna Silva,Dev,1985-01-01,9999-12-31\nCy Tan,Dev,1900-01-01,",
    );
    expect(people.counts).toEqual({ used: 2, held: 0, skipped: 0 });
    expect(rowsSaid(people, "HR-250", "in the year 9999")).toEqual([2]);
    expect(rowsSaid(people, "HR-250", "in the year 1900")).toEqual([3]);
  });

  test("or that are years from all others are said", () => {
    const result = hours("2026-01-05,Ana,A,8", "2026-01-06,Ana,A,8", "2062-01-07,Ana,A,8");
    expect(rowsSaid(result, "HR-250", "more than five years from most others")).toEqual([4]);
    expect(result.counts.used).toBe(3);
  });
});

describe("what stands among the rows and is no record", () => {
  test("headings again are left out, also of a list of people", () => {
    const result = hours("2026-01-05,Ana,A,8", "Date,User,Project,Hours", "2026-01-06,Ana,A,8");
    expect([minutesIn(result), result.counts]).toEqual([960, { used: 2, held: 0, skipped: 1 }]);
    expect(rowsSaid(result, "HR-245", "repeats the headings")).toEqual([3]);
    const people = imported("Name,Role,Team\nAna Silva,Dev,P\nName,Role,Team\nCy Tan,Dev,P");
    expect(cellsIn(people, "People", ["person"])).toEqual([["Ana Silva"], ["Cy Tan"]]);
  });

  test("remarks below an empty row are left out, and a row that only names somebody is none", () => {
    const people = imported("Name,Role\nAna Silva,Dev\n\nExported on 31 January\nPage 1 of 1");
    expect(cellsIn(people, "People", ["person"])).toEqual([["Ana Silva"]]);
    expect(rowsSaid(people, "HR-245", "stands alone below the rows")).toEqual([4, 5]);
    expect(imported("Name,Role\nAna Silva,Dev\nCy Tan,").counts.used).toBe(2);
  });

  test("errors of a spreadsheet are nobody's name", () => {
    const result = hours("2026-01-05,#N/A,A,8", "2026-01-06,Ana,#REF!,8", "2026-01-07,Ana,#1 Client,8");
    expect(result.counts).toEqual({ used: 1, held: 2, skipped: 0 });
    expect(rowsSaid(result, "HR-244", "has an error of a spreadsheet")).toEqual([2, 3]);
  });
});

test("days without any marks between their parts are read", () => {
  expect(daysOf(["20260105", "20261301"]).days).toEqual([46_027]);
});

describe("names that are written in several ways", () => {
  test("differ in nothing but upper and lower case, and are spelt as they stand first", () => {
    const result = hours("2026-01-05,Ana Silva,Alder,8", "2026-01-06,ana silva,ALDER,8");
    expect(cellsIn(result, "Actuals", ["person", "engagement"])).toEqual([
      ["Ana Silva", "Alder"],
      ["Ana Silva", "Alder"],
    ]);
  });

  test("with the last name first are asked about, also where the plan has no names yet", () => {
    const rows = ["2026-01-05,Ana Silva,A,8", '2026-01-06,"Silva, Ana",A,8'];
    expect(hours(...rows).strangers).toEqual([
      { what: "person", name: "Silva, Ana", rows: 1, like: ["Ana Silva"], meant: null },
    ]);
    const text = ["Date,User,Project,Hours", ...rows].join("\n");
    const merged = imported(text, { "person silva, ana": "Ana Silva" });
    expect(cellsIn(merged, "Actuals", ["person"])).toEqual([["Ana Silva"], ["Ana Silva"]]);
  });
});

test("spaces stand between thousands only", () => {
  const result = imported(
    "Datum;Benutzer;Projekt;Minuten\n05.01.2026;Ana;A;1 200\n06.01.2026;Ana;A;1\u00a0200\n07.01.2026;Ana;A;1'200\n08.01.2026;Ana;A;1 5",
  );
  expect([minutesIn(result), result.counts]).toEqual([3600, { used: 3, held: 1, skipped: 0 }]);
});

test("days that a workbook keeps as plain numbers are told with an example", () => {
  const text = "Date,User,Project,Hours\n44565,Ana,A,8";
  const result = readExport(fileOfText(text, true), NOBODY, new Map());
  expect(result.problems.map(({ why }) => why)).toContain(
    "The file has days as plain numbers in Date: 44565 is read as 2022-01-04",
  );
});

test("bars stand between the cells of some exports", () => {
  const result = imported("Date|User|Project|Hours\n2026-01-05|Ana|A|8");
  expect([result.file.delimiter, minutesIn(result)]).toEqual(["|", 480]);
});
