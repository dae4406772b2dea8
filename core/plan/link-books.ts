import type { WorkingTimes } from "./at-work.ts";
import type { Findings } from "./findings.ts";
import { leftOutRows, type Spoiling } from "./left-out.ts";
import { linkActuals } from "./link-actuals.ts";
import { bookNames, linkMoney, type MoneyPlan, type MoneyRows } from "./link-money.ts";
import { type LeftOutRow, NO_ACTUALS } from "./money.ts";
import { ACTUALS, COSTS, EXCHANGE, FEES, RATES } from "./money-tables.ts";
import type { Plan } from "./plan.ts";
import { readTable } from "./read-table.ts";
import { type Numbering, newNumbering } from "./reader.ts";
import type { Rows } from "./rows.ts";
import type { Part } from "./sources.ts";
import type { Columns, Table } from "./table.ts";

/** The tables of money and of hours worked, which finance may keep in books of its own. */
export interface BookRows {
  readonly all: readonly Rows[];
  readonly worked: Rows<(typeof ACTUALS)["columns"]>;
  readonly money: MoneyRows;
  readonly books: Numbering;
}

/** Their names are numbered apart: what only they name is not in the plan. */
export function readBooks(parts: readonly Part[], findings: Findings): BookRows {
  const books = newNumbering();
  const rowsOf = <C extends Columns>(table: Table<C>): Rows<C> => readTable(table, parts, books, findings);
  const worked = rowsOf(ACTUALS);
  const money = { rates: rowsOf(RATES), costs: rowsOf(COSTS), fees: rowsOf(FEES), exchange: rowsOf(EXCHANGE) };
  return { all: [worked, ...Object.values<Rows>(money)], worked, money, books };
}

/** Hours worked and money, linked to a plan that is read. */
export function linkBooks(
  { all, worked, money, books }: BookRows,
  plan: Omit<MoneyPlan, "books"> & {
    readonly effort: readonly Spoiling[];
    readonly unread: readonly LeftOutRow[];
    readonly lastTaken: number;
    readonly times: WorkingTimes;
  },
): Pick<Plan, "actuals" | "money"> {
  if (all.every(({ parts }) => parts.length === 0)) return { actuals: NO_ACTUALS, money: null };
  const given = { ...plan, books };
  const names = bookNames(given);
  const { engagements, settings, lastTaken, times, findings } = plan;
  const work = engagements.engagements;
  const actuals = linkActuals(worked, { ...names, books, work, times, asOf: settings.asOf, lastTaken, findings });
  const linked = linkMoney(money, given, names);
  if (linked === null) return { actuals, money: linked };
  const { texts } = books.names.engagement;
  const tables = [...plan.effort, { rows: worked, texts }, { rows: money.fees, texts }];
  const isPriced = (engagement: number) => linked.rates.some((rate) => rate.engagement === engagement);
  const leftOut = [...(linked.leftOut ?? []), ...leftOutRows(tables, work, findings, isPriced), ...plan.unread];
  return { actuals, money: leftOut.length === 0 ? linked : { ...linked, leftOut } };
}
