import { dayNumber } from "../units.ts";
import { alteredIn } from "./altering.ts";
import { complainOfName, type KnownNames, numberAt, numbersIn } from "./book-names.ts";
import { faultyRows, type NameColumn, withFaulty } from "./faulty-rates.ts";
import { complain, type Findings, placeAt, type Spot } from "./findings.ts";
import { reasonsIn } from "./left-out.ts";
import { rowNumber } from "./link-needs.ts";
import type { BillRate, CostRate, LeftOutRow } from "./money.ts";
import { currencyAt, currencySpot, isIn, minorAt } from "./money-cells.ts";
import { endsOf, isEmptyRow, withoutTies } from "./money-rows.ts";
import type { COSTS, RATES } from "./money-tables.ts";
import { nameKey } from "./names.ts";
import { type Engagement, FIRST_DAY, LAST_DAY } from "./plan.ts";
import type { Numbering } from "./reader.ts";
import { BLANK, BLANK_ROW, type Rows, USED } from "./rows.ts";

/** What rows about money are linked to. */
export interface MoneyLinks {
  readonly books: Numbering;
  readonly people: KnownNames;
  readonly engagements: KnownNames;
  readonly clients: KnownNames;
  readonly roles: KnownNames;
  readonly skills: KnownNames;
  readonly work: readonly Engagement[];
  /** Turns "" into the plan's currency. */
  readonly currencyOf: (code: string) => string;
  readonly findings: Findings;
}
type RateRows = Rows<(typeof RATES)["columns"]>;
type CostRows = Rows<(typeof COSTS)["columns"]>;

/** Rates of a table, and rows of it that are left out. */
export interface Linked<R> {
  readonly rates: readonly R[];
  readonly leftOut: readonly LeftOutRow[];
}

/** Bill rates, in the order of their rows. */
export function linkRates(rows: RateRows, links: MoneyLinks): Linked<BillRate> {
  const { books, people, engagements, clients, roles, skills, work } = links;
  const [who, what] = [numbersIn(people, books.names.person), numbersIn(engagements, books.names.engagement)];
  const skill = numbersIn(skills, books.names.skill);
  const { columns } = rows;
  const named = [
    ["engagement", engagements],
    ["client", clients],
    ["role", roles],
    ["person", people],
    ["skill", skills],
  ] as const;
  const rateAt = ({ index, ...priced }: Priced): BillRate => {
    const engagement = numberAt(what, columns.engagement[index]!);
    return {
      ...priced,
      engagement,
      client: engagement >= 0 ? "" : keyOf(books, "client", columns.client[index]!),
      person: numberAt(who, columns.person[index]!),
      skill: numberAt(skill, columns.skill[index]!),
      role: keyOf(books, "role", columns.role[index]!),
      row: rowNumber(rows, index),
    };
  };
  const isOfItsClient = ({ index }: Priced): boolean => {
    const engagement = numberAt(what, columns.engagement[index]!);
    const client = keyOf(books, "client", columns.client[index]!);
    const isOther = engagement >= 0 && client !== "" && nameKey(work[engagement]!.client) !== client;
    if (isOther) complain(links.findings, { rows, index, key: "client" }, OTHER_CLIENT);
    return !isOther;
  };
  const priced = pricedRows(rows, links, named).filter(isOfItsClient);
  return linked(rows, links, named, "revenue", priced, rateAt, ({ engagement, client, person, skill, role }) =>
    [engagement, person, skill, client, role].join("\n"),
  );
}

const OTHER_CLIENT = {
  code: "HR-106",
  why: "is not the engagement's client",
  hint: "Maybe leave one of the two empty.",
} as const;

/** Cost rates, in the order of their rows. A row that names a person and a role is the person's. */
export function linkCosts(rows: CostRows, links: MoneyLinks): Linked<CostRate> {
  const { books, people, roles } = links;
  const who = numbersIn(people, books.names.person);
  const named = [
    ["person", people],
    ["role", roles],
  ] as const;
  const rateAt = ({ index, ...priced }: Priced): CostRate => {
    const person = numberAt(who, rows.columns.person[index]!);
    const role = person >= 0 ? "" : keyOf(books, "role", rows.columns.role[index]!);
    return { ...priced, person, role, row: rowNumber(rows, index) };
  };
  const priced = pricedRows(rows, links, named);
  return linked(rows, links, named, "cost", priced, rateAt, ({ person, role }) => [person, role].join("\n"));
}

