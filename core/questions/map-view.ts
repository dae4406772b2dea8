import { AMOUNTS_KEY, EACH, isKey, PEOPLE_KEY, type ShapeColumn, TOGETHER } from "../finding/columns.ts";
import { AMOUNTS, type Feed, MEANINGS, meaningOf } from "../finding/means.ts";
import type { NoTable, Proposal } from "../finding/propose.ts";
import { CHOICES } from "../layouts/choices.ts";
import type { FoundTable } from "../layouts/index.ts";
import { at, type Sheet } from "../layouts/sheet.ts";
import { NO_AMOUNTS } from "../layouts/units-across.ts";
import { type Cell, isBlank, shown } from "../plan/cells.ts";
import { a1, a1Range, columnLetters } from "../sheets/a1.ts";
import { counted, dayMonthYear, listed } from "../sheets/words.ts";
import { dayNumber } from "../units.ts";
import type { MapAnswer } from "./map-request.ts";

const MOST_SAMPLES = 3;
const MOST_ASSUMPTIONS = 100;
const MOST_EXAMPLES = 3;

/** A proposed table as its panel shows it. */
export function tableView({ row: above, read, shape, tables, feeds }: Proposal, answers: readonly MapAnswer[]) {
  const { top, bottom, left, right, last } = shape;
  const area = { row: above + top, column: left, rows: last - top + 1, columns: right - left + 1 };
  const columns = shape.columns.map((one) => columnView(read, one, shape.entries, feeds, answers));
  const told = tables.flatMap(({ problems }) => problems);
  return {
    range: a1Range(area),
    headerRows: top === bottom ? `row ${above + top + 1}` : `rows ${above + top + 1} to ${above + bottom + 1}`,
    feeds: listed(feeds),
    columns,
    questions: questionsOf(read, tables, above),
    open: columns.filter(({ open }) => open).length,
    summary: tables.length === 0 ? ["The days of deliverables, for the rows that point to them"] : summaryOf(tables),
    examples: tables.flatMap((table) => examplesOf(table, above)).slice(0, MOST_EXAMPLES),
    leftOut: shape.leftOut.map(({ rows, why }) => `${rowsText(rows.map((row) => above + row))}: ${why}`),
    assumptions: told.slice(0, MOST_ASSUMPTIONS).map(({ row, column, value, why, hint, severity }) => ({
      a1: a1({ row: above + row, column }),
      severity,
      says: `${isBlank(value) ? "" : `"${shown(value)}" `}${why}. ${hint}`,
    })),
    moreAssumptions: Math.max(0, told.length - MOST_ASSUMPTIONS),
  };
}

/** Headings of a sheet in which no table was found, and everything that they can mean. */
export const headingsView = ({ headings }: NoTable) => ({
  headings: headings.map(({ column, heading, samples }) => ({ at: columnLetters(column), heading, samples })),
  options: headings.length === 0 ? [] : MEANINGS.filter(({ feeds }) => feeds.length > 0).map(({ word }) => word),
});

/** What cannot be read off the cells and has a usual answer, which holds once the table is accepted. */
function questionsOf(read: Sheet, tables: readonly FoundTable[], above: number) {
  const chosen = [...(read.said.choices ?? [])].flatMap(([key, means]) => {
    const choice = CHOICES.find((one) => one.key === key);
    return choice === undefined ? [] : [{ ...choice, why: "", means }];
  });
  const shared = tables
    .filter(({ table }) => table === "Allocations")
    .flatMap(({ problems }) => problems.filter(({ kind }) => kind === "two-people-in-a-cell"));
  if (shared.length === 0) return chosen;
  const places = shared.map(({ row, column }) => a1({ row: above + row, column }));
  const texts = [...new Set(shared.map(({ value }) => `"${shown(value)}"`))];
  return [
    ...chosen,
    {
      key: PEOPLE_KEY,
      asks: "Several people in one cell: whose is the amount?",
      why: `${listed(places, MOST_ROWS)}: ${listed(texts, MOST_EXAMPLES)}.`,
      options: [EACH, TOGETHER],
      means: read.said.together ? TOGETHER : EACH,
    },
  ];
}

function columnView(
  read: Sheet,
  { columns, heading, key, means, confidence }: ShapeColumn,
  rows: readonly number[],
  feeds: readonly Feed[],
  answers: readonly MapAnswer[],
) {
  const isAnswered = answers.some((one) => one.heading === key);
  const open = confidence === "unsure" && !isAnswered;
  return {
    at: columnsText(columns),
    heading: heading === "" ? columnsText(columns) : heading,
    key,
    means,
    says: meaningOf(means)?.says ?? "",
    confidence: isAnswered ? ("yours" as const) : confidence,
    open,
    options: optionsFor(columns.length, key, means, feeds),
    samples: samplesOf(read, columns, rows, means),
  };
}

/** A column alone can mean anything that its table has; columns of time count something; columns in groups stay together. */
function optionsFor(count: number, key: string, means: string, feeds: readonly Feed[]): readonly string[] {
  if (key === AMOUNTS_KEY)
    return means === "Day off" ? [means] : [...new Set([...(means === "" ? [] : [means]), ...AMOUNTS])];
  if (count > 2 || isKey(key)) return [means];
  const words = MEANINGS.filter((one) => one.feeds.some((feed) => feeds.includes(feed))).map(({ word }) => word);
  return words.includes(means) ? words : [means, ...words];
}

