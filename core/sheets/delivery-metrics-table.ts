import { DENOMINATOR_TEXT } from "../engine/worked/denominator.ts";
import type { Settings } from "../plan/plan.ts";
import { lightOf, limitsText, type Metric, SIGNS } from "./delivery-metrics-lights.ts";
import { EMPTY_MARGIN, type MarginState } from "./delivery-metrics-margin.ts";
import type { MonthMetrics } from "./delivery-metrics-months.ts";
import { hoursColumn, percentColumn, signColumn } from "./figure-columns.ts";
import type { Given } from "./given.ts";
import type { Column, Content, Grid } from "./model.ts";
import { INCOMPLETE, NOT_KNOWN } from "./money-words.ts";
import { monthText, wholeMonth } from "./months-shown.ts";
import { noNumbers } from "./no-number.ts";
import { toHours } from "./sums.ts";

const columns = (of: string, margin: MarginState, limits: Settings): readonly Column[] => [
  {
    key: "month",
    heading: "Month",
    shows: "text",
    width: 27,
    note: "Days with hours logged and days of the horizon; of milestones the whole month. Where the days are not the whole month, they stand beside it.",
  },
  percentColumn(
    "utilization",
    "Utilization",
    `Billable hours of the month as a share ${of}.`,
    {
      measure: "utilization",
    },
    "Empty where nobody has hours to take a share of, and in months of milestones only.",
  ),
  signColumn("utilizationLight", limitsText.utilization(limits), { measure: "utilization" }),
  percentColumn(
    "wape",
    "Forecast error",
    "WAPE of forecasts made four weeks before: what was off ÷ what was worked.",
    {
      measure: "forecast error",
      number: 4,
    },
    NO_FORECAST,
  ),
  percentColumn(
    "bias",
    "Bias",
    "Above 0: more was forecast than worked.",
    { measure: "forecast bias", number: 4 },
    NO_FORECAST,
  ),
  signColumn("accuracyLight", limitsText.accuracy(limits), { measure: "forecast error", number: 4 }),
  percentColumn(
    "load",
    "Load",
    "Demand ÷ capacity.",
    { measure: "demand of capacity" },
    "Empty where nobody has capacity, and in months of milestones only.",
  ),
  hoursColumn(
    "variance",
    "Variance",
    "Capacity less demand: what VARIANCE gives for the same days. A week that crosses the end of a month is looked at in two parts.",
    { measure: "variance" },
  ),
  hoursColumn("gap", "Skill gap", "Open work that no assignment of free people can cover.", { measure: "gap" }),
  signColumn("varianceLight", limitsText.variance(limits), { measure: "variance" }),
  percentColumn(
    "onTime",
    "On time",
    "Milestones due in the whole calendar month that were delivered by their baseline.",
    {
      measure: "on time",
    },
    "Empty where no milestone was due in the month by the as-of day.",
  ),
  signColumn("onTimeLight", limitsText.onTime(limits), { measure: "on time" }),
  percentColumn(
    "margin",
    "Margin",
    margin === "shown" ? "Revenue less cost ÷ revenue of the month." : EMPTY_MARGIN[margin],
    { measure: "margin share" },
    margin === "shown"
      ? "Empty without revenue; incomplete where a rate, a fee or an exchange rate is missing: Plan check names it."
      : EMPTY_MARGIN[margin],
  ),
  signColumn("marginLight", limitsText.margin(limits), { measure: "margin share" }),
];
const NO_FORECAST = "Empty until hours are logged in weeks that a snapshot foresaw four weeks before.";

const LIGHT_OF: ReadonlyMap<string, Metric> = new Map([
  ["utilizationLight", "utilization"],
  ["accuracyLight", "accuracy"],
  ["varianceLight", "variance"],
  ["onTimeLight", "onTime"],
  ["marginLight", "margin"],
]);
const LOOK_OF = { good: "says good", watch: "says tight", act: "says bad" } as const;

/** The metrics month by month, each with the sign that says how it stands. */
export function metricsTable({ fingerprint, plan }: Given, months: readonly MonthMetrics[], margin: MarginState): Grid {
  const of = DENOMINATOR_TEXT[plan.settings.utilizationOf];
  const shown = columns(of, margin, plan.settings);
  const lights = months.map((month) =>
    shown.map(({ key }) => {
      const metric = LIGHT_OF.get(key);
      return metric === undefined ? null : lightOf(metric, month, plan.settings);
    }),
  );
  const series = ["utilization", "wape", "load", "onTime", "margin"] as const;
  const rows = months.map((month, row) =>
    shown.map(({ key }, column): Content => {
      const light = lights[row]![column]!;
      return LIGHT_OF.has(key) ? (light === null ? null : SIGNS[light]) : figureOf(month, key);
    }),
  );
  return {
    kind: "grid",
    key: "months",
    title: `By month: days with hours logged, and days of the horizon; of milestones the whole month. Billable utilization ${of}`,
    fingerprint,
    columns: shown,
    rowMeans: months.map((month) => ({
      from: month.from,
      to: month.to,
      of: new Map([
        ["onTime", wholeMonth(month)],
        ["onTimeLight", wholeMonth(month)],
      ]),
    })),
    rows,
    cellLooks: [
      ...lights.flatMap((own, row) =>
        own.flatMap((light, column) => (light === null ? [] : [{ row, column, columns: 1, look: LOOK_OF[light] }])),
      ),
      ...noNumbers(shown, rows),
    ],
    rules: [],
    chartsBelow: true,
    charts: [
      {
        key: "shares",
        kind: "lines",
        title: "Utilization, forecast error, load, on-time delivery and margin by month",
        about:
          "Lines of billable utilization, of the forecast error, of load, of on-time delivery and of margin, month by month. Each line has a dash and a mark of its own.",
        categories: "month",
        series: series.filter((key) => key === "utilization" || months.some((month) => month[key] !== null)),
      },
    ],
  };
}

function figureOf(month: MonthMetrics, key: string): Content {
  switch (key) {
    case "month":
      return monthText(month);
    case "variance":
    case "gap":
      return month[key] === null ? null : toHours(month[key]);
    case "margin":
      return month.isIncomplete ? INCOMPLETE : month.isLoss ? NOT_KNOWN : month.margin;
    case "utilization":
    case "wape":
    case "bias":
    case "load":
    case "onTime":
      return month[key];
    default:
      throw new RangeError(`Delivery metrics has no figure ${key}.`);
  }
}
