import type { Amount, Money } from "../../plan/money.ts";
import type { Contract, Plan } from "../../plan/plan.ts";
import { divided } from "../exact.ts";
import { convert, type Exchange } from "./exchange.ts";
import { LEFT_OUT, NO_COST_RATE, NO_EXCHANGE, NO_RATE, TIED } from "./lacks.ts";
import { type Candidates, kept, type Prices, rateOn } from "./prices.ts";

/** An average. Without a figure where somebody who counts has no known rate: those who are left out are named. */
export interface Average extends Amount {
  readonly leftOut: readonly LeftOut[];
}

/** Somebody who would be part of an average, and why nobody knows at which rate. */
export interface LeftOut {
  /** -1: everybody in the role. */
  readonly person: number;
  readonly role: string;
  readonly why: number;
  /** That of the rate; "" without one. */
  readonly currency: string;
  readonly row: number | null;
}

/** What an hour of a skill (of anybody: -1) is charged or costs on a day; null where nobody has it. */
export interface AverageRates {
  readonly bill: (engagement: number, skill: number, day: number) => Average | null;
  readonly cost: (skill: number, day: number) => Average | null;
}

type Dated = Amount & { readonly from: number; readonly person: number; readonly row: number };

/**
 * The rates of everybody who holds the skill and has contract hours on the day, on average by those hours, in the plan's currency and
 * rounded to its minor unit: an estimate for work that nobody is booked on. Any of them may come to do it, so that it is known
 * only where each one's rate is; but a scenario's hire, whom no table can price, does not count. Work that names no skill is charged
 * as those are who are charged at all: not everybody is.
 */
export function averageRates(plan: Plan, money: Money, prices: Prices, exchange: Exchange): AverageRates {
  const { contracts } = plan;
  const stretchOf = stretches(plan, money);
  const holdersOf = skilled(plan);
  const average = (skill: number, day: number, lacks: number, of: (contract: number) => Candidates<Dated>) =>
    averageOf(
      holdersOf(skill, day).flatMap((number) => {
        const rate = rateOn(of(number), day);
        const contract = contracts[number]!;
        const isNobody = rate === null && (contract.isAssumed === true || (skill < 0 && lacks === NO_RATE));
        return isNobody ? [] : [weighted(contract, rate, lacks, exchange, day)];
      }),
      money.currency,
    );
  const billsOf = new Map<string, Candidates<Dated>>();
  const billOf = (engagement: number, skill: number, number: number) =>
    kept(billsOf, `${engagement} ${skill} ${number}`, () =>
      prices.bill(engagement, contracts[number]!.person, skill, contracts[number]!.role),
    );
  const bills = new Map<string, Average | null>();
  const costs = new Map<string, Average | null>();
  const costOf = contracts.map(({ person, role }) => prices.cost(person, role));
  return {
    bill: (engagement, skill, day) =>
      kept(bills, `${engagement} ${skill} ${stretchOf(day)}`, () =>
        average(skill, day, NO_RATE, (number) => billOf(engagement, skill, number)),
      ),
    cost: (skill, day) =>
      kept(costs, `${skill} ${stretchOf(day)}`, () => average(skill, day, NO_COST_RATE, (number) => costOf[number]!)),
  };
}

/** Contracts of those who hold a skill (-1: of everybody) and have hours on a day. */
export function skilled({ contracts, people }: Plan): (skill: number, day: number) => readonly number[] {
  const holders = new Map<number, readonly number[]>();
  return (skill, day) =>
    kept(holders, skill, () =>
      [...contracts.keys()].filter(
        (number) =>
          weekOf(contracts[number]!) > 0 &&
          (skill < 0 || people[contracts[number]!.person]!.skills.some((held) => held.skill === skill)),
      ),
    ).filter((number) => contracts[number]!.from <= day && contracts[number]!.to >= day);
}

/** Minutes of a week. */
export const weekOf = ({ weekdays }: Contract): number => weekdays.reduce((sum, minutes) => sum + minutes, 0);

interface Weighted {
  readonly weight: number;
  readonly minor: number;
}

function weighted(
  contract: Contract,
  rate: Dated | null,
  lacks: number,
  exchange: Exchange,
  day: number,
): Weighted | LeftOut {
  const { person, role } = contract;
  const conversion = rate === null ? null : exchange(rate.currency, day);
  if (rate !== null && rate.minor !== null && conversion !== null)
    return { weight: weekOf(contract), minor: convert(rate.minor, conversion) };
  const why = rate === null ? lacks : conversion === null ? NO_EXCHANGE : rate.isFaulty ? LEFT_OUT : TIED;
  const isOfRole = role !== "" && (rate === null || rate.person < 0);
  const whose = isOfRole ? { person: -1, role } : { person, role: "" };
  return { ...whose, why, currency: rate?.currency ?? "", row: rate?.row ?? null };
}

function averageOf(all: readonly (Weighted | LeftOut)[], currency: string): Average | null {
  if (all.length === 0) return null;
  const leftOut = new Map<string, LeftOut>();
  for (const one of all) if ("why" in one) leftOut.set(`${one.why} ${one.row} ${one.person} ${one.role}`, one);
  const minor = leftOut.size > 0 ? null : mean(all.filter((one) => "weight" in one));
  return { minor, currency, leftOut: [...leftOut.values()] };
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

/** Exact, then rounded once, half up. */
function mean(rates: readonly Weighted[]): number {
  const whole = rates.reduce((sum, { weight }) => sum + weight, 0);
  let [sum, rest] = [0, 0];
  for (const { weight, minor } of rates) {
    const part = divided(minor, weight, whole);
    sum += part.quotient;
    rest += part.rest;
  }
  return sum + Math.floor((2 * rest + whole) / (2 * whole));
}
