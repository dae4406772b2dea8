import { heatMap } from "./by-week.ts";
import type { Given } from "./given.ts";
import type { Grid } from "./model.ts";
import { hoursOfRow, sumRows } from "./sums.ts";

/** Hours each team has left: capacity less what its people are allocated to. */
export function teamsByWeek(given: Given): Grid {
  const { plan, weeks, supply } = given;
  const n = weeks.periods.length;
  const teams = [...new Set(plan.contracts.map(({ team }) => team))].sort((a, b) => (a < b ? -1 : 1));
  const number = new Map(teams.map((team, i) => [team, i]));
  const left = supply.capacity.map((minutes, i) => minutes - supply.pinned[i]!);
  const sums = sumRows(left, n, teams.length, (contract) => number.get(plan.contracts[contract]!.team)!);
  return heatMap(
    given,
    {
      key: "teams",
      title: "Hours left by team: capacity less allocated effort",
      label: "Team",
      note: "Overload counts against what colleagues have left; the table by week shows it apart.",
      total: true,
      means: { measure: "left", rows: "team" },
    },
    teams.map((team, i) => ({ name: team === "" ? "(no team)" : team, hours: hoursOfRow(sums, i, n) })),
  );
}
