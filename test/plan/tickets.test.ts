import { describe, expect, test } from "vitest";
import type { Cell } from "../../core/plan/cells.ts";
import { readPlan } from "../../core/plan/read-plan.ts";
import { day, plan, sentences } from "../support/plan.ts";

const columns = ({ tickets: { opened, engagement, skill, minutes } }: ReturnType<typeof plan>) => ({
  opened: [...opened],
  engagement: [...engagement],
  skill: [...skill],
  minutes: [...minutes],
});

describe("the table Tickets", () => {
  test("is read with an engagement's number, a skill's, and minutes; a time of day is not used", () => {
    const read = plan`
      Engagement | Kind
      Desk       | managed service
      Care       | managed service

      Opened           | Queue | Skill | Hours | Closed
      2026-01-05       | care  | Linux | 1.5   | 2026-01-05
      2026-01-06 09:12 | Desk  |       |       |
    `;
    expect(columns(read)).toEqual({
      opened: [day("2026-01-05"), day("2026-01-06")],
      engagement: [1, 0],
      skill: [0, -1],
      minutes: [90, -1],
    });
    expect(read.tickets.covers).toEqual({ from: day("2026-01-05"), to: day("2026-01-06") });
    expect(read.accounts.find(({ table }) => table === "Tickets")).toEqual({
      table: "Tickets",
      read: 2,
      used: 2,
      excluded: 0,
      blank: 0,
    });
    expect(sentences(read)).toEqual([
      'HR-174 Tickets row 2, Opened: "2026-01-05" no week is complete, from Monday to Friday, so that support cannot be forecast from tickets. Maybe add older tickets, or say hours a week in Support.',
      "HR-171 Tickets row 3, Hours: 1 of 2 tickets have no hours, and are taken to need what the others took. Maybe the export has a column of time spent.",
    ]);
  });

  test("may leave out the queue where Support has one engagement", () => {
    const read = plan`
      Engagement | Skill | Tickets a week | Hours a ticket
      Desk       | Linux | 10             | 2

      Date opened | Time taken
      2026-01-05  | 2
    `;
    expect(columns(read)).toEqual({ opened: [day("2026-01-05")], engagement: [0], skill: [-1], minutes: [120] });
    expect(read.problems).toEqual([]);
  });

  test("a year mistyped long after all others is left out, and does not make years of empty weeks", () => {
    const cells: Cell[][] = [["Opened", "Queue", "Hours"]];
    for (let i = 0; i < 300; i++) cells.push([46027 + (i % 60), "Desk", 1]);
    cells.push([46027 + 365, "Desk", 1]);
    const { tickets, problems } = readPlan([{ cells }]);
    expect([tickets.length, tickets.covers]).toEqual([300, { from: 46027, to: 46086 }]);
    expect(problems.map(({ code }) => code)).toEqual(["HR-172"]);
  });

  test("so does one long before: it is left out, and history begins with the others", () => {
    const cells: Cell[][] = [
      ["Opened", "Queue", "Hours"],
      [40_000, "Desk", 1],
    ];
    for (let i = 0; i < 300; i++) cells.push([46027 + (i % 60), "Desk", 1]);
    const { tickets } = readPlan([{ cells }]);
    expect([tickets.length, tickets.covers]).toEqual([300, { from: 46027, to: 46086 }]);
  });

  /** So many tickets a week, from Monday to Friday, and more at the days named. */
  const year = (weekly: number, weeks: number, ...more: readonly number[]) => {
    const cells: Cell[][] = [["Opened", "Queue", "Hours"]];
    for (let i = 0; i < weeks * weekly; i++)
      cells.push([46027 + 7 * Math.floor(i / weekly) + Math.floor(((i % weekly) * 5) / weekly), "Desk", 2]);
    return readPlan([{ cells: [...cells, ...more.map((day) => [day, "Desk", 2])] }]);
  };
  const LAST = 46027 + 7 * 51 + 4;

  test.each([30, 60, 100, 190])(
    "one ticket %d days after 52 busy weeks is a stray: left out, and said at its cell",
    (days) => {
      const { tickets, problems } = year(22, 52, LAST + days);
      expect(tickets.covers).toEqual({ from: 46027, to: LAST });
      expect(problems.map(({ code, at }) => [code, at[0]!.row])).toEqual([["HR-172", 1146]]);
      expect(problems[0]!.hint).toMatch(/^Maybe its date is mistyped; if it is right, say in Settings, As of/);
    },
  );

  test("so are two, each after a silence; and one long before, which is said too", () => {
    const { tickets, problems } = year(22, 52, 46027 - 50, LAST + 40, LAST + 90);
    expect(tickets.covers).toEqual({ from: 46027, to: LAST });
    expect(problems.map(({ why }) => why)).toEqual([
      "was opened long before every other ticket, which begin on 2026-01-05, and is left out of the history",
      "was opened long after every other ticket, which end on 2027-01-01, and is left out of the history (2 rows)",
    ]);
  });

  test.each([10, 14, 17])("one ticket %d days on leaves a week or two empty: a stray too", (days) => {
    const { tickets, problems } = year(22, 52, LAST + days);
    expect(tickets.covers!.to).toBe(LAST);
    expect(problems.map(({ code, at }) => [code, at[0]!.row])).toEqual([["HR-172", 1146]]);
  });

  test("no stray is a ticket after some days off, one of a table of few, or the first of many", () => {
    expect(year(22, 52, LAST + 9).tickets.covers!.to).toBe(LAST + 9);
    expect(year(1, 52, 46027 + 7 * 51 + 60).tickets.covers!.to).toBe(46027 + 7 * 51 + 60);
    const again = Array.from({ length: 12 }, (_, i) => LAST + 31 + (i % 5));
    expect(year(22, 52, ...again).tickets.covers!.to).toBe(LAST + 35);
  });

  test("thirty tickets after nine weeks without any may be right: they count, and the pause is said", () => {
    const again = Array.from({ length: 30 }, (_, i) => LAST + 66 + (i % 5));
    const { tickets, problems } = year(10, 30, ...again.map((day) => day - 7 * 22));
    expect(tickets.covers!.to).toBe(LAST + 70 - 7 * 22);
    expect(problems).toEqual([
      {
        code: "HR-258",
        at: [{ table: "Tickets", row: 302, column: "Opened" }],
        value: "2026-10-05",
        why: "is the day of the first ticket after 2026-07-31: the 9 empty weeks in between count in every queue",
        hint: "Maybe tickets are missing from the export, or dates are mistyped; if support paused, all is well.",
      },
    ]);
  });

  test("one empty week of many tickets is a pause; of few it may be chance, and long ago it weighs little", () => {
    const pausing = (weekly: number, empty: number, weeks: number) => {
      const cells: Cell[][] = [["Opened", "Queue", "Hours"]];
      for (let week = 0; week < weeks; week++)
        for (let i = 0; i < weekly && week !== empty; i++)
          cells.push([46027 + 7 * week + Math.floor((i * 5) / weekly), "Desk", 2]);
      return readPlan([{ cells }]).problems.map(({ code, why }) => [code, why.replace(/.*: /, "")]);
    };
    expect(pausing(10, 38, 40)).toEqual([["HR-258", "the empty week in between counts in every queue"]]);
    expect(pausing(2, 38, 40)).toEqual([]);
    expect(pausing(10, 20, 40)).toEqual([]);
  });

  test("Settings, Horizon from, is where the future begins: tickets from then on are left out and counted", () => {
    const cells: Cell[][] = [["Opened", "Queue", "Hours"]];
    for (let i = 0; i < 300; i++) cells.push([46027 - 7 * 30 + 7 * Math.floor(i / 10) + (i % 5), "Desk", 1]);
    const beyond = (...days: readonly number[]) => [...cells, ...days.map((day): Cell[] => [day, "Desk", 1])];
    const read = (rows: readonly Cell[][], ...settings: readonly Cell[][]) =>
      readPlan([{ cells: rows }, { cells: [["Setting", "Value"], ["Horizon from", 46027], ...settings] }]);
    const few = read(beyond(46027, 46027 + 64, 46027 + 3));
    expect([few.tickets.length, few.tickets.covers!.to]).toEqual([300, 46027 - 3]);
    expect(few.problems.map(({ code, at, why, hint }) => [code, at[0]!.row, why, hint])).toEqual([
      [
        "HR-172",
        302,
        "was opened on or after 2026-01-05, where the horizon begins, and is left out of the history (3 rows)",
        "Maybe its date is mistyped; if it is right, say in Settings, As of, until when the table is complete.",
      ],
    ]);
    const many = read(beyond(...Array.from({ length: 40 }, (_, i) => 46027 + i)));
    expect(many.problems.map(({ hint }) => hint)).toEqual([
      "Maybe Horizon from is out of date: move it, or say in Settings, As of, until when the table is complete.",
    ]);
    // As of says more than the horizon does.
    const said = read(beyond(46027, 46027 + 3, 46027 + 64), ["As of", 46027 + 4]);
    expect([said.tickets.length, said.tickets.covers!.to]).toEqual([302, 46027 + 4]);
    expect(said.problems.map(({ why }) => why)).toEqual(["was opened after 2026-01-09, the day in Settings, As of"]);
  });

  test("where As of is weeks after the last ticket, the empty weeks count and are said", () => {
    const cells: Cell[][] = [["Opened", "Queue", "Hours"]];
    for (let i = 0; i < 300; i++) cells.push([46027 - 7 * 30 + 7 * Math.floor(i / 10) + (i % 5), "Desk", 1]);
    const until = (day: number) =>
      readPlan([
        { cells },
        {
          cells: [
            ["Setting", "Value"],
            ["As of", day],
          ],
        },
      ]).problems.map(({ code, at, why, hint }) => [code, at[0]!.row, why, hint]);
    expect(until(46027 + 13)).toEqual([
      [
        "HR-258",
        296,
        "is the day of the last ticket, and Settings, As of, is 2026-01-18: the 2 empty weeks in between count in every queue",
        "Maybe the export is older than As of; if support stopped, all is well.",
      ],
    ]);
    expect(until(46027 + 1)).toEqual([]);
  });

  test("tickets that all say 0 hours ask for nothing, which is said", () => {
    const said = (hours: readonly Cell[]) =>
      readPlan([
        { cells: [["Opened", "Queue", "Hours"], ...hours.map((one, i): Cell[] => [46027 + i, "Desk", one])] },
      ]).problems.map(({ code, at }) => [code, at[0]!.row]);
    expect(said([0, 0, 0, 0, 0])).toEqual([["HR-259", 2]]);
    expect(said([0, 1, 0, 0, 0])).toEqual([]);
    expect(said([null, 0, 0, 0, 0])).toEqual([
      ["HR-171", 2],
      ["HR-259", 3],
    ]);
  });

  test("Settings, As of, says until when it holds every ticket, also when the last weeks had none", () => {
    const read = plan`
      Setting | Value
      As of   | 2026-03-01

      Opened     | Queue | Hours
      2026-01-05 | Desk  | 2
    `;
    expect(read.tickets.covers).toEqual({ from: day("2026-01-05"), to: day("2026-03-01") });
  });

  test("100,000 rows are read as columns, and what is wrong with many is said once", () => {
    const cells: Cell[][] = [["Opened", "Queue", "Skill", "Hours", "Closed"]];
    for (let i = 0; i < 100_000; i++) {
      const queue = i % 50 === 0 ? "Dsek" : `Desk ${i % 40}`;
      cells.push([45_000 + (i % 1000) + 0.375, queue, i % 3 === 0 ? "Linux" : null, i % 5 === 0 ? null : 0.75, null]);
    }
    const engagements = Array.from({ length: 40 }, (_, i): Cell[] => [`Desk ${i}`, "managed service"]);
    const { tickets, problems, accounts } = readPlan([{ cells: [["Engagement", "Kind"], ...engagements] }, { cells }]);
    expect(tickets.length).toBe(98_000);
    expect(accounts[1]).toEqual({ table: "Tickets", read: 100_000, used: 98_000, excluded: 2000, blank: 0 });
    expect(problems.map(({ code, why }) => [code, why.slice(0, 40)])).toEqual([
      ["HR-123", "is not in Engagements (2000 rows)"],
      ["HR-171", "18000 of 98000 tickets have no hours, an"],
    ]);
  });
});

