import type { wholeWork } from "../engine/money/at-completion.ts";
import type { Line } from "../engine/money/lines.ts";
import { decimalsOf } from "../plan/currencies.ts";
import { COSTS, RATES } from "../plan/money-tables.ts";
import type { Given } from "../sheets/given.ts";
import { whoText } from "../sheets/margin-lines.ts";
import { ratesIn, type UsedRates } from "../sheets/margin-lines-rates.ts";
import { amountText } from "../sheets/money-words.ts";
import { dayMonthYear } from "../sheets/words.ts";
import { dayNumber } from "../units.ts";
import { type Origin, type Part, part } from "./explanation.ts";
import { hoursText } from "./words.ts";

/** Somebody's part of a budget: the hours, their rate, the day of the rate, and the row that says it. What is at other rates is a part of its own. */
export function budgetParts(
  { plan }: Given,
  { time, sights, starts }: NonNullable<ReturnType<typeof wholeWork>>,
  line: Line,
  side: "revenue" | "cost",
): readonly Part[] {
  if (plan.money === null) return [];
  const { engagement } = line;
  const used = ratesIn(plan, plan.money, time, {
    rates: sights.then,
    exchange: sights.exchangeThen,
    overage: sights.overageThen,
  });
  const found = new Map<string, { amount: number; minutes: number; rate: UsedRates }>();
  let last: { amount: number } | null = null;
  for (let piece = time.first; piece <= time.last; piece++) {
    const at = piece - time.first;
    const day = time.periods[piece]!.from;
    if (time.askedOf[piece]! < 0) continue;
    if (line.minutes[at] === 0) {
      // A cent of what all lines of a retainer's hours share may fall on a day on which only others work.
      if (last !== null) last.amount += line[side][at]!;
      continue;
    }
    const both = used(line, (one) => one === piece);
    const rate = side === "revenue" ? both.bill : both.cost;
    const when = starts.isEarlier(engagement, day)
      ? "as worked before the plan begins"
      : `as on ${dayMonthYear(dayNumber(starts.pricedOn(engagement, day)))}`;
    const label = `${rateText(rate)}, ${when}`;
    const one = found.get(label) ?? { amount: 0, minutes: 0, rate };
    one.amount += line[side][at]!;
    one.minutes += line.minutes[at]!;
    found.set(label, one);
    last = one;
  }
  const table = (side === "revenue" ? RATES : COSTS).name;
  return [...found].map(
    ([
      label,
      {
        amount,
        minutes,
        rate: { row },
      },
    ]) => {
      const person: Origin | null = line.person < 0 ? null : { kind: "person", number: line.person };
      return part(
        `${whoText({ plan }, line)}, ${hoursText(minutes)}${label}`,
        amount,
        row === null ? person : { kind: "row", table, row },
      );
    },
  );
}

/** " × EUR 50.00, Costs: role Developer, from 1 Jan 2026" */
function rateText({ rate, currency, from }: UsedRates): string {
  if (rate === null) return `, ${from}`;
  const decimals = decimalsOf(currency);
  return ` × ${amountText({ currency, decimals }, rate * 10 ** decimals)}, ${from}`;
}
