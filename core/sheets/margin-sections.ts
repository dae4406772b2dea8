import { COST, REVENUE } from "../engine/money/lines.ts";
import type { MarginLine } from "./margin-months.ts";
import { type Content, cellOf, type Formula, formula, type ShownAs, sameRow } from "./model.ts";
import { type MoneyRow, wholeOf } from "./money-rows.ts";
import {
  type AmountStyle,
  againstTarget,
  INCOMPLETE,
  isBelow,
  NOT_KNOWN,
  percentShown,
  unitsOf,
} from "./money-words.ts";

/** One measure of every line, and cells of it that show otherwise than amounts do. */
export interface Section {
  readonly name: string;
  /** What each row says that it is, so that rows are read right on a page that begins in the middle of a section. */
  readonly figure: string;
  /** What Explain calls it; null for what is a formula of others. */
  readonly measure: string | null;
  readonly contents: readonly (readonly Content[])[];
  readonly shows: readonly (readonly Omit<ShownAs, "row">[])[];
  /** Columns of each row in which more was written off than came in, so that no share can be taken. */
  readonly losses: readonly (readonly number[])[];
}

/** What a cell of a measure is made from. `month` is -1 for all months together. */
interface Cell {
  readonly line: MarginLine;
  readonly number: number;
  readonly column: string;
  readonly month: number;
  readonly revenue: number;
  readonly cost: number;
  readonly minutes: number;
  readonly unknown: number;
  readonly estimated: number;
}
interface Measure {
  readonly name: string;
  readonly figure: string;
  readonly cell: (cell: Cell, rows: Rows) => Content;
  readonly shows: (cell: Cell, style: AmountStyle, target: number) => ShownAs["shows"] | null;
  readonly says: (cell: Cell, target: number) => string | null;
}
/** In which row of the grid a line stands in a section. */
type Rows = (section: number, line: number) => number;

const ORDER = ["revenue", "cost", "margin", "percent", "hours", "rate"] as const;
export type MeasureName = (typeof ORDER)[number];

const BOTH = REVENUE | COST;

/** The row of the grid at which a measure begins, below its own heading. */
export const sectionStart = (name: MeasureName, lines: number): number => ORDER.indexOf(name) * (lines + 1) + 1;

/** All measures, one below the other. Everything that is a sum, a difference or a quotient of shown cells is a native formula. */
export function marginSections(
  lines: readonly MarginLine[],
  columns: readonly string[],
  style: AmountStyle,
  target: number,
): readonly Section[] {
  const measures = measuresOf(style, columns);
  const rows: Rows = (section, line) => section * (lines.length + 1) + 1 + line;
  return ORDER.map((name): Section => {
    const { name: heading, figure, cell, shows, says } = measures[name];
    const cells = lines.map((line, number) =>
      columns.map((column, i) => cellAt(line, number, column, i === columns.length - 1 ? -1 : i)),
    );
    return {
      name: heading,
      figure,
      measure: name === "hours" ? "hours of money" : name === "revenue" || name === "cost" ? name : null,
      contents: cells.map((own, i) => [
        lines[i]!.row.label,
        lines[i]!.row.client,
        figure,
        ...own.map((one) => cell(one, rows)),
        says(own[own.length - 1]!, target),
      ]),
      shows: cells.map((own) =>
        own.flatMap((one, i): Omit<ShownAs, "row">[] => {
          const other = shows(one, style, target);
          return other === null ? [] : [{ column: FIRST_COLUMN + i, columns: 1, shows: other }];
        }),
      ),
      losses: cells.map((own) =>
        name === "percent" ? own.flatMap((one, i) => (isLoss(one) ? [FIRST_COLUMN + i] : [])) : [],
      ),
    };
  });
}

const isLoss = ({ revenue, unknown }: Cell): boolean => (unknown & BOTH) === 0 && revenue < 0;

/** Name, client and figure stand before the months. */
export const FIRST_COLUMN = 3;

function cellAt(line: MarginLine, number: number, column: string, month: number): Cell {
  const { row } = line;
  return { line, number, column, month, ...(month < 0 ? wholeOf(row) : monthOf(row, month)) };
}

