import type { Book } from "../host.ts";
import { type Cell, shown, widthOf } from "../plan/cells.ts";
import type { Located } from "../plan/locate.ts";
import { COSTS } from "../plan/money-tables.ts";
import { isRateHeading, isSalaryHeading } from "../plan/salary-headings.ts";
import { PEOPLE } from "../plan/tables.ts";
import type { Place, Problem } from "../problems.ts";
import { a1 } from "../sheets/a1.ts";
import { registerIn } from "./finance-register.ts";

/** A planning workbook that holds what people cost: one problem, however many columns; none in a finance workbook. */
export function salariesHere(book: Book, located: readonly Located[]): readonly Problem[] {
  if (registerIn(book) !== null) return [];
  const places = [...costColumns(located), ...salaryColumns(book, located)];
  const once = places.filter(
    (place, i) => places.findIndex((one) => one.sheet === place.sheet && one.a1 === place.a1) === i,
  );
  if (once.length === 0) return [];
  const hint =
    'Maybe move them to a workbook that only finance opens: "Set up finance workbook" in the panel Sheets makes it. If nobody else opens this one, leave them.';
  return [{ code: "HR-215", at: once.slice(0, MOST_PLACES), value: "(hidden)", why: WHY, hint }];
}

const MOST_PLACES = 5;
const WHY =
  "shows what people cost to everybody who can open this workbook; hiding or protecting a sheet hides nothing, and the setting Money shown only keeps it out of what Headroom makes";

/** Columns of cost rates. */
export const costColumns = (located: readonly Located[]): readonly Place[] =>
  located
    .filter(({ table, lastRow, row }) => table.name === COSTS.name && lastRow > row)
    .flatMap(({ sheet, row, columns }): readonly Place[] => {
      const column = columns.get("rate");
      return column === undefined ? [] : [placeOf(COSTS.name, sheet, row, column, COSTS.columns.rate.heading)];
    });

const HEADING_ROWS = 20;

/** Columns beside a plan's own that say salary in a sheet's first rows, and hold figures. What a table has below its headings is no heading. */
export const salaryColumns = (book: Book, located: readonly Located[]): readonly Place[] =>
  book.flatMap(({ name, cells }) => {
    const tables = located.filter(({ sheet }) => sheet === name);
    return cells
      .slice(0, HEADING_ROWS)
      .flatMap((line, row) =>
        line.flatMap((cell: Cell, column) =>
          typeof cell === "string" &&
          (isSalaryHeading(cell) || (isRateHeading(cell) && tables.some((table) => isBesidePeople(table, row)))) &&
          !tables.some((table) => isBelowHeadings(table, row, column)) &&
          cells.slice(row + 1).some((one) => /\d/.test(shown(one[column] ?? null)))
            ? [placeOf(name, name, row, column, shown(cell))]
            : [],
        ),
      );
  });

/** What an hour of each person is worth stands in Rates, or is what they are paid. */
const isBesidePeople = ({ table, row: top }: Located, row: number): boolean =>
  table.name === PEOPLE.name && top === row;

const isBelowHeadings = ({ row: top, lastRow, column: left, cells }: Located, row: number, column: number): boolean =>
  row > top && row <= lastRow && column >= left && column < left + widthOf(cells);

const placeOf = (table: string, sheet: string, row: number, column: number, heading: string): Place => ({
  table,
  row,
  column: heading,
  sheet,
  a1: a1({ row, column }),
});
