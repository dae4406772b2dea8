import { describe, expect, test } from "vitest";
import type { CellRange } from "../../core/plan/cells.ts";
import { ALL, ask, DEMAND, FRIDAY, MONDAY, PEOPLE, refusal } from "./ask.ts";

describe("EXPOSURE", () => {
  /**
   * Ana (AWS, Linux) has 20 of 40 hours on Migration, which asks for 30 of AWS; Desk asks for 15 of Linux. Ben has 10 of 20
   * on Pitch, which counts half: 5 booked of 5 asked. Without Ana nobody does AWS or Linux.
   */
  test("everyone, worst first, each with their engagements", () => {
    expect(ask("EXPOSURE", MONDAY, FRIDAY, ...ALL)).toEqual([
      ["Person", "Engagement", "Booked", "Irreplaceable", "First hit"],
      ["Ana", "Migration", 20, 30, MONDAY],
      ["Ana", "Desk", 0, 10, MONDAY], // 5 of its 15 hours were short anyway
      ["Ben", "Pitch", 5, 5, MONDAY],
    ]);
  });

  test("where counts only some work, and only its people when nobody is named", () => {
    const rows = (where: string) => (ask("EXPOSURE", MONDAY, FRIDAY, "", where, ...ALL) as CellRange).slice(1);
    expect(rows("engagement=Desk")).toEqual([["Ana", "Desk", 0, 15, MONDAY]]);
    expect(rows("team=Data")).toEqual([["Ben", "Pitch", 5, 5, MONDAY]]);
    expect(rows("team=Data; engagement=Desk")).toEqual([["Nobody would be missed in this period", "", "", "", ""]]);
  });

  test("somebody unknown is refused with the name that was meant", () => {
    expect(refusal("EXPOSURE", MONDAY, FRIDAY, "Anna", ...ALL)).toEqual([
      "invalid",
      '"Anna" is no person of the plan. Maybe Ana.',
    ]);
  });
});

describe("WHOCAN", () => {
  test("gives each what they have time for, and says how much of it that is", () => {
    expect(ask("WHOCAN", "AWS", 3, 30, MONDAY, FRIDAY, ...ALL)).toEqual([
      ["Person", "Level", "Certificate", "Location", "Can give", "Least a week", "Average a week", "Load", "Why"],
      ["Ana", 4, "", "Pune", 20, 20, 20, 0.5, "time for 20 of 30 h, free 20 h"],
    ]);
  });

  test("says what is free in each of a few weeks, and of many the range and the first of the least", () => {
    const why = (days: number, leave: CellRange) => {
      const [, row] = ask("WHOCAN", "Python", 3, "", MONDAY, MONDAY + days, PEOPLE, leave) as CellRange;
      return row?.at(-1);
    };
    // Ben works 4 hours a day.
    const away: CellRange = [
      ["Person", "From", "To"],
      ["Ben", MONDAY + 7, MONDAY + 8],
    ];
    expect(why(18, away)).toBe("free 20 h from 2026-01-05, 12 h from 2026-01-12, 20 h from 2026-01-19");
    expect(why(39, away)).toBe("free 12–20 h a week, least in the week from 2026-01-12");
  });

  test("hours may be typed as text; what cannot be hours of a person is refused with what can", () => {
    const asked = (hours: string | number) => ask("WHOCAN", "AWS", 3, hours, MONDAY, FRIDAY, ...ALL);
    const given = asked(7.5);
    for (const text of ["7.5", "7,5", "7.5 h", "7:30"]) expect(asked(text)).toEqual(given);
    const said = (hours: string | number) => refusal("WHOCAN", "AWS", 3, hours, MONDAY, FRIDAY, ...ALL)[1];
    expect(said(121)).toBe('"121" is outside what is possible: more than 0 and up to 120 hours a week. Maybe 40.');
    expect(said("0")).toBe('"0" is outside what is possible: more than 0 and up to 120 hours a week. Maybe 40.');
    expect(said("many")).toBe('"many" is no number of hours a week. Maybe 40.');
    expect(refusal("HIREVALUE", MONDAY, FRIDAY, "team=Cloud", ...ALL)[1]).toBe(
      '"team=Cloud" is no number of hours a week. Maybe it is meant for where.',
    );
    expect(ask("HIREVALUE", MONDAY, FRIDAY, "10 h", ...ALL)).toEqual(ask("HIREVALUE", MONDAY, FRIDAY, 10, ...ALL));
  });

  test("one row says that nobody can", () => {
    const [, row] = ask("WHOCAN", "AWS", 5, "", MONDAY, FRIDAY, ...ALL) as CellRange;
    expect(row?.[0]).toBe("Nobody who can has time in this period");
  });

  test("a level is 1 to 5, and a skill one of the plan", () => {
    expect(refusal("WHOCAN", "AWS", 7, 10, MONDAY, FRIDAY, PEOPLE)).toEqual([
      "invalid",
      '"7" is not a level: 1 to 5. Maybe 3.',
    ]);
    expect(refusal("WHOCAN", "AWZ", 3, 10, MONDAY, FRIDAY, PEOPLE)[1]).toBe(
      '"AWZ" is no skill of the plan. Maybe AWS.',
    );
    expect(refusal("WHOCAN", "", 3, 10, MONDAY, FRIDAY, PEOPLE)[1]).toBe(
      "no skill is named. Maybe the cell it points to is empty.",
    );
  });
});

describe("TRADEOFF", () => {
  test("the two engagements first, then whoever pays: Desk loses what Ana has no hours for any more", () => {
    // Migration lacks Ana's 30 hours in full: nobody else does AWS. Her 20 booked hours go to Desk beyond its Linux.
    expect(ask("TRADEOFF", "Ana", "Migration", "Desk", MONDAY, FRIDAY, ...ALL)).toEqual([
      ["Engagement", "Unmet before", "Unmet after", "Change", "Slip, weeks", "Margin, all days"],
      ["Migration", 0, 30, 30, "n/a", "n/a"],
      ["Desk", 5, 0, -5, 0, "n/a"],
    ]);
  });

  test("a move that the plan does not hold is refused", () => {
    expect(refusal("TRADEOFF", "Ben", "Migration", "Desk", MONDAY, FRIDAY, ...ALL)).toEqual([
      "invalid",
      '"Migration" has no allocation of this person in these days. Maybe other days, or another engagement: look at Allocations.',
    ]);
    expect(refusal("TRADEOFF", "Ana", "Migration", "Migration", MONDAY, FRIDAY, ...ALL)[1]).toContain(
      "is the engagement that the person leaves",
    );
    expect(refusal("TRADEOFF", "Ana", "Migration", "Desk", MONDAY, FRIDAY, PEOPLE, DEMAND)[1]).toContain(
      "TRADEOFF needs the Allocations table",
    );
  });
});

describe("what a question lacks", () => {
  const NEED: CellRange = [
    ["Engagement", "Skill", "Hours a week", "Weeks"],
    ["New", "Linus", 5, 1],
  ];

  test("a skill that looks mistyped is asked about, not answered as nobody's", () => {
    expect(refusal("EARLIESTSTART", NEED, MONDAY, FRIDAY, ...ALL)).toEqual([
      "invalid",
      '"Linus" is no skill of the plan. Maybe Linux.',
    ]);
  });

  test("without Engagements no work is known to be a managed service", () => {
    const [kind, says] = refusal("GROWTHLIMIT", MONDAY, FRIDAY, PEOPLE, DEMAND);
    expect(kind).toBe("unavailable");
    expect(says).toMatch(/^GROWTHLIMIT needs the Engagements table to know which work is a managed service\. Maybe /);
  });
});