describe("how late deals start", () => {
  test("is weeks with odds, the rest on time, in Settings and by engagement", () => {
    const read = plan`
      Setting    | Value
      Start slip | 2 weeks 30%; 4 weeks 10%

      Engagement | Status    | Odds | Start slip
      Portal     | tentative | 50%  | 1 week 5%
      Cobalt     | tentative | 50%  |
    `;
    expect(read.settings.startSlip).toEqual([
      { weeks: 2, odds: 300_000 },
      { weeks: 4, odds: 100_000 },
    ]);
    expect(read.engagements.map(({ startSlip }) => startSlip)).toEqual([[{ weeks: 1, odds: 50_000 }], null]);
  });

  test.each(["none", "No", "0", "-", "0%", "0 weeks", "0 weeks 100%", "1 week 0%", "on time"])(
    "%s excepts a deal from the slip of Settings",
    (text) => {
      const cells = [
        ["Engagement", "Status", "Start slip"],
        ["Portal", "tentative", text],
        ["Cobalt", "tentative", 0],
        ["Juniper", "tentative", ""],
      ];
      const usual = [
        ["Setting", "Value"],
        ["Start slip", "2 weeks 30%"],
      ];
      const { engagements, errors } = readPlan([{ cells }, { cells: usual }]);
      expect(errors).toEqual([]);
      expect(engagements.map(({ startSlip }) => startSlip)).toEqual([[], [], null]);
    },
  );

  test.each([
    ["soon", "is not weeks and odds"],
    ["2 weeks 70%; 4 weeks 40%", "has odds that add up to more than 100 %"],
    ["2 weeks 10%; 2 weeks 20%", "says twice what 2 weeks are"],
    ["99 weeks 10%", "has a start 99 weeks late: 1 to 52"],
  ])("%s leaves its row out and says why", (text, why) => {
    const { engagements, problems } = readPlan([{ cells: [["Engagement", "Status", "Start slip"], ["Portal", "confirmed", text]] }]); // biome-ignore format: one table
    expect(engagements).toEqual([]);
    expect(problems.map((problem) => problem.why)).toEqual([why]);
  });
});

test("a reserve, an absence rate and what counts are read as they are said", () => {
  const { settings, problems } = plan`
    Setting           | Value
    Support counts    | tickets
    Support reserve   | 80%
    Unplanned absence | 3%
  `;
  expect(problems).toEqual([]);
  expect([settings.supportCounts, settings.supportReserve, settings.absence]).toEqual(["tickets", 800_000, 30_000]);
});
