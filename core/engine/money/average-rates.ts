import type { Amount, Money } from "../../plan/money.ts";
import type { Plan } from "../../plan/plan.ts";
import { divided } from "../exact.ts";
import { convert, type Exchange } from "./exchange.ts";
import { type Candidates, kept, type Prices, rateOn } from "./prices.ts";

/**
 * What an hour of a skill (of anybody: -1) is charged or costs on a day; null where nobody with a rate has it, and without a figure
 * where their rates are in a currency that cannot be exchanged on that day.
 */
export interface AverageRates {
  readonly bill: (engagement: number, skill: number, day: number) => Amount | null;
  readonly cost: (skill: number, day: number) => Amount | null;
}

type Dated = Amount & { readonly from: number };

/**
 * The rates of everybody who holds the skill, on average by contract hours, in the plan's currency and rounded to its minor unit:
 * an estimate for work that nobody is booked on.
 */
export function averageRates(plan: Plan, money: Money, prices: Prices, exchange: Exchange): AverageRates {
  const { contracts, people } = plan;
  const { currency } = money;
  const stretchOf = stretches(plan, money);
  const weeks = contracts.map(({ weekdays }) => weekdays.reduce((sum, minutes) => sum + minutes, 0));
  const holders = new Map<number, readonly number[]>();
  const holdersOf = (skill: number) =>
    kept(holders, skill, () =>
      [...contracts.keys()].filter(
        (number) => skill < 0 || people[contracts[number]!.person]!.skills.some((held) => held.skill === skill),
      ),
    );
  const find = (skill: number, day: number, candidatesOf: (contract: number) => Candidates<Dated>): Amount | null => {
    const rates: Weighted[] = [];
    let lacking: string | null = null;
    for (const number of holdersOf(skill)) {
      const { from, to } = contracts[number]!;
      if (from > day || to < day) continue;
      const rate = rateOn(candidatesOf(number), day);
      const conversion = rate === null ? null : exchange(rate.currency, day);
      if (rate === null || rate.minor === null) continue;
      if (conversion === null) lacking ??= rate.currency;
      else rates.push({ weight: weeks[number]!, minor: convert(rate.minor, conversion) });
    }
    const minor = mean(rates);
    if (minor !== null) return { minor, currency };
    return lacking === null ? null : { minor, currency: lacking };
  };
  const billsOf = new Map<string, Candidates<Dated>>();
  const billOf = (engagement: number, skill: number, number: number) =>
    kept(billsOf, `${engagement} ${skill} ${number}`, () =>
      prices.bill(engagement, contracts[number]!.person, skill, contracts[number]!.role),
    );
  const bills = new Map<string, Amount | null>();
  const costs = new Map<string, Amount | null>();
  const costOf = contracts.map(({ person, role }) => prices.cost(person, role));
  return {
    bill: (engagement, skill, day) =>
      kept(bills, `${engagement} ${skill} ${stretchOf(day)}`, () =>
        find(skill, day, (number) => billOf(engagement, skill, number)),
      ),
    cost: (skill, day) =>
      kept(costs, `${skill} ${stretchOf(day)}`, () => find(skill, day, (number) => costOf[number]!)),
  };
}

/** Days between which no rate, exchange rate or contract changes share a number. */
function stretches({ contracts }: Plan, { rates, costs, exchange }: Money): (day: number) => number {
  const ends = contracts.flatMap(({ from, to }): number[] => [from, to + 1]);
  const days = [...new Set([...[...rates, ...costs, ...exchange].map((one): number => one.from), ...ends])];
  const starts = Int32Array.from(days).sort();
  return (day) => {
    let [low, high] = [0, starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= day) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

interface Weighted {
  readonly weight: number;
  readonly minor: number;
}

/** Exact, then rounded once, half up. */
function mean(rates: readonly Weighted[]): number | null {
  const whole = rates.reduce((sum, { weight }) => sum + weight, 0);
  if (whole === 0) return null;
  let [sum, rest] = [0, 0];
  for (const { weight, minor } of rates) {
    const part = divided(minor, weight, whole);
    sum += part.quotient;
    rest += part.rest;
  }
  return sum + Math.floor((2 * rest + whole) / (2 * whole));
}
