import { describe, expect, test } from "vitest";
import type { CellRange } from "../../core/plan/cells.ts";
import { planIn, rangesIn } from "../support/plan.ts";
import { ask, refusal } from "./ask.ts";

/** Monday 5 January 2026, and the Friday and the last day of that month. */
const [MONDAY, FRIDAY, END] = [46027, 46031, 46053];

const FIRM = `
  Person | Role   | Team  | Weekly hours | Skills
  Ana    | Senior | Cloud | 40           | AWS 4
  Ben    | Mid    | Cloud | 40           | AWS 3
  Cleo   | Mid    | Desk  | 20           | Linux 3

  Engagement | Client | Kind               | Status    | Odds | From       | To
  Portal     | Acme   | time and materials | confirmed |      | 2026-01-05 | 2026-03-27
  Build      | Globex | fixed price        | confirmed |      | 2026-01-05 | 2026-01-30
  Care       | Acme   | managed service    | confirmed |      | 2026-01-01 | 2026-12-31
  Tooling    |        | internal           | confirmed |      |            |
`;
const COSTS = `
  Role   | Cost rate | Currency
  Senior | 90        | EUR
  Mid    | 70        | EUR
`;
const booked = (...rows: readonly string[]) => `
  Person | Engagement | Hours a day | From | To | Skill | Billable
  ${rows.join("\n")}
`;
const rates = (...rows: readonly string[]) => `
  Engagement | Client | Role | Person | Skill | Rate | Currency | From
  ${rows.join("\n")}
`;
const fees = (...rows: readonly string[]) => `
  Engagement | Kind | Amount | Currency | From | To
  ${rows.join("\n")}
`;
const ANA = "Ana | Portal | 1 | 2026-01-05 | 2026-01-09 | AWS |";
const revenue = (...tables: readonly string[]) =>
  ask("MARGIN", MONDAY, FRIDAY, "", "", "measure=revenue", ...rangesIn([FIRM, COSTS, ...tables].join("\n\n")));
const week = (measure: string, where: string, ...tables: readonly string[]) =>
  ask(
    "MARGIN",
    MONDAY,
    FRIDAY,
    "",
    "",
    `measure=${measure}${where}`,
    ...rangesIn([FIRM, COSTS, ...tables].join("\n\n")),
  );

describe("which rate holds", () => {
  // Five hours of Ana's in the week, each at the rate that goes before all after it.
  const LADDER = [
    ["engagement and person", "Portal | | | Ana | | 100 | |"],
    ["engagement and skill", "Portal | | | | AWS | 101 | |"],
    ["engagement and role", "Portal | | Senior | | | 102 | |"],
    ["engagement", "Portal | | | | | 103 | |"],
    ["client and person", " | Acme | | Ana | | 104 | |"],
    ["client and role", " | Acme | Senior | | | 105 | |"],
    ["client", " | Acme | | | | 106 | |"],
    ["person", " | | | Ana | | 107 | |"],
    ["skill", " | | | | AWS | 108 | |"],
    ["role", " | | Senior | | | 109 | |"],
  ] as const;

  test.each(LADDER.map(([what, row], i) => [what, row, i] as const))(
    "that of %s goes before all below it",
    (_, row, i) => {
      const below = LADDER.slice(i).map(([, one]) => one);
      expect(revenue(booked(ANA), rates(...below.reverse()))).toBe(5 * Number(row.split("|")[5]));
    },
  );

  test("of rates for the same, the one with the latest From up to the day", () => {
    const dated = rates(
      " | | Senior | | | 100 | |",
      " | | Senior | | | 110 | | 2026-01-07",
      " | | Senior | | | 120 | | 2026-01-10",
    );
    expect(revenue(booked(ANA), dated)).toBe(2 * 100 + 3 * 110);
  });

  test("two rates for one day are a problem at both cells, and what they price is not known, however good other rates are", () => {
    const tied = [
      FIRM,
      COSTS,
      booked(ANA),
      rates(" | | Senior | | | 100 | |", " | | | Ana | | 110 | |", " | | | Ana | | 120 | |"),
    ];
    expect(revenue(...tied.slice(2))).toBe("n/a");
    expect(planIn(tied.join("\n\n")).errors.map(({ code, at }) => [code, ...at.map(({ row }) => row)])).toEqual([
      ["HR-121", 3, 4],
      ["HR-121", 4, 3],
    ]);
  });

  test("a missing rate or cost is n/a, never 0, and so is everything it belongs to", () => {
    const two = booked(ANA, "Ben | Portal | 1 | 2026-01-05 | 2026-01-09 | |");
    const onlySeniors = rates(" | | Senior | | | 100 | |");
    expect(week("revenue", "", two, onlySeniors)).toBe("n/a");
    expect(week("revenue", "; person=Ana", two, onlySeniors)).toBe(500);
    expect(week("cost", "", two, onlySeniors)).toBe(5 * 90 + 5 * 70);
    expect(week("margin", "", two, onlySeniors)).toBe("n/a");
  });
});

