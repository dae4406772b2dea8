import { type Cell, isBlank } from "../plan/cells.ts";
import type { LayoutProblemKind } from "./found.ts";
import type { Unit } from "./measures.ts";
import { measureInHeader } from "./measures.ts";
import { isError } from "./sheet.ts";

type Says = readonly [kind: LayoutProblemKind, why: string, hint: string];
/** What a cell of a column of amounts says: hours, days, FTE, or a part of 1; null when blank or a dash. */
export type Amount = { readonly value: number; readonly says: Says | null } | { readonly unusable: Says } | null;
/** How a column's plain numbers count: "whole" when 50 means 50 %, else 0.5 does. */
export type Scale = "whole" | "part";

const NAMES: Readonly<Record<Unit, string>> = { hours: "hours", days: "days", percent: "%", fte: "FTE" };
const RETYPE = "Maybe the cell should hold a plain number.";

/** 50, 100 and 12.5 are percent as people type them; 0.5 and 1 are what a cell shown as 50 % holds. */
export function scaleOf(cells: readonly Cell[], unit: Unit): Scale {
  return unit === "percent" && cells.some((cell) => typeof cell === "number" && cell > 2) ? "whole" : "part";
}

/** Read one cell in the unit that its column, title or notes state. */
export function readAmount(cell: Cell, unit: Unit, scale: Scale): Amount {
  if (isBlank(cell) || (typeof cell === "string" && /^[-–—]$/.test(cell))) return null;
  if (isError(cell))
    return {
      unusable: ["error-value", "is an error and is left out", "Maybe its formula points to a cell that is gone."],
    };
  if (typeof cell === "number") return fromNumber(cell, unit, scale);
  return typeof cell === "string" ? fromText(cell, unit, scale) : unusable("is no amount and is left out");
}

const unusable = (why: string): Amount => ({ unusable: ["not-a-number", why, RETYPE] });

function fromNumber(number: number, unit: Unit, scale: Scale): Amount {
  if (number < 0) return unusable("is negative and is left out");
  if (unit !== "percent" || number === 0) return { value: number, says: null };
  if (scale === "part") return { value: number, says: null };
  if (number <= 1) {
    const both = `could mean ${number} % or ${number * 100} % and is left out`;
    return { unusable: ["number-open", both, "Maybe the column mixes 0.5 with 50."] };
  }
  return { value: number / 100, says: null };
}

/** What teams write into weeks instead of an amount; the weeks beside it may be coloured only. */
const MARK = /^(?:x{1,3}|[^\p{L}\d\s]|ok|yes|ja|oui)$/iu;
const A_MARK: Amount = {
  unusable: [
    "not-a-number",
    "is a mark and no amount, and is left out, as are weeks that are only coloured",
    "Maybe write hours, days, shares or FTE into each week.",
  ],
};

function fromText(text: string, unit: Unit, scale: Scale): Amount {
  const day = unit === "percent" ? dayOf1900(text) : null;
  if (day !== null) {
    const why = `is day ${day} of spreadsheet time in a column of percentages and is read as ${day} %`;
    return { value: day / 100, says: ["percent-as-date", why, "Maybe the column was formatted as a date once."] };
  }
  const found = /^(\d+(?:[.,]\d+)?)\s*(.*)$/.exec(text);
  const digits = found?.[1] ?? "";
  const rest = (found?.[2] ?? "").trim();
  if (found === null) return MARK.test(text) ? A_MARK : unusable("is no number and is left out");
  if (/^[1-9]\d{0,2}[.,]\d{3}$/.test(digits)) {
    return { unusable: ["number-open", "could be a thousand or a fraction and is left out", RETYPE] };
  }
  const number = Number(digits.replace(",", "."));
  if (rest === "") {
    const read = fromNumber(number, unit, scale);
    return read && "value" in read
      ? { value: read.value, says: textSays(unit === "percent" ? read.value * 100 : number, unit, "number-as-text") }
      : read;
  }
  const said = unitOf(rest);
  if (said === null) return unusable("is no number and is left out");
  if (said !== unit) {
    return { unusable: ["choose-unit", `says ${NAMES[said]} among ${NAMES[unit]} and is left out`, RETYPE] };
  }
  return unit === "percent"
    ? { value: number / 100, says: null }
    : { value: number, says: textSays(number, unit, "unit-in-text") };
}

const textSays = (number: number, unit: Unit, kind: LayoutProblemKind): Says => [
  kind,
  `is a text and is read as ${Math.round(number * 1e6) / 1e6} ${NAMES[unit]}`,
  "Maybe the cell should hold a plain number, so that sums count it.",
];

/** The unit that follows a number in a text: "8h", "10 days", "60 %". */
export function unitOf(text: string): Unit | null {
  if (/^(d|days?|tage?|jours?|j|dagar|dag)\.?$/i.test(text)) return "days";
  return /^[\p{L}%]+\.?$/u.test(text) ? (measureInHeader(text)?.unit ?? null) : null;
}

/** 09-04-1900 is day 100 to a spreadsheet, which believes in 29 February 1900 (day 60). */
function dayOf1900(text: string): number | null {
  const found = /^(\d{1,2})[-/.](\d{1,2})[-/.](1900|1899)$/.exec(text) ?? null;
  const isoLike = /^(1900)-(\d\d)-(\d\d)/.exec(text);
  const [date, month] = found
    ? [Number(found[1]), Number(found[2])]
    : isoLike
      ? [Number(isoLike[3]), Number(isoLike[2])]
      : [0, 0];
  if ((found && found[3] === "1899") || month < 1 || date < 1) return null;
  const before = [0, 31, 60, 91, 121, 152, 182][month - 1];
  return before === undefined || before + date > 200 ? null : before + date;
}
