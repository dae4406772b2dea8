import { isUndated } from "../engine/on-time.ts";
import { assumptions, problemLines, rowsRead } from "./account.ts";
import { definitionsGrid } from "./delivery-metrics-definitions.ts";
import { bandGrid, leadGrid } from "./delivery-metrics-forecast.ts";
import { lightOf } from "./delivery-metrics-lights.ts";
import { EMPTY_MARGIN, type MarginState } from "./delivery-metrics-margin.ts";
import { milestoneGrids, milestonesText, openMilestones } from "./delivery-metrics-milestones.ts";
import { isEmpty, type MonthMetrics, monthMetrics } from "./delivery-metrics-months.ts";
import { metricsTable } from "./delivery-metrics-table.ts";
import type { Given } from "./given.ts";
import type { Line, SheetModel } from "./model.ts";
import { wholeMonth } from "./months-shown.ts";
import { pastDaysText } from "./past-days.ts";
import { inputsGrid } from "./refreshed.ts";
import { counted, listed, monthAndYear } from "./words.ts";

export const DELIVERY_METRICS = "Delivery metrics";

/** The five metrics read together, month by month, beside load and gap: numbers that look healthy alone may not together. */
export function deliveryMetrics(given: Given, margin: MarginState): SheetModel {
  const months = monthMetrics(given, margin === "shown");
  const days = { from: wholeMonth(months[0]!).from, to: wholeMonth(months.at(-1)!).to };
  const firstDay = months.find(({ hasDays }) => hasDays)!.from;
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
          headline(given, months),
          {
            text: `✓ good, ▲ watch, ✕ act: by the limits of Settings, which stand below each definition. ${pastDaysText(given, firstDay)}${milestonesText(given)}`,
          },
          ...assumptions(given, DELIVERY_METRICS),
        ],
      },
      ...firstSteps(given, months, margin),
      metricsTable(given, months, margin),
      definitionsGrid(given, margin),
      ...milestoneGrids(given, days),
      leadGrid(given),
      bandGrid(given),
      rowsRead(given),
      problemLines(given.plan),
      inputsGrid(given),
      ...(margin === "shown" ? [MONEY_NOTE] : []),
    ],
    freeze: { rows: 0, columns: 1 },
    print: { headingsOf: "band", upTo: "band", pages: ["definitions", "leads"] },
  };
}

/** Key of the block that stands there as long as the sheet shows margins: so it is known, whatever became of Settings since. */
export const MONEY_STANDS = "money";
const MONEY_NOTE: SheetModel["blocks"][number] = {
  kind: "note",
  key: MONEY_STANDS,
  lines: [{ text: "Margins stand on this sheet, because Settings, Money shown, says all." }],
};

const METRICS = [
  { key: "utilization", name: "utilization" },
  { key: "accuracy", name: "forecast error" },
  { key: "variance", name: "capacity against demand" },
  { key: "onTime", name: "on-time delivery" },
  { key: "margin", name: "margin" },
] as const;

/** Which metric is furthest from where it should be, in the months that are shown. */
function headline({ plan }: Given, months: readonly MonthMetrics[]): Line {
  const acting = METRICS.flatMap(({ name, key }) => {
    const bad = months.filter((month) => lightOf(key, month, plan.settings) === "act");
    const when = listed(
      bad.map(({ from }) => monthAndYear(from)),
      2,
    );
    return bad.length === 0 ? [] : [`${name} (${when})`];
  });
  if (acting.length > 0) return { text: `✕ Act on ${listed(acting)}.`, look: "bad" };
  const open = openMilestones(plan);
  if (open.length === 0 && isEmpty(plan))
    return { text: "Nothing is planned and nothing is logged yet: begin with the steps below." };
  if (open.length === 0) return { text: "✓ No metric asks for action in these months.", look: "good" };
  const what = `${counted(open.length, "milestone")} ${open.length === 1 ? "is" : "are"}`;
  return {
    text: `▲ No metric of these months asks for action, but ${what} late and still open: ${listed(open, 3)}.`,
    look: "says tight",
  };
}

/** What to do so that a metric without figures gets some. */
function firstSteps({ plan }: Given, months: readonly MonthMetrics[], margin: MarginState): SheetModel["blocks"] {
  const steps: string[] = [];
  if (plan.actuals.length === 0)
    steps.push(
      "Log hours: a table Actuals (Day, Person, Engagement, Hours), typed or brought in by the panel Import. Until then utilization is of the plan.",
    );
  if (plan.snapshots.length === 0)
    steps.push(
      "Take a snapshot each week: the panel Snapshots. Forecast accuracy begins a month after the first one, once hours are logged.",
    );
  else if (months.every(({ wape }) => wape === null))
    steps.push(
      "Go on logging hours: no week is old enough yet to be held against its forecast. How much is needed stands below.",
    );
  if (plan.milestones.length === 0)
    steps.push("Write down what was promised: a table Milestones (Engagement, Milestone, Baseline, Due, Delivered).");
  else if (isUndated(plan))
    steps.push(
      "Say when milestones were delivered: a column Delivered in Milestones, empty while one is open. Without it on-time delivery is not known.",
    );
  else if (months.every(({ onTime }) => onTime === null))
    steps.push("No milestone of these months was due by the as-of day: on-time delivery begins with the first one.");
  if (margin !== "shown") steps.push(EMPTY_MARGIN[margin]);
  if (steps.length === 0) return [];
  const title: Line = { text: "What is still missing, and what to do", look: "title" };
  return [
    {
      kind: "note",
      key: "first",
      lines: [title, ...steps.map((text, i): Line => ({ text: `${i + 1}. ${text}` }))],
    },
  ];
}