const monthOf = (row: MoneyRow, month: number) => ({
  revenue: row.revenue[month]!,
  cost: row.cost[month]!,
  minutes: row.minutes[month]!,
  unknown: row.unknown[month]!,
  estimated: row.estimated[month]!,
});

type Summed = "revenue" | "cost" | "hours";
const SIDE: Readonly<Record<Summed, number>> = { revenue: REVENUE, cost: COST, hours: 0 };

function measuresOf(style: AmountStyle, columns: readonly string[]): Readonly<Record<MeasureName, Measure>> {
  const { unit, estimate } = style;
  const amounts = (name: Summed, heading: string, short: string, figure: (cell: Cell) => number): Measure => ({
    name: heading,
    figure: short,
    cell: (cell, rows) => {
      if ((cell.unknown & SIDE[name]) !== 0) return NOT_KNOWN;
      const section = ORDER.indexOf(name);
      if (cell.line.kind !== "engagement")
        return sumOfRuns(
          cell.column,
          cell.line.runs.map((run) => ({ from: rows(section, run.from), to: rows(section, run.to) })),
        );
      return cell.month < 0 && columns.length > 1
        ? formula`SUM(${sameRow("m0")}:${sameRow(lastMonth(cell))})`
        : figure(cell);
    },
    shows: (cell) => {
      if (name === "hours") return cell.estimated === 0 ? "hours" : "estimated hours";
      return (cell.estimated & SIDE[name]) === 0 ? null : estimate;
    },
    says: () => null,
  });
  const difference = (cell: Cell, rows: Rows): Content =>
    (cell.unknown & BOTH) !== 0 ? INCOMPLETE : formula`${at(cell, rows, "revenue")}-${at(cell, rows, "cost")}`;
  return {
    revenue: amounts("revenue", `Revenue${unit}`, "Revenue", ({ revenue }) => unitsOf(style, revenue)),
    cost: amounts("cost", `Cost${unit}`, "Cost", ({ cost }) => unitsOf(style, cost)),
    hours: amounts("hours", "Hours", "Hours", ({ minutes }) => minutes / 60),
    margin: {
      name: `Margin${unit}`,
      figure: "Margin",
      cell: difference,
      shows: (cell) => ((cell.estimated & BOTH) === 0 ? null : estimate),
      says: () => null,
    },
    percent: {
      name: "Margin, % of revenue",
      figure: "Margin, %",
      cell: (cell, rows) => {
        if ((cell.unknown & BOTH) !== 0) return INCOMPLETE;
        return cell.revenue <= 0 ? NOT_KNOWN : formula`${at(cell, rows, "margin")}/${at(cell, rows, "revenue")}`;
      },
      shows: (cell, _, target) =>
        percentShown((cell.estimated & BOTH) !== 0, isBelow(cell.revenue, cell.cost, target)) ?? "percent",
      says: ({ revenue, cost, unknown }, target) =>
        (unknown & BOTH) !== 0 ? INCOMPLETE : againstTarget(revenue, cost, target),
    },
    rate: {
      name: `Effective rate${unit} an hour`,
      figure: "Rate an hour",
      cell: (cell, rows) =>
        (cell.unknown & REVENUE) !== 0 || cell.minutes === 0
          ? NOT_KNOWN
          : formula`${at(cell, rows, "revenue")}/${at(cell, rows, "hours")}`,
      shows: (cell) => (cell.estimated === 0 ? null : estimate),
      says: () => null,
    },
  };
}

const lastMonth = ({ line }: Cell): string => `m${line.row.revenue.length - 1}`;

const at = ({ column, number }: Cell, rows: Rows, measure: MeasureName) =>
  cellOf(column, rows(ORDER.indexOf(measure), number));

/** SUM of one stretch of lines, or of several. */
function sumOfRuns(column: string, runs: readonly { readonly from: number; readonly to: number }[]): Content {
  if (runs.length === 0) return 0;
  const parts = ["SUM(", ...runs.slice(1).map(() => ")+SUM("), ")"];
  return { parts, holes: runs.map(({ from, to }) => ({ column, from, to })) } satisfies Formula;
}
