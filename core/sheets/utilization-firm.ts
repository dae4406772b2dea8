import { supply } from "../engine/supply.ts";
import { asWorked } from "../engine/worked/as-worked.ts";
import { DENOMINATOR_TEXT, wholeOf } from "../engine/worked/denominator.ts";
import { countColumn, hoursColumn, percentColumn } from "./figure-columns.ts";
import type { Given } from "./given.ts";
import { alarm } from "./heat.ts";
import type { Column, Content, Grid } from "./model.ts";
import { noNumbers } from "./no-number.ts";
import { sumRows, toHours } from "./sums.ts";
import { type Loads, shownWeeks } from "./utilization-given.ts";

/** The firm by week: utilization, target, people-weeks at risk and hours beyond capacity, with a chart. */
export function weeksOfUtilization({ plan, counted, fingerprint }: Given, loads: Loads): Grid {
  const weeks = shownWeeks(loads);
  const worked = asWorked(plan, weeks);
  const people = supply(worked, weeks, counted);
  const n = weeks.periods.length;
  const of = plan.settings.utilizationOf;
  const all = (minutes: Float64Array) => sumRows(minutes, n, 1, () => 0);
  const [billable, total, target, over] = [people.billable, people.pinned, people.target, people.overload].map(all);
  const whole = all(wholeOf(of, worked, weeks, counted, people));
  const band = (week: number, name: "red" | "watch") =>
    loads.judged.reduce((sum, own) => sum + Number(own[loads.first + week]!.band === name), 0);
  const ratio = (part: Float64Array, week: number): Content => (whole[week] === 0 ? "n/a" : part[week]! / whole[week]!);
  const rows = weeks.periods.map(({ from }, week): readonly Content[] => [
    from,
    ratio(billable!, week),
    ratio(total!, week),
    ratio(target!, week),
    band(week, "red"),
    band(week, "watch"),
    toHours(over![week]!),
  ]);
  const columns: readonly Column[] = [
    { key: "week", heading: "Week (Monday)", shows: "date", width: 26 },
    share("billable", "Billable", `Billable hours, ${DENOMINATOR_TEXT[of]}.`, "utilization"),
    share("total", "Total", `All hours, ${DENOMINATOR_TEXT[of]}.`, "utilization by all hours"),
    share("target", "Target", `Target hours, ${DENOMINATOR_TEXT[of]}.`, "target share"),
    { ...countColumn("red", "Red", "People whose week is red.", { measure: "people red" }), ...COUNTED },
    {
      ...countColumn("watch", "Watch", "People whose week is to watch.", { measure: "people to watch" }),
      ...COUNTED,
    },
    {
      ...hoursColumn("over", "Beyond", "Hours beyond capacity, person by person and day by day.", {
        measure: "overload",
      }),
      total: true,
    },
  ];
  return {
    kind: "grid",
    key: "weeks",
    title: `By week: utilization ${DENOMINATOR_TEXT[of]}, and people-weeks at risk`,
    fingerprint,
    columns,
    rowMeans: weeks.periods,
    rows,
    cellLooks: noNumbers(columns, rows),
    rules: [alarm(["red"], "short"), alarm(["watch"], "tight"), alarm(["over"])],
    charts: whole.every((one) => one === 0)
      ? []
      : [
          {
            key: "chart",
            kind: "lines",
            title: "Utilization by week",
            about: "Lines of billable utilization, total utilization and the target for each week.",
            categories: "week",
            series: ["billable", "total", "target"],
          },
        ],
  };
}

const NO_SHARE = "n/a in a week in which nobody has hours to take a share of.";
const COUNTED = { width: 8, total: true } as const;

const share = (key: string, heading: string, note: string, measure: string): Column =>
  percentColumn(key, heading, note, { measure }, NO_SHARE);
