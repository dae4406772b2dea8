import { expect, test } from "vitest";
import type { CellRange } from "../../../core/plan/cells.ts";
import { ask } from "../../functions/ask.ts";
import { day, rangesIn } from "../../support/plan.ts";
import { PENCIL_FIRM } from "./pencil-firm.ts";

const by = (name: string, rows: string, where = "") =>
  (
    ask(
      name,
      day("2026-01-01"),
      day("2026-01-31"),
      ...(name === "MARGIN" ? [rows, ""] : [rows]),
      where,
      ...rangesIn(PENCIL_FIRM),
    ) as CellRange
  ).slice(1);

test("a month of every kind of engagement in four currencies comes to what a pencil says", () => {
  expect(by("MARGIN", "engagement", "measure=revenue")).toEqual([
    ["Alpha", 18_060],
    ["Beta", 6600],
    ["Care", 5023.7],
    ["Tools", 0],
  ]);
  expect(by("MARGIN", "engagement", "measure=cost")).toEqual([
    ["Alpha", 8899.99],
    ["Beta", 4800],
    ["Care", 12_320],
    ["Tools", 5280],
  ]);
  expect(by("MARGIN", "client")).toEqual([
    ["Acme", 1863.71],
    ["Bolt", 1800],
    ["(no client)", -5280],
  ]);
});

test("and so does its bridge: the better rate from the 15th, the change order and the write-off", () => {
  // Alpha: planned at 100: 17,600 less 8,800 and the expense = 8,700.01; rate + 960, write-off - 500: 9,160.01.
  const lines = by("MARGINBRIDGE", "engagement");
  const amounts = (name: string) =>
    lines
      .find((row) => row[0] === name)!
      .slice(1)
      .filter((one) => one !== 0);
  expect(amounts("Alpha")).toEqual([8700.01, 960, -500, 9160.01]);
  expect(amounts("Beta")).toEqual([1200, 600, 1800]);
  expect(amounts("Care")).toEqual([-7296.3, -7296.3]);
});
