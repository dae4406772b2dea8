import type { Cell, CellRange } from "../../../core/plan/cells.ts";

/** A firm with money, written down twice: as facts for the slow sums, and as tables for the engine. */
export interface Firm {
  readonly currency: string;
  readonly asOf: number | null;
  readonly people: readonly { name: string; roles: readonly { role: string; from: number }[]; skill: string }[];
  /** Who joins, leaves or does both, and is booked on nothing: they are part of averages while they are there. */
  readonly passing: readonly { name: string; role: string; skill: string; from: number; to: number | null }[];
  readonly engagements: readonly {
    name: string;
    client: string;
    kind: string;
    status: string;
    from: number;
    to: number;
  }[];
  readonly bookings: readonly {
    who: string | null;
    on: string;
    skill: string;
    from: number;
    to: number;
    minutes: number;
    billable: boolean;
  }[];
  readonly needs: readonly { on: string; skill: string; role: string; from: number; to: number; minutes: number }[];
  readonly rates: readonly {
    engagement: string;
    client: string;
    role: string;
    person: string;
    skill: string;
    rate: number;
    currency: string;
    from: number;
  }[];
  readonly costs: readonly { person: string; role: string; rate: number; currency: string; from: number }[];
  readonly fees: readonly {
    on: string;
    kind: string;
    amount: number;
    currency: string;
    from: number;
    to: number;
    /** Minutes of a month that a retainer includes; null: not said. */
    included: number | null;
  }[];
  readonly exchange: readonly { currency: string; billionths: number; from: number }[];
  readonly actuals: readonly { day: number; who: string; on: string; minutes: number; billable: boolean }[];
}

/** Thursday 1 January 2026, and a day of the twelve weeks after it. */
export const FIRST = 46023;
const DAYS = 84;

export const DECIMALS: Readonly<Record<string, number>> = { EUR: 2, USD: 2, JPY: 0, KWD: 3 };
const CODES = Object.keys(DECIMALS);
const ROLES = ["Senior", "Junior"];
const SKILLS = ["AWS", "Linux"];
const KINDS = ["time and materials", "fixed price", "managed service", "internal"];

