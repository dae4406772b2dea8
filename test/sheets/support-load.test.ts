import { describe, expect, test } from "vitest";
import { smallDemo } from "../../core/demo/small.ts";
import type { Cell, CellRange } from "../../core/plan/cells.ts";
import { readPlan } from "../../core/plan/read-plan.ts";
import { capacityVsDemand } from "../../core/sheets/capacity-vs-demand.ts";
import { checksOf, holds } from "../../core/sheets/check-list.ts";
import { given } from "../../core/sheets/given.ts";
import { supportLoad } from "../../core/sheets/support-load.ts";
import { linesOf, planOf, withCell } from "./demo.ts";

const sheet = (...tables: readonly CellRange[]) => supportLoad(given(readPlan(tables.map((cells) => ({ cells })))));
const withSettings = (...rows: readonly (readonly Cell[])[]) =>
  supportLoad(given(planOf(new Map([...smallDemo()].map(([name, cells]) => [name, name === "Settings" ? [...cells, ...rows] : cells]))))); // biome-ignore format: one line

describe("Support load of the small demo", () => {
  const model = supportLoad(given(planOf()));

  test("says what to expect, what to keep, and where row and tickets differ", () => {
    expect(linesOf(model, "A2 ", "A3 ", "A4 ", "A5 ")).toEqual([
      "A2 | Support takes 108 h a week on average, and more than that in 45 weeks of 100. For eight weeks of ten keep 118 h.",
      // 108 hours of weeks of 40, planned to 85 %.
      "A3 | By rule of thumb the expected hours are 2.7 FTE, 3.2 at a target of 85 %.",
      "A4 | Nothing is kept beyond the expected hours: Settings, Support reserve, is empty.",
      expect.stringMatching(
        /^A5 \| Harborline desk, Windows: its row says 60 h a week, its tickets say 7\d(\.\d)? h\. The row counts: Settings, Support counts\.$/,
      ),
    ]);
  });

  test("shows a row a queue with both figures, and all of them together", () => {
    const rows = linesOf(model, "A14", "A15", "A16", "A17", "A18").filter((line) => line.includes(" | "));
    expect(rows[1]).toMatch(
      /^A15 \| Harborline desk \| Windows \| 60\.0 \| 7\d\.\d \| Support row \| 60\.0 \| 60\.0 \| 70\.0 \| 74\.0 \| 10\.0 \| 3\d\.\d \| 2\.\d\d \| Its row: tickets come in by chance \(Poisson\)\. Its tickets: Smoothed mean, varying /,
    );
    expect(rows[2]).toBe(
      "A16 | Meridian cloud care | AWS | 20.0 |  | Support row | 20.0 | 20.0 | 20.0 | 20.0 | 0.0 |  |  | Its row: stated hours, taken not to vary",
    );
    expect(linesOf(model, "A19 ")[0]).toMatch(
      /^A19 \| All queues together \|.*\| 108\.0 \| 108\.0 \| 118\.0 \| 122\.0 \| 10\.0 \|/,
    );
  });

  test("shows the back-test with the two forecasts that anybody can do", () => {
    const tested = model.blocks.find(({ key }) => key === "tested")!;
    if (tested.kind !== "grid") throw new TypeError("a table");
    expect(tested.rows.map(([name, way, forecasts]) => [name, way, forecasts])).toEqual([
      ["Harborline desk, Windows", "Smoothing (used)", 5],
      [null, "Mean of eight weeks", 5],
      [null, "Last week's number", 5],
    ]);
    expect(tested.rows[0]!.at(-1)).toMatch(/^On your own past 5 forecasts the 80 % line held in \d\d % of weeks\. /);
  });

  test("draws each week's tickets, the lines it had before, and eight weeks to come", () => {
    const history = model.blocks.find(({ key }) => key === "history1")!;
    if (history.kind !== "grid") throw new TypeError("a table");
    expect(history.title).toBe("Harborline desk, Windows: tickets a week");
    expect(history.rows).toHaveLength(26 + 8);
    expect(history.rows[0]![0]).toBe(46027 - 26 * 7);
    expect(history.rows.slice(26).map(([, came]) => came)).toEqual(Array.from({ length: 8 }, () => null));
    for (const [, , expected, half, most, nearly] of history.rows as number[][]) {
      expect(half!).toBeLessThanOrEqual(most!);
      expect(most!).toBeLessThanOrEqual(nearly!);
      expect(Math.abs(half! - expected!)).toBeLessThan(2);
    }
    expect(history.charts).toHaveLength(1);
  });

  test("shows the reserve beside the lines, week by week, once Settings ask for it", () => {
    const kept = withSettings(["Support reserve", 0.9, null]);
    const line = linesOf(kept, "A")
      .filter((one) => one.includes("| 108.0 | 108.0 | 118.0 | 122.0 |"))
      .at(-1);
    expect(line).toMatch(/^A\d+ \| 2026-03-23 \| 108\.0 \| 108\.0 \| 118\.0 \| 122\.0 \| 14\.0 \| 122\.0$/);
    expect(linesOf(kept, "A4 ")).toEqual([
      'A4 | Settings keep free what support takes with 90 % confidence, by skill: it stands in the plan as "Support reserve".',
    ]);
  });

  test("draws what is kept with the reserve only where there is one", () => {
    const seriesOf = (made: ReturnType<typeof sheet>) => {
      const weeks = made.blocks.find(({ key }) => key === "weeks")!;
      return weeks.kind === "grid" ? weeks.charts[0]!.series : [];
    };
    expect(seriesOf(model)).toEqual(["expected", "half", "most", "nearly"]);
    expect(seriesOf(withSettings(["Support reserve", 0.9, null]))).toEqual(["expected", "half", "most", "nearly", "with"]); // biome-ignore format: one line
  });

  test("says up to which day the history runs, and what counts", () => {
    // Forty weeks before 5 January 2026, the last ticket on a Sunday.
    expect(linesOf(model, "A8 ")).toEqual([
      "A8 | History: 40 complete weeks of tickets, from 31 Mar 2025 to 4 Jan 2026. Where a queue has a row of Support as well, the row counts (Settings, Support counts).",
    ]);
    const other = withSettings(["As of", 46027 - 7 * 6, null], ["Support counts", "tickets", null]);
    expect(linesOf(other, "A7 ", "A8 ")).toEqual([
      "A7 | History: 34 complete weeks of tickets, from 31 Mar 2025 to 23 Nov 2025. Where a queue has a row of Support as well, its tickets count (Settings, Support counts).",
      "A8 | That is 6 weeks before these weeks begin: maybe the export is older than the plan, and newer tickets are missing.",
    ]);
  });

  test("counts the tickets where Settings say so", () => {
    const counting = withSettings(["Support counts", "tickets", null]);
    expect(linesOf(counting, "A15 ")[0]).toMatch(
      /^A15 \| Harborline desk \| Windows \| 60\.0 \| (7\d\.\d) \| Tickets \| \1 \|.*\| Smoothed mean, varying /,
    );
  });

  test("is out of date once a ticket is changed", () => {
    const later = given(planOf(withCell(smallDemo(), "Tickets", 5, 3, 7)));
    expect(later.fingerprint).not.toBe(given(planOf()).fingerprint);
  });
});

