import { describe, expect, test } from "vitest";
import { readPlan } from "../../core/plan/read-plan.ts";
import { day, iso, plan, planIn, range, rangeIn, sentences } from "../support/plan.ts";

describe("people", () => {
  test("have their weekly hours spread over their working days, exactly", () => {
    const { contracts } = plan`
      Person | Weekly hours | FTE | Working days
      Ana    | 40           |     |
      Ben    | 30           |     | Mon-Thu
      Cleo   | 37.5         |     | Mon-Thu
      Dev    |              | 0.5 | Sun-Thu
      Eve    | 0.1          |     | Mon, Wed, Fri, Sat
    `;
    expect(contracts.map(({ weekdays }) => weekdays)).toEqual([
      [480, 480, 480, 480, 480, 0, 0],
      [450, 450, 450, 450, 0, 0, 0],
      // 2250 minutes: running sums 562.5, 1125, 1687.5, 2250, half up.
      [563, 562, 563, 562, 0, 0, 0],
      [240, 240, 240, 240, 0, 0, 240],
      // 6 minutes: 1.5, 3, 4.5, 6.
      [2, 0, 1, 0, 2, 1, 0],
    ]);
  });

  test("FTE counts the full-time hours of Settings", () => {
    const { contracts } = plan`
      Setting         | Value
      Full-time hours | 37.5

      Person | FTE
      Ana    | 0.8
    `;
    expect(contracts[0]!.weekdays.reduce((a, b) => a + b, 0)).toBe(30 * 60);
  });

  test("have one contract after another; a later one ends an open one", () => {
    const { people, contracts, problems } = plan`
      Person | Weekly hours | Team  | From       | To
      Ana    | 20           | Cloud | 2026-07-01 |
      Ana    | 40           | Data  |            |
      Ana    | 30           | Web   | 2026-03-02 | 2026-03-31
    `;
    expect(problems).toEqual([]);
    expect(people).toMatchObject([{ name: "Ana", contracts: [1, 2, 0] }]);
    expect(contracts.map(({ from, to, team }) => [from, to, team])).toEqual([
      [day("2026-07-01"), 2_958_465, "Cloud"],
      [1, day("2026-03-01"), "Data"],
      [day("2026-03-02"), day("2026-03-31"), "Web"],
    ]);
  });

  test("are the same however their name is typed, and any name is a name", () => {
    const { people, allocations, problems } = plan`
      Person      | Weekly hours
      Ana Diaz    | 40
      __proto__   | 40
      constructor | 40

      Person         | Engagement | Hours a day
      "ana  DIAZ"    | Portal     | 8
      "Ａna Diaz"     | Portal     | 8
      "__proto__"    | Portal     | 8
      "Constructor " | Portal     | 8
    `;
    expect(problems).toEqual([]);
    expect(people.map(({ name }) => name)).toEqual(["Ana Diaz", "__proto__", "constructor"]);
    expect([...allocations.person]).toEqual([0, 0, 1, 2]);
  });

  test("have the skills of People and of Skills, whose level holds", () => {
    const { people, skills } = plan`
      Person | Weekly hours | Skills
      Ana    | 40           | AWS 2; Terraform 3; SQL
      Ben    | 40           |

      Person | Skill     | Level | Certificate | Valid to
      Ana    | aws       | 4     | Architect   | 2026-12-31
      Ana    | AWS       |       | Security    |
      Ana    | Terraform |       |             |
      Ben    | Java      |       |             |
    `;
    expect(skills).toEqual(["AWS", "Terraform", "SQL", "Java"]);
    expect(people[0]!.skills).toEqual([
      { skill: 0, level: 4, certificate: "Architect", validFrom: 1, validTo: day("2026-12-31") },
      { skill: 0, level: 2, certificate: "Security", validFrom: 1, validTo: 2_958_465 },
      { skill: 1, level: 3, certificate: null, validFrom: 1, validTo: 2_958_465 },
      { skill: 2, level: 5, certificate: null, validFrom: 1, validTo: 2_958_465 },
    ]);
    expect(people[1]!.skills).toEqual([{ skill: 3, level: 5, certificate: null, validFrom: 1, validTo: 2_958_465 }]);
  });

  test("planned hires have odds and a ramp-up; nobody else has odds", () => {
    const { contracts } = plan`
      Person | Weekly hours | Kind         | Odds | Ramp-up weeks | Utilization target
      Ana    | 40           |              | 50%  |               | 80%
      Ben    | 40           | planned hire | 50%  | 6             |
      Cleo   | 40           | Freelancer   |      |               |
    `;
    expect(contracts.map(({ kind, odds, rampUpWeeks, target }) => [kind, odds, rampUpWeeks, target])).toEqual([
      ["employee", 1_000_000, 0, 800_000],
      ["planned hire", 500_000, 6, 1_000_000],
      ["contractor", 1_000_000, 0, 1_000_000],
    ]);
  });
});

