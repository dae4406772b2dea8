import type { Cell } from "./cells.ts";
import { COSTS, RATES } from "./money-tables.ts";
import { isSalaryHeading } from "./salary-headings.ts";
import type { Table } from "./table.ts";

/** What to do about columns that a table lacks (one of `keys` would do), by the headings that it has; `used` are the columns that are read. */
export function hintForMissing(
  table: Table,
  headings: readonly Cell[],
  used: ReadonlySet<number>,
  keys: readonly string[],
): string {
  const others = headings.filter((cell, at): cell is string => !used.has(at) && typeof cell === "string");
  const wanted = keys.map((key) => table.columns[key]!.heading);
  const other = HOURLY.has(table) && keys.includes("rate") ? others.find((one) => timeIn(one) !== null) : undefined;
  if (other !== undefined) {
    const heading = isSalaryHeading(other) ? COSTS.columns.rate.heading : wanted[0];
    return `Maybe divide what stands in "${other}" by ${timeIn(other)}, and head it ${heading}: rates are for an hour.`;
  }
  const words = new Set(
    wanted.flatMap((heading) => heading.toLowerCase().split(" ")).filter((word) => word.length > 2),
  );
  const like = others.find((one) => wordsOf(one).some((word) => words.has(word)));
  return like === undefined
    ? `Maybe add a column headed ${wanted[0]}.`
    : `Maybe "${like}" should be headed ${wanted[0]}.`;
}

const wordsOf = (heading: string): readonly string[] => heading.toLowerCase().split(/[^\p{L}]+/u);

const HOURLY: ReadonlySet<Table> = new Set<Table>([RATES, COSTS]);

/** Words of headings whose amounts are for another time than an hour, and what to divide them by. */
const TIMES: readonly (readonly [words: RegExp, by: string])[] = [
  [
    /^(?:days?|daily|diem|d|pd|tag|tage|tages\p{L}*|jour|journalier|journée|día|dag|dagar|dags\p{L}*)$/u,
    "the hours of a day",
  ],
  [/^(?:weeks?|weekly|wk|w|woche|wochen\p{L}*|semaine|semana)$/u, "the hours of a week"],
  [
    /^(?:months?|monthly|mo|monat|monats\p{L}*|mois|mensuel|mes|månad|månads\p{L}*)$/u,
    "the hours that are worked in a month",
  ],
  [
    /^(?:years?|yearly|annual|annually|annum|pa|jahr|jahres\p{L}*|an|annuel|año|anual|år|års\p{L}*)$/u,
    "the hours that are worked in a year",
  ],
];

function timeIn(heading: string): string | null {
  const words = wordsOf(heading.replace(/p\.\s*a\./i, "pa"));
  if (words.some((word) => /^(?:hours?|hourly|h|hr|stunde|stunden\p{L}*)$/u.test(word))) return null;
  const [, by] = TIMES.find(([one]) => words.some((word) => one.test(word))) ?? [];
  return by ?? (isSalaryHeading(heading) && !/cost|kosten/i.test(heading) ? "the hours that are worked for it" : null);
}
