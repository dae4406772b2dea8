/** How a file writes numbers: with a decimal comma or a point; "open" when its only evidence can be read both ways. */
export type DecimalMark = "comma" | "point" | "open";

const COMMA = /^0,\d+$|^[\d.'\s]*\d,(?:\d{1,2}|\d{4,})$/;
const POINT = /^0\.\d+$|^[\d,'\s]*\d\.(?:\d{1,2}|\d{4,})$/;
const EITHER = /^[1-9]\d{0,2}[.,]\d{3}$/;

/** Decide the decimal mark once for a file, from all its cells that may be numbers. */
export function decimalMarkOf(cells: Iterable<string>): DecimalMark {
  let commas = 0;
  let points = 0;
  let either = 0;
  for (const cell of cells) {
    const bare = bareNumber(cell.replace(UNIT, "")).replace(/^-/, "");
    if (COMMA.test(bare)) commas += 1;
    else if (POINT.test(bare)) points += 1;
    else if (EITHER.test(bare)) either += 1;
  }
  if (commas > 0 && points === 0) return "comma";
  return commas === 0 && points === 0 && either > 0 ? "open" : "point";
}

/** Behind a duration: "7,5 h" shows a decimal comma, too. */
const UNIT = /(?<=\d)\s*(?:h|hrs?|hours?|std\.?|stunden?|d|days?|tage?|%)$/i;
const SIGNS = /[$€£¥₹]|\b(?:USD|EUR|GBP|CHF|INR|SGD|AUD|CAD)\b/g;
/** Between thousands, or beside no digit: "1 5" is no number. */
const SPACES = /(?<=\d)[\s'’](?=\d{3}(?!\d))|(?<!\d)[\s'’]+|[\s'’]+(?!\d)/g;
const LONGEST = 40;

/** Without currency and spaces; brackets and a minus sign behind the number become one before it. */
function bareNumber(text: string): string {
  if (text.length > LONGEST) return "";
  const bare = text.replace(SIGNS, "").replace(SPACES, "").replace(/[−–]/g, "-");
  const negative = /^\((.*)\)$/.exec(bare) ?? /^([\d.,]+)-$/.exec(bare);
  return negative ? `-${negative[1]!}` : bare;
}

const WITH_COMMA = /^-?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d*)?$/;
const WITH_POINT = /^-?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d*)?$/;

/** A number as the file writes them; null for a blank cell, undefined for what is no number. */
export function numberOf(text: string, mark: DecimalMark): number | null | undefined {
  if (text.trim() === "") return null;
  const bare = bareNumber(text);
  if (!/\d/.test(bare)) return undefined;
  if (mark === "comma") {
    return WITH_COMMA.test(bare) ? Number(bare.replace(/\./g, "").replace(",", ".")) : undefined;
  }
  return WITH_POINT.test(bare) ? Number(bare.replace(/,/g, "")) : undefined;
}
