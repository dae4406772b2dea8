import { DENOMINATOR_TEXT } from "../engine/worked/denominator.ts";
import { CAPACITY_VS_DEMAND } from "./capacity-vs-demand.ts";
import { limitsText } from "./delivery-metrics-lights.ts";
import type { MarginState } from "./delivery-metrics-margin.ts";
import type { Given } from "./given.ts";
import { MARGIN_SHEET } from "./margin.ts";
import type { Column, Content, Grid } from "./model.ts";
import { SKILL_GAPS } from "./skill-gaps.ts";
import { SNAPSHOT_HISTORY } from "./snapshot-history.ts";
import { UTILIZATION_AND_OVERLOAD } from "./utilization.ts";

const COLUMNS: readonly Column[] = [
  { key: "metric", heading: "Metric, → sheet", shows: "text", width: 27 },
  { key: "means", heading: "What it means, and its limits", shows: "text" },
];

const MARGIN_IS = "Revenue less cost ÷ revenue, in whole amounts that add up.";
const MARGIN_STANDS: Readonly<Record<MarginState, string>> = {
  shown: "n/a where a rate, a fee, an exchange rate or a kind is missing.",
  "no tables": "A planning workbook holds no money: finance's workbook shows it.",
  none: "Settings, Money shown, says none.",
  "all but salaries": "Settings, Money shown, says all but salaries.",
};

/** What each metric says in words, its limits, and a way to the sheet behind it. */
export function definitionsGrid({ fingerprint, plan, inputs }: Given, margin: MarginState): Grid {
  const to = (sheet: string): Content => ({ text: `→ ${sheet}`, goTo: { sheet, a1: "A1" } });
  const milestones = inputs.find(({ table }) => table === "Milestones")?.sheet;
  const limits = (metric: keyof typeof limitsText): string => limitsText[metric](plan.settings);
  return {
    kind: "grid",
    key: "definitions",
    title: "What each metric says",
    fingerprint,
    columns: COLUMNS,
    rows: [
      [
        "Billable utilization",
        `Billable hours as a share ${DENOMINATOR_TEXT[plan.settings.utilizationOf]} (Settings: Utilization of), added up first and divided once. Past days count hours logged where they are, else the plan.`,
      ],
      [to(UTILIZATION_AND_OVERLOAD), limits("utilization")],
      [
        "Forecast accuracy",
        "Forecasts of four weeks before against hours worked, by person, engagement and week: over and under do not cancel (WAPE = Σ|F − A| ÷ ΣA). Bias is their sum.",
      ],
      [to(SNAPSHOT_HISTORY), limits("accuracy")],
      [
        "Capacity against demand",
        "Capacity less demand, in hours. Hours may suffice in sum while the right people or weeks are missing: then there is a skill gap. Load is demand ÷ capacity.",
      ],
      [to(CAPACITY_VS_DEMAND), limits("variance")],
      [to(SKILL_GAPS), null],
      [
        "On-time delivery",
        "Milestones delivered by their baseline ÷ milestones due in the month. Open and late counts; what is not yet due does not.",
      ],
      [milestones === undefined ? "→ table Milestones" : to(milestones), limits("onTime")],
      ["Margin", `${MARGIN_IS} ${MARGIN_STANDS[margin]}`],
      [
        margin === "shown" || margin === "all but salaries" ? to(MARGIN_SHEET) : "→ finance's workbook",
        limits("margin"),
      ],
    ],
    rules: [],
    charts: [],
  };
}
