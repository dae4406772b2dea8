import { describe, expect, test } from "vitest";
import { smallDemo } from "../../core/demo/small.ts";
import { given } from "../../core/sheets/given.ts";
import { utilizationAndOverload } from "../../core/sheets/utilization.ts";
import { sheetPicture } from "../support/picture.ts";
import { planIn } from "../support/plan.ts";
import { linesOf, planOf } from "./demo.ts";

const model = utilizationAndOverload(given(planOf()));

test("says who is overloaded, by which rule, up to which day hours are logged, and whose timesheet is missing", () => {
  const [, headline, , past] = linesOf(model, "A1 ", "A2 ", "A3 ", "A5 ");
  expect(headline).toBe(
    "A2 | 10 person-weeks are red and 5 to watch in 17 weeks. Longest: Wei Ling Tan, 7 weeks in a row up to the week of 23 Feb.",
  );
  expect(past).toBe(
    "A5 | As of 26 Dec 2025 (the last day in Actuals). Up to then hours logged count, where somebody logged any, 0 too; all other days use the plan. Timesheets are missing for 5 days of Marcus Lim: see below.",
  );
});

test("lists red runs first: Wei Ling's seven full weeks, Daniel's three weeks of December, Vikram's release", () => {
  // Daniel: 42.5, 44 and 43 hours of 40, beyond by 2.5, 4 and 3.
  expect(linesOf(model, "A13 ", "A14 ", "A15 ", "A16 ", "A17 ")).toEqual([
    "A13 | Person, red first | Red weeks | To watch | In a row | Run up to | Beyond",
    "A14 | Wei Ling Tan | 5 | 1 | 7 | 2026-02-23 | 0.0",
    "A15 | Daniel Koh | 3 | 0 | 3 | 2025-12-15 | 9.5",
    "A16 | Vikram Joshi | 2 | 0 | 2 | 2026-01-19 | 20.0",
    "A17 | Maya Ellison | 0 | 3 | 4 | 2025-12-22 | 0.0",
  ]);
});

test("a team's load is its hours added up and divided once", () => {
  // The desk in the first week: 42.5 + 35 + 35 hours of three times 40 are 93.75 %.
  const [desk = ""] = linesOf(model, "A53 ");
  expect(desk.split(" | ").slice(1, 3)).toEqual(["Service desk", "93.8%"]);
});

test("what colours say stands in signs too, and a third full week is red before its colour is", () => {
  // Daniel: 106, 110 and 107 %, 60 %, the week that nobody worked, then 75 %. Vikram: 125 % in two weeks of January.
  // Wei Ling: 100 % from 12 January on, red from the third of these weeks, then nothing to do.
  const signs = new Map(
    linesOf(model, ...Array.from({ length: 12 }, (_, i) => `A${59 + i} `)).map((line) => {
      const cells = line.split(" | ");
      return [cells[1], cells[cells.length - 1]];
    }),
  );
  expect(signs.get("Daniel Koh")).toBe("▲▲▲·○············");
  expect(signs.get("Vikram Joshi")).toBe("···○○·▲▲·········");
  expect(signs.get("Wei Ling Tan")).toBe("····○○◆◆▲▲▲▲▲○○○○");
  expect(signs.get("Marcus Lim")).toBe("◆◆○·○········––––");
  const [desk = ""] = linesOf(model, "A53 ");
  expect(desk.split(" | ").at(-1)).toBe("◆◆··○···········○");
});

test("without hours logged it says that past days are planned, and without overload that there is none", () => {
  const idle = new Map(
    [...smallDemo()]
      .filter(([name]) => name !== "Actuals")
      .map(([name, cells]) => [name, name === "Allocations" ? cells.slice(0, 2) : cells]),
  );
  const calm = sheetPicture(utilizationAndOverload(given(planOf(idle))));
  expect(calm).toContain("A2 | Nobody is overloaded in these 12 weeks.");
  expect(calm).toContain("Past days use the plan: no hours are logged in a table Actuals.");
  expect(calm).toContain("| Nobody | 0 | 0 | 0 |");
  expect(calm).toContain("| No hours are logged |");
});