describe("currencies", () => {
  const table = (heading: string, rate: string, ...more: readonly string[]) => [
    booked(ANA),
    `
      Role   | ${heading}
      Senior | ${rate}
    `,
    ...more,
  ];
  const EURO = `
    Setting  | Value
    Currency | EUR
  `;
  const dollars = (...rows: readonly string[]) => `
    Currency | Rate | From
    ${rows.join("\n")}
  `;

  test("may stand behind a heading, and are exchanged at the rate of the day", () => {
    expect(revenue(...table("Rate (USD)", "100", EURO, dollars("USD | 0.9 | ", "USD | 0.8 | 2026-01-08")))).toBe(
      3 * 90 + 2 * 80,
    );
  });

  test("without an exchange rate on the day are not known", () => {
    expect(revenue(...table("Rate (USD)", "100", EURO, dollars("USD | 0.9 | 2026-01-06")))).toBe("n/a");
    expect(revenue(...table("Rate (USD)", "100", EURO))).toBe("n/a");
  });

  test("have their own smallest units: a third of an hour in yen is rounded to a yen, in dinars to a fils", () => {
    const third = "Ana | Portal | 0.3333333 | 2026-01-05 | 2026-01-05 | |";
    const of = (code: string, rate: string) => {
      const tables = [
        FIRM,
        COSTS.replace(/EUR/g, code),
        booked(third),
        `Role | Rate | Currency\nSenior | ${rate} | ${code}`,
      ];
      return ask("MARGIN", MONDAY, FRIDAY, "", "", "measure=revenue", ...rangesIn(tables.join("\n\n")));
    };
    expect(of("JPY", "10000")).toBe(3333);
    expect(of("KWD", "10")).toBe(3.333);
    expect(of("EUR", "10")).toBe(3.33);
  });
});

