import { describe, expect, test } from "vitest";
import type { Cell, CellRange } from "../../core/plan/cells.ts";
import { readPlan } from "../../core/plan/read-plan.ts";
import { given } from "../../core/sheets/given.ts";
import { supportLoad } from "../../core/sheets/support-load.ts";
import { linesOf } from "./demo.ts";

const sheet = (...tables: readonly CellRange[]) => supportLoad(given(readPlan(tables.map((cells) => ({ cells })))));
const MONDAY = 46027 - 10 * 7;
/** Tickets on the Mondays of the weeks before 5 January 2026: how many in each, and the hours of one. */
const tickets = (counts: readonly number[], hours: Cell, first = MONDAY): CellRange => [
  ["Opened", "Engagement", "Skill", "Hours"],
  ...counts.flatMap((count, week) =>
    Array.from({ length: count }, (): readonly Cell[] => [first + 7 * week, "Desk", "Linux", hours]),
  ),
];
const STEADY = Array.from({ length: 10 }, (_, week) => 4 + (week % 2));
const desk = (status: string, from: Cell = null): CellRange => [
  ["Engagement", "Status", "Kind", "From"],
  ["Desk", status, "managed service", from],
];
const SETTINGS: CellRange = [["Setting", "Value"], ["Horizon from", 46027], ["Horizon weeks", 1]]; // biome-ignore format: a table
const stated: CellRange = [["Engagement", "Skill", "Hours a week"], ["Desk", "Linux", 20]]; // biome-ignore format: a table
const weekRow = (...tables: readonly CellRange[]) => {
  const grid = sheet(...tables).blocks.find(({ key }) => key === "weeks")!;
  if (grid.kind !== "grid") throw new TypeError("a table");
  return grid.rows[0]!;
};
const text = (...tables: readonly CellRange[]) => linesOf(sheet(...tables), "A").join("\n");
const ENOUGH = "enough in eight weeks of ten";

describe("what Support load says of an 80 % line", () => {
  test.each([
    ["tickets of no hours", [desk("confirmed"), tickets(STEADY, 0)]],
    ["tickets that say no hours", [desk("confirmed"), tickets(STEADY, null)]],
    ["hours as they are stated", [desk("confirmed"), stated]],
    ["a plan without support", [desk("confirmed")]],
    ["a lost engagement", [desk("lost"), tickets(STEADY, 1)]],
  ])("nothing, of %s: there is none", (_, tables) => {
    expect(text(SETTINGS, ...tables)).not.toContain(ENOUGH);
  });

  test("by the forecast, and beside it how often it was", () => {
    expect(text(SETTINGS, desk("confirmed"), tickets(STEADY, 1))).toContain(
      "By its forecast the 80 % line is enough in eight weeks of ten.",
    );
    // Sixty weeks of which two of three are empty: ten tickets or none.
    const lumpy = Array.from({ length: 60 }, (_, week) => (week % 3 === 0 ? 10 : 0));
    const said = text(SETTINGS, desk("confirmed"), tickets(lumpy, 1, 46027 - 60 * 7));
    expect(said).toMatch(
      /By its forecast the 80 % line is enough in eight weeks of ten; on your own past \d+ forecasts it was in \d+ % of weeks\./,
    );
  });

  test.each([
    ["of no hours", 0],
    ["that say no hours", null],
  ])("tickets %s leave the weeks empty: no figure is not 0 hours", (_, hours) => {
    expect(weekRow(SETTINGS, desk("confirmed"), tickets(STEADY, hours))).toEqual([46027, ...Array(6).fill(null)]);
  });

  test("a plan without support needs 0 hours", () => {
    expect(weekRow(SETTINGS, desk("confirmed"))).toEqual([46027, 0, 0, 0, 0, 0, 0]);
  });

  test("the history of an engagement that is lost or done is not missing", () => {
    const said = text(SETTINGS, desk("lost"), tickets(STEADY, 1));
    expect(said).not.toContain("No history yet");
    expect(said).toContain("No history of work that counts");
  });
});
