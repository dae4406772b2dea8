import { describe, expect, test } from "vitest";
import { smallDemo } from "../../core/demo/small.ts";
import type { CellRange } from "../../core/plan/cells.ts";
import { ask, FRIDAY, MONDAY, refusal } from "./ask.ts";

const PEOPLE: CellRange = [
  ["Person", "Weekly hours", "Skills"],
  ["Ana", 40, "Python 4"],
  ["Ben", 30, "Python 3; Linux 2"],
];
const ENGAGEMENTS: CellRange = [
  ["Engagement", "Status", "Odds"],
  ["One", "tentative", 0.5],
  ["Two", "tentative", 0.5],
  ["Desk", "confirmed", ""],
];
const DEMAND: CellRange = [
  ["Engagement", "Skill", "Hours a week"],
  ["One", "Python", 60],
  ["Two", "Python", 60],
];
const TABLES = [PEOPLE, ENGAGEMENTS, DEMAND] as const;

// 70 hours are free and each of two deals asks for 60: both together, one week in four, lack 50.
describe("two deals in one week, by hand", () => {
  test.each([
    ["", 0.25],
    ["measure=odds", 0.25],
    ["measure=expected", 12.5],
    ["measure=p80", 50],
    ["measure=P90", 50],
    ["pipeline=all", 1],
    ["pipeline=none", 0],
    ["engagement=One", 0],
    ["person=Ana", 0.75],
  ])("%s gives %d", (where, gives) => {
    expect(ask("SHORTFALLODDS", MONDAY, FRIDAY, "", "", where, ...TABLES)).toBe(gives);
  });

  test("a grid says how its figures were found", () => {
    expect(ask("SHORTFALLODDS", MONDAY, FRIDAY + 7, "skill", "week", "measure=expected", ...TABLES)).toEqual([
      ["Expected hours (exact)", MONDAY, MONDAY + 7],
      ["Python", 12.5, 12.5],
    ]);
  });

  test("start slips that differ are named with their deals, those that are equal together", () => {
    const slips = (three: string): CellRange => [
      ["Engagement", "Status", "Odds", "Start slip"],
      ["One", "tentative", 0.5, "1 week 50%"],
      ["Two", "tentative", 0.5, "2 weeks 30%; 4 weeks 10%"],
      ["Three", "tentative", 0.5, three],
    ];
    const dated: CellRange = [
      ["Engagement", "Skill", "From", "To", "Hours a week"],
      ...["One", "Two", "Three"].map((name) => [name, "Python", MONDAY, FRIDAY, 1]),
    ];
    const headingOf = (three: string) =>
      (ask("SHORTFALLODDS", MONDAY, FRIDAY, "", "week", "", PEOPLE, slips(three), dated) as CellRange)[0]![0];
    expect(headingOf("1 week 50%")).toBe(
      "Chance (exact; start slips: One and Three 1 week late 50 %; Two 2 weeks late 30 %, 4 weeks late 10 %)",
    );
    expect(headingOf("none")).toBe(
      "Chance (exact; start slips: One 1 week late 50 %; Two 2 weeks late 30 %, 4 weeks late 10 %)",
    );
  });

  test("a start slip in force is named, and that deals without dates never slip", () => {
    const late: CellRange = [
      ["Setting", "Value"],
      ["Start slip", "1 week 50%"],
    ];
    const dated: CellRange = [
      ["Engagement", "Skill", "From", "To", "Hours a week"],
      ["One", "Python", MONDAY, FRIDAY, 60],
      ["Two", "Python", "", "", 60],
    ];
    // One on time and Two: 12.5 %; either week, since One is in one of them.
    expect(ask("SHORTFALLODDS", MONDAY, FRIDAY + 7, "", "week", "", PEOPLE, ENGAGEMENTS, dated, late)).toEqual([
      ["Chance (exact; start slip 1 week late 50 %, 1 deal without dates never slips)", MONDAY, MONDAY + 7],
      ["Total", 0.125, 0.125],
    ]);
    const all = ask("SHORTFALLODDS", MONDAY, FRIDAY, "", "", "measure=all", PEOPLE, ENGAGEMENTS, dated, late);
    expect((all as CellRange)[1]![7]).toBe("exact; start slip 1 week late 50 %, 1 deal without dates never slips");
  });

  test("all figures at once, by skill, with the method of each", () => {
    expect(ask("SHORTFALLODDS", MONDAY, FRIDAY, "skill", "", "measure=all", ...TABLES)).toEqual([
      ["Skill", "Period", "Chance", "Standard error", "Expected", "P80", "P90", "Method"],
      ["Python", MONDAY, 0.25, 0, 12.5, 50, 50, "exact"],
    ]);
  });
});

