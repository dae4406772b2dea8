import { dayNumber } from "../units.ts";
import { complain, type Findings } from "./findings.ts";
import type { ExchangeRate } from "./money.ts";
import { billionthsAt, currencyAt } from "./money-cells.ts";
import { isEmptyRow, withoutTies } from "./money-rows.ts";
import type { EXCHANGE } from "./money-tables.ts";
import { FIRST_DAY } from "./plan.ts";
import { BLANK, BLANK_ROW, type Rows, USED } from "./rows.ts";

/** Exchange rates into the plan's currency, in the order of their rows. */
export function linkExchange(
  rows: Rows<(typeof EXCHANGE)["columns"]>,
  currency: string,
  findings: Findings,
): readonly ExchangeRate[] {
  const found: { readonly index: number; readonly rate: { currency: string; from: number; minor: number | null } }[] =
    [];
  for (let index = 0; index < rows.length; index++) {
    if (rows.state[index] === USED && isEmptyRow(rows, index)) rows.state[index] = BLANK_ROW;
    if (rows.state[index] !== USED) continue;
    const spot = { rows, index, key: "currency" };
    const code = currencyAt(spot, "currency", findings);
    const rate = billionthsAt({ ...spot, key: "rate" }, findings);
    if (code === "") complain(findings, spot, EMPTY);
    else if (code === currency) complain(findings, spot, OWN);
    else if (code !== null && rate !== null) {
      const from = rows.columns.from[index]!;
      found.push({ index, rate: { currency: code, from: from === BLANK ? FIRST_DAY : from, minor: rate } });
    }
  }
  const sound = withoutTies(rows, found, (one) => `${one.currency} ${one.from}`, findings);
  return sound.map((one) => ({ currency: one.currency, from: dayNumber(one.from), billionths: one.minor }));
}

const EMPTY = {
  code: "HR-191",
  why: "is empty, not a currency",
  hint: "Maybe three letters of ISO 4217, such as EUR.",
} as const;
const OWN = { code: "HR-191", why: "is the plan's own currency", hint: "Maybe delete this row." } as const;
