import type { Amount, CostRate, Money } from "../../plan/money.ts";
import type { Contract, Plan } from "../../plan/plan.ts";
import { type Average, averageRates } from "./average-rates.ts";
import type { Exchange } from "./exchange.ts";
import type { Hours } from "./hours.ts";
import { NO_FEE, NO_KIND, NO_RATE } from "./lacks.ts";
import { pricesOf, rateOn } from "./prices.ts";

/**
 * What an hour of some work is charged and costs on a day, in the role of that day, as rates are on that or another day.
 * null: there is none; FREE: nothing is charged; an amount without a figure: not known, though there is one.
 */
export interface Rates {
  readonly bill: (hours: Hours, day: number, asOn?: number) => Rate | null;
  readonly cost: (hours: Hours, day: number, asOn?: number) => Rate | null;
  /** Why it is not known what such hours are charged, where there is no rate: NO_RATE, NO_FEE or NO_KIND. */
  readonly lacking: (hours: Hours) => number;
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
  const bills = remembered((hours, as) => {
    const { engagement, person, skill } = hours;
    const find = wayOf(hours) === "own" ? prices.ownBill : prices.bill;
    return find(engagement, person, skill, as);
  });
  const costs = remembered(({ person }, as) => prices.cost(person, as));
  const paid = paidByFee(money);
  const open = openKinds(plan);
  const wayOf = ({ engagement }: Hours) => CHARGES.get(plan.engagements[engagement]!.kind) ?? "any";
  return {
    role,
    lacking: (hours) => (open.has(hours.engagement) ? NO_KIND : wayOf(hours) === "any" ? NO_RATE : NO_FEE),
    bill: (hours, day, asOn = day) => {
      const way = wayOf(hours);
      if (!hours.billable || plan.engagements[hours.engagement]!.kind === "internal") return FREE;
      if (open.has(hours.engagement)) return null;
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
const paidByFee = ({ fees }: Money): ReadonlySet<number> =>
  new Set(fees.filter(({ kind }) => PAYS.has(kind)).map(({ engagement }) => engagement));

/** Engagements with a fee or a retainer and without a kind: nobody says whether their hours are charged on top of it, or paid by it. */
export const openKinds = ({ engagements, money }: Plan): ReadonlySet<number> =>
  new Set(money === null ? [] : [...paidByFee(money)].filter((number) => engagements[number]!.isKindAssumed === true));

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
