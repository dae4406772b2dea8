import type { Area } from "../host.ts";
import { areasOf, bodyOf, hasTotals, runsOf } from "./grid-places.ts";
import type { CellLooks, Content, Grid, Shown } from "./model.ts";
import { type Pattern, type SheetOp, STATE } from "./ops.ts";

export const PATTERNS: Readonly<Record<Shown, Pattern>> = {
  hours: "#,##0.0",
  percent: "0.0%",
  money: "#,##0.00",
  fte: "0.0",
  count: "#,##0",
  "count at least": '#,##0"+"',
  date: "yyyy-mm-dd",
  text: "@",
  state: STATE,
  "amount 0": "#,##0;(#,##0)",
  "amount 2": "#,##0.00;(#,##0.00)",
  "amount 3": "#,##0.000;(#,##0.000)",
  "estimate 0": '"≈ "#,##0;"≈ "(#,##0)',
  "estimate 2": '"≈ "#,##0.00;"≈ "(#,##0.00)',
  "estimate 3": '"≈ "#,##0.000;"≈ "(#,##0.000)',
  "estimated hours": '"≈ "#,##0.0;"≈ "-#,##0.0',
  "percent below": '"▼ "0.0%;"▼ "-0.0%',
  "percent estimated": '"≈ "0.0%;"≈ "-0.0%',
  "percent estimated below": '"≈ ▼ "0.0%;"≈ ▼ "-0.0%',
};

/** Everything about a grid but its cells; formats first. */
export const dressOf = (grid: Grid, at: Area, name: string): SheetOp[] => [
  ...formatsOf(grid, at),
  ...looksOf(grid, at),
  ...chartsOf(grid, at, name),
];

function formatsOf(grid: Grid, at: Area): SheetOp[] {
  const { columns, rows } = grid;
  const row = (offset: number): Area => ({ ...at, row: at.row + offset, rows: 1 });
  const runs = runsOf(columns.map(({ shows }) => PATTERNS[shows]));
  const heads = runsOf(columns.map(({ headingDay }): Pattern => (headingDay === undefined ? "@" : "d mmm")));
  const height = at.rows - 2;
  return [
    { do: "format", at: row(0), pattern: "@" },
    ...heads.map(
      ({ from, length, value }): SheetOp => ({
        do: "format",
        at: { row: at.row + 1, column: at.column + from, rows: 1, columns: length },
        pattern: value,
      }),
    ),
    ...(rows.length === 0 ? [] : runs).map(
      ({ from, length, value }): SheetOp => ({
        do: "format",
        at: { row: at.row + 2, column: at.column + from, rows: height, columns: length },
        pattern: value,
      }),
    ),
    ...(grid.shownAs ?? []).map(
      (cells): SheetOp => ({
        do: "format",
        at: cellsOf(at, cells),
        pattern: PATTERNS[cells.shows],
      }),
    ),
  ];
}

const cellsOf = (at: Area, { row, column, columns, rows = 1 }: Omit<CellLooks, "look">): Area => ({
  row: at.row + 2 + row,
  column: at.column + column,
  rows,
  columns,
});

function looksOf(grid: Grid, at: Area): SheetOp[] {
  const { columns, rows, rules, rowLooks } = grid;
  const row = (offset: number): Area => ({ ...at, row: at.row + offset, rows: 1 });
  return [
    { do: "paint", at: row(0), look: "title" },
    { do: "paint", at: { ...row(0), column: at.column + at.columns - 1, columns: 1 }, look: "stamp" },
    { do: "paint", at: row(1), look: "heading" },
    ...numbersFrom(columns).map(
      ({ from, length }): SheetOp => ({
        do: "paint",
        at: { ...row(1), column: at.column + from, columns: length },
        look: "heading of numbers",
      }),
    ),
    ...(rows.length > 0 && columns[0]!.shows !== "text"
      ? [{ do: "paint", at: { ...row(2), rows: rows.length, columns: 1 }, look: "label" } as const]
      : []),
    ...[...(rowLooks ?? [])].map(([i, look]): SheetOp => ({ do: "paint", at: row(2 + i), look })),
    ...(grid.cellLooks ?? []).map((cells): SheetOp => ({ do: "paint", at: cellsOf(at, cells), look: cells.look })),
    ...(hasTotals(grid) ? [{ do: "paint", at: row(at.rows - 1), look: "total" } as const] : []),
    ...columns.flatMap(({ note }, i): SheetOp[] =>
      note === undefined
        ? []
        : [{ do: "note", at: { row: at.row + 1, column: at.column + i, rows: 1, columns: 1 }, text: note }],
    ),
    ...rows.flatMap((contents, i) => contents.flatMap((content, j) => linkOf(content, at.row + 2 + i, at.column + j))),
    ...(rows.length === 0 ? [] : rules).map(
      (rule): SheetOp => ({
        do: "rule",
        at: areasOf(grid, at, rule.columns, rule.rows),
        when: rule.when,
        look: rule.look,
      }),
    ),
  ];
}

/** Columns whose figures stand at the right, where their headings are to stand as well; the first one names its row. */
const numbersFrom = (columns: Grid["columns"]) =>
  runsOf(columns.map(({ shows }, i) => i > 0 && shows !== "text" && shows !== "state")).filter(({ value }) => value);

function linkOf(content: Content, row: number, column: number): SheetOp[] {
  if (content === null || typeof content !== "object" || !("goTo" in content)) return [];
  return [{ do: "link", at: { row, column, rows: 1, columns: 1 }, ...content.goTo }];
}

/**
 * Charts stand to the right, two columns off, so that there is room for the planner's notes beside the rows; or a row below the
 * table, right of the column that stays in sight.
 */
function chartsOf(grid: Grid, at: Area, name: string): SheetOp[] {
  const first = grid.chartsBelow
    ? { row: at.row + at.rows + 1, column: at.column + 1 }
    : { row: at.row, column: at.column + at.columns + 2 };
  const withHeading = (key: string): Area => {
    const body = bodyOf(grid, at, key);
    return { ...body, row: body.row - 1, rows: body.rows + 1 };
  };
  return (grid.rows.length === 0 ? [] : grid.charts).map(
    ({ key, kind, title, about, categories, series }, i): SheetOp => ({
      do: "chart",
      name: `${name}_${key}`,
      kind,
      title,
      about,
      categories: withHeading(categories),
      series: series.map(withHeading),
      at: { ...first, row: first.row + i * CHART_ROWS },
    }),
  );
}

/** About so many rows a chart takes in every host. */
export const CHART_ROWS = 16;
