import { describe, expect, test } from "vitest";
import { cellsIn, imported, minutesIn, rowsSaid } from "./read.ts";

/** From Monday 5 January (46027) to Friday 30 January 2026 (46052): 20 working days, four weeks. */
const ROW = "Ann,A,2026-01-05,2026-01-30,20";
const ENGLISH = `User,Project,Start date,End date,Hours\n${ROW}`;

describe("hours from a first to a last day, of a file of an unknown tool", () => {
  const HEADINGS = [
    "User,Project,Start date,End date,Hours",
    "user,project,start_date,end_date,hours",
    "USER,PROJECT,START,END,HRS",
    "Person,Projekt,Von,Bis,Stunden",
    "Mitarbeiter,Projekt,Startdatum,Enddatum,Aufwand (Std)",
    "Collaborateur,Projet,Début,Fin,Heures",
    "Användare,Projekt,Från,Till,Timmar",
    "Medarbejder,Projekt,Fra,Til,Timer",
    "Osoba,Projekt,Od,Do,Hodiny",
    "Persona,Proyecto,Desde,Hasta,Horas",
    "Name,Project,First day,Last day,Total hours",
    "Employee,Project,From,To,Actual hours",
    "Employee,Project,Begin,Finish,Duration",
  ];
  test.each(HEADINGS)("%s: it is asked what they are, and nothing is read before", (headings) => {
    const result = imported(`${headings}\n${ROW}`);
    expect([result.open, result.mapping, result.lines]).toEqual([["range"], null, []]);
    expect(result.questions.map(({ options }) => options.length)).toEqual([5]);
    const booked = imported(`${headings}\n${ROW}`, { range: "all" });
    expect(cellsIn(booked, "Allocations", ["person", "engagement", "from", "to", "totalHours"])).toEqual([
      ["Ann", "A", 46_027, 46_052, 20],
    ]);
    const worked = imported(`${headings}\n${ROW}`, { range: "worked" });
    expect([worked.kind, worked.open, worked.lines.length, minutesIn(worked)]).toEqual(["actuals", [], 20, 1200]);
  });

  test("each answer has its own hours", () => {
    const booked = (range: string) => {
      const result = imported(ENGLISH, { range });
      expect(result.open).toEqual([]);
      return [...cellsIn(result, "Allocations", ["hoursADay", "totalHours"])[0]!, minutesIn(result)];
    };
    // 20 working days of 20 h are 400 h; four weeks of 20 h are 80 h; 20 h in all are 20 h.
    expect(booked("day")).toEqual([20, null, 24_000]);
    expect(booked("week")).toEqual([null, 80, 4800]);
    expect(booked("all")).toEqual([null, 20, 1200]);
    // An hour on each of the 20 days; and 20 h on each.
    const worked = imported(ENGLISH, { range: "worked" });
    expect(cellsIn(worked, "Actuals", ["day", "hours"]).slice(0, 2)).toEqual([
      [46_027, 1],
      [46_028, 1],
    ]);
    expect(worked.lines.map(({ day }) => day).at(-1)).toBe(46_052);
    expect(minutesIn(imported(ENGLISH, { range: "worked day" }))).toBe(24_000);
    expect(worked.counts).toEqual({ used: 1, held: 0, skipped: 0 });
    expect(new Set(worked.lines.map(({ key }) => key)).size).toBe(20);
  });

  test("hours that do not divide add up exactly", () => {
    // 10 h over three days: 600 minutes, 200 on each; 1 h over seven working days: 60 minutes in all.
    const of = (to: string, hours: string) =>
      minutesIn(imported(`User,Project,From,To,Hours\nAnn,A,2026-01-05,${to},${hours}`, { range: "worked" }));
    expect([of("2026-01-07", "10"), of("2026-01-13", "1"), of("2026-01-05", "8")]).toEqual([600, 60, 480]);
  });

  test("an end before its start is a problem with its cell, planned or worked", () => {
    for (const range of ["day", "week", "all", "worked"]) {
      const result = imported(`${ENGLISH}\nBob,A,2026-01-09,2026-01-05,8`, { range });
      expect(rowsSaid(result, "HR-244", "ends before it starts"), range).toEqual([3]);
      const [problem] = result.problems.filter(({ code }) => code === "HR-244");
      expect([problem?.at[0]?.column, problem?.value], range).toEqual(["End date", "2026-01-05"]);
      expect(result.counts, range).toEqual({ used: 1, held: 1, skipped: 0 });
    }
  });

  test("a heading that says the day or the week is not asked about, in any language", () => {
    for (const day of ["Hours per day", "Hours/day", "Stunden pro Tag", "Heures par jour", "Horas por día"]) {
      const result = imported(`User,Project,From,To,${day}\nAnn,A,2026-01-05,2026-01-30,4`);
      expect([result.open, minutesIn(result)], day).toEqual([[], 4800]);
    }
    for (const week of ["Hours per week", "Stunden pro Woche", "Weekly hours"]) {
      const result = imported(`User,Project,From,To,${week}\nAnn,A,2026-01-05,2026-01-30,20`);
      expect([result.open, minutesIn(result)], week).toEqual([[], 4800]);
    }
  });

  test("planned hours are those in all, which can be corrected", () => {
    const result = imported(`User,Project,Start date,End date,Planned hours\n${ROW}`);
    expect([result.open, minutesIn(result), result.questions.map(({ key, usual }) => `${key} ${usual}`)]).toEqual([
      [],
      1200,
      ["range all"],
    ]);
  });

  test("a total row of bookings is left out, too", () => {
    const result = imported(`${ENGLISH}\nBob,A,2026-01-05,2026-01-30,10\nTotal,,2026-01-05,2026-01-30,30`, {
      range: "all",
    });
    expect([minutesIn(result), result.counts]).toEqual([1800, { used: 2, held: 0, skipped: 1 }]);
  });
});

