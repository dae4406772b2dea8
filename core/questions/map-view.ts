import { AMOUNTS_KEY, EACH, isKey, PEOPLE_KEY, type ShapeColumn, TOGETHER } from "../finding/columns.ts";
import { AMOUNTS, type Feed, MEANINGS, meaningOf } from "../finding/means.ts";
import type { NoTable, Proposal } from "../finding/propose.ts";
import { CHOICES } from "../layouts/choices.ts";
import type { FoundTable } from "../layouts/index.ts";
import { at, type Sheet } from "../layouts/sheet.ts";
import { type Cell, isBlank, shown } from "../plan/cells.ts";
import { a1, a1Range, columnLetters } from "../sheets/a1.ts";
import { dayMonthYear, listed } from "../sheets/words.ts";
import { dayNumber } from "../units.ts";
import type { MapAnswer } from "./map-request.ts";
import { examplesOf, summaryOf } from "./map-summary.ts";

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

/** A column of a table: what it is for, how sure that is, and what else it could be. */
export function columnView(
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

/** A cell as an example of its column. */
export const sampleText = (cell: Cell, isDay: boolean): string =>
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
