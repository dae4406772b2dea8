import { dayNumber } from "../units.ts";
import { complainOfName, type KnownNames, numberAt, numbersIn } from "./book-names.ts";
import { complain, type Findings, type Spot } from "./findings.ts";
import type { BillRate, CostRate } from "./money.ts";
import { currencyAt, isIn, minorAt } from "./money-cells.ts";
import { isEmptyRow, withoutTies } from "./money-rows.ts";
import type { COSTS, RATES } from "./money-tables.ts";
import { nameKey } from "./names.ts";
import { type Engagement, FIRST_DAY } from "./plan.ts";
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

/** Bill rates, in the order of their rows. */
export function linkRates(rows: RateRows, links: MoneyLinks): readonly BillRate[] {
  const { books, people, engagements, clients, roles, skills, work } = links;
  const [who, what] = [numbersIn(people, books.names.person), numbersIn(engagements, books.names.engagement)];
  const skill = numbersIn(skills, books.names.skill);
  const priced = pricedRows(rows, links, [
    ["engagement", engagements],
    ["client", clients],
    ["role", roles],
    ["person", people],
    ["skill", skills],
  ]);
  const found = priced.flatMap(({ index, minor, currency, from }) => {
    const { columns } = rows;
    const engagement = numberAt(what, columns.engagement[index]!);
    const client = keyOf(books, "client", columns.client[index]!);
    if (engagement >= 0 && client !== "" && nameKey(work[engagement]!.client) !== client) {
      complain(links.findings, { rows, index, key: "client" }, OTHER_CLIENT);
      return [];
    }
    const rate: BillRate = {
      engagement,
      client: engagement >= 0 ? "" : client,
      person: numberAt(who, columns.person[index]!),
      skill: numberAt(skill, columns.skill[index]!),
      role: keyOf(books, "role", columns.role[index]!),
      from,
      minor,
      currency,
    };
    return [{ index, rate }];
  });
  return withoutTies(
    rows,
    found,
    ({ engagement, client, person, skill, role, from }) => [engagement, person, skill, from, client, role].join("\n"),
    links.findings,
  );
}

const OTHER_CLIENT = {
  code: "HR-106",
  why: "is not the engagement's client",
  hint: "Maybe leave one of the two empty.",
} as const;

/** Cost rates, in the order of their rows. A row that names a person and a role is the person's. */
export function linkCosts(rows: CostRows, links: MoneyLinks): readonly CostRate[] {
  const { books, people, roles } = links;
  const who = numbersIn(people, books.names.person);
  const priced = pricedRows(rows, links, [
    ["person", people],
    ["role", roles],
  ]);
  const found = priced.map(({ index, minor, currency, from }) => {
    const person = numberAt(who, rows.columns.person[index]!);
    const role = person >= 0 ? "" : keyOf(books, "role", rows.columns.role[index]!);
    return { index, rate: { person, role, from, minor, currency } };
  });
  return withoutTies(rows, found, ({ person, role, from }) => [person, from, role].join("\n"), links.findings);
}

const keyOf = ({ names }: Numbering, key: "client" | "role", name: number): string =>
  name === BLANK ? "" : nameKey(names[key].texts[name]!);

interface Priced {
  readonly index: number;
  readonly minor: number;
  readonly currency: string;
  readonly from: BillRate["from"];
}

/** Rows that name what the plan has, at least one of it, with their amounts. */
function pricedRows(
  rows: RateRows | CostRows,
  { books, currencyOf, findings }: MoneyLinks,
  named: readonly (readonly [key: "engagement" | "client" | "role" | "person" | "skill", known: KnownNames])[],
): readonly Priced[] {
  const columns: Rows["columns"] = rows.columns;
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
    if (!says) complain(findings, { rows, index, key: rows.has.has("person") ? "person" : "role" }, NOTHING_NAMED);
    const currency = currencyAt({ rows, index, key: "currency" }, "rate", findings);
    const minor = currency === null ? null : minorAt(spot, "hourlyRate", currencyOf(currency), findings);
    if (currency === null || minor === null || isUnlisted || !isIn(spot)) continue;
    const first = columns.from![index]!;
    priced.push({ index, minor, currency: currencyOf(currency), from: first === BLANK ? FIRST_DAY : dayNumber(first) });
  }
  return priced;
}

const NOTHING_NAMED = {
  code: "HR-108",
  why: "says of nobody what an hour is worth",
  hint: "Maybe fill one of the columns before the rate.",
} as const;
