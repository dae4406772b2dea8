import { COST, REVENUE } from "../engine/money/lines.ts";
import { marginShare } from "../engine/money/ratios.ts";
import { cutInto, type Timeline } from "../engine/timeline.ts";
import type { Period } from "../plan/calendar.ts";
import type { Plan } from "../plan/plan.ts";
import type { Given } from "./given.ts";
import { moneyTable, portfolioOf } from "./money-rows.ts";
import { showsMoney } from "./without-money.ts";

/** Whether margin may stand beside the metrics, and if not, why. */
export type MarginState = "shown" | "no tables" | "none" | "all but salaries";

export function marginState(plan: Plan): MarginState {
  const { moneyShown } = plan.settings;
  if (!showsMoney({ ...plan, settings: { ...plan.settings, moneyShown: "all" } })) return "no tables";
  return moneyShown === "all" ? "shown" : moneyShown;
}

/** Why the column of margins is empty, in one line. */
export const EMPTY_MARGIN: Readonly<Record<Exclude<MarginState, "shown">, string>> = {
  "no tables":
    "Margin is empty: this workbook has no tables of rates, costs and fees. Finance's workbook shows it: the panel Sheets, Set up finance workbook.",
  none: "Margin is empty: Settings, Money shown, says none.",
  "all but salaries":
    "Margin is empty: Settings, Money shown, says all but salaries. The sheet Margin shows what tells nobody's salary.",
};

/** Revenue less cost ÷ revenue of each month; null where there is no revenue, or something of it is not known. */
export interface MonthMargin {
  readonly margin: number | null;
  readonly isIncomplete: boolean;
  /** Revenue below 0, after a write-off: no share of it can be taken, but it is below every target. */
  readonly isLoss: boolean;
}

export const NO_MARGIN: MonthMargin = { margin: null, isIncomplete: false, isLoss: false };

export function marginByMonth(given: Given, months: readonly Period[]): readonly MonthMargin[] {
  const time = cutAround(months);
  const all = portfolioOf(moneyTable(given, time));
  return months.map(({ from }): MonthMargin => {
    const month = time.periodOf[from - time.from]!;
    if ((all.unknown[month]! & (REVENUE | COST)) !== 0) return { ...NO_MARGIN, isIncomplete: true };
    const revenue = all.revenue[month]!;
    return { margin: marginShare(revenue, all.cost[month]!), isIncomplete: false, isLoss: revenue < 0 };
  });
}

/** All days around some periods, cut where one begins or ends. */
function cutAround(periods: readonly Period[]): Timeline {
  const starts = new Set<number>(periods.flatMap(({ from, to }) => [from, to + 1]));
  return cutInto(periods[0]!.from, periods.at(-1)!.to, (day) => starts.has(day));
}
