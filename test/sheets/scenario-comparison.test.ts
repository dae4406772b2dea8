import { expect, test } from "vitest";
import { smallDemo } from "../../core/demo/small.ts";
import { given } from "../../core/sheets/given.ts";
import { scenarioComparison } from "../../core/sheets/scenario-comparison.ts";
import { linesOf, planOf, withCell } from "./demo.ts";

const lines = (model: ReturnType<typeof scenarioComparison>, ...starts: readonly string[]) => linesOf(model, ...starts);

test("each scenario stands beside the plan as it is, with what it changes", () => {
  const model = scenarioComparison(given(planOf()));
  expect(lines(model, "A2 ")).toEqual([
    "A2 | “Hire for the cut-over” and “Train Rohan” help most: 43.6 h short in these 12 weeks instead of 63.6 h.",
  ]);
  expect(lines(model, "A9 ", "A10 ", "A12 ")).toEqual([
    "A9 | Baseline | 63.6 |  | 2026-01-26 | 7 | 20.0 |  | 54.3% |  | 1962.0 | Windows, Security, Kubernetes and AWS",
    "A10 | Hire for the cut-over | 43.6 | -20.0 | 2026-02-09 | 5 | 20.0 | 0.0 | 53.3% | -1.0% | 2050.0 | Windows and Security",
    "A12 | Maya leaves | 267.6 | 204.0 | 2026-01-26 | 9 | 20.0 | 0.0 | 54.6% | 0.3% | 1806.0 | Kubernetes, AWS, Windows and Security",
  ]);
  expect(lines(model, "A19 ", "A22 ")).toEqual([
    "A19 | Baseline | 0.0 | 0.0 | 0.0 | 10.0 | 10.0 | 10.0 | 12.0 | 0.0 | 13.6 | 7.2 | 0.8 | 0.0",
    "A22 | Maya leaves | 0.0 | 0.0 | 0.0 | 10.0 | 50.0 | 50.0 | 36.0 | 20.0 | 33.6 | 27.2 | 20.8 | 20.0",
  ]);
});

test("says which days were worked and which are planned", () => {
  expect(
    linesOf(scenarioComparison(given(planOf())), "A").filter((line) => line.includes("A scenario is rows"))[0],
  ).toMatch(
    / with the plan as it is\. As of 26 Dec 2025 \(the last day in Actuals\)\. All days shown are planned: hours logged count up to then\.$/,
  );
});

test("changes are whole minutes and whole millionths, without the noise of subtracted hours", () => {
  // As hours, 69.6 − 63.6 is 5.999999999999993 and 267.6 − 63.6 is 204.00000000000003.
  const model = scenarioComparison(given(planOf()));
  const grid = model.blocks.find((block) => block.kind === "grid" && block.key === "scenarios");
  const rows = grid?.kind === "grid" ? grid.rows : [];
  expect(rows.map((cells) => cells[2])).toEqual([null, -20, -20, 204, 6]);
  for (const cells of rows.slice(1)) expect(Number(cells[8]).toString().length).toBeLessThanOrEqual(9);
});

test("one with a problem, one that is switched off", () => {
  const model = scenarioComparison(given(planOf(withCell(smallDemo(), "Scenarios", 3, 3, "Maya Elison"))));
  const text = JSON.stringify(model.blocks.find(({ key }) => key === "left"));
  expect(text).toContain("Not computed, because rows have problems (see Plan check): Maya leaves.");
  expect(text).toContain("Switched off: Harborline grows.");
});
