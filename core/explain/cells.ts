import { asWorked } from "../engine/worked/as-worked.ts";
import { changesOn } from "../functions/in-scenario.ts";
import { withChanges } from "../scenario/with-changes.ts";
import type { Given } from "../sheets/given.ts";
import type { Meaning } from "../sheets/meaning.ts";
import type { Column, Grid } from "../sheets/model.ts";
import type { Ask } from "./ask.ts";
import { bottleneck } from "./bottleneck.ts";
import { demandBySource } from "./demand-by-source.ts";
import { amountOf, type Explanation, explained, part, type Sum } from "./explanation.ts";
import { amountIn, headingOf, isFormula, madeOf, rowName, type Terms, unitAt } from "./from-cells.ts";
import { left, target } from "./load.ts";
import { MEASURES } from "./measures.ts";
import { leftBySkill } from "./skill-left.ts";

/** What explains figures that only sheets show; the others are those of the panel. Add a measure here and nowhere else. */
const ON_SHEETS: ReadonlyMap<string, (ask: Ask, meaning: Meaning) => Explanation> = new Map<
  string,
  (ask: Ask, meaning: Meaning) => Explanation
>([
  ...[...MEASURES].map(([key, { explain }]) => [key, explain] as const),
  ["confirmed", (ask) => demandBySource(ask, "confirmed")],
  ["tentative", (ask) => demandBySource(ask, "tentative")],
  ["support", (ask) => demandBySource(ask, "support")],
  ["reserve", (ask) => demandBySource(ask, "reserve")],
  ["target", target],
  ["left", left],
  ["left by skill", leftBySkill],
  ["bottleneck", (ask, { number }) => bottleneck(ask, number, "short")],
  ["bottleneck open", (ask, { number }) => bottleneck(ask, number, "open")],
  ["bottleneck free", (ask, { number }) => bottleneck(ask, number, "free")],
]);

/** A figure of a generated grid: what its block says that it means, or the cells that it is computed from. null: no figure. */
export function explainCell(given: Given, grid: Grid, row: number, column: number): Explanation | null {
  const about = grid.columns[column]!;
  const amount = amountIn(grid, row, column);
  if (amount === null) return null;
  const meaning = meaningOf(grid, row, about);
  const explain = meaning && ON_SHEETS.get(meaning.measure ?? "");
  return explain ? explain(askOf(given, meaning), meaning) : fromCells(grid, row, column, amount);
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
function meaningOf({ means, rowMeans }: Grid, row: number, column: Column): Meaning | null {
  const own = rowMeans === undefined ? {} : (rowMeans[row] ?? null);
  return own === null || (means ?? column.means) === undefined ? null : { ...means, ...own, ...column.means };
}

function askOf({ plan, worked, counted, weeks }: Given, meaning: Meaning): Ask {
  const { from = weeks.from, to = weeks.to, rows = "total", name = "", scenario } = meaning;
  const found = scenario === undefined ? undefined : plan.scenarios.find((one) => one.name === scenario);
  return {
    plan: found === undefined ? worked : asWorked(withChanges(plan, changesOn(found)).plan, weeks),
    counted,
    from,
    to,
    rows,
    name,
  };
}

/** A formula's cells, or the figure as it was computed. */
function fromCells(grid: Grid, row: number, column: number, amount: number): Explanation {
  const about = grid.columns[column]!;
  const content = grid.rows[row]![column]!;
  const label = headingOf(about);
  const title = [rowName(grid, row), label].filter((words) => words !== "").join(": ");
  const [unit] = unitAt(grid, row, column)!;
  const [over, under] = (isFormula(content) ? madeOf(grid, row, content) : null) ?? [];
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
