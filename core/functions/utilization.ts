import { supply } from "../engine/supply.ts";
import { DENOMINATOR_TEXT, wholeOf } from "../engine/worked/denominator.ts";
import type { Denominator } from "../plan/words.ts";
import { byPeople } from "./by-people.ts";
import { defineFunction } from "./define.ts";
import { ratioMatrix } from "./matrix.ts";
import { partsOf } from "./parts.ts";
import { sums } from "./sums.ts";
import { GRID_PARAMS, OF_PEOPLE, PEOPLE_TABLES } from "./vocabulary.ts";
import type { RowsWord } from "./words.ts";

export const UTILIZATION = defineFunction({
  name: "UTILIZATION",
  category: "Capacity and demand",
  summary:
    "Billable hours (or all hours) as a share of effective capacity, or of what Settings or of= say; n/a where there is nothing to take a share of.",
  gives: "a ratio, to be shown as a percentage",
  params: GRID_PARAMS,
  ...OF_PEOPLE,
  choices: ["measure", "of", "pipeline", "hires", "problems"],
  needs: [["People"], ["Allocations"]],
  mayUse: ["Engagements", ...PEOPLE_TABLES, "Actuals"],
  countsWorked: true,
  examples: [
    {
      says: "100 billable hours of the platform team's 160.",
      formula: '=UTILIZATION(DATE(2026,1,12), DATE(2026,1,16),,, "team=Platform", People, Allocations)',
      gives: 0.625,
    },
    {
      says: "All its work: Omar's ten hours of internal tooling as well.",
      formula: '=UTILIZATION(DATE(2026,1,12), DATE(2026,1,16),,, "team=Platform; measure=total", People, Allocations)',
      gives: 0.6875,
    },
    {
      says: "Marcus has left: there is nothing to take a share of.",
      formula: '=UTILIZATION(DATE(2026,3,2), DATE(2026,3,6),,, "person=Marcus Lim", People, Allocations)',
      gives: "n/a",
    },
  ],
  shows: () => "share",
  run: (asked) => {
    const { plan, counted, where } = asked;
    const parts = partsOf(asked);
    const people = supply(plan, parts, counted);
    const effort = where.measure === "total" ? people.pinned : people.billable;
    const of = where.of ?? plan.settings.utilizationOf;
    const whole = wholeOf(of, plan, parts, counted, people);
    const sumsOf = (minutes: Float64Array) => sums(parts.periodOfPart, byPeople(asked, parts, minutes));
    const heading = utilizationHeading(asked.rows, where.measure === "total" ? "Total" : "Billable", of);
    return ratioMatrix(asked, sumsOf(effort), sumsOf(whole), heading);
  },
});

/** Names the share and what it is a share of, because customs differ: "Person: billable utilization (of effective hours)". */
function utilizationHeading(rows: RowsWord, what: "Billable" | "Total", of: Denominator): string {
  const share = `utilization (${DENOMINATOR_TEXT[of]})`;
  if (rows === "total") return `${what} ${share}`;
  return `${rows[0]!.toUpperCase()}${rows.slice(1)}: ${what.toLowerCase()} ${share}`;
}