describe("tickets", () => {
  const SUPPORT: CellRange = [
    ["Engagement", "Skill", "Tickets a week", "Hours a ticket"],
    ["Desk", "Linux", 10, 2],
  ];
  const tables = [PEOPLE, ENGAGEMENTS, SUPPORT] as const;

  test("that come by chance make the chance an estimate, which says how far it may be off", () => {
    // Ben has 30 hours for 15 tickets; more than 15 of 10 expected come in 4.87 % of weeks (Poisson).
    const [[heading, ...days], [label, chance]] = ask(
      "SHORTFALLODDS",
      MONDAY,
      FRIDAY,
      "total",
      "week",
      "",
      ...tables,
    ) as readonly [readonly string[], readonly [string, number]];
    expect(heading).toMatch(/^Chance \(±0\.0[3-9] %\)$/);
    expect([days, label]).toEqual([[MONDAY], "Total"]);
    expect(chance).toBeCloseTo(0.0487, 3);
  });

  describe("by day, and in a part of a week, fewer of them come, and vary more", () => {
    const one = [
      [
        ["Person", "Weekly hours", "Skills"],
        ["Ana", 40, "Linux 4"],
      ],
      [
        ["Engagement", "Skill", "Tickets a week", "Hours a ticket"],
        ["Desk", "Linux", 5, 8],
      ],
    ] as const;
    /** By hand, for so many Poisson tickets of 8 hours and so many of them that fit: the chance of more, and the hours beyond. */
    const beyond = (mean: number, fit: number) => {
      let [chance, most, hours] = [Math.exp(-mean), 0, 0];
      for (let tickets = 0; tickets < 40; tickets++, chance *= mean / tickets) {
        if (tickets <= fit) continue;
        most += chance;
        hours += 8 * (tickets - fit) * chance;
      }
      return [most, hours];
    };
    const asked = (from: number, to: number, periods: string) => {
      const [, ...rows] = ask("SHORTFALLODDS", from, to, "", periods, "measure=all", ...one) as CellRange;
      return rows.map((row) => row.slice(2, 7).map(Number));
    };

    test("a day has one ticket of the week's five and 8 hours for it: two or more come in 26.4 % of days, 2.9 h too much", () => {
      const [chance, hours] = beyond(1, 1);
      expect([chance, hours]).toEqual([expect.closeTo(1 - 2 / Math.E, 9), expect.closeTo(8 / Math.E, 9)]);
      const days = asked(MONDAY, FRIDAY, "day");
      expect(days).toHaveLength(5);
      for (const [odds, error, expected, p80, p90] of days) {
        expect(Math.abs(odds! - chance!)).toBeLessThan(0.003);
        expect(error).toBeLessThan(0.003);
        expect(Math.abs(expected! - hours!)).toBeLessThan(0.03);
        // Two or fewer tickets come in 92.0 % of days, one or fewer in 73.6 %.
        expect([p80, p90]).toEqual([8, 8]);
      }
    });

    test("Monday and Tuesday have two of them and 16 hours: three or more in 32.3 %, 4.3 h too much", () => {
      const [chance, hours] = beyond(2, 2);
      expect([chance, hours]).toEqual([expect.closeTo(1 - 5 / Math.E ** 2, 9), expect.closeTo(32 / Math.E ** 2, 9)]);
      const [[odds, , expected, p80] = []] = asked(MONDAY, MONDAY + 1, "week");
      expect(Math.abs(odds! - chance!)).toBeLessThan(0.003);
      expect(Math.abs(expected! - hours!)).toBeLessThan(0.05);
      expect(p80).toBe(8);
    });

    test("the whole week: six or more of five in 38.4 %, which is neither that of a day nor of five independent ones", () => {
      const [chance, hours] = beyond(5, 5);
      expect(chance).toBeCloseTo(0.384, 3);
      const [[odds, , expected] = []] = asked(MONDAY, FRIDAY, "week");
      expect(Math.abs(odds! - chance!)).toBeLessThan(0.003);
      expect(Math.abs(expected! - hours!)).toBeLessThan(0.05);
    });
  });

  test("every row of the whole table says the points", () => {
    const [, row] = ask("SHORTFALLODDS", MONDAY, FRIDAY, "", "", "measure=all", ...tables) as CellRange;
    expect(row![7]).toBe("estimated: 1009 × 4 points");
  });
});