describe("work", () => {
  test("is given in one of several ways", () => {
    const { allocations, needs } = plan`
      Person | Weekly hours
      Ana    | 40

      Person | Engagement | From       | To         | Hours a day | Hours a week | FTE | Share | Total hours
      Ana    | Portal     | 2026-01-05 | 2026-01-09 | 7.6         |              |     |       |
      Ana    | Portal     | 2026-01-05 | 2026-01-09 |             | 20           |     |       |
      Ana    | Portal     | 2026-01-05 | 2026-01-09 |             |              | 0.5 |       |
      Ana    | Portal     | 2026-01-05 | 2026-01-09 |             |              |     | 50%   |
      Ana    | Portal     | 2026-01-05 | 2026-01-09 |             |              |     |       | 12

      Engagement | Skill | Hours a week | FTE | Total hours | From       | To         | Spread
      Portal     | AWS   | 200          |     |             |            |            |
      Portal     | AWS   |              | 1.5 |             |            |            |
      Portal     | AWS   |              |     | 320         | 2026-01-05 | 2026-03-27 | front

      Queue  | Tickets a week | Hours a ticket
      Portal | 12.5           | 0.33
    `;
    expect([...allocations.per].map((per, i) => [per, allocations.amount[i]])).toEqual([
      [0, 456],
      [1, 1200],
      [1, 1200],
      [2, 500_000],
      [3, 720],
    ]);
    // 12.5 × 0.33 h are 247.5 minutes, half up.
    expect(needs.map(({ source, per, effort, spread }) => [source, per, effort, spread])).toEqual([
      ["Demand", 1, 12_000, "even"],
      ["Demand", 1, 3600, "even"],
      ["Demand", 3, 19_200, "front"],
      ["Support", 1, 248, "even"],
    ]);
  });

  test("without days of its own has those of its engagement", () => {
    const { needs, allocations } = plan`
      Person | Weekly hours
      Ana    | 40

      Engagement | Client | From       | To
      Portal     | Acme   | 2026-01-05 | 2026-06-26

      Engagement | Skill | From       | Hours a week
      Portal     | AWS   | 2026-02-02 | 20

      Person | Engagement | To         | Hours a day
      Ana    | portal     | 2026-03-27 | 8
    `;
    expect([needs[0]!.from, needs[0]!.to]).toEqual([day("2026-02-02"), day("2026-06-26")]);
    expect([allocations.from[0], allocations.to[0]]).toEqual([day("2026-01-05"), day("2026-03-27")]);
  });

  test("is billable unless the row says no or the engagement is internal", () => {
    const { allocations } = plan`
      Person | Weekly hours
      Ana    | 40

      Engagement | Client | Kind
      Portal     | Acme   | fixed price
      Office     |        | internal

      Person | Engagement | Hours a day | Billable
      Ana    | Portal     | 2           |
      Ana    | Portal     | 2           | no
      Ana    | Office     | 2           |
      Ana    | Office     | 2           | TRUE
    `;
    expect([...allocations.billable]).toEqual([1, 0, 0, 1]);
  });

  test.each([
    "TBD",
    "tbc",
    "TBH Java",
    "N.N.",
    "NN",
    "Open",
    "Open position",
    "Vacant - AWS",
    "Unassigned",
    "?",
    "??",
    "[AWS engineer]",
  ])("%s is somebody still to be named", (name) => {
    const { allocations, problems } = readPlan([
      {
        cells: range`
          Person | Weekly hours
          Ana    | 40
        `,
      },
      {
        cells: [
          ["Person", "Engagement", "Hours a day"],
          [name, "Portal", 8],
        ],
      },
    ]);
    expect([[...allocations.person], problems]).toEqual([[-1], []]);
  });

  test.each(["Openshift Bob", "Tbdaniel", "Vacanti", "Nnamdi"])("%s is a name like any other", (name) => {
    const { problems } = readPlan([
      {
        cells: [
          ["Person", "Weekly hours"],
          ["Ana", 40],
        ],
      },
      {
        cells: [
          ["Person", "Engagement", "Hours a day"],
          [name, "Portal", 8],
        ],
      },
    ]);
    expect(problems.map(({ code }) => code)).toEqual(["HR-123"]);
  });

  test("without an Engagements table belongs to confirmed engagements, as they are named", () => {
    const { engagements, given } = plan`
      Engagement | Skill | Hours a week
      Portal     | AWS   | 20
      portal     | Java  | 20
      Website    | Java  | 20
    `;
    expect(engagements.map(({ name, status, kind }) => [name, status, kind])).toEqual([
      ["Portal", "confirmed", "time and materials"],
      ["Website", "confirmed", "time and materials"],
    ]);
    expect([...given]).toEqual(["Demand"]);
  });
});

