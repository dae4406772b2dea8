import { DENOMINATOR_TEXT } from "../engine/worked/denominator.ts";
import { assumptions, problemLines, rowsRead } from "./account.ts";
import { definitionsGrid } from "./delivery-metrics-definitions.ts";
import { bandGrid, leadGrid } from "./delivery-metrics-forecast.ts";
import { lightOf, SIGNS } from "./delivery-metrics-lights.ts";
import { type MonthMetrics, monthMetrics } from "./delivery-metrics-months.ts";
import type { Given } from "./given.ts";
import type { Column, Content, Grid, Line, SheetModel } from "./model.ts";
import { pastDaysText } from "./past-days.ts";
import { inputsGrid } from "./refreshed.ts";
import { toHours } from "./sums.ts";
import { listed, monthAndYear } from "./words.ts";

export const DELIVERY_METRICS = "Delivery metrics";

/** The five metrics read together, month by month, beside load and gap: numbers that look healthy alone may not together. */
export function deliveryMetrics(given: Given, holdsMoney: boolean): SheetModel {
  const months = monthMetrics(given);
  return {
    name: DELIVERY_METRICS,
    blocks: [
      {
        kind: "note",
        key: "about",
        lines: [
          {
            text: "Delivery metrics: utilization, forecast accuracy, variance, on-time delivery, margin",
            look: "title",
          },
          headline(months),
          ...waits(given, months),
          {
            text: `✓ good, ▲ watch, ✕ act: the limits stand beside each definition below. ${pastDaysText(given, months[0]?.from)}`,
          },
          ...assumptions(given, DELIVERY_METRICS),
        ],
      },
      monthsGrid(given, months),
      definitionsGrid(given, holdsMoney),
      leadGrid(given),
      bandGrid(given),
      rowsRead(given),
      problemLines(given.plan),
      inputsGrid(given),
    ],
    freeze: { rows: 0, columns: 1 },
  };
}

/** Which metric is furthest from where it should be, in the months that are shown. */
function headline(months: readonly MonthMetrics[]): Line {
  const acting = METRICS.flatMap(({ name, key }) => {
    const bad = months.filter((month) => lightOf(key, month) === "act");
    return bad.length === 0
      ? []
      : [
          `${name} in ${listed(
            bad.map(({ from }) => monthAndYear(from)),
            2,
          )}`,
        ];
  });
  return acting.length === 0
    ? { text: `✓ No metric asks for action in these months.`, look: "good" }
    : { text: `✕ Act on ${listed(acting)}.`, look: "bad" };
}

const METRICS = [
  { key: "utilization", name: "utilization" },
  { key: "accuracy", name: "forecast error" },
  { key: "variance", name: "capacity against demand" },
  { key: "onTime", name: "on-time delivery" },
] as const;

/** What a metric without figures waits for. */
function waits({ plan }: Given, months: readonly MonthMetrics[]): readonly Line[] {
  const lines: string[] = [];
  if (plan.actuals.length === 0)
    lines.push(
      "No hours worked yet: utilization is of the plan. A table Actuals with logged hours makes it what was done.",
    );
  if (plan.snapshots.length === 0)
    lines.push("No snapshots yet: forecast accuracy begins a month after the first one. The panel Snapshots takes it.");
  else if (months.every(({ wape }) => wape === null))
    lines.push("No week is old enough yet to be held against its forecast: see how much is needed below.");
  if (months.every(({ onTime }) => onTime === null))
    lines.push("No milestone was due yet: a table Milestones with Baseline, Due and Delivered shows on-time delivery.");
  return lines.map((text) => ({ text, look: "tight" }));
}

const percent = (key: string, heading: string, note: string): Column => ({
  key,
  heading,
  shows: "percent",
  width: 11,
  note,
});
const hours = (key: string, heading: string, note: string): Column => ({
  key,
  heading,
  shows: "hours",
  width: 11,
  note,
});
const light = (key: string): Column => ({ key, heading: "", shows: "text", width: 10 });

const COLUMNS: readonly Column[] = [
  { key: "month", heading: "Month", shows: "text", width: 24 },
  percent("utilization", "Utilization", "Billable hours ÷ capacity of the month."),
  light("utilizationLight"),
  percent("wape", "Forecast error", "WAPE of forecasts made four weeks before: what was off ÷ what was worked."),
  percent("bias", "Bias", "Above 0: more was forecast than worked."),
  light("accuracyLight"),
  percent("load", "Load", "Demand ÷ capacity."),
  hours("variance", "Variance", "Capacity less demand."),
  hours("gap", "Skill gap", "Open work that no assignment of free people can cover."),
  light("varianceLight"),
  percent("onTime", "On time", "Milestones due in the month that were delivered by their baseline."),
  light("onTimeLight"),
];

function monthsGrid({ fingerprint, plan }: Given, months: readonly MonthMetrics[]): Grid {
  const sign = (key: Parameters<typeof lightOf>[0], month: MonthMetrics): Content => {
    const found = lightOf(key, month);
    return found === null ? null : SIGNS[found];
  };
  return {
    kind: "grid",
    key: "months",
    title: `By month. Billable utilization ${DENOMINATOR_TEXT[plan.settings.utilizationOf]}`,
    fingerprint,
    columns: COLUMNS,
    rows: months.map((month): Content[] => [
      monthAndYear(month.from),
      month.utilization,
      sign("utilization", month),
      month.wape,
      month.bias,
      sign("accuracy", month),
      month.load,
      month.variance === null ? null : toHours(month.variance),
      month.gap === null ? null : toHours(month.gap),
      sign("variance", month),
      month.onTime,
      sign("onTime", month),
    ]),
    rules: [
      { columns: ["utilization", "load"], when: { is: "above", value: 1 }, look: "bad" },
      { columns: ["wape"], when: { is: "above", value: 0.3 }, look: "bad" },
      { columns: ["wape"], when: { is: "between", value: 0.15, to: 0.3 }, look: "tight" },
      { columns: ["variance"], when: { is: "below", value: -0.008 }, look: "short" },
      { columns: ["gap"], when: { is: "above", value: 0.008 }, look: "bad" },
    ],
    charts: [
      {
        key: "shares",
        kind: "lines",
        title: "Utilization, forecast error, load and on-time delivery by month",
        about: "Lines of billable utilization, of the forecast error, of load and of on-time delivery, month by month.",
        categories: "month",
        series: ["utilization", "wape", "load", "onTime"],
      },
    ],
  };
}
