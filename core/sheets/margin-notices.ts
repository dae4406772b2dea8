import { type Overlap, overlappingFees } from "../engine/money/overlapping-fees.ts";
import { feeText, hoursOnTop } from "../functions/fees-and-hours.ts";
import { isOfMonths } from "../functions/overlapping-fees.ts";
import { decimalsOf } from "../plan/currencies.ts";
import type { Plan } from "../plan/plan.ts";
import type { Given } from "./given.ts";
import type { Line } from "./model.ts";
import type { MoneyTable } from "./money-rows.ts";
import { amountText } from "./money-words.ts";
import { counted, dayMonthYear, listed } from "./words.ts";

const MOST_NAMED = 5;

/** What is agreed in a way that is legal and seldom meant; amounts only where all money is shown. */
export function feeNotices({ plan }: Given, { view }: MoneyTable): readonly Line[] {
  const onTop = [...hoursOnTop(plan)].map(
    ([engagement, fees]) => `${plan.engagements[engagement]!.name} (${feeText(fees)})`,
  );
  const overlaps = overlappingFees(plan);
  const texts = [
    ...(onTop.length === 0
      ? []
      : [`Of ${listed(onTop, MOST_NAMED)}, time and materials, every billable hour is charged on top of the fee.`]),
    ...overlaps.slice(0, MOST_NAMED).map((one) => overlapText(plan, one, view === null)),
    ...(overlaps.length > MOST_NAMED
      ? [
          `Fees of ${counted(overlaps.length - MOST_NAMED, "more engagement")} hold on the same days; Plan check says which.`,
        ]
      : []),
  ];
  return texts.map((text) => ({ text, look: "note" }));
}

/** "2 monthly retainers of Care are paid for the same days from 1 Apr 2026 to 30 Jun 2026 (Fees rows 2, 3): EUR 6,300.00 a month together." */
function overlapText({ engagements }: Plan, one: Overlap, showsAmounts: boolean): string {
  const { engagement, fees, from, to, isEndless, together } = one;
  const isMonthly = isOfMonths(one);
  const days = `from ${dayMonthYear(from)} ${isEndless ? "on" : `to ${dayMonthYear(to)}`}`;
  const rows = `Fees rows ${listed(
    fees.map(({ row }) => String(row)),
    MOST_NAMED,
  )}`;
  const { currency } = fees[0];
  const sum =
    together === null || !showsAmounts
      ? ""
      : `: ${amountText({ currency, decimals: decimalsOf(currency) }, together)}${isMonthly ? " a month" : ""} together`;
  const verb = isMonthly ? "are paid" : "are earned";
  return `${fees.length} ${fees[0].kind}s of ${engagements[engagement]!.name} ${verb} for the same days ${days} (${rows})${sum}.`;
}