/** Equal seeds, equal firms. */
export function firmOf(seed: number): Firm {
  const { below, one, maybe } = dice(seed);
  const day = () => FIRST + below(DAYS);
  const span = () => {
    const [a, b] = [day(), day()];
    return { from: Math.min(a, b), to: Math.max(a, b) };
  };
  const currency = one(CODES);
  const people = Array.from({ length: 1 + below(4) }, (_, i) => ({
    name: `P${i}`,
    roles: [{ role: one(ROLES), from: 1 }, ...(maybe(4) ? [{ role: one(ROLES), from: day() }] : [])],
    skill: one(SKILLS),
  }));
  const roles = [...new Set(people.flatMap((person) => person.roles.map(({ role }) => role)))];
  const engagements = Array.from({ length: 1 + below(4) }, (_, i) => ({
    name: `E${i}`,
    client: `C${below(2)}`,
    kind: one(KINDS),
    status: maybe(8) ? one(["done", "lost"]) : maybe(5) ? "tentative" : "confirmed",
    ...span(),
  }));
  const within = (work: { from: number; to: number }) => {
    if (maybe(2)) return { from: work.from, to: work.to };
    const [a, b] = [work.from + below(work.to - work.from + 1), work.from + below(work.to - work.from + 1)];
    return { from: Math.min(a, b), to: Math.max(a, b) };
  };
  const isOpen = engagements.map(() => maybe(4));
  const bookings = Array.from({ length: below(7) }, () => {
    const at = below(engagements.length);
    const work = engagements[at]!;
    const who = isOpen[at] || maybe(8) ? null : one(people).name;
    const billable = work.kind === "internal" ? false : !maybe(5);
    return {
      who,
      on: work.name,
      skill: one(["", ...SKILLS]),
      ...within(work),
      minutes: 2 * (1 + below(240)),
      billable,
    };
  });
  // Needs only where nobody is booked, so that all of them is open.
  const needs = engagements
    .flatMap((work, at) =>
      isOpen[at] && maybe(2)
        ? [
            {
              on: work.name,
              ...one([
                { skill: one(SKILLS), role: "" },
                { skill: "", role: one(roles) },
              ]),
              ...within(work),
              minutes: 60 * (1 + below(8)),
            },
          ]
        : [],
    )
    .filter(({ on }) => !bookings.some((booked) => booked.on === on));
  const money = (most: number, code: string) => (1 + below(most * 10 ** DECIMALS[code]!)) / 10 ** DECIMALS[code]!;
  const code = () => (maybe(3) ? one(CODES) : currency);
  const since = () => (maybe(2) ? 1 : day());
  const priced = () => {
    const its = code();
    return { rate: money(200, its), currency: its, from: since() };
  };
  const rates = unlike(
    Array.from({ length: below(9) }, () => ({
      engagement: maybe(3) ? one(engagements).name : "",
      client: "",
      role: maybe(2) ? one(roles) : "",
      person: maybe(4) ? one(people).name : "",
      skill: maybe(4) ? one(SKILLS) : "",
      ...priced(),
    }))
      .map((rate) => (rate.engagement === "" && maybe(4) ? { ...rate, client: one(engagements).client } : rate))
      .map((rate) =>
        rate.engagement + rate.client + rate.role + rate.person + rate.skill === ""
          ? { ...rate, role: one(roles) }
          : rate,
      ),
    (rate) => [rate.engagement, rate.client, rate.role, rate.person, rate.skill, rate.from].join(),
  );
  const costs = unlike(
    [
      ...roles.filter(() => !maybe(6)).map((role) => ({ person: "", role, ...priced(), from: 1 })),
      ...Array.from({ length: below(4) }, () =>
        maybe(2) ? { person: one(people).name, role: "", ...priced() } : { person: "", role: one(roles), ...priced() },
      ),
    ],
    (cost) => [cost.person, cost.role, cost.from].join(),
  );
  const fees = engagements.flatMap((work) => {
    const usual =
      work.kind === "fixed price" ? ["fixed fee"] : work.kind === "managed service" ? ["monthly retainer"] : [];
    const kinds = [
      ...usual.filter(() => !maybe(6)),
      ...(maybe(4) ? [one(["change order", "expense", "write-off", "monthly retainer"])] : []),
    ];
    return kinds.map((kind) => {
      const its = code();
      const amount = money(90_000, its);
      const included = kind === "monthly retainer" && maybe(2) ? below(120 * 60) : null;
      return { on: work.name, kind, amount, currency: its, ...within(work), included };
    });
  });
  const exchange = unlike(
    CODES.filter((other) => other !== currency && !maybe(8)).flatMap((other) => [
      { currency: other, billionths: 1 + below(3_000_000_000), from: 1 },
      ...(maybe(2) ? [{ currency: other, billionths: 1 + below(3_000_000_000), from: day() }] : []),
    ]),
    (one) => [one.currency, one.from].join(),
  );
  const actuals = maybe(2)
    ? Array.from({ length: below(25) }, () => ({
        day: day() - 20,
        who: one(people).name,
        on: one(engagements).name,
        minutes: maybe(6) ? 0 : 1 + below(600),
        billable: maybe(2),
      }))
    : [];
  return {
    currency,
    asOf: maybe(4) ? day() : pauses(actuals.map((one) => one.day)) ? Math.max(...actuals.map((one) => one.day)) : null,
    people,
    passing: passingOf(seed, roles),
    engagements,
    bookings,
    needs,
    rates,
    costs,
    fees,
    exchange,
    actuals,
  };
}

/** After a pause so long a day that stands alone is taken for mistyped, unless Settings say up to when hours are logged. */
const pauses = (days: readonly number[]): boolean =>
  [...days].sort((a, b) => a - b).some((one, i, all) => i > 0 && one - all[i - 1]! >= 21);

function passingOf(seed: number, roles: readonly string[]): Firm["passing"] {
  const { below, one, maybe } = dice(seed + 1);
  return Array.from({ length: below(3) }, (_, i) => {
    const [a, b] = [FIRST + below(DAYS), FIRST + below(DAYS)];
    const from = maybe(2) ? 1 : Math.min(a, b);
    return { name: `J${i}`, role: one(roles), skill: one(SKILLS), from, to: maybe(3) ? null : Math.max(a, b) };
  });
}

