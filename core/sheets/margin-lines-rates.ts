import type { LeftOut } from "../engine/money/average-rates.ts";
import { exchangeOf } from "../engine/money/exchange.ts";
import type { Hours } from "../engine/money/hours.ts";
import { whyOf } from "../engine/money/lacks.ts";
import type { Line, Worth } from "../engine/money/lines.ts";
import type { Margins } from "../engine/money/margins.ts";
import type { MoneyTime } from "../engine/money/money-time.ts";
import type { Overage } from "../engine/money/overage.ts";
import { FREE, openKinds, type Rate, ratesOf } from "../engine/money/rates-of.ts";
import { decimalsOf } from "../plan/currencies.ts";
import type { Amount, BillRate, CostRate, Money } from "../plan/money.ts";
import { nameKey } from "../plan/names.ts";
import type { Plan } from "../plan/plan.ts";
import { FIRST_DAY } from "../plan/plan.ts";
import { dayMonthYear, listed } from "./words.ts";

/** The rates that a line of money used in a month: the rate itself where there was one only, and in words where each is from. */
export interface UsedRates {
  readonly rate: number | null;
  readonly currency: string;
  readonly from: string;
  /** The row of Rates or Costs that says it, where one alone does. */
  readonly row: number | null;
}
export interface LineRates {
  readonly bill: UsedRates;
  readonly cost: UsedRates;
  readonly billable: number;
}

/** Looks up the rates of a line in a month, given by its asked period. */
export function ratesUsed(
  plan: Plan,
  money: Money,
  { time, overage }: Pick<Margins, "time" | "overage">,
): (line: Line, month: number) => LineRates {
  const exchange = exchangeOf(money);
  const used = ratesIn(plan, money, time, { rates: ratesOf(plan, money, exchange), exchange: () => exchange, overage });
  return (line, month) => used(line, (piece) => time.askedOf[piece] === month);
}

/** The same in some pieces of time, at given rates. */
export function ratesIn(
  plan: Plan,
  money: Money,
  time: MoneyTime,
  { rates, exchange: exchangeFor, overage }: Worth,
): (line: Line, counts: (piece: number) => boolean) => LineRates {
  const words = wordsOf(plan, money.currency);
  const open = openKinds(plan);
  return (line, counts) => {
    const exchange = exchangeFor(line.engagement);
    const bills = new Map<Rate | null, string>();
    const costs = new Map<Rate | null, string>();
    let billable = 0;
    for (const hours of line.hours)
      for (let piece = time.first; piece <= time.last; piece++) {
        const minutes = hours.minutes[piece]!;
        if (minutes === 0 || !counts(piece)) continue;
        const day = time.periods[piece]!.from;
        const over = hours.billable ? overage(line.engagement, time.monthOf[piece]!) : null;
        const bill = over?.beyond === 0 ? FREE : rates.bill(hours, day);
        const cost = rates.cost(hours, day);
        if (hours.billable) billable += minutes;
        const isOpen = bill === null && open.has(hours.engagement);
        const part = over !== null && bill?.minor !== 0 ? `; ${overageText(over)}` : "";
        const from = isOpen ? OPEN_KIND : `${words(bill, hours, exchange(bill?.currency ?? "", day))}${part}`;
        bills.set(bill, from);
        costs.set(cost, words(cost, hours, exchange(cost?.currency ?? "", day)));
      }
    return { bill: usedOf(bills), cost: usedOf(costs), billable };
  };
}

function usedOf(found: ReadonlyMap<Rate | null, string>): UsedRates {
  const paid = [...found].filter(([rate]) => rate === null || rate.minor !== 0);
  const from = [...new Set((paid.length === 0 ? [...found] : paid).map(([, words]) => words))].join("; ");
  const [one] = paid.length === 1 ? paid[0]! : [null];
  if (one === null || one === undefined || one.minor === null) return { rate: null, currency: "", from, row: null };
  return { rate: one.minor / 10 ** decimalsOf(one.currency), currency: one.currency, from, row: one.row ?? null };
}

/** "20 of the month's 100 billable hours are beyond those included, so that this part of them is charged" */
export const overageText = ({ beyond, whole }: Overage): string =>
  `${hoursOf(beyond)} of the month's ${hoursOf(whole)} billable hours are beyond those included, so that this part of them is charged`;
const hoursOf = (minutes: number): string => String(Math.round(minutes / 0.6) / 100);

const MOST_NAMED = 3;
const OPEN_KIND = "its Kind is empty: are hours charged on top of its fee?";
const leftOutName = ({ people }: Plan, { person, role }: LeftOut): string =>
  person < 0 ? `role ${role}` : people[person]!.name;

type Rated = Amount & Partial<Pick<BillRate, "engagement" | "client" | "skill">> & Partial<CostRate>;
type Conversion = { readonly numerator: number; readonly denominator: number } | null;

/** "Rates: Cobalt platform, role Developer, from 1 Mar 2026; 1 INR = 0.012 USD" */
function wordsOf(plan: Plan, currency: string): (rate: Rate | null, hours: Hours, conversion: Conversion) => string {
  const roles = new Map(plan.contracts.map(({ role }) => [nameKey(role), role]));
  for (const { role } of plan.needs) roles.set(nameKey(role), role);
  const clients = new Map(plan.engagements.map(({ client }) => [nameKey(client), client]));
  return (rate, hours, conversion) => {
    if (rate === null) return "no rate";
    if (rate.minor === 0 && rate.currency === "") return hours.billable ? "paid by its fee" : "not billable";
    const exchange =
      rate.currency === currency
        ? ""
        : conversion === null
          ? `; no exchange rate for ${rate.currency}`
          : `; 1 ${rate.currency} = ${exchangeText(conversion, rate.currency, currency)} ${currency}`;
    const named: Rated = rate;
    if (named.from === undefined) {
      const whom = hours.skill >= 0 ? `of people with ${plan.skills[hours.skill]!}` : "of everybody";
      const lacks = rate.leftOut?.map((one) => `${leftOutName(plan, one)}: ${whyOf(one.why)}`) ?? [];
      return `≈ average ${whom}${lacks.length === 0 ? exchange : `, not known: ${listed(lacks, MOST_NAMED)}`}`;
    }
    const isBill = named.engagement !== undefined;
    const who = [
      (named.engagement ?? -1) < 0 ? "" : plan.engagements[named.engagement!]!.name,
      named.client ? (clients.get(named.client) ?? named.client) : "",
      (named.person ?? -1) < 0 ? "" : plan.people[named.person!]!.name,
      (named.skill ?? -1) < 0 ? "" : `skill ${plan.skills[named.skill!]!}`,
      named.role ? `role ${roles.get(named.role) ?? named.role}` : "",
    ].filter((one) => one !== "");
    const since = named.from > FIRST_DAY ? `, from ${dayMonthYear(named.from)}` : "";
    return `${isBill ? "Rates" : "Costs"}: ${who.length === 0 ? "anybody" : who.join(", ")}${since}${exchange}`;
  };
}

/** What one unit is worth, to a billionth. */
function exchangeText({ numerator, denominator }: NonNullable<Conversion>, from: string, into: string): string {
  const worth = (numerator / denominator) * 10 ** (decimalsOf(from) - decimalsOf(into));
  return String(Math.round(worth * 1e9) / 1e9);
}
