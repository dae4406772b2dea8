/** What Excel makes of a value that is put into a cell: text is read as if a user had typed it. */
export function typed(value: unknown, format: string): { readonly value: unknown; readonly formula: string } {
  if (typeof value !== "string") return { value, formula: "" };
  if (value.startsWith("'")) return { value: value.slice(1), formula: "" };
  if (format === "@") return { value, formula: "" };
  if (value.startsWith("=")) return { value: "", formula: value };
  return { value: read(value), formula: "" };
}

const MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec";
const DATES = [
  /^\d{1,4}[-/.]\d{1,2}([-/.]\d{1,4})?$/,
  new RegExp(`^\\d{1,4}[- ](${MONTHS})[a-z]*([- ]\\d{1,4})?$`, "i"),
  new RegExp(`^(${MONTHS})[a-z]*[- ]\\d{1,4}$`, "i"),
];
/** Which day it becomes is of no interest: text has been lost. */
const SOME_DAY = 45_000;

function read(text: string): unknown {
  const trimmed = text.trim();
  if (/^(true|false)$/i.test(trimmed)) return trimmed.toLowerCase() === "true";
  if (/^[-+]?[$€]?\d[\d,]*(\.\d*)?(e[-+]?\d+)?%?$/i.test(trimmed)) {
    const number = Number(trimmed.replace(/[$€,%]/g, ""));
    return trimmed.endsWith("%") ? number / 100 : number;
  }
  if (DATES.some((date) => date.test(trimmed))) return SOME_DAY;
  if (/^\d{1,2}:\d{2}$/.test(trimmed)) return 0.5;
  return text;
}
