import type { FeeFlow } from "../engine/money/fee-flows.ts";
import { COST, type Line as MoneyLine, REVENUE } from "../engine/money/lines.ts";
import { decimalsOf } from "../plan/currencies.ts";
import type { Fee } from "../plan/money.ts";
import { rowsRead } from "./account.ts";
import type { Given } from "./given.ts";
import { moneyAssumptions } from "./margin.ts";
import { ratesUsed } from "./margin-lines-rates.ts";
import type { Meaning } from "./meaning.ts";
import type { Column, Content, Grid, SheetModel } from "./model.ts";
import { type MoneyTable, moneyTable } from "./money-rows.ts";
import { amountStyle, amountText, NOT_KNOWN, unitsOf } from "./money-words.ts";
import { noNumbers } from "./no-number.ts";
import { inputsGrid } from "./refreshed.ts";
import { monthAndYear } from "./words.ts";

export const MARGIN_LINES_SHEET = "Margin lines";

/** Every line of money behind the sheet Margin: whose hours, at which rates, from which rows of the tables. */
export function marginLinesSheet(given: Given): SheetModel {
  const table = moneyTable(given);
  const { unit } = amountStyle(given.plan);
  return {
    name: MARGIN_LINES_SHEET,
    blocks: [
      {
        kind: "note",
        key: "about",
        lines: [
          { text: `Margin lines${unit}: what every figure of the sheet Margin is made from`, look: "title" },
          {
            text: "Filter an engagement and a month: its lines add up to that cell of Margin. Hours × rate is rounded once a line, half away from zero; fees follow days or progress.",
          },
          {
            text: `${table.view === null ? "This sheet shows what people cost." : NO_COST} ≈ is an estimate: nobody is booked, or nobody logged it.`,
          },
          ...moneyAssumptions(given, table, MARGIN_LINES_SHEET),
        ],
      },
      linesGrid(given, table),
      rowsRead(given),
      inputsGrid(given),
    ],
    freeze: { rows: 0, columns: 2 },
    print: { headingsOf: "lines", upTo: "lines" },
  };
}

const NO_COST = "Money shown: all but salaries, so that costs are left out.";

/** Columns of cost, and rows that are nothing else, are left out where nobody is to learn what people cost. */
const COSTS: ReadonlySet<string> = new Set(["costRate", "costCurrency", "cost", "costFrom"]);

function columnsOf(given: Given, isKnown: { readonly revenue: boolean; readonly cost: boolean }): readonly Column[] {
  const { shows, unit } = amountStyle(given.plan);
  const text = (key: string, heading: string, width: number): Column => ({ key, heading, shows: "text", width });
  const total = (is: boolean) => (is ? ({ total: true } as const) : {});
  return [
    text("engagement", "Engagement", 26),
    text("month", "Month", 10),
    text("who", "Who or what", 24),
    { key: "hours", heading: "Hours", shows: "hours", width: 10, total: true },
    { key: "billable", heading: "Billable hours", shows: "hours", width: 13, total: true },
    { key: "rate", heading: "Bill rate", shows: "money", width: 11, note: "Empty where a line used several, or none." },
    text("currency", "In", 6),
    { key: "revenue", heading: `Revenue${unit}`, shows, width: 15, ...total(isKnown.revenue) },
    { key: "costRate", heading: "Cost rate", shows: "money", width: 11 },
    text("costCurrency", "In", 6),
    { key: "cost", heading: `Cost${unit}`, shows, width: 15, ...total(isKnown.cost) },
    text("from", "Revenue from", 46),
    text("costFrom", "Cost from", 46),
  ];
}

function linesGrid(given: Given, table: MoneyTable): Grid {
  const { lines, flows } = table.margins;
  const { money } = given.plan;
  const used = money === null ? null : ratesUsed(given.plan, money, table.margins);
  const order = [...given.plan.engagements.keys()];
  const rows = order.flatMap((engagement) =>
    table.months.periods.flatMap((_, month) => [
      ...(used === null ? [] : hoursRows(given, table, engagement, month, used)),
      ...feeRows(given, table, engagement, month, flows),
    ]),
  );
  const all = [...lines, ...flows];
  const known = (side: number) => all.every(({ unknown }) => unknown.every((bits) => (bits & side) === 0));
  const every = columnsOf(given, { revenue: known(REVENUE), cost: known(COST) });
  const places = every.flatMap(({ key }, i) => (table.view !== null && COSTS.has(key) ? [] : [i]));
  const columns = places.map((i) => every[i]!);
  const cells =
    rows.length > 0
      ? rows.map(([, row]) => places.map((i) => row[i] ?? null))
      : [columns.map((_, i) => (i === 0 ? "No hours or fees" : null))];
  return {
    kind: "grid",
    key: "lines",
    title: "Line by line",
    fingerprint: given.fingerprint,
    columns,
    rowMeans: rows.map(([means]) => means),
    rows: cells,
    cellLooks: noNumbers(columns, cells),
    rules: [],
    charts: [],
  };
}

/** A row of the sheet, and what its figures are. */
type Row = readonly [means: Meaning, cells: Content[]];

