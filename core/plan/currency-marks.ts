import type { Cell } from "./cells.ts";
import { CURRENCIES, decimalsOf, isCurrency } from "./currencies.ts";
import { numberIn } from "./numbers.ts";

/** Signs that name one currency or a few. A dollar sign alone is any dollar, so that it names none. */
const SIGNS: ReadonlyMap<string, readonly string[]> = new Map([
  ["€", ["EUR"]],
  ["£", ["GBP"]],
  ["₹", ["INR"]],
  ["¥", ["JPY", "CNY"]],
  ["$", CURRENCIES.filter((code) => code.endsWith("D"))],
  ["US$", ["USD"]],
  ["A$", ["AUD"]],
  ["C$", ["CAD"]],
  ["S$", ["SGD"]],
  ["HK$", ["HKD"]],
  ["NZ$", ["NZD"]],
  ["KR", ["SEK", "NOK", "DKK", "ISK"]],
  ["FR", ["CHF"]],
  ["ZŁ", ["PLN"]],
]);
/** What a currency of a number in a cell may be written as, before or behind it. */
const MARK = /(?:US|HK|NZ|[ACS])\$|[€£₹¥$]|(?<![A-Za-z])(?:[A-Za-z]{3}|kr|fr|zł)\.?(?![A-Za-zł])/iu;
const AN_HOUR = /\s*(?:\/|\bper\b|\ban\b)\s*(?:h|hr|hour|std)\.?$/i;

/** An amount that somebody typed as text together with its currency: "€ 1.234,56", "1'234.56 CHF", "USD 150 / h". */
export interface MarkedAmount {
  /** The cell as it would be without the mark. */
  readonly bare: Cell;
  /** Currencies that the mark may be; null where there is none. */
  readonly currencies: readonly string[] | null;
}

export function markedAmount(cell: Cell): MarkedAmount {
  if (typeof cell !== "string") return { bare: cell, currencies: null };
  const text = cell.normalize("NFKC").trim().replace(AN_HOUR, "");
  const [mark] = MARK.exec(text) ?? [];
  if (mark === undefined) return { bare: text, currencies: null };
  const name = mark.toUpperCase().replace(/\.$/, "");
  const currencies = SIGNS.get(name) ?? (isCurrency(name) ? [name] : null);
  if (currencies === null) return { bare: cell, currencies: null };
  return {
    bare: text
      .replace(mark, "")
      .replace(/^\(\s*|\s*\)$/g, (end) => end.trim())
      .trim(),
    currencies,
  };
}

/** Of two readings of "1.234" the one that the currency has a coin for: no euro has three decimals. */
export function inCoins(cell: Cell, currency: string): Cell {
  const found = typeof cell === "string" ? numberIn(cell, "none") : null;
  if (found === null || !("either" in found)) return cell;
  const scale = 10 ** decimalsOf(currency);
  const whole = found.either.filter((value) => Math.abs(value * scale - Math.round(value * scale)) < NOISE);
  return whole.length === 1 ? whole[0]! : cell;
}

/** What a binary fraction may be off by. */
const NOISE = 1e-6;
