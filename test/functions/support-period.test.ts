import { describe, expect, test } from "vitest";
import type { Cell, CellRange } from "../../core/plan/cells.ts";
import { readPlan } from "../../core/plan/read-plan.ts";
import { given } from "../../core/sheets/given.ts";
import { supportLoad } from "../../core/sheets/support-load.ts";
import { linesOf } from "../sheets/demo.ts";
import { ask, FRIDAY, MONDAY, refusal } from "./ask.ts";

/** One-hour tickets of one desk: so many on each Monday of some weeks in a row, and more on Monday to Friday of another week. */
function tickets(weekly: number, weeks: number, first: number, more = 0, later = BATCH): CellRange {
  const rows: Cell[][] = [["Opened", "Engagement", "Hours"]];
  for (let week = 0; week < weeks; week++)
    for (let i = 0; i < weekly; i++) rows.push([first + 7 * week + (i % 5), "Desk", 1]);
  for (let i = 0; i < more; i++) rows.push([later + (i % 5), "Desk", 1]);
  return rows;
}
/** Monday, 2 February 2026. */
const BATCH = MONDAY + 28;
const weeksAgo = (weeks: number) => MONDAY - 7 * weeks;
const settings = (...rows: readonly (readonly Cell[])[]): CellRange => [["Setting", "Value"], ...rows];
const load = (...tables: readonly CellRange[]) => ask("SUPPORTLOAD", MONDAY, FRIDAY, "80%", ...tables);
const strictly = (...tables: readonly CellRange[]) =>
  refusal("SUPPORTLOAD", MONDAY, FRIDAY, "80%", "total", null, "problems=strict", ...tables);

describe("history ends before the period asked for where nothing else says where it ends", () => {
  // Poisson around 5: 6 or fewer in 76.2 % of weeks, 7 in 86.7 %. Ninety tickets a month later are not its history.
  const batch = tickets(5, 20, weeksAgo(20), 90);

  test("ninety tickets dated a month ahead change nothing", () => {
    expect(load(batch)).toBe(7);
    expect(load(batch, settings())).toBe(7);
    expect(load(batch, settings(["As of", MONDAY - 1]))).toBe(7);
    expect(load(batch, settings(["Horizon from", MONDAY]))).toBe(7);
    expect(load(tickets(5, 20, weeksAgo(20)))).toBe(7);
  });

  test("nor do they change what the plan expects", () => {
    const five = ask("DEMAND", MONDAY, FRIDAY, tickets(5, 20, weeksAgo(20)));
    expect(ask("DEMAND", MONDAY, FRIDAY, batch)).toBe(five);
    expect(five).toBeCloseTo(5, 1);
  });

  // Poisson around 40: 44 or fewer in 76.5 % of weeks, 45 in 80.97 %.
  test.each([0, 1, 21, 22, 50, 200])("%d of them beside 52 weeks of forty: 45", (more) => {
    expect(load(tickets(40, 52, weeksAgo(52), more))).toBe(45);
  });

  test("strictly it refuses, and says at the first of them what to do", () => {
    const [kind, first, ...others] = strictly(batch);
    expect([kind, others]).toEqual(["invalid", []]);
    expect(first).toMatch(/^Tickets row 102, Opened: "2026-02-02" was opened on or after 2026-01-05, /);
    expect(first).toMatch(
      /\(90 rows\)\. Maybe the period asked for is past: say in Settings, As of, until when the table is complete/,
    );
    expect(strictly(batch, settings(["As of", BATCH + 4]))[0]).toBe("gives");
    expect(strictly(tickets(5, 20, weeksAgo(20)))).toEqual(["gives", "7"]);
  });

  test("PLANCHECK, which knows no period, says that the weeks in between count", () => {
    const rows = ask("PLANCHECK", batch);
    expect(JSON.stringify(rows)).toContain("HR-258");
  });

  test("a pause within the history is counted, and strictly refused until As of says that the table is complete", () => {
    const from = BATCH + 28;
    const asked = (where: string, ...tables: readonly CellRange[]) =>
      refusal("SUPPORTLOAD", from, from + 4, "80%", "total", null, where, ...tables);
    expect(asked("", batch)[0]).toBe("gives");
    expect(asked("problems=strict", batch).join()).toContain("empty weeks in between count in every queue");
    expect(asked("problems=strict", batch, settings(["As of", BATCH + 4]))[0]).toBe("gives");
  });
});

