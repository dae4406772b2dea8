import type { Amount, CostRate, Money } from "../../plan/money.ts";
import type { Contract, Plan } from "../../plan/plan.ts";
import { type Average, averageRates } from "./average-rates.ts";
import type { Exchange } from "./exchange.ts";
import type { Hours } from "./hours.ts";
import { pricesOf, rateOn } from "./prices.ts";

/**
 * What an hour of some work is charged and costs on a day, in the role of that day, as rates are on that or another day.
 * null: there is none; FREE: nothing is charged; an amount without a figure: not known, though there is one.
 */
export interface Rates {
  readonly bill: (hours: Hours, day: number, asOn?: number) => Rate | null;
  readonly cost: (hours: Hours, day: number, asOn?: number) => Rate | null;
  /** Whether such hours are worth their rate, rather than a part of a fee. */
  readonly byTheHour: (hours: Hours) => boolean;
  /** The role in which the work is done on a day. */
  readonly role: (hours: Hours, day: number) => string;
}
/** One rate, or the average of several people's. */
export type Rate = Amount & Partial<Pick<Average, "leftOut"> & Pick<CostRate, "row">>;
export const FREE: Amount = { minor: 0, currency: "" };

/** How each kind of engagement charges hours: with any rate that fits, with rates of its own only, or not at all. */
const CHARGES: ReadonlyMap<string, "any" | "own" | "none"> = new Map([
  ["time and materials", "any"],
  ["managed service", "own"],
  ["fixed price", "none"],
  ["internal", "none"],
]);

export function ratesOf(plan: Plan, money: Money, exchange: Exchange): Rates {
  const prices = pricesOf(plan, money);
  const average = averageRates(plan, money, prices, exchange);
  const role = ({ person, role }: Hours, day: number) =>
    person < 0 ? role : (contractOn(plan, person, day)?.role ?? "");
  const bills = remembered(({ engagement, person, skill }, as) => {
    const way = CHARGES.get(plan.engagements[engagement]!.kind) ?? "any";
    return way === "own" ? prices.ownBill(engagement, person, skill, as) : prices.bill(engagement, person, skill, as);
  });
  const costs = remembered(({ person }, as) => prices.cost(person, as));
  const paid = new Set(money.fees.filter(({ kind }) => PAYS.has(kind)).map(({ engagement }) => engagement));
  return {
    role,
    byTheHour: ({ engagement }) => (CHARGES.get(plan.engagements[engagement]!.kind) ?? "any") === "any",
    bill: (hours, day, asOn = day) => {
      const { kind } = plan.engagements[hours.engagement]!;
      const way = CHARGES.get(kind) ?? "any";
      if (!hours.billable || kind === "internal") return FREE;
      const rate = way === "none" ? null : rateOn(bills(hours, role(hours, day)), asOn);
      if (rate !== null) return rate;
      if (way !== "any") return paid.has(hours.engagement) ? FREE : null;
      const isOpen = hours.person < 0 && hours.role === "";
      return isOpen ? average.bill(hours.engagement, hours.skill, asOn) : null;
    },
    cost: (hours, day, asOn = day) => {
      const as = role(hours, day);
      const rate = rateOn(costs(hours, as), asOn);
      if (rate !== null) return rate;
      if (hours.person >= 0 || as !== "") return null;
      return average.cost(hours.skill, asOn);
    },
  };
}

/** Without one of these nobody knows what an engagement pays that does not pay by the hour. */
const PAYS: ReadonlySet<string> = new Set(["fixed fee", "monthly retainer"]);

/** The contract that holds on a day; outside all of them the one before it, else the first. */
export function contractOn({ people, contracts }: Plan, person: number, day: number): Contract | undefined {
  const numbers = people[person]!.contracts;
  let found = contracts[numbers[0] ?? -1];
  for (const number of numbers) if (contracts[number]!.from <= day) found = contracts[number]!;
  return found;
}

/** Candidates are looked up once for each kind of work and role. */
function remembered<T>(find: (hours: Hours, role: string) => T): (hours: Hours, role: string) => T {
  const all = new Map<Hours, Map<string, T>>();
  return (hours, role) => {
    let own = all.get(hours);
    if (own === undefined) {
      own = new Map();
      all.set(hours, own);
    }
    const found = own.get(role);
    if (found !== undefined) return found;
    const made = find(hours, role);
    own.set(role, made);
    return made;
  };
}
