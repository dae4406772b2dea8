import { type DayNumber, dayNumber, plusDays } from "../units.ts";
import { type KnownNames, knownNames } from "./book-names.ts";
import { dateOf, dayOf } from "./calendar.ts";
import { isCurrency } from "./currencies.ts";
import { complain, type Findings, leaveOutToo, type Spot } from "./findings.ts";
import type { LinkedEngagements } from "./link-engagements.ts";
import { linkExchange } from "./link-exchange.ts";
import { linkFees } from "./link-fees.ts";
import type { LinkedPeople } from "./link-people.ts";
import { linkCosts, linkRates, type MoneyLinks } from "./link-rates.ts";
import type { Money } from "./money.ts";
import { currencyAt, currencySpot } from "./money-cells.ts";
import { isEmptyRow } from "./money-rows.ts";
import type { COSTS, EXCHANGE, FEES, RATES } from "./money-tables.ts";
import { either } from "./names.ts";
import { LAST_DAY, type Need, type Settings } from "./plan.ts";
import type { Numbering } from "./reader.ts";
import { isListed, type Rows, USED } from "./rows.ts";

/** The tables that hold money. */
export interface MoneyRows {
  readonly rates: Rows<(typeof RATES)["columns"]>;
  readonly costs: Rows<(typeof COSTS)["columns"]>;
  readonly fees: Rows<(typeof FEES)["columns"]>;
  readonly exchange: Rows<(typeof EXCHANGE)["columns"]>;
}

/** The plan whose names they use; `books` numbers the names in the tables of money and of hours worked. */
export interface MoneyPlan {
  readonly books: Numbering;
  readonly numbering: Numbering;
  readonly settings: Settings;
  readonly linked: LinkedPeople;
  readonly peopleRows: Rows;
  readonly engagementRows: Rows;
  readonly engagements: LinkedEngagements;
  readonly needs: readonly Need[];
  readonly skills: readonly string[];
  readonly findings: Findings;
}

/** Names that rows about money and hours worked may use. */
export function bookNames(
  plan: MoneyPlan,
): Pick<MoneyLinks, "people" | "engagements" | "clients" | "roles" | "skills"> {
  const { numbering, linked, peopleRows, engagementRows, engagements, needs, skills } = plan;
  const { names } = numbering;
  const work = engagements.engagements;
  const given = (rows: Rows, key: "person" | "engagement" | "client" | "role"): KnownNames["listed"] =>
    isListed(rows) ? { rows, key, numbers: names[key] } : null;
  const roles = [...linked.contracts.map(({ role }) => role), ...needs.map(({ role }) => role)].filter(
    (one) => one !== "",
  );
  return {
    people: knownNames(
      linked.people.map(({ name }) => name),
      given(peopleRows, "person"),
    ),
    engagements: knownNames(
      work.map(({ name }) => name),
      given(engagementRows, "engagement"),
    ),
    clients: knownNames(
      [...new Set(work.map(({ client }) => client))].filter((one) => one !== ""),
      given(engagementRows, "client"),
    ),
    roles: knownNames([...new Set(roles)], given(peopleRows, "role")),
    // Skills stand in several tables, so that People alone cannot tell that one is unknown.
    skills: knownNames(skills, isListed(peopleRows) ? { rows: peopleRows, key: "", numbers: names.skill } : null),
  };
}

/** Rates, costs, fees and exchange rates; null when none of their tables was given. */
export function linkMoney(rows: MoneyRows, plan: MoneyPlan, names: ReturnType<typeof bookNames>): Money | null {
  const all = [rows.rates, rows.costs, rows.fees, rows.exchange];
  if (all.every(({ parts }) => parts.length === 0)) return null;
  const { books, settings, engagements, findings } = plan;
  const currency = settings.currency ?? soleCurrency(rows, findings);
  const links: MoneyLinks = {
    ...names,
    books,
    work: engagements.engagements,
    currencyOf: (code) => (code === "" ? currency : code),
    findings,
  };
  const exchange = linkExchange(rows.exchange, currency, findings);
  const [bills, costs] = [linkRates(rows.rates, links), linkCosts(rows.costs, links)];
  const money = {
    currency,
    rates: bills.rates,
    costs: costs.rates,
    fees: linkFees(rows.fees, links, lastMonthOf(settings)),
    exchange,
    leftOut: [...bills.leftOut, ...costs.leftOut],
  };
  checkExchange(rows, currency, new Set(exchange.map((one) => one.currency)), findings);
  return money;
}

