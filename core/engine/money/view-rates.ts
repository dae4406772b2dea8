import { nameKey } from "../../plan/names.ts";
import type { Plan } from "../../plan/plan.ts";
import { skilled, weekOf } from "./average-rates.ts";
import { convert, exchangeOf } from "./exchange.ts";
import type { Hours } from "./hours.ts";
import type { Line } from "./lines.ts";
import type { Margins } from "./margins.ts";
import { NO_MONEY } from "./margins.ts";
import { kept, type Prices, pricesOf, rateOn } from "./prices.ts";
import { contractOn } from "./rates-of.ts";
import type { MoneySum } from "./view.ts";

/** In which row of the table an engagement stands; null where it does not count. */
export type RowOf = (engagement: number) => { readonly label: string; readonly group: string } | null;

/**
 * The table of money by asked period that a view is to judge: for each row, whose rates its cost is made of. A rate is a person's
 * own, or that of a role: everybody who costs it counts as one, since who knows it knows what each of them costs. Work that nobody
 * is booked on costs an average, so each rate in that has its part. Fees and expenses are nobody's rate.
 */
export function moneySums(plan: Plan, { time, lines, flows }: Margins, rowOf: RowOf): readonly MoneySum[] {
  const size = Math.max(0, ...time.askedOf) + 1;
  const rows = new Map<string, Row>();
  const rowFor = (engagement: number) => {
    const named = rowOf(engagement);
    if (named === null) return null;
    const key = `${named.group}\n${named.label}`;
    const found: Row = rows.get(key) ?? { ...named, cost: new Map() };
    rows.set(key, found);
    return found;
  };
  const partsOf = ratesIn(ratesOfHours(plan));
  for (const line of lines) {
    const row = rowFor(line.engagement);
    if (row === null) continue;
    for (let piece = time.first; piece <= time.last; piece++) {
      const [cost, period] = [line.cost[piece - time.first]!, time.askedOf[piece]!];
      if (cost === 0 || period < 0) continue;
      for (const [rate, share] of partsOf(line, piece, time.periods[piece]!.from)) {
        const costs = row.cost.get(rate) ?? new Float64Array(size);
        costs[period]! += cost * share;
        row.cost.set(rate, costs);
      }
    }
  }
  for (const { engagement } of flows) rowFor(engagement);
  return [...rows.values()];
}

interface Row extends MoneySum {
  readonly cost: Map<string, Float64Array>;
}

/** Rates, and the share of each in a cost. */
export type Parts = readonly (readonly [rate: string, share: number])[];

/** Whose rates an hour of some work costs on a day, as rates are on that or another day. */
export function ratesOfHours(plan: Plan): (hours: Hours, day: number, asOn?: number) => Parts {
  const prices = pricesOf(plan, plan.money ?? NO_MONEY);
  const averages = new Map<string, Parts | null>();
  const holdersOf = skilled(plan);
  const average = (skill: number, day: number): Parts | null =>
    kept(averages, `${skill} ${day}`, () => averageParts(plan, prices, holdersOf(skill, day), day));
  return (hours, day, asOn = day) => {
    const role = hours.person < 0 ? hours.role : (contractOn(plan, hours.person, day)?.role ?? "");
    const candidates = prices.cost(hours.person, role);
    const known = [rateOn(candidates, asOn), rateOn(candidates, day)].find((rate) => rate?.minor != null) ?? null;
    if (known !== null) return [[keyOf(plan, known.person, role), 1]];
    return average(hours.skill, asOn) ?? average(hours.skill, day) ?? [];
  };
}

/** Whose rates the cost of a line is made of in a piece of time, with the share of each. */
export function ratesIn(ofHours: ReturnType<typeof ratesOfHours>) {
  return ({ hours }: Line, piece: number, day: number, asOn = day): Parts => {
    const own = hours.filter(({ minutes }) => minutes[piece] !== 0);
    const whole = own.reduce((sum, { minutes }) => sum + minutes[piece]!, 0);
    if (own.length === 1) return ofHours(own[0]!, day, asOn);
    return own.flatMap((one) =>
      ofHours(one, day, asOn).map(([rate, share]) => [rate, (share * one.minutes[piece]!) / whole] as const),
    );
  };
}

/** However a name is spelled, its rate is one and the same. */
const keyOf = ({ people }: Plan, person: number, role: string): string =>
  person >= 0 ? `person ${nameKey(people[person]!.name)}` : `role ${nameKey(role)}`;

/** Everybody who counts, by contract hours and what they cost; null where the average is not known (see `averageRates`). */
function averageParts(plan: Plan, prices: Prices, holders: readonly number[], day: number): Parts | null {
  const exchange = exchangeOf(plan.money ?? NO_MONEY);
  const costs = new Map<string, number>();
  for (const number of holders) {
    const contract = plan.contracts[number]!;
    const rate = rateOn(prices.cost(contract.person, contract.role), day);
    if (rate === null && contract.isAssumed) continue;
    const conversion = rate === null ? null : exchange(rate.currency, day);
    if (rate === null || rate.minor === null || conversion === null) return null;
    const key = keyOf(plan, rate.person, contract.role);
    costs.set(key, (costs.get(key) ?? 0) + weekOf(contract) * convert(rate.minor, conversion));
  }
  const whole = [...costs.values()].reduce((sum, cost) => sum + cost, 0);
  return whole === 0 ? null : [...costs].map(([rate, cost]) => [rate, cost / whole] as const);
}