describe("revenue by kind", () => {
  test("a managed service has its retainer by days, and overage only at rates of its own", () => {
    const work = booked("Cleo | Care | 2 | 2026-01-01 | 2026-12-31 | |");
    const retainer = fees("Care | monthly retainer | 3100 | EUR | 2026-01-01 | 2026-12-31");
    expect(week("revenue", "; engagement=Care", work, retainer)).toBe(500);
    expect(week("revenue", "; engagement=Care", work, retainer, rates(" | | Mid | | | 100 | |"))).toBe(500);
    expect(week("revenue", "; engagement=Care", work, retainer, rates("Care | | Mid | | | 100 | |"))).toBe(1500);
  });

  test("a fixed price without its fee, and a managed service without a retainer, are not known", () => {
    expect(week("revenue", "; engagement=Care", booked("Cleo | Care | 2 | 2026-01-05 | 2026-01-09 | |"))).toBe("n/a");
    expect(week("revenue", "; engagement=Build", booked("Ana | Build | 2 | | | |"))).toBe("n/a");
  });

  test("internal work costs and earns nothing: its percent is n/a", () => {
    const work = booked("Ben | Tooling | 2 | 2026-01-05 | 2026-01-09 | |");
    expect(["revenue", "cost", "margin", "percent"].map((measure) => week(measure, "", work))).toEqual([
      0,
      700,
      -700,
      "n/a",
    ]);
  });

  test("a fixed fee is earned as its effort is done, and a change order catches up from its day", () => {
    // Twenty days of eight hours: a quarter is done after the first week.
    const work = booked("Ana | Build | 8 | | | |");
    expect(week("revenue", "", work, fees("Build | fixed fee | 16000 | EUR | |"))).toBe(4000);
    const changed = rangesIn(
      [
        FIRM,
        COSTS,
        work,
        fees("Build | fixed fee | 16000 | EUR | |", "Build | change order | 4000 | EUR | 2026-01-12 |"),
      ].join("\n\n"),
    );
    expect(ask("MARGIN", MONDAY, END, "", "week", "measure=revenue", ...changed)).toEqual([
      ["Total", 46027, 46034, 46041, 46048],
      ["Total", 4000, 6000, 5000, 5000],
    ]);
  });

  test("expenses cost and write-offs lessen revenue, on their day", () => {
    const work = booked(ANA);
    const bill = rates(" | | Senior | | | 100 | |");
    const some = fees(
      "Portal | expense | 50 | EUR | 2026-01-07 |",
      "Portal | write-off | 30 | EUR | 2026-01-08 |",
      "Portal | write-off | 7 | EUR | 2026-01-10 |",
    );
    expect([week("revenue", "", work, bill, some), week("cost", "", work, bill, some)]).toEqual([470, 500]);
  });

  test("tentative work earns and costs by its odds", () => {
    const tentative = FIRM.replace(
      "Portal     | Acme   | time and materials | confirmed |     ",
      "Portal | Acme | time and materials | tentative | 50%",
    );
    const tables = rangesIn([tentative, COSTS, booked(ANA), rates(" | | Senior | | | 100 | |")].join("\n\n"));
    expect(ask("MARGIN", MONDAY, FRIDAY, "", "", "", ...tables)).toBe((5 * (100 - 90)) / 2);
    expect(ask("MARGIN", MONDAY, FRIDAY, "", "", "pipeline=all", ...tables)).toBe(50);
    expect(ask("MARGIN", MONDAY, FRIDAY, "", "", "pipeline=none", ...tables)).toBe(0);
  });
});

describe("work that nobody is booked on", () => {
  const need = (row: string) => `
    Engagement | Skill | Role | From | To | Hours a week
    ${row}
  `;
  const bill = rates(" | | Senior | | | 150 | |", " | | Mid | | | 120 | |");

  test("by skill is worth what those who hold the skill are worth on average, by contract hours", () => {
    // Ana 150 and Ben 120 have AWS, 40 hours each: 135. They cost 80.
    expect(week("revenue", "", need("Portal | AWS | | 2026-01-05 | 2026-01-09 | 10"), bill)).toBe(1350);
    expect(week("cost", "", need("Portal | AWS | | 2026-01-05 | 2026-01-09 | 10"), bill)).toBe(800);
  });

  test("by role is worth the role's rates", () => {
    expect(week("revenue", "", need("Portal | | Mid | 2026-01-05 | 2026-01-09 | 10"), bill)).toBe(1200);
  });

  test("stands in a row of its own, by person", () => {
    const tables = rangesIn(
      [FIRM, COSTS, need("Portal | AWS | | 2026-01-05 | 2026-01-09 | 10"), booked(ANA), bill].join("\n\n"),
    );
    expect(ask("MARGIN", MONDAY, FRIDAY, "person", "", "measure=revenue", ...tables)).toEqual([
      ["Person", MONDAY],
      ["Ana", 750],
      ["(open)", 675],
    ]);
  });
});

