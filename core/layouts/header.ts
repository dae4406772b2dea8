import { headingsOf, rolesOf } from "./columns.ts";
import type { Columns } from "./lines.ts";
import { type Measure, measureInHeader, measureOf } from "./measures.ts";
import { filled, plain, type Sheet, span, textAt } from "./sheet.ts";

/** The header row of a table with one entry a row, under headings of a team's own. */
export interface Header {
  readonly row: number;
  readonly columns: Columns;
  /** Columns of amounts that count work. */
  readonly efforts: readonly { readonly column: number; readonly measure: Measure }[];
  /** A column of hours that people have: "Net h", "Available hours". */
  readonly available: number | null;
  /** Headings by column. */
  readonly headings: ReadonlyMap<number, string>;
}

/** The row with most headings that we know, at least two of them; the first of equals. */
export function headerIn(sheet: Sheet): Header | null {
  const rows = span(0, Math.min(sheet.height, 60) - 1).map((row) => header(sheet, row));
  const best = rows.reduce<Header | null>((most, next) => (weight(next) > weight(most) ? next : most), null);
  return best !== null && weight(best) >= 2 ? best : null;
}

function header(sheet: Sheet, row: number): Header {
  const headings = headingsOf(sheet, row, row);
  const columns = withDays(rolesOf(headings), headings);
  const taken = new Set(columns.values());
  const efforts = filled(sheet, row).flatMap((column) => {
    const measure = taken.has(column) ? null : measureOf(textAt(sheet, row, column));
    return measure ? [{ column, measure }] : [];
  });
  const available = filled(sheet, row).find((column) => {
    const text = textAt(sheet, row, column);
    return /^(net|available|availability|capacity|free)\b/.test(plain(text)) && measureInHeader(text)?.unit === "hours";
  });
  return { row, columns, efforts, available: available ?? null, headings };
}

/** "Days" beside leave repeats its dates; beside work, when nothing else counts it, it is the amount. */
function withDays(columns: Columns, headings: ReadonlyMap<number, string>): Columns {
  const isWork = columns.has("engagement") || columns.has("task");
  const check = columns.get("check");
  const others = [...headings].some(([column, text]) => column !== check && measureOf(text) !== null);
  if (!isWork || check === undefined || others || measureOf(headings.get(check) ?? "")?.unit !== "days") return columns;
  return new Map([...columns].filter(([role]) => role !== "check"));
}

const weight = (found: Header | null): number =>
  found === null ? 0 : found.columns.size + found.efforts.length + (found.available === null ? 0 : 1);