describe("days off", () => {
  test("leave is whole days or some hours of each; without a To it has no end", () => {
    const { leave } = plan`
      Person | Weekly hours
      Ana    | 40

      Person | From       | To         | Hours a day
      Ana    | 2026-01-05 | 2026-01-09 |
      Ana    | 2026-02-02 | 2026-02-02 | 4
      Ana    | 2026-03-02 |            |
    `;
    expect([...leave.minutes]).toEqual([-1, 240, -1]);
    expect([...leave.to]).toEqual([day("2026-01-09"), day("2026-02-02"), 2_958_465]);
  });

  test("a list of days off without a To column is one day a row", () => {
    const { leave } = plan`
      Name | Weekly hours
      Ana  | 40

      Name | Date
      Ana  | 2026-01-05
    `;
    expect([leave.from[0], leave.to[0]]).toEqual([day("2026-01-05"), day("2026-01-05")]);
  });

  test("holidays belong to locations, each day once", () => {
    const { locations, contracts } = plan`
      Person | Weekly hours | Location
      Ana    | 40           | Pune
      Ben    | 40           |

      Location | Day
      Austin   | 2026-07-03
      pune     | 2026-01-26
      Pune     | 2026-01-01
      Pune     | 2026-01-26
    `;
    expect(locations).toEqual([
      { name: "Pune", holidays: [day("2026-01-01"), day("2026-01-26")] },
      { name: "", holidays: [] },
      { name: "Austin", holidays: [day("2026-07-03")] },
    ]);
    expect(contracts.map(({ location }) => location)).toEqual([0, 1]);
  });
});

describe("settings", () => {
  const usual = readPlan([]).settings;

  test("have usual values", () => {
    expect(usual).toEqual({
      horizonFrom: null,
      horizonWeeks: 26,
      grain: "week",
      plan: "capacity",
      target: 1_000_000,
      fullTimeWeek: 2400,
      pipeline: "odds",
      hires: "odds",
      utilizationOf: "effective",
      watchAbove: 850_000,
      redAbove: 950_000,
      overtime: 50_000,
      contextSwitching: false,
      asOf: null,
      supportCounts: "rows",
      supportReserve: null,
      absence: 0,
      startSlip: [],
      currency: null,
      moneyShown: "none",
      marginTarget: 300_000,
      marginWatch: 100_000,
      belowTarget: 100_000,
      aboveTarget: 50_000,
      errorGood: 150_000,
      errorWatch: 300_000,
      onTimeGood: 900_000,
      onTimeWatch: 750_000,
    });
  });

  test("are read by name, in any order and spelling", () => {
    const { settings, problems } = plan`
      Setting              | Value      | Note
      pipeline             | 60%        | only what is likely
      HIRES                | all        |
      Full time hours      | 38.5       |
      utilisation target   | 0.8        |
      Grain                | day        |
      Horizon from         | 2026-01-05 |
      Horizon weeks        |            |
    `;
    expect(problems).toEqual([]);
    expect(settings).toEqual({
      ...usual,
      pipeline: { from: 600_000 },
      hires: "all",
      fullTimeWeek: 2310,
      target: 800_000,
      grain: "day",
      horizonFrom: day("2026-01-05"),
    });
  });
});