function unlike<T>(all: readonly T[], keyOf: (one: T) => string): readonly T[] {
  const seen = new Set<string>();
  return all.filter((one) => !seen.has(keyOf(one)) && seen.add(keyOf(one)));
}

/** A multiplicative congruential generator (Lehmer 1951). */
function dice(seed: number) {
  let state = (Math.abs(seed) % 2147483646) + 1;
  const next = () => {
    state = (state * 48271) % 2147483647;
    return state;
  };
  for (let i = 0; i < 4; i++) next();
  const below = (n: number) => Math.floor((next() / 2147483647) * n);
  return {
    below,
    one: <T>(list: readonly T[]): T => list[below(list.length)]!,
    maybe: (times: number) => below(times) === 0,
  };
}

const blank = (text: string | number): Cell => (text === "" || text === 1 ? null : text);

/** The firm as its tables, rows in the order that `shuffle` gives. */
export function tablesOf(
  firm: Firm,
  shuffle: <T>(rows: readonly T[]) => readonly T[] = (rows) => rows,
): readonly CellRange[] {
  const table = (headings: readonly string[], rows: readonly (readonly Cell[])[]): readonly CellRange[] =>
    rows.length === 0 ? [] : [[headings, ...shuffle(rows)]];
  const contracts = firm.people.flatMap(({ name, roles, skill }) =>
    roles.map(({ role, from }) => [name, role, 40, `${skill} 3`, blank(from), null]),
  );
  const passing = firm.passing.map((one) => [one.name, one.role, 40, `${one.skill} 3`, blank(one.from), one.to]);
  return [
    ...table(["Person", "Role", "Weekly hours", "Skills", "From", "To"], [...contracts, ...passing]),
    ...table(
      ["Engagement", "Client", "Kind", "Status", "Odds", "From", "To"],
      firm.engagements.map((one) => [
        one.name,
        one.client,
        one.kind,
        one.status,
        one.status === "tentative" ? 0.5 : null,
        one.from,
        one.to,
      ]),
    ),
    ...table(
      ["Person", "Engagement", "Skill", "From", "To", "Hours a day", "Billable"],
      firm.bookings.map((one) => [
        one.who ?? "TBD",
        one.on,
        blank(one.skill),
        one.from,
        one.to,
        one.minutes / 60,
        one.billable ? "yes" : "no",
      ]),
    ),
    ...table(
      ["Engagement", "Skill", "Role", "From", "To", "Hours a week"],
      firm.needs.map((one) => [one.on, blank(one.skill), blank(one.role), one.from, one.to, (5 * one.minutes) / 60]),
    ),
    ...table(
      ["Engagement", "Client", "Role", "Person", "Skill", "Rate", "Currency", "From"],
      firm.rates.map((one) => [
        blank(one.engagement),
        blank(one.client),
        blank(one.role),
        blank(one.person),
        blank(one.skill),
        one.rate,
        one.currency,
        blank(one.from),
      ]),
    ),
    ...table(
      ["Person", "Role", "Cost rate", "Currency", "From"],
      firm.costs.map((one) => [blank(one.person), blank(one.role), one.rate, one.currency, blank(one.from)]),
    ),
    ...table(
      ["Engagement", "Kind", "Amount", "Currency", "From", "To", "Included hours"],
      firm.fees.map(({ on, kind, amount, currency, from, to, included }) => [
        on,
        kind,
        amount,
        currency,
        from,
        to,
        included === null ? null : included / 60,
      ]),
    ),
    ...table(
      ["Currency", "Rate", "From"],
      firm.exchange.map((one) => [one.currency, one.billionths / 1e9, blank(one.from)]),
    ),
    ...table(
      ["Day", "Person", "Engagement", "Hours", "Billable"],
      firm.actuals.map((one) => [one.day, one.who, one.on, one.minutes / 60, one.billable ? "yes" : "no"]),
    ),
    ...table(
      ["Setting", "Value"],
      [
        ["Currency", firm.currency],
        ["As of", firm.asOf],
      ],
    ),
  ];
}
