import type { Book } from "../host.ts";
import { isBlankRow } from "../plan/cells.ts";
import { meaningsOf } from "../plan/headings.ts";
import { hintForMissing } from "../plan/missing-hint.ts";
import { COSTS, EXCHANGE, FEES, RATES } from "../plan/money-tables.ts";
import { nameKey } from "../plan/names.ts";
import type { Part } from "../plan/sources.ts";
import type { Table } from "../plan/table.ts";
import type { Problem } from "../problems.ts";
import { a1 } from "../sheets/a1.ts";

const MONEY: readonly Table[] = [RATES, COSTS, FEES, EXCHANGE];

/** Sheets that are called like a table of money and from which nothing is read, though rows stand there. */
export const unreadMoney = (book: Book, parts: readonly Part[]): readonly Problem[] =>
  book.flatMap(({ name, cells }): readonly Problem[] => {
    const table = MONEY.find((one) => nameKey(one.name) === nameKey(name));
    const row = cells.findIndex((line) => !isBlankRow(line));
    if (table === undefined || parts.some(({ source }) => source.sheet === name)) return [];
    if (row < 0 || cells.slice(row + 1).every((line) => isBlankRow(line))) return [];
    const headings = cells[row]!;
    const meant = headings.map((cell) => meaningsOf(cell).find((one) => one.table === table)?.key);
    const lacking = Object.keys(table.columns).filter((key) => table.columns[key]!.required && !meant.includes(key));
    const missing = lacking.length > 0 ? [lacking[lacking.length - 1]!] : table.oneOf;
    const used = new Set(headings.flatMap((_, at) => (meant[at] === undefined ? [] : [at])));
    return [
      {
        code: "HR-291",
        at: [{ table: table.name, row: row + 1, column: "", sheet: name, a1: a1({ row, column: 0 }) }],
        value: "",
        why: `nothing of this sheet is read: its headings are not those of ${table.name}${missing.length === 0 ? "" : `, which lack ${missing.map((key) => table.columns[key]!.heading).join(" or ")}`}`,
        hint:
          missing.length === 0
            ? "Maybe put the headings into one row."
            : hintForMissing(table, headings, used, missing),
      },
    ];
  });
