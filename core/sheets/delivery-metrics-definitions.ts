import { LIMITS } from "./delivery-metrics-lights.ts";
import type { Given } from "./given.ts";
import type { Column, Content, Grid } from "./model.ts";

const COLUMNS: readonly Column[] = [
  { key: "metric", heading: "Metric", shows: "text", width: 24 },
  { key: "sheet", heading: "Behind it", shows: "text", width: 24 },
  { key: "means", heading: "What it means, and its limits", shows: "text" },
];

const SAYS = {
  utilization:
    "Billable hours ÷ hours that people have, added up first and divided once. Past days count hours logged where they are, else the plan.",
  accuracy:
    "Forecasts of four weeks before against hours worked, by person, engagement and week: over and under do not cancel (WAPE = Σ|F − A| ÷ ΣA). Bias is their sum. Missing timesheets are left out.",
  variance:
    "Capacity less demand, and the skill gap: hours may suffice in sum while the right people or weeks are missing. Load is demand ÷ capacity.",
  onTime:
    "Milestones delivered by their baseline ÷ milestones due in the month. Open and late counts; what is not yet due does not.",
  margin: "Revenue less cost ÷ revenue, in whole amounts that add up.",
} as const;

/** What each metric says in words, when it is a warning, and where its figures come from. */
export function definitionsGrid({ fingerprint }: Given, holdsMoney: boolean): Grid {
  const to = (sheet: string): Content => ({ text: sheet, goTo: { sheet, a1: "A1" } });
  const margin = holdsMoney
    ? "This workbook shows it in the sheet Margin."
    : "A planning workbook holds no money: the sheet Margin of finance's workbook shows it.";
  return {
    kind: "grid",
    key: "definitions",
    title: "What each metric says",
    fingerprint,
    columns: COLUMNS,
    rows: [
      ["Billable utilization", to("Capacity vs demand"), `${SAYS.utilization} ${LIMITS.utilization}`],
      ["Forecast accuracy", to("Snapshot history"), `${SAYS.accuracy} ${LIMITS.accuracy}`],
      ["Capacity against demand", to("Skill gaps"), `${SAYS.variance} ${LIMITS.variance}`],
      ["On-time delivery", "ONTIME", `${SAYS.onTime} ${LIMITS.onTime}`],
      ["Margin", holdsMoney ? to("Margin") : "Finance's workbook", `${SAYS.margin} ${margin}`],
    ],
    rules: [],
    charts: [],
  };
}