describe("hours worked", () => {
  const WORK = [
    FIRM,
    COSTS,
    booked("Ana | Portal | 4 | 2026-01-05 | 2026-01-09 | |", "Ana | Tooling | 4 | 2026-01-05 | 2026-01-09 | |"),
    rates(" | | Senior | | | 100 | |"),
  ];
  const logged = (...rows: readonly string[]) => `
    Day | Person | Engagement | Hours | Billable
    ${rows.join("\n")}
  `;
  const costs = (...tables: readonly string[]) =>
    ask("MARGIN", MONDAY, FRIDAY, "engagement", "day", "measure=cost", ...rangesIn([...WORK, ...tables].join("\n\n")));

  test("of a day stand instead of everything that was planned for it; later days are as planned", () => {
    expect(costs(logged("2026-01-05 | Ana | Portal | 7 |", "2026-01-06 | Ana | Tooling | 0 |"))).toEqual([
      ["Engagement", 46027, 46028, 46029, 46030, 46031],
      ["Portal", 630, 0, 360, 360, 360],
      ["Tooling", 0, 0, 360, 360, 360],
    ]);
  });

  test("that are not billable cost and earn nothing", () => {
    const tables = rangesIn(
      [...WORK, logged("2026-01-05 | Ana | Portal | 7 |", "2026-01-05 | Ana | Portal | 1 | no")].join("\n\n"),
    );
    expect(ask("MARGIN", MONDAY, MONDAY, "", "", "measure=revenue", ...tables)).toBe(700);
    expect(ask("MARGIN", MONDAY, MONDAY, "", "", "measure=cost", ...tables)).toBe(720);
  });

  test("of somebody unknown are said once, with their number", () => {
    const { errors, accounts } = planIn(
      [...WORK, logged("2026-01-05 | Anna | Portal | 7 |", "2026-01-06 | Anna | Portal | 7 |")].join("\n\n"),
    );
    expect(errors.map(({ code, value, why, hint }) => [code, value, why, hint])).toEqual([
      ["HR-123", "Anna", "is not in People (2 rows)", "Maybe Ana."],
    ]);
    expect(accounts.find(({ table }) => table === "Actuals")).toEqual({
      table: "Actuals",
      read: 2,
      used: 0,
      excluded: 2,
      blank: 0,
    });
  });

  test("and tickets: support beyond what anybody tracked in the month is a cost, and a part of the bridge", () => {
    const tickets = `
      Opened | Engagement | Skill | Hours
      2026-01-05 | Care | Linux | 3
      2026-01-06 | Care | Linux | 5
    `;
    const retainer = fees("Care | monthly retainer | 3100 | EUR | 2026-01-01 | 2026-12-31");
    const work = [FIRM, COSTS, tickets, retainer, logged("2026-01-06 | Cleo | Care | 2 |")];
    const tables = rangesIn(work.join("\n\n"));
    // Eight hours of tickets, two tracked: six at 70, where Cleo alone knows Linux.
    expect(ask("MARGIN", 46023, END, "", "", "engagement=Care; measure=cost", ...tables)).toBe(2 * 70 + 6 * 70);
    expect((ask("MARGINBRIDGE", 46023, END, "engagement", "engagement=Care", ...tables) as CellRange)[1]).toEqual([
      "Care",
      3100,
      -140,
      0,
      0,
      0,
      -420,
      0,
      0,
      2540,
    ]);
    // In February ten hours were tracked, more than the tickets took: nothing is untracked, nothing comes back.
    const later = rangesIn(
      [
        ...work.slice(0, 2),
        tickets.replaceAll("2026-01", "2026-02"),
        retainer,
        logged("2026-02-06 | Cleo | Care | 10 |"),
      ].join("\n\n"),
    );
    expect(ask("MARGIN", 46054, 46081, "", "", "engagement=Care; measure=cost", ...later)).toBe(10 * 70);
  });
});