test("context switching is a column of its own, called folklore, only where Settings ask for it", () => {
  expect(sheetPicture(model)).not.toContain("folklore");
  const asked = new Map(
    [...smallDemo()].map(([name, cells]) => [
      name,
      name === "Settings" ? [...cells, ["Context switching", "yes", null]] : cells,
    ]),
  );
  const lines = linesOf(utilizationAndOverload(given(planOf(asked))), "A13 ", "A16 ");
  expect(lines[0]).toContain("Switching (folklore)");
  // Vikram is booked on Cobalt and on tooling: two at once.
  expect(lines[1]).toMatch(/^A16 \| Vikram Joshi .*20\.0%$/);
});

describe("a run that began before the weeks that are looked back at", () => {
  /** Full from a Monday to the end of March 2026; the horizon begins on 2 March, so that 208 weeks before are those from 7 March 2022. */
  const runOf = (from: string) => {
    const plan = planIn(`
      Setting       | Value
      Horizon from  | 2026-03-02
      Horizon weeks | 4

      Person | Weekly hours | From
      Ana    | 40           | 2020-01-01

      Engagement | Kind
      Portal     | time and materials

      Person | Engagement | From    | To         | Hours a day
      Ana    | Portal     | ${from} | 2026-03-29 | 8`);
    const made = utilizationAndOverload(given(plan));
    const lines = sheetPicture(made).split("\n");
    return {
      run: lines.find((line) => / \| Ana \| /.test(line))?.split(" | ")[4],
      headline: lines.find((line) => line.startsWith("A2 ")),
    };
  };

  test("is as long as these, or longer, and says so", () => {
    // 208 weeks before, and four shown.
    const { run, headline } = runOf("2021-06-07");
    expect(run).toBe("212+");
    expect(headline).toContain("Ana, 212 weeks or more in a row up to the week of 23 Mar");
  });

  test.each([
    // From 8 September: 25 weeks before, and four shown; from 2 June 2025: 39 and four; from 14 March 2022: 207 and four.
    ["2025-09-08", 29],
    ["2025-06-02", 43],
    ["2022-03-14", 211],
  ])("is exact where it began later: %s", (from, weeks) => {
    const { run, headline } = runOf(from);
    expect(run).toBe(`${weeks}`);
    expect(headline).toContain(`Ana, ${weeks} weeks in a row`);
  });
});

test("hours beyond a day's capacity are listed where no week is too full, so that the total is that of all", () => {
  // Ben has 4 hours a day and works 8 on Monday, 4 on Tuesday and on Wednesday: 16 of 20, and 4 beyond.
  const plan = planIn(`
    Setting       | Value
    Horizon from  | 2026-03-02
    Horizon weeks | 1

    Person | Weekly hours
    Ben    | 20

    Engagement | Kind
    Portal     | time and materials

    Person | Engagement | From       | To         | Hours a day
    Ben    | Portal     | 2026-03-02 | 2026-03-02 | 8
    Ben    | Portal     | 2026-03-03 | 2026-03-04 | 4`);
  const lines = sheetPicture(utilizationAndOverload(given(plan))).split("\n");
  expect(
    lines
      .find((line) => line.includes(" | Ben | 0 | 0 | "))
      ?.split(" | ")
      .at(-1),
  ).toBe("4.0");
});

test("off stands at the right like the shares around it, in the last week as in the first", () => {
  for (const grid of model.blocks) {
    if (grid.kind !== "grid" || (grid.key !== "people" && grid.key !== "teams")) continue;
    const isShare = (shows: string) => shows === "percent";
    const [cells] = grid.cellLooks ?? [];
    expect([cells?.look, cells?.row, cells?.rows]).toEqual(["figures", 0, grid.rows.length]);
    expect([cells?.column, cells?.columns]).toEqual([1, grid.columns.filter(({ shows }) => isShare(shows)).length]);
  }
});