describe("ranges", () => {
  test("a table given twice is one longer table, and rows are numbered within their own range", () => {
    const { people, accounts, problems } = plan`
      Person | Weekly hours
      Ana    | 40
      |

      Name | Team  | FTE
      Ben  | Cloud | 0.5
      Cleo | Cloud | 9

      People of the web team | |
      Person | Weekly hours |
      Dev    | abc          |
    `;
    expect(people.map(({ name }) => name)).toEqual(["Ana", "Ben"]);
    expect(accounts).toEqual([{ table: "People", read: 5, used: 2, excluded: 2, blank: 1 }]);
    expect(problems.map(({ at }) => at[0])).toEqual([
      { table: "People", row: 3, column: "FTE" },
      { table: "People", row: 3, column: "Weekly hours" },
    ]);
  });

  test("a range given twice counts once, and says so", () => {
    const cells = range`
      Engagement | Skill | Hours a week
      Bank       | AWS   | 5
    `;
    const longer = [...cells, ["Bank", "AWS", 5]];
    const { needs, accounts, problems } = readPlan([{ cells }, { cells: [["Again", "", ""], ...cells, ["", "", ""]] }]);
    expect(needs).toHaveLength(1);
    expect(accounts).toEqual([{ table: "Demand", read: 3, used: 1, excluded: 1, blank: 1 }]);
    expect(problems.map(({ code, at }) => [code, at[0]])).toEqual([
      ["HR-121", { table: "Demand", row: 2, column: "" }],
    ]);
    expect(readPlan([{ cells }, { cells: longer }]).needs).toHaveLength(3);
  });

  test("with a sheet and a place, problems name cells", () => {
    const cells = range`
      Person | Weekly hours
      Ana    | 40
      Ben    | abc
    `;
    expect(sentences(readPlan([{ cells, sheet: "Staff", row: 4, column: 2 }]))).toEqual([
      'HR-101 Staff!D7: "abc" is not a number of hours a week. Maybe type a number, or leave the cell empty.',
    ]);
  });

  test("with the sheet known, problems in a team's own layout name the team's cells", () => {
    const cells = range`
      Staffing in hours | | | |
      Person | Project | 2026-01-05 | 2026-01-12 | 2026-01-19
      Ana    | Portal  | "20h"      | 30         | 20
      Ana    | Intern  | "#REF!"    | 10         | 10
    `;
    const people = range`
      Person | Weekly hours
      Ana    | 40
    `;
    const placed = { cells, sheet: "Staff 2026", row: 6, column: 2 };
    expect(sentences(readPlan([{ cells: people }, placed]))).toEqual([
      'HR-138 Staff 2026!E9: "20h" is a text and is read as 20 hours. Maybe the cell should hold a plain number, so that sums count it.',
      'HR-141 Staff 2026!E10: "#REF!" is an error and is left out. Maybe its formula points to a cell that is gone.',
    ]);
    expect(sentences(readPlan([{ cells: people }, { cells }]))[1]).toContain("Allocations row 4, column C:");
  });

  test("a team's own layout is read too, and its problems name the team's cells", () => {
    const { allocations, accounts, problems } = plan`
      Person | Weekly hours
      Ana    | 40
      Ben    | 40

      Staffing in hours | | | |
      Person   | Project | 2026-01-05 | 2026-01-12 | 2026-01-19
      Ana      | Portal  | 20         | 30         | 20
      Bem      | Portal  | 10         | 10         | 10
    `;
    expect([...allocations.person]).toEqual([0, 0, 0]);
    // The title and the headings count too: in a team's own layout any row may be one.
    expect(accounts[1]).toEqual({ table: "Allocations", read: 4, used: 1, excluded: 3, blank: 0 });
    expect(new Set(problems.map(({ code, at }) => `${code} row ${at[0]!.row}`))).toEqual(new Set(["HR-123 row 4"]));
  });
});

describe("a name that is not in its table", () => {
  const hint = (name: string) =>
    sentences(
      planIn(`
        Person     | Weekly hours
        Ana Diaz   | 40
        Ben Ito    | 40

        Person     | Engagement | Hours a day
        ${name}    | Portal     | 8
      `),
    ).map((sentence) => sentence.slice(sentence.indexOf("Maybe")));

  test.each([
    ["Ana Dias", "Maybe Ana Diaz."],
    ["Ana", "Maybe Ana Diaz."],
    ["Bn Ito", "Maybe Ben Ito."],
    ["Cleopatra", "Maybe add it to People."],
    ["Eva Lind", "Maybe add it to People."],
  ])("%s is compared with those that are like it: %s", (name, said) => expect(hint(name)).toEqual([said]));
});

