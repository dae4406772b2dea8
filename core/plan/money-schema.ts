import { inTurn, type Schema, step, words } from "../schema.ts";
import { type Cell, shown } from "./cells.ts";
import type { Complaint } from "./complaint.ts";
import { CURRENCIES, isCurrency } from "./currencies.ts";
import { distance, either } from "./names.ts";

/** A currency as three letters of ISO 4217: "eur" and "Euro - EUR" name EUR. */
export const currencyCode: Schema<string> = inTurn(
  words(60, "a currency"),
  step((value: string) => {
    const code = codeIn(value);
    return isCurrency(code) ? { value: code } : notACurrency(value, code);
  }),
);

function codeIn(cell: Cell): string {
  const text = shown(cell).normalize("NFKC").trim().toUpperCase();
  return /^[A-Z]{3}$/.test(text) ? text : (/^.+ - ([A-Z]{3})$/.exec(text)?.[1] ?? text);
}

function notACurrency(text: string, code: string): Complaint {
  const near = code.length <= 4 ? CURRENCIES.filter((one) => distance(one, code) === 1).slice(0, 3) : [];
  const likely = SIGNS.get(text) ?? near;
  const hint = `Maybe ${likely.length > 0 ? either(likely) : "three letters of ISO 4217, such as EUR"}.`;
  return { code: "HR-191", why: "is not a currency", hint };
}

const SIGNS: ReadonlyMap<string, readonly string[]> = new Map([
  ["€", ["EUR"]],
  ["$", ["USD", "SGD", "AUD"]],
  ["£", ["GBP"]],
  ["¥", ["JPY", "CNY"]],
  ["₹", ["INR"]],
]);
