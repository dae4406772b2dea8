import type { Period } from "../plan/calendar.ts";
import type { Cell } from "../plan/cells.ts";
import { readDate } from "./dates.ts";
import type { Place } from "./found.ts";
import { labelOf } from "./labels.ts";
import { type Measure, measureInProse } from "./measures.ts";
import { at, filled, plain, type Sheet, span, textAt } from "./sheet.ts";
import { monthNamed } from "./time-words.ts";
import { roleOf } from "./vocabulary.ts";
import { mondayOf, monthPeriod, weekAround } from "./weeks.ts";

/** What the cells around a table and its sheet's name say about the whole of it. */
export interface Stated {
  /** Titles and notes, the sheet's name last. */
  readonly texts: readonly string[];
  /** Years named, each once, in order. */
  readonly years: readonly number[];
  /** Who named them, as a sentence goes on. */
  readonly yearsBy: string;
  /** A month that a title or the sheet's name consists of or contains with its year. */
  readonly month: (Period & { readonly from: Period["from"]; readonly source: string }) | null;
  readonly measure: Measure | null;
  /** What a planner said that the amounts count. */
  readonly given: Measure | null;
  /** The cell to the right of "From", "Starts", "Until" in the rows above. */
  readonly from: (Place & { readonly cell: Cell }) | null;
  readonly to: (Place & { readonly cell: Cell }) | null;
}

/** Read the rows above `top`, and any row below that holds nothing but one text, as statements about the table. */
export function statedAround(sheet: Sheet, top: number): Stated {
  const alone = span(top, sheet.height - 1).filter((row) => filled(sheet, row).length === 1);
  const around = [...span(0, top - 1), ...alone].flatMap((row) =>
    filled(sheet, row).map((column) => textAt(sheet, row, column)),
  );
  const texts = [...around, ...sheet.above, sheet.name].filter((text) => text !== "");
  return {
    texts,
    years:
      sheet.said.year === undefined ? [...new Set(texts.flatMap(yearsIn))].sort((a, b) => a - b) : [sheet.said.year],
    yearsBy: sheet.said.year === undefined ? "which a title says" : "as was said in Map",
    month: only(texts.flatMap(monthsIn)),
    measure: only(texts.flatMap((text) => measureInProse(text) ?? [])),
    given: GIVEN.get(sheet.said.amounts ?? "") ?? null,
    from: beside(sheet, top, "from"),
    to: beside(sheet, top, "to"),
  };
}

const GIVEN: ReadonlyMap<string, Measure> = new Map([
  ["Hours", { unit: "hours", per: null }],
  ["Days", { unit: "days", per: null }],
  ["Share", { unit: "percent", per: null }],
  ["FTE", { unit: "fte", per: null }],
]);

/** The stated first and last day, when both stand above the table. */
export function statedPeriod({ from, to, month }: Stated): Period | null {
  const first = readDate(from?.cell ?? null, "open");
  const last = readDate(to?.cell ?? null, "open");
  if (first && "day" in first && last && "day" in last)
    return first.day <= last.day ? { from: first.day, to: last.day } : null;
  return month;
}

/** The thing that all of them say, if they say one thing. */
function only<T extends object>(found: readonly T[]): T | null {
  const first = found[0];
  const same = (one: T) =>
    Object.entries(one).every(
      ([key, value]) => key === "source" || value === new Map<string, unknown>(Object.entries(first ?? {})).get(key),
    );
  return first !== undefined && found.every(same) ? first : null;
}

function yearsIn(text: string): readonly number[] {
  const spoken = [...text.matchAll(/(?<!\d)(20\d\d)(?:\s*[/–-]\s*(20\d\d|\d\d)(?!\d|-))?(?!\d)/g)];
  return spoken.flatMap(([, first, second]) => {
    const start = Number(first);
    const end = second === undefined ? start : Number(second.length === 2 ? `20${second}` : second);
    return end === start + 1 ? [start, end] : [start];
  });
}

function monthsIn(text: string): readonly (Period & { readonly source: string })[] {
  const whole = periodNamed(text);
  if (whole !== null) return [{ ...whole, source: text }];
  const words = plain(text).split(" ");
  return words.flatMap((word, i) => {
    const month = monthNamed(word);
    const year = /^20\d\d$/.test(words[i + 1] ?? "") ? Number(words[i + 1]) : null;
    return month === null || year === null ? [] : [{ ...monthPeriod(year, month), source: text }];
  });
}

/** The month, quarter or ISO week that a text names, with its year: "2026-01", "Q1 2026", "Jan '26". */
function periodNamed(text: string): Period | null {
  const label = labelOf(text);
  if (label === null || !("number" in label) || label.year === null) return null;
  if (label.kind === "month") return monthPeriod(label.year, label.number);
  if (label.kind === "week") return weekAround(mondayOf(label.year, label.number));
  if (label.kind !== "quarter") return null;
  return { from: monthPeriod(label.year, 3 * label.number - 2).from, to: monthPeriod(label.year, 3 * label.number).to };
}

/** The period that a sheet's name states: "Jan 2026", "Staffing January 2026". */
export const periodOfName = (name: string): Period | null => only(monthsIn(name));

function beside(sheet: Sheet, top: number, role: "from" | "to"): (Place & { readonly cell: Cell }) | null {
  for (const row of span(0, top - 1)) {
    for (const column of filled(sheet, row)) {
      const cell = at(sheet, row, column + 1);
      const heading = textAt(sheet, row, column).replace(/[:.]$/, "");
      if (heading !== "" && roleOf(heading) === role && cell !== null) return { row, column: column + 1, cell };
    }
  }
  return null;
}