function samplesOf(read: Sheet, columns: readonly number[], rows: readonly number[], means: string): readonly string[] {
  const texts = new Set<string>();
  const isDay = means === "First day" || means === "Last day" || means === "Day";
  for (const row of rows) {
    for (const column of columns) {
      const cell = at(read, row, column);
      if (!isBlank(cell) && texts.size < MOST_SAMPLES) texts.add(sampleText(cell, isDay));
    }
  }
  return [...texts];
}

const sampleText = (cell: Cell, isDay: boolean): string =>
  isDay && typeof cell === "number" && cell > 30_000 ? dayMonthYear(dayNumber(Math.floor(cell))) : shown(rounded(cell));

const rounded = (cell: Cell): Cell => (typeof cell === "number" ? Math.round(cell * 1e4) / 1e4 : cell);

/** "E:J", "D,F,H", "A" */
export function columnsText(columns: readonly number[]): string {
  const [first, last] = [columns[0] ?? 0, columns.at(-1) ?? 0];
  if (columns.length === 1) return columnLetters(first);
  if (last - first + 1 === columns.length) return `${columnLetters(first)}:${columnLetters(last)}`;
  return columns.map(columnLetters).join(",");
}

const MOST_ROWS = 6;

/** "Rows 8, 11 and 15"; a long run as "Rows 13 to 400". */
function rowsText(rows: readonly number[]): string {
  const runs: { from: number; to: number }[] = [];
  for (const row of rows) {
    const run = runs.at(-1);
    if (run && run.to === row - 1) run.to = row;
    else runs.push({ from: row, to: row });
  }
  const texts = runs.map(({ from, to }) => (from === to ? `${from + 1}` : `${from + 1} to ${to + 1}`));
  return `${rows.length === 1 ? "Row" : "Rows"} ${listed(texts, MOST_ROWS)}`;
}

/** "37 allocations of 4 people to 5 engagements, 5 Jan 2026 to 15 Feb 2026, 412 h in all" */
function summaryOf(tables: readonly FoundTable[]): readonly string[] {
  return tables.map(({ table, cells }) => {
    const [headings = [], ...rows] = cells;
    const get = (row: readonly Cell[], heading: string) => row[headings.indexOf(heading)] ?? null;
    const names = (heading: string) => new Set(rows.map((row) => get(row, heading)).filter((cell) => !isBlank(cell)));
    const days = rows.flatMap((row) => ["From", "To", "Day"].map((heading) => get(row, heading))).filter(isNumber);
    const total = rows.map((row) => get(row, table === "Actuals" ? "Hours" : "Total hours")).filter(isNumber);
    const what = ROW_OF[table];
    if (rows.length === 0 && table === "Allocations") return `No allocations. ${NO_AMOUNTS}`;
    return [
      `${counted(rows.length, what[0], what[1])}`,
      ...(names("Person").size > 0 ? [` of ${counted(names("Person").size, "person", "people")}`] : []),
      ...(names("Engagement").size > 0 ? [` to ${counted(names("Engagement").size, "engagement")}`] : []),
      ...(days.length > 0
        ? [`, ${dayMonthYear(dayNumber(least(days)))} to ${dayMonthYear(dayNumber(most(days)))}`]
        : []),
      ...(total.length > 0 ? [`, ${Math.round(total.reduce((sum, n) => sum + n, 0) * 100) / 100} h in all`] : []),
    ].join("");
  });
}

const ROW_OF: Readonly<Record<FoundTable["table"], readonly [string, string]>> = {
  People: ["contract", "contracts"],
  Allocations: ["allocation", "allocations"],
  Leave: ["leave", "leaves"],
  Holidays: ["holiday", "holidays"],
  Actuals: ["day of work", "days of work"],
};

const isNumber = (cell: Cell): cell is number => typeof cell === "number";
const least = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.min(a, b));
const most = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.max(a, b));

/** "E5: Dana Kim, Harbour portal, 5 Jan 2026 to 11 Jan 2026, Total hours 16": a cell, and the row that it makes. */
function examplesOf({ cells, places }: FoundTable, above: number): readonly string[] {
  const [headings = [], ...rows] = cells;
  return rows.slice(0, 2).map((row, i) => {
    const parts = headings.flatMap((heading, column) => {
      const cell = row[column] ?? null;
      if (isBlank(cell)) return [];
      const name = String(heading);
      if (name === "From" || name === "Day") return [dayMonthYear(dayNumber(Number(cell)))];
      if (name === "To") return [`to ${dayMonthYear(dayNumber(Number(cell)))}`];
      if (name === "Billable") return [cell === true ? "billable" : "not billable"];
      if (name === "Share") return [`${Math.round(Number(cell) * 1e4) / 100} %`];
      if (name === "Hours") return [`${Math.round(Number(cell) * 100) / 100} h`];
      return [NAMED.has(name) ? `${name} ${shown(rounded(cell))}` : shown(cell)];
    });
    return `${a1({ row: above + places[i]!.row, column: places[i]!.column })}: ${parts.join(", ")}`;
  });
}

/** Numbers and words that would not be understood without their heading. */
const NAMED: ReadonlySet<string> = new Set([
  "Hours a day",
  "Hours a week",
  "Weekly hours",
  "FTE",
  "Total hours",
  "Note",
]);
