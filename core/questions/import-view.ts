import type { Field } from "../imports/fields.ts";
import { FIELDS_OF } from "../imports/fields-of.ts";
import type { Line } from "../imports/found.ts";
import type { Import } from "../imports/read.ts";
import { dateOf } from "../plan/calendar.ts";
import { isBlank, shown } from "../plan/cells.ts";
import { describe, severityOf } from "../problems.ts";
import { counted, thousands } from "../sheets/words.ts";

/** A column of the file as the preview shows it: what it is taken for, and what stands in it. */
export interface ColumnView {
  readonly field: string;
  readonly words: string;
  /** 1 for the first column; 0 for none. */
  readonly column: number;
  readonly samples: readonly string[];
}

/** Effort or rows by a name: the largest first. */
export interface Tally {
  readonly title: string;
  readonly rows: readonly { readonly name: string; readonly rows: number; readonly hours: number | null }[];
  readonly more: number;
}

/** As many as a planner may look through to find one; the panel shows the first of them, and the others when asked. */
const MOST_ROWS = 200;
const MOST_PROBLEMS = 40;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** How the file was read, in sentences. */
export function howRead({ file, order, mark, counts, open }: Import): readonly string[] {
  const how = [
    ...(file.delimiter === null ? [] : [`between ${DELIMITERS.get(file.delimiter) ?? "commas"}`]),
    ...(ORDERS.get(order) ?? []),
    ...(mark === "comma" ? ["decimal comma"] : []),
  ];
  const { used, held, skipped } = counts;
  const left = [
    ...(held > 0 ? [`${thousands(held)} held back`] : []),
    ...(skipped > 0 ? [`${thousands(skipped)} left out`] : []),
  ];
  const fates = open.length > 0 ? "" : `: ${[`${thousands(used)} read`, ...left].join(", ")}`;
  return [...(how.length > 0 ? [`Read ${how.join(", ")}.`] : []), `${counted(file.rows.length, "row")}${fates}.`];
}

const DELIMITERS = new Map([
  [",", "commas"],
  [";", "semicolons"],
  ["\t", "tabs"],
  ["|", "bars"],
]);
const ORDERS: ReadonlyMap<string, readonly string[]> = new Map([
  ["dmy", ["dates day first"]],
  ["mdy", ["dates month first"]],
  ["yymd", ["dates year first"]],
]);

/** Counts to hold against what the tool itself shows: by person, engagement and month. */
export function talliesOf({ lines }: Pick<Import, "lines">): readonly Tally[] {
  return [
    tally("Person", lines, ({ cells }) => text(cells.get("person"))),
    tally("Engagement", lines, ({ cells }) => text(cells.get("engagement"))),
    { ...tally("Month", lines, ({ day }) => (day === null ? "" : monthOf(day)), true) },
  ].filter(({ rows }) => rows.length > 0);
}

const text = (cell: unknown): string => (isBlank(cell) ? "" : String(cell));

function monthOf(day: number): string {
  const [year, month] = dateOf(day as Parameters<typeof dateOf>[0]);
  return `${MONTHS[month - 1]} ${year}`;
}

function tally(title: string, lines: readonly Line[], nameOf: (line: Line) => string, inOrder = false): Tally {
  const all = new Map<string, { rows: number; minutes: number | null; first: number }>();
  for (const line of lines) {
    const name = nameOf(line);
    if (name === "") continue;
    const known = all.get(name);
    if (known) {
      known.rows += 1;
      if (line.minutes !== null) known.minutes = (known.minutes ?? 0) + line.minutes;
    } else all.set(name, { rows: 1, minutes: line.minutes, first: line.day ?? 0 });
  }
  const sorted = [...all].sort(([, a], [, b]) =>
    inOrder ? a.first - b.first : (b.minutes ?? 0) - (a.minutes ?? 0) || b.rows - a.rows,
  );
  const rows = sorted.slice(0, MOST_ROWS).map(([name, { rows: count, minutes }]) => ({
    name,
    rows: count,
    hours: minutes === null ? null : Math.round((minutes * 100) / 60) / 100,
  }));
  return { title, rows, more: Math.max(0, sorted.length - MOST_ROWS) };
}

/** Each field that rows of this kind have, with the column that it is read from. */
export function columnsOf({ kind, columns, file }: Import): readonly ColumnView[] {
  return (FIELDS_OF.get(kind) ?? []).map((field) => {
    const column = columns.get(field);
    return {
      field,
      words: wordsOf(field),
      column: column === undefined ? 0 : column + 1,
      // What people cost is no sample: a planning workbook shows no salary, nor does its panel.
      samples: field === "cost" || column === undefined ? [] : samplesIn(file.rows, column),
    };
  });
}

const LOOKED_AT = 50;

/** Three different ones of the first cells that are not blank. */
function samplesIn(rows: Import["file"]["rows"], column: number): readonly string[] {
  const filled: string[] = [];
  for (const { cells } of rows) {
    const cell = cells[column] ?? "";
    if (!isBlank(cell)) filled.push(cell);
    if (filled.length === LOOKED_AT) break;
  }
  return [...new Set(filled)].slice(0, 3).map(shown);
}

const wordsOf = (field: Field): string => {
  const plain = field.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
  return plain.charAt(0).toUpperCase() + plain.slice(1);
};

/** What was noticed, the worst first. */
export function remarksOf({ problems }: Pick<Import, "problems">) {
  const rank = { error: 0, warning: 1, info: 2 } as const;
  const sorted = [...problems].sort((a, b) => rank[severityOf(a)] - rank[severityOf(b)]);
  return {
    remarks: sorted.slice(0, MOST_PROBLEMS).map((problem) => ({
      code: problem.code,
      severity: severityOf(problem),
      says: describe({ ...problem, at: problem.at.slice(0, 1) }),
      rows: problem.at.map(({ row }) => row).slice(0, 10),
    })),
    more: Math.max(0, sorted.length - MOST_PROBLEMS),
  };
}

/** Sums to hold against the tool's own: "Worked 35.8 h". */
export const sumsOf = ({ sums }: Pick<Import, "sums">): readonly { readonly name: string; readonly hours: number }[] =>
  [...sums].slice(0, MOST_ROWS).map(([name, minutes]) => ({ name, hours: Math.round((minutes * 100) / 60) / 100 }));
