import { describe, expect, test } from "vitest";
import { cellsIn, imported, importedCells, minutesIn, rowsSaid } from "./read.ts";

const notes = (result: ReturnType<typeof imported>) => result.problems.map(({ why }) => why).join(" | ");

describe("hours and minutes in columns of their own", () => {
  const read = (...rows: readonly string[]) => imported(["Date,User,Project,Hours,Minutes", ...rows].join("\n"));

  test("are added where they are the parts of one duration", () => {
    // 7 h 30 min, 45 min, 2 h.
    const result = read("2026-03-02,Ana,Alpha,7,30", "2026-03-03,Ana,Alpha,0,45", "2026-03-04,Ana,Alpha,2,");
    expect([minutesIn(result), result.open]).toEqual([450 + 45 + 120, []]);
    expect(notes(result)).toContain("The minutes of Minutes are added to the hours of Hours");
  });

  test("are not added where they say the same twice", () => {
    const result = read("2026-03-02,Ana,Alpha,7.5,450", "2026-03-03,Ana,Alpha,0.75,45");
    expect([minutesIn(result), result.open]).toEqual([495, []]);
    expect(notes(result)).toContain("The column Minutes says the same as Hours, and is not added to it");
  });

  test("are asked about where they are neither", () => {
    const rows = ["2026-03-02,Ana,Alpha,7.5,90", "2026-03-03,Ana,Alpha,1,10"];
    expect(read(...rows).open).toEqual(["minutes too"]);
    const text = ["Date,User,Project,Hours,Minutes", ...rows].join("\n");
    expect(minutesIn(imported(text, { "minutes too": "together" }))).toBe(450 + 90 + 60 + 10);
    expect(minutesIn(imported(text, { "minutes too": "first" }))).toBe(510);
  });

  test("can be said of columns with other headings", () => {
    const text = ["Kdy,Kdo,Kde,A,B", "2026-03-02,Ana,Alpha,7,30"].join("\n");
    const roles = ["date", "person", "project", "hours:hours", "minutesToo"];
    const answers = Object.fromEntries(roles.map((role, i) => [`role ${i + 1}`, role]));
    expect(minutesIn(imported(text, answers))).toBe(450);
  });
});

describe("times of day from a start to an end", () => {
  test("make the duration, over midnight and without breaks", () => {
    const result = imported(
      [
        "Datum;Mitarbeiter;Projekt;Von;Bis;Pause",
        "02.03.2026;Ana;Alpha;08:00;16:30;30",
        "03.03.2026;Ana;Alpha;22:00;01:00;",
        "04.03.2026;Ana;Alpha;9:15 AM;1:15 PM;0:15",
        "05.03.2026;Ana;Alpha;08:00;;",
        "06.03.2026;Ana;Alpha;08:00;soon;",
      ].join("\n"),
    );
    // 8 h, 3 h, 3 h 45 min.
    expect([result.kind, minutesIn(result)]).toEqual(["actuals", 480 + 180 + 225]);
    expect(rowsSaid(result, "HR-250", "over midnight")).toEqual([3]);
    expect(result.counts).toEqual({ used: 3, held: 1, skipped: 1 });
    expect(notes(result)).toContain("bare numbers among them count minutes");
  });

  test("say the day, too, where their dates stand before them, and are no days of a booking", () => {
    const text = ["Name,Project,Start,End", "Ana,Alpha,2026-03-02 08:00,2026-03-02 12:30"].join("\n");
    const result = imported(text);
    expect(cellsIn(result, "Actuals", ["day", "person", "engagement", "hours"])).toEqual([
      [46_083, "Ana", "Alpha", 4.5],
    ]);
  });

  test("are known from cells that a spreadsheet has made numbers of", () => {
    const cells = [
      ["Date", "User", "Project", "Start", "End"],
      [46_083, "Ana", "Alpha", 0.375, 0.5208333333333334],
    ];
    // 9:00 to 12:30.
    expect(minutesIn(importedCells(cells))).toBe(210);
  });
});

