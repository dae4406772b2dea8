import { switchingLoss } from "../engine/bands.ts";
import { contractOn } from "../engine/worked/logged.ts";
import { PPM } from "../plan/plan.ts";
import { dayNumber } from "../units.ts";
import type { Given } from "./given.ts";
import { alarm } from "./heat.ts";
import type { Column, Content, Grid } from "./model.ts";
import { toHours } from "./sums.ts";
import { busiestWeeks, type Loads } from "./utilization-given.ts";

const COLUMNS: readonly Column[] = [
  { key: "name", heading: "Person, red first", shows: "text", width: 26 },
  { key: "red", heading: "Red weeks", shows: "count", width: 11, total: true, means: { measure: "weeks red" } },
  {
    key: "watch",
    heading: "To watch",
    shows: "count",
    width: 11,
    total: true,
    means: { measure: "weeks to watch" },
  },
  {
    key: "run",
    heading: "In a row",
    shows: "count",
    width: 11,
    means: { measure: "weeks in a row" },
    note: "The longest run of weeks above the watch limit; + where it began before the weeks that are looked back at.",
  },
  { key: "until", heading: "Run up to", shows: "date", width: 12, note: "The Monday of the run's last week." },
  {
    key: "overload",
    heading: "Beyond",
    shows: "hours",
    width: 11,
    total: true,
    means: { measure: "overload" },
    note: "Hours beyond capacity, day by day.",
  },
];
const SWITCHING: Column = {
  key: "switching",
  heading: "Switching (folklore)",
  shows: "percent",
  width: 20,
  means: { measure: "switching" },
  note: "What working on so many engagements at once is said to cost (Weinberg 1992): folklore, not a measurement. It is part of no other figure.",
};

/** Everybody with a week that is red or to watch, or with hours beyond capacity. */
export function runsGrid(given: Given, loads: Loads): Grid {
  const { plan, weeks, fingerprint } = given;
  const folklore = plan.settings.contextSwitching;
  const busiest = folklore ? busiestWeeks(given, loads) : [];
  const hit = loads.people.filter(({ red, watch, overload }) => red + watch > 0 || overload > 0);
  const rows = hit.map(({ person, red, watch, run, runEnds, overload }): readonly Content[] => [
    plan.people[person]!.name,
    red,
    watch,
    run,
    loads.all.weeks.periods[runEnds]?.from ?? null,
    toHours(overload),
    ...(folklore ? [switchingLoss(busiest[person]!.on.size) / PPM] : []),
  ]);
  const run = COLUMNS.findIndex(({ key }) => key === "run");
  const none: readonly Content[] = ["Nobody", 0, 0, 0, null, 0, ...(folklore ? [0] : [])];
  return {
    kind: "grid",
    key: "runs",
    title: "Weeks in a row: who is overloaded, and for how long",
    fingerprint,
    columns: folklore ? [...COLUMNS, SWITCHING] : COLUMNS,
    rows: rows.length > 0 ? rows : [none],
    means: { rows: "person", from: loads.weeks[0]!, to: weeks.to },
    rowMeans: hit.map(({ person }) => ({ name: plan.people[person]!.name })),
    shownAs: hit.flatMap(({ runIsLonger }, row) =>
      runIsLonger ? [{ row, column: run, columns: 1, shows: "count at least" as const }] : [],
    ),
    rules: [alarm(["red"], "short"), alarm(["watch"], "tight"), alarm(["overload"])],
    charts: [],
  };
}

/** Weeks whose timesheets are missing, by person. */
export function missingGrid({ plan, fingerprint }: Given, { missing }: Loads): Grid {
  const rows = missing.map(({ person, week, days }): readonly Content[] => [
    plan.people[person]!.name,
    plan.contracts[contractOn(plan, person, week)]?.team || "(no team)",
    week,
    days,
  ]);
  const none = plan.actuals.length === 0 ? "No hours are logged" : "None";
  return {
    kind: "grid",
    key: "missing",
    title: "Missing timesheets: the plan counts on days without any hours",
    fingerprint,
    columns: [
      { key: "name", heading: "Person", shows: "text", width: 26 },
      { key: "team", heading: "Team", shows: "text", width: 11 },
      { key: "week", heading: "Week of", shows: "date", width: 11, note: "The week's Monday." },
      {
        key: "days",
        heading: "Days",
        shows: "count",
        width: 11,
        total: true,
        means: { measure: "missing days" },
        note: "Past days with planned hours on which nothing is logged, or with a row without hours.",
      },
    ],
    rows: rows.length > 0 ? rows : [[none, null, null, 0]],
    rowMeans: missing.map(({ person, week }) => ({
      name: plan.people[person]!.name,
      from: dayNumber(week),
      to: dayNumber(week + 6),
    })),
    rules: [alarm(["days"], "tight")],
    charts: [],
  };
}
