import { csvOf } from "../exports/csv.ts";
import type { Work } from "../host.ts";
import { widthOf } from "../plan/cells.ts";
import type { Located } from "../plan/locate.ts";
import { nameKey } from "../plan/names.ts";
import type { Plan } from "../plan/plan.ts";
import { record, text } from "../schema.ts";
import { a1 } from "../sheets/a1.ts";
import { isMoneyTable } from "../sheets/without-money.ts";
import { formError } from "./allocations-table.ts";
import { question } from "./question.ts";
import { workbook } from "./workbook.ts";

/** A table of the plan that can be saved as a file of its own. */
export interface ExportChoice {
  /** Where it stands: "Allocations!A1". */
  readonly place: string;
  readonly table: string;
  readonly rows: number;
  readonly file: string;
}

/** The plan's tables, wherever they stand. */
export const exportForm = question({
  asks: record({}),
  *answer(): Work<{ readonly tables: readonly ExportChoice[]; readonly others: readonly string[] }> {
    const { located, plan } = yield* workbook();
    const tables = choicesOf(mayLeave(located, plan));
    const named = new Set(located.map(({ table }) => table.name));
    return { tables, others: [...plan.given].filter((table) => !named.has(table)) };
  },
});

/** One of them as CSV: every column, days as 2026-03-02, no formulas. */
export const exportTable = question({
  asks: record({ place: text }),
  *answer({ place }): Work<{ readonly file: string; readonly text: string }> {
    const { located: all, plan } = yield* workbook();
    const located = mayLeave(all, plan);
    const at = located.findIndex((one) => nameKey(placeOf(one)) === nameKey(place));
    const found = located[at];
    if (found === undefined) throw formError(`There is no table at ${place} any more`, "Maybe choose another.");
    const kindAt = new Map([...found.columns].map(([key, column]) => [column, found.table.columns[key]!.kind]));
    const width = widthOf(found.cells);
    const kinds = Array.from({ length: width }, (_, i) => kindAt.get(found.column + i) ?? null);
    return { file: choicesOf(located)[at]!.file, text: `${csvOf(found.cells, kinds)}\r\n` };
  },
});

/** Rates and salaries leave only a workbook in which all money is shown. */
const mayLeave = (located: readonly Located[], { settings }: Plan): readonly Located[] =>
  settings.moneyShown === "all" ? located : located.filter(({ table }) => !isMoneyTable(table.name));

const placeOf = ({ sheet, row, column }: Located): string => `${sheet}!${a1({ row, column })}`;

/** Of several tables of one kind each file is named after its sheet. */
function choicesOf(located: readonly Located[]): readonly ExportChoice[] {
  const used = new Set<string>();
  return located.map((one) => {
    const { table, sheet } = one;
    const alone = located.filter((other) => other.table === table).length === 1;
    const base = (alone ? table.name : `${table.name} (${sheet})`).replace(/[\\/:*?"<>|]/g, " ").trim();
    let file = base;
    for (let n = 2; used.has(file.toLowerCase()); n++) file = `${base} ${n}`;
    used.add(file.toLowerCase());
    return { place: placeOf(one), table: table.name, rows: one.lastRow - one.row, file: `${file}.csv` };
  });
}