describe("what cannot be asked", () => {
  test.each([
    ["measure=p70", '"measure=p70" is not one of odds, expected, p80, p90 or all'],
    ["restaff=yes", '"restaff" is no key of where'],
  ])("%s", (where, says) => {
    expect(refusal("SHORTFALLODDS", MONDAY, FRIDAY, "", "", where, ...TABLES)[1]).toContain(says);
  });

  test("rows by engagement", () => {
    expect(refusal("SHORTFALLODDS", MONDAY, FRIDAY, "engagement", "", "", ...TABLES)[1]).toContain(
      "SHORTFALLODDS knows total or skill",
    );
  });
});

test("Juniper, on the demo plan: one time in two 10 hours of Python are short", () => {
  const tables = ["People", "Engagements", "Demand", "Allocations"].map((name) => smallDemo().get(name)!);
  const [from, to] = [46090, 46094];
  expect(ask("SHORTFALLODDS", from, to, "", "", "skill=Python", ...tables)).toBe(0.5);
  expect(ask("SHORTFALLODDS", from, to, "", "", "skill=Python; measure=expected", ...tables)).toBe(5);
  expect(ask("SKILLGAP", from, to, "", "", "skill=Python; pipeline=odds", ...tables)).toBe(0);
});

describe("support of which nobody knows how many hours it takes", () => {
  const people: CellRange = [
    ["Person", "Weekly hours", "Skills"],
    ["Ana", 2, "Linux 4"],
  ];
  const tickets: CellRange = [
    ["Opened", "Engagement", "Skill", "Hours"],
    ...Array.from({ length: 100 }, (_, i) => [MONDAY - 140 + i, "Desk", "Linux", ""]),
  ];
  const support: CellRange = [
    ["Engagement", "Skill", "Tickets a week", "Hours a ticket"],
    ["Care", "Linux", 1, 0.5],
  ];
  const why = "Desk, Linux cannot be forecast from tickets: no ticket says how many hours it took";

  test("has no chance: one cell is refused", () => {
    expect(refusal("SHORTFALLODDS", MONDAY, FRIDAY, "", "", "", people, tickets)).toEqual([
      "unavailable",
      expect.stringContaining(why),
    ]);
    expect(refusal("SHORTFALLODDS", MONDAY, FRIDAY, "", "", "measure=p80", people, tickets)[0]).toBe("unavailable");
  });

  test("tables say what is not known, and never only exact", () => {
    const [[heading]] = ask("SHORTFALLODDS", MONDAY, FRIDAY, "", "week", "", people, tickets) as [[string]];
    expect(heading).toBe("Chance (exact; support of Desk, Linux not known)");
    const [, row] = ask("SHORTFALLODDS", MONDAY, FRIDAY, "", "", "measure=all", people, tickets) as CellRange;
    expect(row?.at(-1)).toBe("exact; support of Desk, Linux not known");
  });

  test("beside a queue that is known it is left out, as in SUPPORTLOAD, and named in tables", () => {
    const asked = [MONDAY, FRIDAY, ""] as const;
    expect(ask("SHORTFALLODDS", ...asked, "", "", people, tickets, support)).toEqual(expect.any(Number));
    const [[heading]] = ask("SHORTFALLODDS", ...asked, "week", "", people, tickets, support) as [[string]];
    expect(heading).toContain("; support of Desk, Linux not known)");
  });

  test("is nothing to a question about other work", () => {
    const java: CellRange = [
      ["Engagement", "Skill", "Hours a week"],
      ["One", "Java", 1],
    ];
    const coder: CellRange = [
      ["Person", "Weekly hours", "Skills"],
      ["Ana", 2, "Linux 4; Java 2"],
    ];
    expect(ask("SHORTFALLODDS", MONDAY, FRIDAY, "", "", "skill=Java", coder, tickets, java)).toBe(0);
  });
});

test("chances of listed outcomes carry no last digits of their sum", () => {
  const deals = Array.from({ length: 10 }, (_, i) => `Deal ${i}`);
  const engagements: CellRange = [["Engagement", "Status", "Odds"], ...deals.map((name) => [name, "tentative", 0.1])];
  const demand: CellRange = [["Engagement", "Skill", "Hours a week"], ...deals.map((name) => [name, "Python", 71])];
  // Short when any deal comes: 1 - 0.9^10.
  expect(ask("SHORTFALLODDS", MONDAY, FRIDAY, "", "", "", PEOPLE, engagements, demand)).toBe(0.6513215599);
});