describe("a period that is past", () => {
  test("is forecast from what was known before it: eight weeks or more", () => {
    // Twenty weeks of 5 and then twenty of 40 a week: in between nobody knew of the forty.
    const grown = [...tickets(5, 20, weeksAgo(20)), ...tickets(40, 20, MONDAY).slice(1)];
    expect(load(grown)).toBe(7);
    expect(ask("SUPPORTLOAD", MONDAY + 140, MONDAY + 144, "80%", grown)).toBeGreaterThan(40);
  });

  // Twelve weeks of forty; what is asked for begins with the first, fourth or ninth of them.
  test.each([
    [0, 45],
    [3, 45],
    [8, 45],
  ])("at the table's beginning, %d weeks on, takes the whole table: %d", (weeks, hours) => {
    expect(load(tickets(40, 52, weeksAgo(weeks)))).toBe(hours);
  });

  test("at the table's beginning is refused strictly until As of says where history ends", () => {
    const early = tickets(40, 52, weeksAgo(3));
    expect(strictly(early).join()).toContain("counts all the same, because too few tickets came before (1960 rows)");
    expect(strictly(early, settings(["As of", MONDAY + 340]))[0]).toBe("gives");
  });
});

describe("sheets end history before their first week", () => {
  const people: CellRange = [["Person", "Weekly hours", "Skills"], ["Ana", 40, "Linux"]]; // biome-ignore format: a table
  const demand: CellRange = [["Engagement", "Skill", "From", "To", "Hours a week"], ["Move", "Linux", MONDAY, MONDAY + 60, 10]]; // biome-ignore format: a table
  const engagements = (from: Cell = null): CellRange => [["Engagement", "Kind", "From"], ["Desk", "managed service", from], ["Move", "fixed price", null]]; // biome-ignore format: a table
  const sheet = (...tables: readonly CellRange[]) => {
    const plan = readPlan(tables.map((cells) => ({ cells })));
    return { plan, lines: linesOf(supportLoad(given(plan)), "A") };
  };

  test("tickets dated later are left out and said, at their cell and on the sheet", () => {
    const { plan, lines } = sheet(people, engagements(), demand, tickets(5, 20, weeksAgo(20), 90));
    expect(plan.problems.map(({ code, at, why }) => [code, at[0]!.row, why])).toEqual([
      [
        "HR-172",
        102,
        "was opened on or after 2026-01-05, the first day that is asked for, and is left out of the history (90 rows)",
      ],
    ]);
    expect(lines.some((line) => line.includes("As of 2 Jan 2026 (the last day in Tickets before these weeks)"))).toBe(
      true,
    );
  });

  test("of tickets only, they begin where history ends, not with the engagement years before", () => {
    const { plan } = sheet(engagements(45327), tickets(5, 20, weeksAgo(20)));
    expect(given(plan).weeks.from).toBe(MONDAY);
    // People who were there before change nothing of that.
    const there: CellRange = [["Person", "Weekly hours", "Skills", "From"], ["Ana", 40, "Linux", 45000]]; // biome-ignore format: a table
    expect(given(sheet(there, engagements(45327), tickets(5, 20, weeksAgo(20))).plan).weeks.from).toBe(MONDAY);
  });

  test("a plan whose work began before all tickets has them all", () => {
    const old = demand.map((row, i) => (i === 0 ? row : [...row.slice(0, 2), 45327, ...row.slice(3)]));
    const { plan } = sheet(people, engagements(), old, tickets(5, 20, weeksAgo(20)));
    expect([given(plan).weeks.from, plan.tickets.length]).toEqual([45327, 100]);
  });
});