describe("Support load of other plans", () => {
  const support: CellRange = [["Engagement", "Skill", "Tickets a week", "Hours a ticket"], ["Desk", "Linux", 30, 2]]; // biome-ignore format: a table

  test("sixty hours are 1.5 people by rule of thumb, and two at a target of 75 %", () => {
    const settings: CellRange = [["Setting", "Value"], ["Utilization target", 0.75]]; // biome-ignore format: a table
    expect(linesOf(sheet(support, settings), "A3 ")).toEqual([
      "A3 | By rule of thumb the expected hours are 1.5 FTE, 2.0 at a target of 75 %.",
    ]);
  });

  /** A ticket of an hour a week: P(at most 1) = 0.736, P(at most 2) = 0.920, so that 80 % take 2 h; of two such desks P(at most 3) = 0.857. */
  const twoDesks = (skill: string): CellRange => [["Engagement", "Skill", "Tickets a week", "Hours a ticket"], ["Desk", "Linux", 1, 1], ["Lab", skill, 1, 1]]; // biome-ignore format: a table

  test("two desks of one skill need 3 h together and 4 h each by itself, and it says why", () => {
    expect(linesOf(sheet(twoDesks("Linux")), "A5 ")).toEqual([
      "A5 | Together the queues need 3 h to be 80 % sure of a week, 1 h less than the 4 h that their own 80 % lines add up to: a bad week of one is mostly made up for by better weeks of the others.",
    ]);
  });

  test("of two skills 4 h are kept all the same, because one skill's hours do not help another", () => {
    expect(linesOf(sheet(twoDesks("AWS")), "A5 ", "A6 ")).toEqual([
      expect.stringMatching(/^A5 \| Together the queues need 3 h .* better weeks of the others\.$/),
      "A6 | Kept by skill, as Settings do, it comes to 4 h: hours of one skill do not help another.",
    ]);
  });

  test("queues of one deal come together or not at all: nothing in half of all weeks, where two deals would take an hour", () => {
    const deal: CellRange = [["Engagement", "Status", "Odds"], ["Desk", "tentative", 0.5]]; // biome-ignore format: a table
    const both: CellRange = [["Engagement", "Skill", "Tickets a week", "Hours a ticket"], ["Desk", "Linux", 1, 1], ["Desk", "AWS", 1, 1]]; // biome-ignore format: a table
    const model = sheet(deal, both);
    const grid = model.blocks.find(({ key }) => key === "queues")!;
    if (grid.kind !== "grid") throw new TypeError("a table");
    const [, , all, sum] = grid.rows.map((row) => row.slice(5, 9));
    // Expected 2 × 0.5 h; P(0) = 0.5 + 0.5 e^-2 = 0.568, P(at most 2) = 0.5 + 0.5 × 5 e^-2 = 0.838, P(at most 3) = 0.929.
    expect(all).toEqual([1, 0, 2, 3]);
    expect(sum).toEqual([1, 0, 2, 4]);
    expect(linesOf(model, "A2 ", "A5 ")).toEqual([
      "A2 | Support takes 1 h a week on average, and more than that in 30 weeks of 100. For eight weeks of ten keep 2 h.",
      "A5 | Together the queues need 2 h to be 80 % sure of a week, as many as the 2 h that their own 80 % lines add up to: queues of one tentative engagement come together or not at all.",
    ]);
  });

  test("without tickets it says what a table of them would show", () => {
    const model = sheet(support);
    expect(model.blocks.map(({ key }) => key)).toContain("none");
    expect(linesOf(model, "A2 ")[0]).toMatch(/^A2 \| Support takes 60 h a week on average, /);
  });

  test("without support it says so", () => {
    const model = sheet([["Engagement", "Skill", "Hours a week"], ["Portal", "Java", 20]]); // biome-ignore format: a table
    expect(linesOf(model, "A2 ")).toEqual(["A2 | The plan asks for no support in these weeks."]);
  });

  test("one ticket, or tickets without hours, cannot be forecast, and both the sheet and the plan's check say so", () => {
    const one: CellRange = [["Opened", "Queue", "Skill", "Hours"], [46027, "Desk", "Linux", 1]]; // biome-ignore format: a table
    expect(linesOf(sheet(one), "A2 ")).toEqual([
      "A2 | Desk, Linux: support cannot be forecast: no complete week of tickets yet, from Monday to Friday.",
    ]);
    expect(readPlan([{ cells: one }]).problems.map(({ code }) => code)).toEqual(["HR-174"]);
    const untimed = Array.from({ length: 40 }, (_, i): Cell[] => [46027 + i, "Desk", "Linux", null]);
    const without: CellRange = [["Opened", "Queue", "Skill", "Hours"], ...untimed];
    expect(linesOf(sheet(without), "A2 ")).toEqual([
      "A2 | Desk, Linux: support cannot be forecast: no ticket says how many hours it took.",
    ]);
    expect(readPlan([{ cells: without }]).problems.map(({ code }) => code)).toEqual(["HR-171"]);
  });

  test("weeks that never change are not called too few", () => {
    const rows = Array.from({ length: 40 * 5 }, (_, i): Cell[] => [
      46027 + 7 * Math.floor(i / 5) + (i % 5),
      "Desk",
      "Linux",
      1,
    ]);
    const text = JSON.stringify(sheet([["Opened", "Queue", "Skill", "Hours"], ...rows]).blocks);
    expect(text).toContain("Its weeks never changed: there is nothing that a forecast could have missed.");
    expect(text).not.toContain("Too few weeks");
  });

  /** Ten tickets of some hours in each of some weeks up to Friday, 2 January 2026. */
  const steady = (weeks: number, hours: Cell): readonly Cell[][] =>
    Array.from({ length: 10 * weeks }, (_, i): Cell[] => [46027 - 7 * weeks + 7 * Math.floor(i / 10) + (i % 5), "Desk", "Linux", hours]); // biome-ignore format: one line
  const table = (rows: readonly Cell[][], ...more: readonly Cell[]): CellRange => [
    ["Opened", "Queue", "Skill", "Hours"],
    ...rows,
    ...more.map((day) => [day, "Desk", "Linux", 1]),
  ];
  const toReserve = (model: ReturnType<typeof sheet>) => {
    const grid = model.blocks.find(({ key }) => key === "queues")!;
    return grid.kind === "grid" ? grid.rows[0]!.slice(5, 10) : [];
  };

  test.each([7, 11, 14, 17, 60])("a ticket %d days into the horizon leaves the forecast as it is", (days) => {
    // Ten tickets of an hour: 12 or fewer come in 79.2 % of weeks, 13 in 86.4 %, 14 in 91.7 %.
    const HORIZON: CellRange = [["Setting", "Value"], ["Horizon from", 46027]]; // biome-ignore format: a table
    expect(toReserve(sheet(table(steady(30, 1)), HORIZON))).toEqual([10, 10, 13, 14, 3]);
    expect(toReserve(sheet(table(steady(30, 1), 46027 + days), HORIZON))).toEqual([10, 10, 13, 14, 3]);
  });

  test("empty weeks of all queues count, and the sheet says since when, whether they end or last", () => {
    const until: CellRange = [["Setting", "Value"], ["As of", 46027 + 13], ["Horizon from", 46027 + 14]]; // biome-ignore format: a table
    const stopped = sheet(table(steady(30, 1)), until);
    expect(linesOf(stopped, "A3 ")).toEqual([
      "A3 | After 2 Jan 2026 no ticket came in any queue up to 18 Jan 2026: 2 weeks of it count as empty. Maybe the export is older than Settings, As of; if support paused, all is well.",
    ]);
    expect(JSON.stringify(stopped.blocks)).toContain("Its weeks changed only at the end");
    const again = sheet(table(steady(30, 1), ...Array.from({ length: 30 }, (_, i) => 46027 + 63 + (i % 5))));
    expect(linesOf(again, "A3 ")).toEqual([
      "A3 | After 2 Jan 2026 no ticket came in any queue until 9 Mar 2026: 9 weeks of it count as empty. Maybe tickets are missing, or dates are mistyped; if support paused, all is well.",
    ]);
  });

  test("one queue that stops beside another is no pause of the table: it is said with its forecast", () => {
    const other = steady(30, 1).map(([day, , ...rest]): Cell[] => [day!, "Shop", ...rest]);
    const text = JSON.stringify(sheet(table([...other, ...steady(30, 1).slice(0, 250)])).blocks);
    expect(text).toContain("no ticket in its last 5 weeks");
    expect(text).not.toContain("no ticket came in any queue");
  });

  test("a queue of empty and full weeks is told from one of few tickets, and from one that stopped", () => {
    const lumpy = "its weeks are either empty or full, so that lines hold less often than they say";
    const of = (rows: readonly Cell[][]) => JSON.stringify(sheet(table(rows)).blocks);
    const every = (week: number) => (_: unknown, i: number) => Math.floor(i / 10) % week === 0;
    expect(of(steady(30, 1).filter(every(3)))).toContain(lumpy);
    expect(of(steady(30, 1))).not.toContain(lumpy);
    expect(of(steady(30, 1).filter((_, i) => i % 20 === 0))).not.toContain(lumpy);
    const other = steady(30, 1).map(([day, , ...rest]): Cell[] => [day!, "Shop", ...rest]);
    expect(of([...other, ...steady(30, 1).slice(0, 200)])).not.toContain(lumpy);
  });

  test("tickets of 0 hours are not called no support at all", () => {
    expect(linesOf(sheet(table(steady(30, 0))), "A2 ")).toEqual([
      "A2 | Desk, Linux: support cannot be forecast: every ticket that says its hours says 0.",
    ]);
    const row = sheet(support, [["Setting", "Value"], ["Support counts", "tickets"]], table(steady(30, 0))); // biome-ignore format: one line
    expect(toReserve(row)).toEqual([60, 60, 70, 74, 10]);
    expect(JSON.stringify(row.blocks)).toContain('"Support row"');
  });

  test("what to reserve is that of Settings: at 90 % 37 tickets of two hours, 14 hours beyond the 60", () => {
    const settings: CellRange = [["Setting", "Value"], ["Support reserve", 0.9]]; // biome-ignore format: a table
    const grid = sheet(support, settings).blocks.find(({ key }) => key === "queues")!;
    if (grid.kind !== "grid") throw new TypeError("a table");
    expect(grid.rows[0]!.slice(5, 10)).toEqual([60, 60, 70, 74, 14]);
  });

  test("a history of a few weeks is called short, and is not tested", () => {
    const rows = Array.from({ length: 24 }, (_, i): Cell[] => [46027 + 7 * (i % 6), "Desk", "Linux", 1]);
    const model = sheet([["Opened", "Queue", "Skill", "Hours"], ...rows, [46027 + 39, "Desk", "Linux", 1]]);
    const text = JSON.stringify(model.blocks);
    expect(text).toContain("Only 6 weeks of history: the mean, varying as by chance (Poisson)");
    expect(text).toContain("Too few weeks to look back: at least 24 complete ones.");
  });
});

test("Capacity vs demand shows what is kept free in a column of its own, as part of the demand", () => {
  const plan = planOf(
    new Map(
      [...smallDemo()].map(([name, cells]) => [
        name,
        name === "Settings" ? [...cells, ["Support reserve", 0.8, null]] : cells,
      ]),
    ),
  );
  const model = capacityVsDemand(given(plan));
  expect(linesOf(model, "A12 ", "A13 ")).toEqual([
    "A12 | Week (Monday) | Confirmed | Tentative | Support | Reserve | Demand | Capacity | At target | Variance | Overload | Skill gap",
    expect.stringMatching(
      /^A13 \| 2026-01-05 \| 114\.0 \| 0\.0 \| 108\.0 \| 10\.0 \| =B13\+C13\+D13\+E13 \| 408\.0 \|/,
    ),
  ]);
  expect(checksOf(given(plan)).filter((one) => !holds(one))).toEqual([]);
});
