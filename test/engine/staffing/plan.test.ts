import fc from "fast-check";
import { expect, test } from "vitest";
import { countedBy } from "../../../core/engine/counted.ts";
import { openWork } from "../../../core/engine/open-work.ts";
import { everything } from "../../../core/engine/scope.ts";
import { checkedPlan, openRoles, staffingRows, suggestNow } from "../../../core/engine/staffing/index.ts";
import { supply } from "../../../core/engine/supply.ts";
import { timeline } from "../../../core/engine/timeline.ts";
import type { Plan } from "../../../core/plan/plan.ts";
import { d, planOf } from "../../support/engine-plan.ts";
import { countedAnyhow, planSpec, question } from "../random-plan.ts";
import { withRows } from "./added-rows.ts";

const EFFORT = { attempts: 200, rounds: 20, seed: 1, sharing: 2 };
const sum = (grid: Iterable<number>) => [...grid].reduce((all, one) => all + one, 0);

/** What a plan's open work would be staffed with, and the plan with that written. */
function staffed(plan: Plan, first: number, last: number, counted = countedBy(plan.settings)) {
  const weeks = timeline(d(first), d(last), "week");
  const found = openRoles(plan, weeks, counted, everything(plan));
  const suggestion = suggestNow(found.problem, EFFORT);
  const rows = staffingRows(plan, found, counted, suggestion.roles);
  return { weeks, found, suggestion, rows, after: withRows(plan, rows) };
}

const openOf = (plan: Plan, weeks: ReturnType<typeof timeline>, counted = countedBy(plan.settings)) =>
  sum(
    openWork(plan, weeks, counted, everything(plan))
      .pieces.filter(({ need }) => need >= 0)
      .map(({ minutes }) => minutes),
  );

test("whatever the plan, a written suggestion overloads nobody on any day, and covers what it says", () => {
  fc.assert(
    fc.property(planSpec, countedAnyhow, question, (spec, anyhow, [from, length]) => {
      const plan = planOf(spec);
      const counted = { ...anyhow, restaff: false };
      const { found, suggestion, rows, weeks, after } = staffed(plan, from, from + length, counted);
      expect(checkedPlan(found.problem, suggestion.roles)).toEqual({ worth: suggestion.worth });
      const days = timeline(d(from), d(from + length), "day");
      const [before, then] = [supply(plan, days, counted), supply(after, days, counted)];
      expect([...then.overload]).toEqual([...before.overload]);
      const covered = sum(rows.map((row) => row.covered));
      const gone = openOf(plan, weeks, counted) - openOf(after, weeks, counted);
      const slack = 5 * sum(rows.map((row) => row.weeks));
      expect(gone).toBeGreaterThanOrEqual(covered - slack);
    }),
    { numRuns: 100 },
  );
});