/**
 * Without the setting, the plan's is the one currency that rows name, or the one of them that Exchange does not list as another.
 * Where that is none or several, it is the first, and rows that do not name it are left out.
 */
function soleCurrency(rows: MoneyRows, findings: Findings): string {
  const named = priced(rows).flatMap(([table, key]) => currenciesIn(table, key));
  const codes = [...new Set(named.map(({ code }) => code))].filter((code) => code !== "");
  const listed = new Set(currenciesIn(rows.exchange, "currency").map(({ code }) => code));
  const own = codes.filter((code) => !listed.has(code));
  const [found = ""] = own.length === 1 ? own : codes;
  if (codes.length < 2 || own.length === 1) return found;
  const others = named.filter(({ code }) => code !== found);
  const first = others.find(({ code }) => code !== "")!;
  const rest = others.filter((one) => one !== first).map(({ spot }) => spot);
  const isIts = cellIsIts({ ...first.spot, key: "currency" });
  complain(findings, first.spot, {
    code: "HR-191",
    why: `is ${isIts ? "" : `in ${first.code}, `}another currency than ${found}, and Settings do not say which one the plan is in: all rows that do not name ${found} are left out`,
    hint: `Maybe add the setting Currency (${either(codes)}), and the table Exchange.`,
  });
  leaveOutToo(findings, rest);
  return found;
}

/** The cell that says the currency of each row that is used; "" where none does. */
function currenciesIn(table: Rows, key: string): readonly { readonly spot: Spot; readonly code: string }[] {
  return [...table.state.keys()].flatMap((index) => {
    if (table.state[index] !== USED || isEmptyRow(table, index)) return [];
    const spot = { rows: table, index, key: "currency" };
    const code = currencyAt(spot, key, { found: [] });
    table.state[index] = USED;
    return code === null ? [] : [{ spot: currencySpot(spot, key), code }];
  });
}

/** Amounts in a currency that Exchange does not have count nowhere until it does. */
function checkExchange(rows: MoneyRows, currency: string, known: ReadonlySet<string>, findings: Findings): void {
  for (const [table, key] of priced(rows)) {
    const missing = new Set<string>();
    for (let index = 0; index < table.length; index++) {
      if (table.state[index] !== USED) continue;
      const spot = { rows: table, index, key: "currency" };
      const code = currencyAt(spot, key, { found: [] }) ?? "";
      if (code === "" || code === currency || known.has(code) || missing.has(code) || !isCurrency(code)) continue;
      missing.add(code);
      const named = cellIsIts(spot) ? "has" : `is in ${code}, which has`;
      const why = `${named} no exchange rate into ${currency}, so that its amounts are not known`;
      complain(findings, currencySpot(spot, key), {
        code: "HR-192",
        why,
        hint: `Maybe add ${code} to the table Exchange.`,
      });
    }
  }
}

/** Whether the column of currencies names it, not the amount or its heading. */
const cellIsIts = (spot: Spot): boolean => currencySpot(spot, "") === spot;

const priced = ({ rates, costs, fees }: MoneyRows): readonly (readonly [rows: Rows, key: string])[] => [
  [rates, "rate"],
  [costs, "rate"],
  [fees, "amount"],
];

/** The last day of the month in which the horizon ends, since retainers go by months; without a horizon no day is the last. */
function lastMonthOf({ horizonFrom, horizonWeeks }: Settings): DayNumber {
  if (horizonFrom === null) return dayNumber(LAST_DAY);
  const [year, month] = dateOf(plusDays(horizonFrom, 7 * horizonWeeks - 1));
  return plusDays(month === 12 ? dayOf(year + 1, 1, 1) : dayOf(year, month + 1, 1), -1);
}