describe("bookings as a share of somebody's time", () => {
  const COLUMNS = ["person", "engagement", "from", "to", "share", "fte"] as const;

  test("in per cent, with and without the sign, from day to day", () => {
    const text = [
      "Person,Project,Start,End,Allocation %",
      "Ana,Alpha,2026-03-02,2026-03-06,50%",
      "Ben,Alpha,2026-03-02,2026-03-06,62.5",
    ];
    const result = imported(text.join("\n"));
    expect([result.kind, result.open]).toEqual(["allocations", []]);
    expect(cellsIn(result, "Allocations", COLUMNS)).toEqual([
      ["Ana", "Alpha", 46_083, 46_087, 0.5, null],
      ["Ben", "Alpha", 46_083, 46_087, 0.625, null],
    ]);
  });

  test("as parts of one, which is said, and as FTE", () => {
    const half = imported(["Person,Project,Start,End,Allocation", "Ana,Alpha,2026-03-02,2026-03-06,0.5"].join("\n"));
    expect(cellsIn(half, "Allocations", COLUMNS)[0]![4]).toBe(0.5);
    expect(notes(half)).toContain("0.5 is read as 50 %");
    const fte = imported(["Person,Project,Start,End,FTE", "Ana,Alpha,2026-03-02,2026-03-06,0.8"].join("\n"));
    expect(cellsIn(fte, "Allocations", COLUMNS)[0]![5]).toBe(0.8);
  });

  test("of a month or a week", () => {
    const read = (heading: string, ...periods: readonly string[]) =>
      cellsIn(
        imported(
          [`Person,Project,${heading},Allocation %`, ...periods.map((one) => `Ana,Alpha,${one},50%`)].join("\n"),
        ),
        "Allocations",
        ["from", "to"],
      );
    // March 2026 is days 46082 to 46112; the tenth ISO week of 2026 begins on 2 March.
    const march = [46_082, 46_112];
    expect(read("Month", "2026-03", "Mar 2026", "03/2026")).toEqual([march, march, march]);
    expect(read("Month", "2026-03-01", "2026-04-01")).toEqual([march, [46_113, 46_142]]);
    expect(read("Week", "2026-W10", "KW 10 2026")).toEqual([
      [46_083, 46_089],
      [46_083, 46_089],
    ]);
    expect(read("Week", "2026-03-02", "2026-03-09")).toEqual([
      [46_083, 46_089],
      [46_090, 46_096],
    ]);
  });

  test("are held back where they are more than twice somebody's time, or no number", () => {
    const text = [
      "Person,Project,Start,End,Allocation %",
      "Ana,Alpha,2026-03-02,2026-03-06,500%",
      "Ben,Alpha,2026-03-02,2026-03-06,all",
    ];
    expect(imported(text.join("\n")).counts).toEqual({ used: 0, held: 2, skipped: 0 });
  });

  test("with the hours of a month or week in all, where somebody says so", () => {
    const text = ["Person,Project,Month,Hours", "Ana,Alpha,2026-03,40", "Ben,Alpha,2026-04,10"].join("\n");
    const roles = { "role 1": "person", "role 2": "project", "role 3": "period", "role 4": "plannedHours" };
    expect(imported(text).open).toEqual(["columns"]);
    const result = imported(text, { kind: "allocations", ...roles });
    expect(cellsIn(result, "Allocations", ["person", "from", "to", "totalHours"])).toEqual([
      ["Ana", 46_082, 46_112, 40],
      ["Ben", 46_113, 46_142, 10],
    ]);
    expect(minutesIn(result)).toBe(3000);
  });
});

describe("lists of days off with other headings", () => {
  test("are known by what their rows say", () => {
    const text = [
      "Employee,From,To,Type,Days",
      "Ann,2026-03-02,2026-03-06,Vacation,5",
      "Ben,2026-03-09,2026-03-09,Sick,1",
    ];
    const { mapping } = imported(text.join("\n"));
    expect([mapping?.kind, mapping?.missing, mapping?.done]).toEqual(["leave", "", false]);
    expect(mapping?.columns.map(({ role }) => role).slice(0, 4)).toEqual(["person", "start", "end", "leaveType"]);
  });

  test("are read at once in German", () => {
    const result = imported(["Mitarbeiter;Abwesenheitsart;Von;Bis", "Ann;Urlaub;02.03.2026;06.03.2026"].join("\n"));
    expect(result.open).toEqual([]);
    expect(cellsIn(result, "Leave", ["person", "from", "to", "kind"])).toEqual([["Ann", 46_083, 46_087, "Urlaub"]]);
  });
});

describe("columns of which one alone would be a part of the hours", () => {
  test("a column for each day, week or month is refused, with the way to go", () => {
    for (const headings of [
      "Week,Person,Project,Mon,Tue,Wed,Thu,Fri",
      "Who,Project,Note,2026-01-05,2026-01-12,2026-01-19",
    ]) {
      const text = `${headings}\n2026-01-05,Ana,A,8,8,8${headings.startsWith("Week") ? ",8,8" : ""}`;
      expect(() => imported(text), headings).toThrow(
        /has a column for each day, week or month: .*Map reads such a layout/,
      );
    }
  });

  test("the sum of the others is the duration; where none is, none is chosen", () => {
    const sum =
      "Date,User,Project,Billable Hours,Non-Billable Hours,Total Hours\n2026-01-05,Ana,A,6,2,8\n2026-01-06,Ana,A,4,1,5";
    const roles = (text: string) => imported(text).mapping!.columns.map(({ role }) => role);
    expect(roles(sum).slice(3)).toEqual(["none", "none", "hours:hours"]);
    const open = imported(sum.replaceAll(/,[^,\n]*$/gm, ""));
    expect([open.mapping!.missing, open.mapping!.columns[3]!.why]).toEqual([
      "Hours",
      "Several columns hold numbers; say which one counts",
    ]);
  });
});
