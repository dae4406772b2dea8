import { amount, inTurn, read, type Schema, step } from "../schema.ts";
import { type Cell, isBlank } from "./cells.ts";
import { decimalsOf } from "./currencies.ts";
import { inCoins, markedAmount } from "./currency-marks.ts";
import { cellAt, complain, type Findings, headingAt, type Spot } from "./findings.ts";
import { BILLION } from "./money.ts";
import { currencyCode } from "./money-schema.ts";
import { either } from "./names.ts";
import { impossible, QUANTITIES, type Quantity } from "./quantities.ts";
import { EXCLUDED } from "./rows.ts";

/** A number that is possible in its column, as it was typed. */
const possible = (column: Quantity): Schema<number> =>
  inTurn(
    amount(column.is, "none"),
    step(({ value, percent }: { readonly value: number; readonly percent: boolean }) => {
      if (percent)
        return { code: "HR-101", why: `is not ${column.is}`, hint: `Maybe type ${column.example}.` } as const;
      return impossible(column, value) ?? { value };
    }),
  );
const SCHEMAS = {
  hourlyRate: possible(QUANTITIES.hourlyRate),
  amount: possible(QUANTITIES.amount),
  exchange: possible(QUANTITIES.exchange),
} as const;

/** An amount in whole minor units of its currency; null when it cannot be read, which leaves the row out. */
export function minorAt(
  spot: Spot,
  column: "hourlyRate" | "amount",
  currency: string,
  findings: Findings,
): number | null {
  const { bare, currencies } = markedAmount(cellAt(spot));
  if (currencies !== null && !currencies.includes(currency)) {
    complain(findings, spot, {
      code: "HR-285",
      why: `is written in another currency than ${currency === "" ? "its row names" : currency}`,
      hint: `Maybe put ${currencies.length > 3 ? "its currency" : either(currencies)} in the column Currency, and the number alone here.`,
    });
    return null;
  }
  const value = numberAt(spot, column, findings, inCoins(bare, currency));
  if (value === null) return null;
  const scale = 10 ** decimalsOf(currency);
  const minor = Math.round(value * scale);
  if (Math.abs(value * scale - minor) <= Math.max(1, Math.abs(minor)) * NOISE) return minor;
  const unit = `${currency === "" ? "money" : currency} has ${decimalsOf(currency)} decimals`;
  complain(findings, spot, {
    code: "HR-103",
    why: `is finer than the currency's smallest unit: ${unit}`,
    hint: `Maybe ${minor / scale}.`,
    mend: minor / scale,
  });
  return null;
}

/** What a sum in binary fractions may be off by, beside what was typed. */
const NOISE = 1e-12;

/** An exchange rate in whole billionths. */
export function billionthsAt(spot: Spot, findings: Findings): number | null {
  const value = numberAt(spot, "exchange", findings);
  return value === null ? null : Math.max(1, Math.round(value * BILLION));
}

function numberAt(
  spot: Spot,
  column: keyof typeof SCHEMAS,
  findings: Findings,
  cell: Cell = cellAt(spot),
): number | null {
  const found = read(SCHEMAS[column], cell);
  if ("value" in found) return found.value;
  complain(findings, spot, found);
  return null;
}

/**
 * The currency of a row: its own cell, else the one in brackets behind a heading, else the one that the amount itself is written
 * with ("€ 12"), else "" for the plan's. null when the cell holds no currency, which leaves the row out.
 */
export function currencyAt(spot: Spot, amountKey: string, findings: Findings): string | null {
  const cell = cellAt(spot);
  if (isBlank(cell)) {
    const amount = { ...spot, key: amountKey };
    const inHeading = /\(\s*([A-Za-z]{3})\s*\)\s*$/.exec(headingAt(amount))?.[1]?.toUpperCase();
    if (inHeading !== undefined || amountKey === spot.key) return inHeading ?? "";
    const { currencies } = markedAmount(cellAt(amount));
    return currencies?.length === 1 ? currencies[0]! : "";
  }
  const found = read(currencyCode, cell);
  if ("value" in found) return found.value;
  complain(findings, spot, found);
  return null;
}

/** The cell that names a row's currency, where one does: its own, else that of the amount. */
export const currencySpot = (spot: Spot, amountKey: string): Spot =>
  isBlank(cellAt(spot)) ? { ...spot, key: amountKey } : spot;

/** Whether a row may still be used. */
export const isIn = ({ rows, index }: Spot): boolean => rows.state[index] !== EXCLUDED;
