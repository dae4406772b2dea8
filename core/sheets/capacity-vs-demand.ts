import { assumptions, problemLines, rowsRead } from "./account.ts";
import type { Given } from "./given.ts";
import { alarm, HEAT_LEGEND, heat } from "./heat.ts";
import { type Column, formula, type Grid, type Line, type SheetModel, sameRow } from "./model.ts";
import { pastDaysText } from "./past-days.ts";
import { inputsGrid } from "./refreshed.ts";
import { skillsByWeek } from "./skills-by-week.ts";
import { toHours, total } from "./sums.ts";
import { teamsByWeek } from "./teams-by-week.ts";
import { totalDemand, type WeekSums, weekSums } from "./week-sums.ts";
import { counted, dayAndMonth, hoursText } from "./words.ts";

export const CAPACITY_VS_DEMAND = "Capacity vs demand";

/** Can we deliver, and in which week, team and skill is it tight? */
export function capacityVsDemand(given: Given): SheetModel {
  const sums = weekSums(given);
  return {
    name: CAPACITY_VS_DEMAND,
    blocks: [
      {
        kind: "note",
        key: "about",
        lines: [
          { text: "Capacity vs demand, in hours a week", look: "title" },
          headline(given, sums),
          ...assumptions(given, CAPACITY_VS_DEMAND),
          {
            text: `${pastDaysText(given)} Tables are replaced at each refresh; every other cell is yours.`,
          },
          ...HEAT_LEGEND,
        ],
      },
      weeksGrid(given, sums),
      teamsByWeek(given),
      skillsByWeek(given),
      rowsRead(given),
      problemLines(given.plan),
      inputsGrid(given),
    ],
    freeze: { rows: 0, columns: 1 },
  };
}

const COLUMNS: readonly Column[] = [
  { key: "week", heading: "Week (Monday)", shows: "date", width: 24 },
  {
    key: "confirmed",
    heading: "Confirmed",
    shows: "hours",
    total: true,
    width: 11,
    means: { measure: "confirmed" },
    note: "Confirmed work, internal work included.",
  },
  {
    key: "tentative",
    heading: "Tentative",
    shows: "hours",
    total: true,
    width: 11,
    means: { measure: "tentative" },
    note: "Tentative work as it is counted: see pipeline= above.",
  },
  {
    key: "support",
    heading: "Support",
    shows: "hours",
    total: true,
    width: 11,
    means: { measure: "support" },
    note: "Rows of Support of confirmed engagements.",
  },
  {
    key: "demand",
    heading: "Demand",
    shows: "hours",
    total: true,
    width: 11,
    means: { measure: "demand" },
    note: "Confirmed + tentative + support.",
  },
  {
    key: "capacity",
    heading: "Capacity",
    shows: "hours",
    total: true,
    width: 11,
    means: { measure: "capacity" },
    note: "Contract hours less public holidays and leave.",
  },
  {
    key: "target",
    heading: "At target",
    shows: "hours",
    total: true,
    width: 11,
    means: { measure: "target" },
    note: "Capacity × utilization target.",
  },
  {
    key: "variance",
    heading: "Variance",
    shows: "hours",
    total: true,
    width: 11,
    means: { measure: "variance" },
    note: "Capacity less demand; a minus sign is a shortfall.",
  },
  {
    key: "overload",
    heading: "Overload",
    shows: "hours",
    total: true,
    width: 11,
    means: { measure: "overload" },
    note: "Allocated beyond capacity, person by person, day by day.",
  },
  {
    key: "gap",
    heading: "Skill gap",
    shows: "hours",
    total: true,
    width: 11,
    means: { measure: "gap" },
    note: "Open work that no assignment of the free people can cover: the sheet Skill gaps.",
  },
];

/** Only where Settings ask for one: what is kept free stands in its own column, and in the demand. */
const RESERVE: Column = {
  key: "reserve",
  heading: "Reserve",
  shows: "hours",
  total: true,
  width: 11,
  means: { measure: "reserve" },
  note: "Kept free for support beyond its expected hours: Settings, Support reserve.",
};
const DEMAND_AT = COLUMNS.findIndex(({ key }) => key === "demand");

function weeksGrid({ weeks, gap, fingerprint }: Given, sums: WeekSums): Grid {
  const { reserve } = sums;
  const columns = reserve ? [...COLUMNS.slice(0, DEMAND_AT), RESERVE, ...COLUMNS.slice(DEMAND_AT)] : COLUMNS;
  return {
    kind: "grid",
    key: "weeks",
    title: "By week, hours",
    fingerprint,
    columns,
    rows: weeks.periods.map(({ from }, week) => [
      from,
      toHours(sums.confirmed[week]!),
      toHours(sums.tentative[week]!),
      toHours(sums.support[week]!),
      ...(reserve
        ? [
            toHours(reserve[week]!),
            formula`${sameRow("confirmed")}+${sameRow("tentative")}+${sameRow("support")}+${sameRow("reserve")}`,
          ]
        : [formula`${sameRow("confirmed")}+${sameRow("tentative")}+${sameRow("support")}`]),
      toHours(sums.capacity[week]!),
      toHours(sums.target[week]!),
      formula`${sameRow("capacity")}-${sameRow("demand")}`,
      toHours(sums.overload[week]!),
      toHours(gap.unmet[week]!),
    ]),
    rowMeans: weeks.periods,
    rules: [...heat(["variance"]), alarm(["overload"]), alarm(["gap"], "short")],
    charts: [
      {
        key: "chart",
        kind: "stacked columns with line",
        title: "Demand against capacity, hours a week",
        about:
          "Stacked columns of confirmed, tentative and support hours for each week, with capacity as a line over them.",
        categories: "week",
        series: ["confirmed", "tentative", "support", ...(reserve ? ["reserve"] : []), "capacity"],
      },
    ],
  };
}

/** The one sentence a manager reads. */
function headline({ weeks, gap }: Given, sums: WeekSums): Line {
  const n = weeks.periods.length;
  const short = weeks.periods.flatMap((_, week) => (gap.unmet[week]! > 0 ? [week] : []));
  const variance = total(sums.capacity) - totalDemand(sums);
  const overall = variance < 0 ? `${hoursText(-variance)} short overall` : `${hoursText(variance)} left overall`;
  if (short.length === 0) return { text: `No shortage in these ${counted(n, "week")}: ${overall}.`, look: "good" };
  const worst = short.reduce((a, b) => (gap.unmet[b]! > gap.unmet[a]! ? b : a));
  const when = dayAndMonth(weeks.periods[worst]!.from);
  return {
    text: `Skills are short in ${short.length} of ${counted(n, "week")}, most in the week of ${when} (${hoursText(gap.unmet[worst]!)}), with ${overall}.`,
    look: "bad",
  };
}