describe("what a planner is told", () => {
  test("which table is missing, and which words measure knows", () => {
    const tables = rangesIn([FIRM, booked(ANA)].join("\n\n"));
    expect(refusal("MARGIN", MONDAY, FRIDAY, ...tables)).toEqual([
      "unavailable",
      "MARGIN needs the Costs, Rates or Fees table. Maybe its range is missing from the end of the formula.",
    ]);
    const card = rangesIn(rates(" | | Senior | | | 100 | |"));
    expect(ask("MARGIN", MONDAY, FRIDAY, "", "", "measure=revenue", ...tables, ...card)).toBe(500);
    expect(refusal("MARGIN", MONDAY, FRIDAY, ...tables, ...card)).toEqual([
      "unavailable",
      "MARGIN needs the Costs table, but for revenue. Maybe its range is missing from the end of the formula, or where needs measure=revenue.",
    ]);
    expect(refusal("MARGIN", MONDAY, FRIDAY, "", "", "measure=profits", ...tables, ...rangesIn(COSTS))[1]).toMatch(
      /^"measure=profits" is not one of margin, revenue, cost or percent\./,
    );
  });

  test("what is at stake where a rate, a cost rate or a fee is missing", () => {
    const tables = rangesIn(
      [
        FIRM,
        "Role | Cost rate\nSenior | 90",
        booked(ANA, "Ben | Portal | 2 | 2026-01-05 | 2026-01-09 | |", "Ben | Build | 1 | 2026-01-05 | 2026-01-09 | |"),
        rates(" | | Senior | | | 100 | |"),
        fees("Portal | expense | 1 | EUR | 2026-01-05 |"),
      ].join("\n\n"),
    );
    const problems = (ask("PLANCHECK", ...tables) as CellRange)
      .filter((row) => row[4] === "HR-194")
      .map((row) => row.slice(0, 4));
    expect(problems).toEqual([
      [
        "Costs row 1, Cost rate",
        "Ben",
        "has no cost rate, so that the margin of 15 hours on Portal, Build is not known",
        "Maybe add a row for Ben or the role Mid.",
      ],
      [
        "Rates row 1, Rate",
        "Ben",
        "has no rate, so that the margin of 10 hours on Portal is not known",
        "Maybe add a row for Ben or the role Mid.",
      ],
      [
        "Fees row 1, Amount",
        "Build",
        "has no fee, so that the margin of 5 hours is not known",
        "Maybe add a row for Build.",
      ],
    ]);
  });

  test("never what somebody costs", () => {
    const said = planIn(`
      Person | Role | Weekly hours
      Ana    | Dev  | 40
      Ben    | Dev  | 40
      Cleo   | Dev  | 40
      Dan    | Dev  | 40

      Person | Cost rate      | Currency
      Ana    | 98765.432      | EUR
      Ben    | -98765.43      | EUR
      Cleo   | "98765.43 USD" | EUR
      Dan    | 98765.43       | EUR
      Dan    | 98765.43       | EUR
    `).problems;
    expect(said.map(({ code, value }) => [code, value])).toEqual([
      ["HR-103", "(hidden)"],
      ["HR-103", "(hidden)"],
      ["HR-285", "(hidden)"],
      ["HR-121", "(hidden)"],
      ["HR-121", "(hidden)"],
    ]);
    expect(JSON.stringify(said)).not.toMatch(/9876|98,7|5\.43/);
  });
});

describe("money in other answers", () => {
  test("tables of money change nothing that counts hours", () => {
    const hours = rangesIn([FIRM, booked(ANA)].join("\n\n"));
    const money = rangesIn(
      [COSTS, rates(" | | Senior | | | 100 | |"), fees("Portal | expense | 1 | EUR | 2026-01-05 |")].join("\n\n"),
    );
    for (const rows of ["person", "engagement", "role"])
      expect(ask("DEMAND", MONDAY, FRIDAY, rows, "", "", ...hours, ...money)).toEqual(
        ask("DEMAND", MONDAY, FRIDAY, rows, "", "", ...hours),
      );
  });

  test("COMPARE has a margin for each scenario, n/a without tables of money", () => {
    const scenario = `
      Scenario | Change | Engagement | From | Percent | Person | Skill | Level | Hours a week | Weeks
      Later    | slip   | Portal     |      |         |        |       |       |              | 1
    `;
    const hours = rangesIn([FIRM, booked(ANA), scenario].join("\n\n"));
    const money = rangesIn([COSTS, rates(" | | Senior | | | 100 | |")].join("\n\n"));
    expect(ask("COMPARE", MONDAY, FRIDAY, "margin", "", "", ...hours, ...money)).toEqual([
      ["Scenario", "Margin"],
      ["Baseline", 50],
      ["Later", 0],
    ]);
    expect(ask("COMPARE", MONDAY, FRIDAY, "margin", "", "", ...hours)).toEqual([
      ["Scenario", "Margin"],
      ["Baseline", "n/a"],
      ["Later", "n/a"],
    ]);
    expect(ask("MARGIN", MONDAY, FRIDAY, "", "", "scenario=Later", ...hours, ...money)).toBe(0);
    expect(ask("MARGIN", 46034, 46038, "", "", "scenario=Later", ...hours, ...money)).toBe(50);
  });
});
