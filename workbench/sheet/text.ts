import type { Written } from "../../core/sheets/ops.ts";
import { helpers, type Locale } from "../engine.ts";
import { LOCALE } from "../locale.ts";

/** What a cell is given to hold something: what would be typed, and a format where the present one would spoil it. */
export interface Typed {
  readonly content: string;
  readonly format?: string;
}

/** How to type a value so that the engine takes it for nothing else: text stays text, whatever it looks like. */
export function typed(written: Written, isTextCell: boolean): Typed {
  if (written === null) return { content: "" };
  if (typeof written === "object") return { content: written.formula, ...plain(isTextCell) };
  if (typeof written === "string") {
    const guarded = guard(written);
    return guarded === written ? { content: written } : { content: guarded, ...plain(isTextCell) };
  }
  const content = typeof written === "number" ? decimal(written) : String(written).toUpperCase();
  return { content, ...plain(isTextCell) };
}

/** A text format would show the apostrophe, and would make text of a number. */
const plain = (isTextCell: boolean) => (isTextCell ? { format: "" } : {});

/** An apostrophe in front of text that the engine would read as a formula, a number, a day or a yes and no. */
export function guard(text: string): string {
  return /^[=']/.test(text) || looksTyped(text.trim()) ? `'${text}` : text;
}

const looksTyped = (text: string): boolean =>
  /^(true|false)$/i.test(text) || helpers.isNumber(text, LOCALE) || looksLikeDay(text, LOCALE);

/** Asked only where there is a digit at all: a plan has many names, and the engine's own test is slow. */
const looksLikeDay = (text: string, locale: Locale): boolean => /\d/.test(text) && helpers.isDateTime(text, locale);

/** The digits of a number without an exponent, which the engine reads as text. */
function decimal(value: number): string {
  const digits = String(value);
  return /e/i.test(digits) ? value.toFixed(value > 1 ? 0 : 20).replace(/(\.\d*?)0+$/, "$1") : digits;
}