const measures = (all: Readonly<Record<string, string>>): ReadonlyMap<string, Meaning> =>
  new Map(Object.entries(all).map(([key, measure]) => [key, { measure }]));
const OF_LINE = measures({
  hours: "line hours",
  billable: "line billable",
  rate: "line rate",
  revenue: "line revenue",
  costRate: "line cost rate",
  cost: "line cost",
});
const OF_FEE = measures({ revenue: "fee revenue", cost: "fee cost" });

export interface Sums {
  revenue: number;
  cost: number;
  minutes: number;
  unknown: number;
}
export type Flow = Pick<MoneyLine, "revenue" | "cost" | "unknown"> & { readonly minutes?: Float64Array };

/** A line of hours or of a fee, added up over a month. */
export function sumsIn(
  { revenue, cost, unknown, minutes }: Flow,
  { margins: { time } }: MoneyTable,
  month: number,
): Sums {
  const sums: Sums = { revenue: 0, cost: 0, minutes: 0, unknown: 0 };
  for (let at = 0; at < revenue.length; at++) {
    if (time.askedOf[time.first + at] !== month) continue;
    sums.revenue += revenue[at]!;
    sums.cost += cost[at]!;
    sums.minutes += minutes?.[at] ?? 0;
    sums.unknown |= unknown[at]!;
  }
  return sums;
}

function hoursRows(
  given: Given,
  table: MoneyTable,
  engagement: number,
  month: number,
  used: ReturnType<typeof ratesUsed>,
): Row[] {
  const { plan } = given;
  const style = amountStyle(plan);
  const known = (unknown: number, side: number, minor: number): Content =>
    (unknown & side) === 0 ? unitsOf(style, minor) : NOT_KNOWN;
  const { from } = table.months.periods[month]!;
  return table.margins.lines.flatMap((line, number): Row[] => {
    if (line.engagement !== engagement) return [];
    const { revenue, cost, minutes, unknown } = sumsIn(line, table, month);
    if (minutes === 0 && revenue === 0 && cost === 0 && unknown === 0) return [];
    const { bill, cost: spent, billable } = used(line, month);
    return [
      [
        { number, from, of: OF_LINE },
        [
          plan.engagements[engagement]!.name,
          monthAndYear(table.months.periods[month]!.from),
          whoText(given, line),
          minutes / 60,
          billable / 60,
          bill.rate,
          bill.currency,
          known(unknown, REVENUE, revenue),
          spent.rate,
          spent.currency,
          known(unknown, COST, cost),
          bill.from,
          spent.from,
        ],
      ],
    ];
  });
}

/** Whose hours a line is about. */
export function whoText({ plan }: Pick<Given, "plan">, { person, hours }: Pick<MoneyLine, "person" | "hours">): string {
  if (person >= 0) return plan.people[person]!.name;
  const { source, role, skill } = hours[0]!;
  const what = role !== "" ? role : (plan.skills[skill] ?? "anybody");
  return source === "untracked" ? `≈ untracked support: ${what}` : `≈ nobody yet: ${what}`;
}

function feeRows(
  { plan }: Given,
  table: MoneyTable,
  engagement: number,
  month: number,
  flows: readonly FeeFlow[],
): Row[] {
  const style = amountStyle(plan);
  const fees = new Map((plan.money?.fees ?? []).map((fee) => [fee.row, fee]));
  const { from: first } = table.months.periods[month]!;
  return flows.flatMap((flow, number): Row[] => {
    if (flow.engagement !== engagement || (table.view !== null && flow.kind === "expense")) return [];
    const { revenue, cost, unknown } = sumsIn(flow, table, month);
    if (revenue === 0 && cost === 0 && unknown === 0) return [];
    const isCost = flow.kind === "expense";
    const from = flow.kind === "left out" ? "Rows that cannot be used: see Margin" : feeText(fees.get(flow.row), flow);
    const amount = (side: number, minor: number): Content =>
      (unknown & side) === 0 ? unitsOf(style, minor) : NOT_KNOWN;
    return [
      [
        { number, from: first, of: OF_FEE },
        [
          plan.engagements[engagement]!.name,
          monthAndYear(table.months.periods[month]!.from),
          flow.kind,
          0,
          0,
          null,
          "",
          isCost ? 0 : amount(REVENUE, revenue),
          null,
          "",
          isCost || flow.kind === "left out" ? amount(COST, cost) : 0,
          isCost ? "" : from,
          isCost ? from : "",
        ],
      ],
    ];
  });
}

/** "Fees row 3: USD 96,000.00, by effort done" */
export function feeText(fee: Fee | undefined, { kind, row }: FeeFlow): string {
  if (fee === undefined || fee.minor === null) return `Fees row ${row}`;
  const decimals = decimalsOf(fee.currency);
  const amount = amountText({ currency: fee.currency, decimals }, fee.minor);
  const hours = fee.included === undefined ? "" : `, with ${Math.round(fee.included / 0.6) / 100} billable hours`;
  return `Fees row ${row}: ${amount}${WAYS.get(kind) ?? ""}${hours}`;
}
const WAYS: ReadonlyMap<string, string> = new Map([
  ["fixed fee", ", by effort done"],
  ["monthly retainer", " a month, by days"],
]);
