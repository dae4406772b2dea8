import { expect, test } from "vitest";
import { explainCell } from "../../core/explain/index.ts";
import { PPM } from "../../core/plan/plan.ts";
import { given } from "../../core/sheets/given.ts";
import { utilizationAndOverload } from "../../core/sheets/utilization.ts";
import { made } from "../explain/figures.ts";
import { planIn } from "../support/plan.ts";

/** Ana's share said to be lost, on the sheet and as Explain adds it up, with what Explain says of it. */
function switching(more: string) {
  const plan = planIn(`
    Setting           | Value
    Horizon from      | 2026-01-05
    Horizon weeks     | 1
    Context switching | yes

    Person | Weekly hours
    Ana    | 40

    Engagement | Status
    Portal     | confirmed
    Desk       | confirmed
    Tools      | confirmed
    Lost       | lost
${more}`);
  const sheet = made("Utilization and overload", plan, 1, given(plan));
  const runs = utilizationAndOverload(given(plan)).blocks.find((one) => one.kind === "grid" && one.key === "runs");
  if (runs?.kind !== "grid") throw new RangeError("The sheet has a table of runs.");
  const column = runs.columns.findIndex(({ key }) => key === "switching");
  const [sum] = explainCell(sheet.from, runs, 0, column)!.sums;
  return { who: runs.rows[0]![0], share: runs.rows[0]![column], parts: sum!.amount / PPM, says: sum!.parts[0]?.label };
}

test("lost work is nothing to switch to", () => {
  const booked = `
    Person | Engagement | From       | To         | Hours a day
    Ana    | Portal     | 2026-01-05 | 2026-01-09 | 9
    Ana    | Lost       | 2026-01-05 | 2026-01-09 | 4
`;
  expect(switching(booked)).toEqual({ who: "Ana", share: 0, parts: 0, says: undefined });
});

test("a past week has the engagements that hours were logged on, not those that were planned", () => {
  const logged = `
    Person | Engagement | From       | To         | Hours a day
    Ana    | Portal     | 2026-01-05 | 2026-01-09 | 9
    Ana    | Desk       | 2026-01-05 | 2026-01-09 | 1

    Day        | Person | Engagement | Hours
    2026-01-05 | Ana    | Portal     | 8
    2026-01-06 | Ana    | Portal     | 8
    2026-01-07 | Ana    | Tools      | 10
    2026-01-08 | Ana    | Lost       | 10
    2026-01-09 | Ana    | Portal     | 8
`;
  // Portal, Tools and Lost: three at once are said to cost 40 %. Desk was planned on days with other hours only.
  expect(switching(logged)).toEqual({
    who: "Ana",
    share: 0.4,
    parts: 0.4,
    says: "3 engagements at once in the week of 5 Jan 2026: Portal, Tools, Lost",
  });
});
