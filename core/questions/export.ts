import { csvOf, isDayKind } from "../exports/csv.ts";
import { type Leaving, located, mapped, namesOf, without } from "../exports/leaving.ts";
import type { Work } from "../host.ts";
import type { Cell, CellRange } from "../plan/cells.ts";
import { isSalaryHeading } from "../plan/salary-headings.ts";
import { record, text } from "../schema.ts";
import { a1 } from "../sheets/a1.ts";
import { isMoneyTable } from "../sheets/without-money.ts";
import { formError } from "./allocations-table.ts";
import { question } from "./question.ts";
import { type Workbook, workbook } from "./workbook.ts";

/** A table of the plan that can be saved as a file of its own. */
export interface ExportChoice {
  /** Where it stands: "Allocations!A1". */
  readonly place: string;
  readonly table: string;
  readonly rows: number;
  readonly file: string;
}

/** A sheet of values: text is text and numbers are numbers, whatever they look like. */
export interface ExportSheet {
  readonly name: string;
  readonly cells: CellRange;
  /** Whether a column holds days. */
  readonly days: readonly boolean[];
}

/** The plan's tables, wherever they stand and however they are laid out. */
export const exportForm = question({
  asks: record({}),
  *answer(): Work<{ readonly tables: readonly ExportChoice[] }> {
    return { tables: leaving(yield* workbook()).map(({ choice }) => choice) };
  },
});

/** One of them as CSV: every column, days as 2026-03-02, no formulas. */
export const exportTable = question({
  asks: record({ file: text }),
  *answer({ file }): Work<{ readonly file: string; readonly text: string }> {
    const found = leaving(yield* workbook()).find(({ choice }) => choice.file === file);
    if (found === undefined) throw formError(`There is no table for ${file} any more`, "Maybe choose another.");
    return { file, text: `${csvOf(found.one.cells, found.one.kinds)}\r\n` };
  },
});

/** All of them, for one workbook of values. */
export const exportBook = question({
  asks: record({}),
  *answer(): Work<{ readonly file: string; readonly sheets: readonly ExportSheet[] }> {
    const sheets = leaving(yield* workbook()).map(({ one, name }) => ({
      name,
      cells: one.cells,
      days: one.kinds.map(isDayKind),
    }));
    return { file: "Plan.xlsx", sheets };
  },
});

const isSecret = (heading: Cell): boolean => typeof heading === "string" && isSalaryHeading(heading);

interface Named {
  readonly one: Leaving;
  readonly name: string;
  readonly choice: ExportChoice;
}

/** Rates and salaries leave only a workbook in which all money is shown. */
function leaving({ located: own, parts, plan }: Workbook): readonly Named[] {
  const all = [
    ...own.map(located),
    ...parts.filter(({ layout, source }) => layout !== undefined || source.map !== undefined).map(mapped),
  ];
  const may =
    plan.settings.moneyShown === "all"
      ? all
      : all.filter(({ table }) => !isMoneyTable(table)).map((one) => without(one, isSecret));
  const names = namesOf(may);
  return may.map((one, i) => {
    const { sheet, row, column, table, cells } = one;
    const name = names[i]!;
    const place = `${sheet}!${a1({ row, column })}`;
    return { one, name, choice: { place, table, rows: cells.length - 1, file: `${name}.csv` } };
  });
}