/** The rates of rows that can be used, and of those that cannot: whose rate it would be has none that is known. */
function linked<R extends BillRate | CostRate>(
  rows: RateRows | CostRows,
  { books, findings, currencyOf }: MoneyLinks,
  named: Named,
  side: "revenue" | "cost",
  priced: readonly Priced[],
  rateAt: (priced: Priced) => R,
  keyOf: (rate: R) => string,
): Linked<R> {
  const found = priced.map((one) => ({ index: one.index, rate: rateAt(one) }));
  const sound = withoutTies<R>(rows, found, (rate) => `${rate.from}\n${keyOf(rate)}`, findings);
  const lasting = found.map(({ index, rate }) => ({ rate, to: lastDay(rows.columns.to[index]!) }));
  const over = endsOf(lasting, keyOf).map(
    ([rate, day]): R => ({ ...rate, minor: null, from: dayNumber(day), isOver: true }),
  );
  const tied = new Set(priced.map(({ index }) => index));
  const faulty = faultyRows(rows, books, named).filter(({ index }) => !tied.has(index));
  const reasonOf = reasonsIn(faulty.length === 0 ? { found: [] } : findings);
  const ofSomebody = faulty.filter(({ isAnybodys }) => !isAnybodys);
  return {
    rates: withFaulty(
      [...over, ...sound],
      ofSomebody.map(({ index, from }) => {
        const day = dayNumber(from ?? FIRST_DAY);
        const rate = rateAt({ index, minor: null, currency: currencyOf(""), currencyIn: "", from: day });
        return { rate: { ...rate, isFaulty: true } as const, isDated: from !== null };
      }),
      keyOf,
    ),
    leftOut: faulty.map(({ index, from, isAnybodys }) => ({
      ...reasonOf(rows, index),
      engagement: isAnybodys ? -1 : null,
      side,
      from: from ?? FIRST_DAY,
      to: LAST_DAY,
      isEffort: false,
    })),
  };
}

const lastDay = (to: number): number => (to === BLANK ? LAST_DAY : to);

const keyOf = ({ names }: Numbering, key: "client" | "role", name: number): string =>
  name === BLANK ? "" : nameKey(names[key].texts[name]!);

type Named = readonly (readonly [key: NameColumn, known: KnownNames])[];

interface Priced {
  readonly index: number;
  readonly minor: number | null;
  readonly currency: string;
  readonly currencyIn: string;
  readonly from: BillRate["from"];
}

/** Rows that name what the plan has, at least one of it, with their amounts. */
function pricedRows(
  rows: RateRows | CostRows,
  { books, currencyOf, findings }: MoneyLinks,
  named: Named,
): readonly Priced[] {
  const columns: Rows["columns"] = rows.columns;
  const isRead = alteredIn(rows, findings);
  const priced: Priced[] = [];
  for (let index = 0; index < rows.length; index++) {
    if (rows.state[index] === USED && isEmptyRow(rows, index)) rows.state[index] = BLANK_ROW;
    if (rows.state[index] !== USED) continue;
    let isUnlisted = false;
    let says = false;
    for (const [key, known] of named) {
      const name = columns[key]![index]!;
      if (name === BLANK) continue;
      says = true;
      const text = books.names[key].texts[name]!;
      if (known.numberOf.has(nameKey(text))) continue;
      isUnlisted = true;
      complainOfName(findings, known, { rows, index, key }, text);
    }
    const spot: Spot = { rows, index, key: "rate" };
    isRead(index, { per: "hour" });
    if (!says) complain(findings, { rows, index, key: rows.has.has("person") ? "person" : "role" }, NOTHING_NAMED);
    const inCurrency: Spot = { rows, index, key: "currency" };
    const currency = currencyAt(inCurrency, "rate", findings);
    const minor = currency === null ? null : minorAt(spot, "hourlyRate", currencyOf(currency), findings);
    if (currency === null || minor === null || isUnlisted || !isIn(spot)) continue;
    const first = columns.from![index]!;
    priced.push({
      index,
      minor,
      currency: currencyOf(currency),
      currencyIn: placeAt(currencySpot(inCurrency, "rate")).column,
      from: first === BLANK ? FIRST_DAY : dayNumber(first),
    });
  }
  return priced;
}

const NOTHING_NAMED = {
  code: "HR-108",
  why: "says of nobody what an hour is worth",
  hint: "Maybe fill one of the columns before the rate.",
} as const;
