import { marginShare } from "../engine/money/ratios.ts";
import { timeline } from "../engine/timeline.ts";
import type { Cell } from "../plan/cells.ts";
import { decimalsOf } from "../plan/currencies.ts";
import { refuse } from "../problems.ts";
import { MONEY_MEASURES } from "./choices.ts";
import { defineFunction } from "./define.ts";
import { headed } from "./matrix.ts";
import { COST, inUnits, isUnknown, type MoneyRow, moneyRows, REVENUE } from "./money-sums.ts";
import { GRID_PARAMS, OF_MONEY, PEOPLE_TABLES, WORKED_TABLES } from "./vocabulary.ts";

export type MoneyMeasure = keyof typeof MONEY_MEASURES;

export const MARGIN = defineFunction({
  name: "MARGIN",
  category: "Money",
  summary:
    "Revenue, cost, margin (revenue less cost) or margin percent, in the plan's currency; n/a where a rate, a fee, an exchange rate or a kind is missing.",
  gives: "money, or a ratio with measure=percent",
  params: GRID_PARAMS,
  ...OF_MONEY,
  choices: ["measure", "pipeline", "hires", "grain", "problems"],
  measures: MONEY_MEASURES,
  needs: [["People"], ["Engagements"], ["Costs", "Rates", "Fees"], WORKED_TABLES],
  mayUse: ["Exchange", ...PEOPLE_TABLES],
  examples: [
    {
      says: "Cobalt pays by the hour. Its first week: 12 hours of Maya at 180, 20 each of Omar at 140, Rohan at 120, Asha and Vikram at 95, 6 of Grace at 150. The cost of the three in Pune is in rupees, at 0.012.",
      formula:
        '=MARGIN(DATE(2026,1,5), DATE(2026,1,9), "client", "total", "measure=revenue; client=Cobalt Freight", People, Engagements, Allocations, Rates, Costs, Exchange)',
      gives: [
        ["Client", 46027],
        ["Cobalt Freight", 12060],
      ],
    },
    {
      says: "The same week's margin: 12,060 less 5,100.",
      formula:
        '=MARGIN(DATE(2026,1,5), DATE(2026,1,9),,, "client=Cobalt Freight", People, Engagements, Allocations, Rates, Costs, Exchange)',
      gives: 6960,
    },
    {
      says: "A managed service: Harborline pays 14,000 a month, two people of the desk work 240 hours in January and 120 in the first two weeks of February at 48 Singapore dollars, 0.75 each.",
      formula:
        '=MARGIN(DATE(2026,1,1), DATE(2026,2,15), "engagement", "month", "engagement=Harborline desk", People, Engagements, Allocations, Costs, Fees, Exchange)',
      gives: [
        ["Engagement", 46023, 46054],
        ["Harborline desk", 5360, 3180],
      ],
    },
    {
      says: "Without the exchange rates nobody knows what the desk costs.",
      formula:
        '=MARGIN(DATE(2026,1,1), DATE(2026,1,31),,, "engagement=Harborline desk; measure=percent", People, Engagements, Allocations, Costs, Fees, {"Setting","Value";"Currency","USD"})',
      gives: "n/a",
    },
  ],
  shows: ({ where }) => (where.measure === "percent" ? "share" : "money"),
  run: (asked) => {
    const measure = measureOf(asked.where.measure);
    if (measure !== "revenue" && !asked.plan.given.has("Costs")) refuse([NO_COSTS], "unavailable");
    const decimals = decimalsOf(asked.plan.money?.currency ?? "");
    const rows = [...moneyRows(asked)];
    const { periods } = timeline(asked.from, asked.to, asked.periods);
    const cells = rows.map(([label, row]) => ({
      label,
      cells: periods.map((_, period) => figureOf(measure, row, period, decimals)),
    }));
    return headed(asked, cells);
  },
});

const NO_COSTS = {
  code: "HR-182",
  at: [],
  value: "",
  why: "MARGIN needs the Costs table, but for revenue",
  hint: "Maybe its range is missing from the end of the formula, or where needs measure=revenue.",
} as const;

export const measureOf = (word: string | null): MoneyMeasure =>
  word === "revenue" || word === "cost" || word === "percent" ? word : "margin";

/** A figure of a row in a period; "n/a" where something that belongs to it is not known, or there is no revenue to take a share of. */
export function figureOf(measure: MoneyMeasure, row: MoneyRow, period: number, decimals: number): Cell {
  const { needs, of } = FIGURES[measure];
  return isUnknown(row, period, needs) ? "n/a" : of(row.revenue[period]!, row.cost[period]!, decimals);
}

const FIGURES: Readonly<
  Record<
    MoneyMeasure,
    { readonly needs: number; readonly of: (revenue: number, cost: number, decimals: number) => Cell }
  >
> = {
  revenue: { needs: REVENUE, of: (revenue, _, decimals) => inUnits(revenue, decimals) },
  cost: { needs: COST, of: (_, cost, decimals) => inUnits(cost, decimals) },
  margin: { needs: REVENUE | COST, of: (revenue, cost, decimals) => inUnits(revenue - cost, decimals) },
  percent: { needs: REVENUE | COST, of: (revenue, cost) => marginShare(revenue, cost) ?? "n/a" },
};