describe("a file of bookings is no list of people", () => {
  const TECHNICAL = "number,resource_type,user,group,role,task,start_date,end_date,planned_hours,state";
  test.each([TECHNICAL, TECHNICAL.replace("group,role,", "")])("%s is a resource plan", (headings) => {
    const middle = headings === TECHNICAL ? ",,," : ",";
    const row = (n: number, from: string, to: string) => `R${n},User,Ann${middle}PRJ1,${from},${to},10,Confirmed`;
    const text = [headings, row(1, "2026-01-05", "2026-01-09"), row(2, "2026-01-09", "2026-01-05")].join("\n");
    const result = imported(text);
    expect([result.kind, result.open]).toEqual(["plans", []]);
    expect(cellsIn(result, "Allocations", ["person", "engagement", "totalHours"])).toEqual([["Ann", "PRJ1", 10]]);
    expect(rowsSaid(result, "HR-244", "ends before it starts")).toEqual([3]);
  });

  test.each([
    "Name,Role,Start date,End date,FTE\nAnn,Dev,2026-01-05,2026-01-30,0.5",
    "Name,Role,Start date,End date,Customer account,Planned hrs\nAnn,Dev,2026-01-05,2026-01-30,Acme,20",
    "Name,Role,Task\nAnn,Dev,Build",
    "Name,Team,Hours\nAnn,Net,8",
    "Name,Role,Start date,End date\nAnn,Dev,2026-01-05,2026-01-09\nAnn,Dev,2026-01-12,2026-01-16",
  ])("%s: its columns are asked", (text) => {
    const result = imported(text);
    expect([result.open, result.mapping?.done, result.lines]).toEqual([["columns"], false, []]);
  });

  test("without an engagement its hours are asked about, and then that is said", () => {
    const text = "name,role,start date,end date,hours\nAnn,Dev,2026-01-05,2026-01-30,20";
    expect(imported(text).open).toEqual(["range"]);
    const result = imported(text, { range: "all" });
    expect(result.problems.map(({ why }) => why)).toEqual(
      [
        "1 column of the file is not read: role",
        'The file has no column of engagements: its bookings are of "No project"',
      ].sort((a, b) => (a < b ? 1 : -1)),
    );
  });

  test("people with their contract hours and days stay people; an end before the start is held with its cell", () => {
    const text = "Name,Role,Team,Weekly hours,Start date,End date,Shoe size";
    const result = imported(`${text}\nAnn,Dev,Net,40,2026-01-05,,38\nBob,Dev,Net,20,2026-03-01,2026-02-01,44`);
    expect([result.kind, result.counts]).toEqual(["people", { used: 1, held: 1, skipped: 0 }]);
    const [problem] = result.problems.filter(({ code }) => code === "HR-244");
    expect([problem?.at[0], problem?.value]).toEqual([{ table: "File", row: 3, column: "End date" }, "2026-02-01"]);
    expect(result.problems.map(({ why }) => why)).toContain("1 column of the file is not read: Shoe size");
  });
});
