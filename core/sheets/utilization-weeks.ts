import { supply } from "../engine/supply.ts";
import { asWorked } from "../engine/worked/as-worked.ts";
import { PPM } from "../plan/plan.ts";
import { dayNumber } from "../units.ts";
import { weekKey } from "./by-week.ts";
import type { Given } from "./given.ts";
import { alarm } from "./heat.ts";
import type { CellLooks, Column, Content, Grid, Rule } from "./model.ts";
import { sumRows, toHours } from "./sums.ts";
import { type Loads, shownWeeks } from "./utilization-given.ts";

const SPARE_BELOW = 0.5;
/** Less than half a minute of a week is nothing. */
const SLIVER = 0.0002;

const loadHeat = (columns: readonly string[], watch: number): readonly Rule[] => [
  { columns, when: { is: "above", value: 1 + SLIVER }, look: "short" },
  { columns, when: { is: "between", value: watch / PPM + SLIVER, to: 1 + SLIVER }, look: "tight" },
  { columns, when: { is: "below", value: SPARE_BELOW }, look: "spare" },
];

const weekColumns = ({ weeks }: Loads): readonly Column[] =>
  weeks.map((from, week) => ({
    key: weekKey(week),
    heading: "",
    headingDay: from,
    shows: "percent",
    width: 8,
    means: { from, to: dayNumber(from + 6) },
    otherwise: "▲ no hours: work in a week without any capacity. off: neither work nor capacity.",
  }));

/** What a colour says, as a sign: a week that is too full, full, fine, has time to spare, or is off. */
const SIGNS = { short: "▲", tight: "◆", fine: "·", spare: "○", off: "–" } as const;

/** A red week is one even where its load alone is not, so that it is red here before it shows in the colour. */
function signOf(part: number, whole: number, watch: number, isRed: boolean): string {
  if (whole === 0 && part === 0) return SIGNS.off;
  if (isRed || part > whole * (1 + SLIVER)) return SIGNS.short;
  if (part > whole * (watch / PPM + SLIVER)) return SIGNS.tight;
  return part < whole * SPARE_BELOW ? SIGNS.spare : SIGNS.fine;
}

const signsColumn = (width: number): Column => ({
  key: "signs",
  heading: "Signs",
  shows: "text",
  width,
  note: "One for each week, from the left: ▲ red, ◆ full, · fine, ○ time to spare, – off. They say in grey print what the colours say, and which weeks are red because the weeks before were full as well.",
});
const WIDTH = 11;

const share = (part: number, whole: number): Content =>
  whole === 0 ? (part > 0 ? "▲ no hours" : "off") : part / whole;

/** Words such as "off" stand at the right, like the shares around them. */
const figures = (rows: number, columns: number): readonly CellLooks[] =>
  rows === 0 ? [] : [{ row: 0, rows, column: 1, columns, look: "figures" }];

/** Everybody's load by week, red runs first. */
export function peopleByWeek({ plan, fingerprint }: Given, loads: Loads): Grid {
  const { all, first, people } = loads;
  const n = all.weeks.periods.length;
  const columns = weekColumns(loads);
  const rows = people.map(({ person }): readonly Content[] => [
    plan.people[person]!.name,
    ...columns.map((_, week) => {
      const cell = person * n + first + week;
      return share(all.load[cell]!, all.capacity[cell]!);
    }),
    columns
      .map((_, week) => {
        const cell = person * n + first + week;
        const isRed = loads.judged[person]![first + week]!.band === "red";
        return signOf(all.load[cell]!, all.capacity[cell]!, plan.settings.watchAbove, isRed);
      })
      .join(""),
  ]);
  return {
    kind: "grid",
    key: "people",
    title: "Load by person: all hours as a share of effective hours",
    fingerprint,
    columns: [
      { key: "name", heading: "Person, red runs first", shows: "text", width: 26 },
      ...columns,
      signsColumn(WIDTH),
    ],
    rows: rows.length > 0 ? rows : [["(nobody)", ...columns.map(() => "off"), SIGNS.off.repeat(columns.length)]],
    means: { measure: "load", rows: "person" },
    rowMeans: people.map(({ person }) => ({ name: plan.people[person]!.name })),
    cellLooks: figures(Math.max(1, rows.length), columns.length),
    rules: loadHeat(
      columns.map(({ key }) => key),
      plan.settings.watchAbove,
    ),
    charts: [],
  };
}

/** Load of each team by week, ratio of sums; a person counts in the team of their contract. */
export function teamsOfWeeks({ plan, counted, fingerprint }: Given, loads: Loads): Grid {
  const columns = weekColumns(loads);
  const weeks = shownWeeks(loads);
  const n = weeks.periods.length;
  const people = supply(asWorked(plan, weeks), weeks, counted);
  const teams = [...new Set(plan.contracts.map(({ team }) => team))].sort((a, b) => (a < b ? -1 : 1));
  const place = new Map(teams.map((team, i) => [team, i]));
  const ofTeam = (contract: number) => place.get(plan.contracts[contract]!.team) ?? -1;
  const load = sumRows(people.pinned, n, teams.length, ofTeam);
  const whole = sumRows(people.capacity, n, teams.length, ofTeam);
  const over = sumRows(people.overload, n, teams.length, ofTeam);
  const sum = (minutes: Float64Array, team: number) =>
    minutes.subarray(team * n, (team + 1) * n).reduce((a, b) => a + b, 0);
  return {
    kind: "grid",
    key: "teams",
    title: "Load by team: sums of hours, divided once",
    fingerprint,
    columns: [
      {
        key: "name",
        heading: "Team",
        shows: "text",
        width: 26,
        note: "An average hides the person: see the weeks in a row above.",
      },
      ...columns,
      { key: "all", heading: "All weeks", shows: "percent", width: 11 },
      {
        key: "over",
        heading: "Beyond",
        shows: "hours",
        width: 11,
        means: { measure: "overload" },
        note: "Hours beyond capacity, person by person and day by day.",
      },
      signsColumn(Math.max(WIDTH, n)),
    ],
    rows: teams.map((team, i) => [
      team === "" ? "(no team)" : team,
      ...columns.map((_, week) => share(load[i * n + week]!, whole[i * n + week]!)),
      share(sum(load, i), sum(whole, i)),
      toHours(sum(over, i)),
      columns
        .map((_, week) => signOf(load[i * n + week]!, whole[i * n + week]!, plan.settings.watchAbove, false))
        .join(""),
    ]),
    means: { measure: "load", rows: "team", from: weeks.from, to: weeks.to },
    rowMeans: teams.map((team) => ({ name: team === "" ? "(no team)" : team })),
    cellLooks: figures(teams.length, columns.length + 1),
    rules: [...loadHeat([...columns.map(({ key }) => key), "all"], plan.settings.watchAbove), alarm(["over"])],
    charts: [],
  };
}