describe("holidays of a place that has nobody", () => {
  const HOLIDAYS = "Location | Day\nUSA | 2026-07-03\nUSA | 2026-11-26";

  test("are said once, and what to do when People has no places at all", () => {
    expect(sentences(planIn(`Person | Weekly hours\nAna | 40\n\n${HOLIDAYS}`))).toEqual([
      'HR-127 Holidays row 2, Location: "USA" is a location where nobody is, so its holidays count for nothing (2 rows). Maybe fill Location in People.',
    ]);
  });

  test("are nobody's concern without a People table", () => expect(planIn(HOLIDAYS).problems).toEqual([]));
});

test("work asks for a skill that nobody has only where people's skills are known", () => {
  const { problems } = plan`
    Person | Weekly hours | Location
    Ana    | 40           | Pune

    Engagement | Skill | Certificate | Hours a week
    Portal     | AWS   | Architect   | 20
  `;
  expect(problems).toEqual([]);
});

test("everything that is wrong with a row is said, also after the first mistake", () => {
  const read = plan`
    Person | Weekly hours
    Ana    | 40

    Engagement | Client
    Portal     | Acme

    Person | Engagement | From       | To         | Hours a day | Share
    Bob    | Portals    | 2026-03-09 | 2026-03-06 | abc         | soon
    Bob    | Portal     | "soon"     |            |             |
    Total  | Portals    |            |            |             |

    Person | From
    Cleo   | "soon"
  `;
  expect(read.problems.map(({ code, at }) => `${code} ${at[0]!.row} ${at[0]!.column}`)).toEqual([
    "HR-123 2 Person",
    "HR-123 2 Engagement",
    "HR-114 2 To",
    "HR-101 2 Hours a day",
    "HR-101 2 Share",
    "HR-123 3 Person",
    "HR-111 3 From",
    "HR-105 3 Hours a day",
    "HR-131 4 Person",
    "HR-123 2 Person",
    "HR-111 2 From",
  ]);
});

describe("holidays without a location hold everywhere", () => {
  const people = `
    Person | Weekly hours | Location
    Ana    | 40           | Munich
    Ben    | 40           | Pune
    Cleo   | 40           |
  `;
  const holidays = (picture: string) =>
    Object.fromEntries(
      planIn(`${people}\n\n${picture}`).locations.map(({ name, holidays }) => [name, holidays.map(iso)]),
    );

  test("when the cell is blank", () => {
    const found = holidays(`
      Location | Day        | Name
      Munich   | 2026-01-06 | Epiphany
               | 2026-01-01 | New Year
      Munich   | 2026-01-01 | New Year
    `);
    const [newYear, epiphany] = ["2026-01-01", "2026-01-06"];
    expect(found).toEqual({ Munich: [newYear, epiphany], Pune: [newYear], "": [newYear] });
  });

  test("when the table has no such column", () => {
    const found = holidays(`
      Date       | Holiday
      2026-01-01 | New Year
    `);
    expect(found).toEqual({ Munich: ["2026-01-01"], Pune: ["2026-01-01"], "": ["2026-01-01"] });
  });
});

describe("a range that is no plan", () => {
  const RACI = `
    Step         | Manager | Lead engineer | Engineer | Client
    Requirements | A       | R             | C        | C
    Design       | C       | A             | R        | I
  `;
  const why = "The cells are letters, as in a matrix of responsibilities, with no hours and no dates";

  test("is refused for what it is, rather than for the columns that it lacks", () => {
    expect(sentences(planIn(RACI))).toEqual([
      `HR-137 ${why} (in the range that starts with Step, Manager, Lead engineer, Engineer).`,
    ]);
    expect(sentences(readPlan([{ cells: rangeIn(RACI), sheet: "RACI" }]))).toEqual([
      `HR-137 ${why} (in the sheet RACI).`,
    ]);
  });

  test("hours worked are no leave, though they have a person and a day", () => {
    const { leave, accounts, problems } = planIn(`
      Person | Project | Date       | Hours
      Ana    | Portal  | 2026-01-05 | 8
      Ana    | Portal  | 2026-01-06 | 8
    `);
    expect(leave.length).toBe(0);
    expect(accounts).toEqual([{ table: "Actuals", read: 2, used: 2, excluded: 0, blank: 0 }]);
    expect(problems).toEqual([]);
  });
});
