import { dayNumber } from "../units.ts";
import { alteredIn } from "./altering.ts";
import { isBlank } from "./cells.ts";
import { cellAt, complain, type Findings } from "./findings.ts";
import type { ExchangeRate } from "./money.ts";
import { billionthsAt, currencyAt } from "./money-cells.ts";
import { endsOf, isEmptyRow, withoutTies } from "./money-rows.ts";
import type { EXCHANGE } from "./money-tables.ts";
import { FIRST_DAY, LAST_DAY } from "./plan.ts";
import { BLANK, BLANK_ROW, EXCLUDED, type Rows, USED } from "./rows.ts";

type ExchangeRows = Rows<(typeof EXCHANGE)["columns"]>;

/**
 * Exchange rates into the plan's currency, in the order of their rows. After them those of rows that cannot be used: from such a
 * row's day on nobody knows what its currency is worth, since the rate before it no longer holds.
 */
export function linkExchange(rows: ExchangeRows, currency: string, findings: Findings): readonly ExchangeRate[] {
  const found: { readonly index: number; readonly rate: { currency: string; from: number; minor: number | null } }[] =
    [];
  const isRead = alteredIn(rows, findings);
  for (let index = 0; index < rows.length; index++) {
    if (rows.state[index] === USED && isEmptyRow(rows, index)) rows.state[index] = BLANK_ROW;
    if (rows.state[index] !== USED) continue;
    const spot = { rows, index, key: "currency" };
    const code = currencyAt(spot, "currency", findings);
    const rate = billionthsAt({ ...spot, key: "rate" }, findings);
    if (code === "") complain(findings, spot, EMPTY);
    else if (code === currency) complain(findings, spot, OWN);
    else if (code !== null && isRead(index, { per: "unit", of: code, into: currency }) && rate !== null) {
      const from = rows.columns.from[index]!;
      found.push({ index, rate: { currency: code, from: from === BLANK ? FIRST_DAY : from, minor: rate } });
    }
  }
  const sound = withoutTies(rows, found, (one) => `${one.currency} ${one.from}`, findings);
  const lasting = found.map(({ index, rate }) => {
    const to = rows.columns.to[index]!;
    return { rate, to: to === BLANK ? LAST_DAY : to };
  });
  const over = endsOf(lasting, (one) => one.currency).map(([rate, day]) => ({ ...rate, from: day, minor: null }));
  const tied = new Set(found.map(({ index }) => index));
  const rates = [...over, ...sound].map((one) => ({
    currency: one.currency,
    from: dayNumber(one.from),
    billionths: one.minor,
  }));
  return withFaulty(
    rates,
    [...rows.state.keys()]
      .filter((index) => rows.state[index] === EXCLUDED && !tied.has(index))
      .map((index) => faultyAt(rows, index))
      .filter((one) => one.currency !== currency),
  );
}

/** A row that cannot be used: of any currency where it names none that can be read, and of any day where its own cannot. */
interface Faulty {
  readonly currency: string | null;
  readonly from: number | null;
}

function faultyAt(rows: ExchangeRows, index: number): Faulty {
  const code = currencyAt({ rows, index, key: "currency" }, "currency", { found: [] });
  const from = rows.columns.from[index]!;
  const isOpen = from === BLANK && !isBlank(cellAt({ rows, index, key: "from" }));
  return { currency: code === "" ? null : code, from: isOpen ? null : from === BLANK ? FIRST_DAY : from };
}

function withFaulty(rates: readonly ExchangeRate[], faulty: readonly Faulty[]): readonly ExchangeRate[] {
  if (faulty.length === 0) return rates;
  const named = faulty.flatMap(({ currency }) => currency ?? []);
  const all = new Set([...rates.map(({ currency }) => currency), ...named]);
  const of = faulty.flatMap(({ currency, from }) =>
    [...(currency === null ? all : [currency])].map((code) => ({ code, from })),
  );
  const undated = new Set(of.flatMap(({ code, from }) => (from === null ? [code] : [])));
  const unknown = of.map(({ code, from }) => ({
    currency: code,
    from: dayNumber(from ?? FIRST_DAY),
    billionths: null,
  }));
  return [...rates.map((one) => (undated.has(one.currency) ? { ...one, billionths: null } : one)), ...unknown];
}

const EMPTY = {
  code: "HR-191",
  why: "is empty, not a currency",
  hint: "Maybe three letters of ISO 4217, such as EUR.",
} as const;
const OWN = { code: "HR-191", why: "is the plan's own currency", hint: "Maybe delete this row." } as const;
