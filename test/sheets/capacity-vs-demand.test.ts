import { describe, expect, test } from "vitest";
import { smallDemo } from "../../core/demo/small.ts";
import { capacityVsDemand } from "../../core/sheets/capacity-vs-demand.ts";
import { given } from "../../core/sheets/given.ts";
import { total } from "../../core/sheets/sums.ts";
import { totalDemand, weekSums } from "../../core/sheets/week-sums.ts";
import { linesOf, planOf, withCell } from "./demo.ts";

const model = capacityVsDemand(given(planOf()));

describe("Capacity vs demand of the small demo", () => {
  test("says in its first lines what there is to know", () => {
    expect(linesOf(model, "A1 ", "A2 ", "A3 ", "A5 ")).toEqual([
      "A1 | Capacity vs demand, in hours a week",
      "A2 | Skills are short in 7 of 12 weeks, most in the week of 2 Mar (13.6 h), with 1,332 h left overall.",
      "A3 | 12 weeks from 5 Jan 2026 to 29 Mar 2026, week by week. Tentative work and planned hires count by their odds; people for all of their hours.",
      "A5 | As of 26 Dec 2025 (the last day in Actuals). All days shown are planned: hours logged count up to then. Tables are replaced at each refresh; every other cell is yours.",
    ]);
  });

  /**
   * Week of 5 January. Capacity: ten people of 40 hours and Grace with 24, less Vikram's two days off: 408; at target
   * 0.85 of 384 and 0.75 of 24: 344.4. Confirmed: Cobalt 12 + 60 + 20 + 6, and 10 + 6 of internal work: 114. Support: 60 + 20 + 20 + 8.
   * Week of 16 February. Less 8 hours of four people in Chicago, 8 of three in Pune, 16 of four in Singapore and 24 of Farah's leave:
   * 424 - 32 - 24 - 64 - 24 = 280. Confirmed: Tidewater 40 + 6, Cobalt 98, internal four days of 2 and two of 2: 156.
   * Week of 2 March: Marcus has left (-40), Pune has a day off (-24), the hire counts 0.8 of a fifth of 40 hours (6.4); Juniper counts half
   * of its 70 and of the placeholder's 20 hours.
   */
  test("has the figures that a pencil gives, and totals as native formulas", () => {
    expect(linesOf(model, "A12 ", "A13 ", "A19 ", "A21 ", "A25 ")).toEqual([
      "A12 | Week (Monday) | Confirmed | Tentative | Support | Demand | Capacity | At target | Variance | Overload | Skill gap",
      "A13 | 2026-01-05 | 114.0 | 0.0 | 108.0 | =B13+C13+D13 | 408.0 | 344.4 | =F13-E13 | 0.0 | 0.0",
      "A19 | 2026-02-16 | 156.0 | 0.0 | 108.0 | =B19+C19+D19 | 280.0 | 236.4 | =F19-E19 | 0.0 | 12.0",
      "A21 | 2026-03-02 | 114.0 | 45.0 | 108.0 | =B21+C21+D21 | 366.4 | 309.0 | =F21-E21 | 0.0 | 13.6",
      "A25 | Total | =SUM(B13:B24) | =SUM(C13:C24) | =SUM(D13:D24) | =SUM(E13:E24) | =SUM(F13:F24) | =SUM(G13:G24) | =SUM(H13:H24) | =SUM(I13:I24) | =SUM(J13:J24)",
    ]);
  });

  /** Service desk, 16 February: three days of Daniel and Marcus are 48, of which 18 each are allocated; Farah is away. */
  test("shows teams and skills by week, the tightest skill first", () => {
    expect(
      linesOf(model, "A31 |", "A35 ", "A36 ", "A41 |", "A42 ", "A50 ").map((line) =>
        line.split(" | ").slice(0, 9).join(" | "),
      ),
    ).toEqual([
      "A31 | Team | 5 Jan | 12 Jan | 19 Jan | 26 Jan | 2 Feb | 9 Feb | 16 Feb",
      "A35 | Service desk | 40.0 | 40.0 | 40.0 | 40.0 | 40.0 | 40.0 | 12.0",
      "A36 | Total | =SUM(B32:B35) | =SUM(C32:C35) | =SUM(D32:D35) | =SUM(E32:E35) | =SUM(F32:F35) | =SUM(G32:G35) | =SUM(H32:H35)",
      "A41 | Skill, tightest first | 5 Jan | 12 Jan | 19 Jan | 26 Jan | 2 Feb | 9 Feb | 16 Feb",
      "A42 | Windows | 20.0 | 20.0 | 20.0 | 20.0 | 20.0 | 20.0 | -12.0",
      "A50 | Kubernetes | 20.0 | 20.0 | 12.0 | 10.0 | 10.0 | 10.0 | 12.0",
    ]);
  });

  test("colours what is short, tight and spare, with a legend, and charts demand under the line of capacity", () => {
    expect(linesOf(model, "H13", "stacked", "A6:", "A6 ")).toEqual([
      "A6 | − short: below 0 h",
      "A6:A6 looks short",
      "H13:H24 looks short when below -0.008",
      "H13:H24 looks tight when between -0.008 and 8",
      "H13:H24 looks spare when above 40",
      'stacked columns with line chart at M11 "Demand against capacity, hours a week": B12:B24, C12:C24, D12:D24, F12:F24 by A12:A24',
    ]);
  });

  test("accounts for every row, and leads to the first cells that cannot be used", () => {
    const bad = capacityVsDemand(given(planOf(withCell(smallDemo(), "Allocations", 3, 5, "lots"))));
    expect(linesOf(bad, "A56 ", "A62 ", "A74 ", "A75")).toEqual([
      "A56 | Table | Read | Used | Left out | Blank",
      "A62 | Allocations | 19 | 18 | 1 | 0",
      "A74 | 1 problem in the plan, 1 of them leave a row out:",
      expect.stringMatching(/^A75 \| Allocations!F4: "lots" is not /),
      "A75 leads to Allocations!F4",
    ]);
  });

  test("fits half a year across, and wakes up for a plan without teams, skills or work", () => {
    const half = capacityVsDemand(given(planOf(), { weeks: 26 }));
    const teams = half.blocks.find(({ key }) => key === "teams")!;
    expect(teams.kind === "grid" && teams.columns.map(({ width }) => width)).toEqual([
      24,
      ...Array.from({ length: 26 }, () => 8),
    ]);
    const nobody = given(
      planOf(
        new Map([
          [
            "People",
            [
              ["Person", "Weekly hours"],
              ["Ana", 40],
            ],
          ],
        ]),
      ),
      { weeks: 2 },
    );
    expect(linesOf(capacityVsDemand(nobody), "A2 ")).toEqual(["A2 | No shortage in these 2 weeks: 80 h left overall."]);
  });

  test("adds up to the demand of the whole time whatever the grain and the counting of tentative work", () => {
    for (const grain of ["day", "week"] as const) {
      for (const pipeline of ["odds", "all", "none"] as const) {
        const one = given(planOf(), { grain, pipeline });
        expect(totalDemand(weekSums(one))).toBe(total(one.demand.asked) + total(one.demand.own));
      }
    }
  });
});

test("a fingerprint changes with any input and with nothing else", () => {
  const [demo] = [smallDemo()];
  const name = (plan: typeof demo, options = {}) => given(planOf(plan), options).fingerprint;
  expect(name(demo)).toBe(name(smallDemo()));
  expect(name(withCell(demo, "Allocations", 3, 5, 5))).not.toBe(name(demo));
  expect(name(withCell(demo, "Leave", 1, 1, 46031))).not.toBe(name(demo));
  expect(name(withCell(demo, "Holidays", 1, 1, 46035))).not.toBe(name(demo));
  expect(name(demo, { pipeline: "all" })).not.toBe(name(demo));
  expect(name(withCell(demo, "Allocations", 1, 9, "only a note"))).toBe(name(demo));
});
