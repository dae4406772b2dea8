import { asWorked } from "../engine/worked/as-worked.ts";
import { changesOn } from "../functions/in-scenario.ts";
import { withChanges } from "../scenario/with-changes.ts";
import { reservedFor } from "../scenario/with-support.ts";
import type { Given } from "../sheets/given.ts";
import type { Meaning } from "../sheets/meaning.ts";
import type { Column, Formula, Grid } from "../sheets/model.ts";
import { dayNumber } from "../units.ts";
import type { Ask } from "./ask.ts";
import { amountOf, type Explanation, explained, part, type Sum } from "./explanation.ts";
import { amountIn, headingOf, isFormula, madeOf, rowName, type Terms, unitAt } from "./from-cells.ts";
import { inThePlan } from "./in-the-plan.ts";
import { ON_SHEETS } from "./on-sheets.ts";
import { figureText, NO_SHARE } from "./text.ts";

/** A figure of a generated grid, or a sign: what its block says that it means, or the cells that it is computed from. null: neither. */
export function explainCell(given: Given, grid: Grid, row: number, column: number): Explanation | null {
  const about = grid.columns[column]!;
  const amount = amountIn(grid, row, column);
  if (amount === null) return behindWords(given, grid, row, column);
  const meaning = meaningOf(grid, row, about);
  const content = grid.rows[row]![column]!;
  const as = meaning?.as ?? (isFormula(content) ? content : null);
  if (meaning?.terms !== undefined) return fromTerms(grid, row, column, meaning.terms);
  const explain = meaning && ON_SHEETS.get(meaning.measure ?? "");
  if (!explain || meaning.as !== undefined) return fromCells(grid, row, column, amount, as);
  return inThePlan(given.plan, explain(askOf(given, meaning), meaning, given), meaning);
}

/** Words or a sign: the rows behind them, where they stand for a figure that is none, or where the column says what its signs judge. */
function behindWords(given: Given, grid: Grid, row: number, column: number): Explanation | null {
  const about = grid.columns[column]!;
  const content = grid.rows[row]?.[column] ?? null;
  const isSign = unitAt(grid, row, column) === null;
  if (typeof content !== "string" || content === "" || (isSign && about.means === undefined)) return null;
  const meaning = meaningOf(grid, row, about);
  const explain = meaning && ON_SHEETS.get(meaning.measure ?? "");
  if (!explain || meaning.as !== undefined || meaning.terms !== undefined) return null;
  const found = inThePlan(given.plan, explain(askOf(given, meaning), meaning, given), meaning);
  return isSign || figureText(found) === NO_SHARE ? found : null;
}

/** The total of a column: its rows are the parts. */
export function explainTotal(grid: Grid, column: number): Explanation | null {
  const about = grid.columns[column]!;
  const unit = unitAt(grid, -1, column);
  if (unit === null || about.total === undefined) return null;
  const parts = grid.rows.flatMap((_, row) => {
    const amount = amountIn(grid, row, column) ?? 0;
    return amount === 0 ? [] : [part(rowName(grid, row), amount, { kind: "cell", row, column })];
  });
  const label = `${headingOf(about)}, all rows`;
  const title = `${grid.title}: ${label}`;
  const rule = `The sum of the rows above. ${about.note ?? ""}`.trim();
  return explained({ title, rule }, { label, unit: unit[0], amount: amountOf(parts), parts });
}

/** null where nothing says what the row or the column is. */
function meaningOf({ means, rowMeans }: Grid, row: number, { key, means: ofColumn }: Column): Meaning | null {
  const own = rowMeans === undefined ? {} : (rowMeans[row] ?? null);
  if (own === null) return null;
  const ofCell = own.of?.get(key);
  return (means ?? ofColumn ?? ofCell) === undefined ? null : { ...means, ...own, ...ofColumn, ...ofCell };
}

/** The plan that a figure counts in: with what was logged on its days, unless it is one of the plan alone, and in its scenario. */
function askOf({ plan, worked, counted, weeks }: Given, meaning: Meaning): Ask {
  const { from = weeks.from, to = weeks.to, rows = "total", name = "", scenario, planned, pipeline } = meaning;
  const found = scenario === undefined ? undefined : plan.scenarios.find((one) => one.name === scenario);
  const isWithin = from >= weeks.from && to <= weeks.to;
  const days = isWithin
    ? weeks
    : { from: dayNumber(Math.min(from, weeks.from)), to: dayNumber(Math.max(to, weeks.to)) };
  const asAsked = () => {
    if (found !== undefined) return asWorked(withChanges(plan, changesOn(found)).plan, days);
    if (planned) return plan;
    return isWithin ? worked : asWorked(plan, days);
  };
  return {
    plan: reservedFor(asAsked(), pipeline ?? null),
    counted: pipeline === undefined ? counted : { ...counted, pipeline },
    from,
    to,
    rows,
    name,
  };
}

const titleOf = (grid: Grid, row: number, column: number): string =>
  [rowName(grid, row), headingOf(grid.columns[column]!)].filter((words) => words !== "").join(": ");

/** What the sheet added up by itself. */
function fromTerms(grid: Grid, row: number, column: number, terms: NonNullable<Meaning["terms"]>): Explanation {
  const about = grid.columns[column]!;
  const parts = terms.filter(({ amount }) => amount !== 0).map(({ label, amount }) => part(label, amount));
  const label = headingOf(about);
  const [unit] = unitAt(grid, row, column)!;
  const rule = about.note ?? `${grid.title}.`;
  return explained({ title: titleOf(grid, row, column), rule }, { label, unit, amount: amountOf(parts), parts });
}

/** A formula's cells, or the figure as it was computed. */
function fromCells(grid: Grid, row: number, column: number, amount: number, as: Formula | null): Explanation {
  const about = grid.columns[column]!;
  const label = headingOf(about);
  const title = titleOf(grid, row, column);
  const [unit] = unitAt(grid, row, column)!;
  const isValue = !isFormula(grid.rows[row]![column]!);
  const [over, under] = (as === null ? null : madeOf(grid, row, as, isValue)) ?? [];
  const sum = ({ parts, unit: of }: Terms, name: string): Sum => ({
    label: name,
    unit: of,
    amount: amountOf(parts),
    parts,
  });
  if (over === undefined) {
    const parts = amount === 0 ? [] : [part(`${label}, as computed from the plan`, amount)];
    return explained({ title, rule: about.note ?? `${grid.title}.` }, { label, unit, amount, parts });
  }
  if (under === undefined) {
    return explained({ title, rule: about.note ?? "The sum of other cells of the table." }, sum(over, label));
  }
  const one = explained({ title, rule: about.note ?? "The quotient of other cells of the table." }, sum(over, label));
  const is = unit === "millionths" ? "ratio" : "rate";
  return { ...one, is, sums: [sum(over, "Share"), sum(under, is === "ratio" ? "Of" : "Hours")] };
}
