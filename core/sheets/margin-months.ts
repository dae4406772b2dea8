import { COST, REVENUE } from "../engine/money/lines.ts";
import type { Given } from "./given.ts";
import type { Look } from "./looks.ts";
import { FIRST_COLUMN, marginSections, sectionStart } from "./margin-sections.ts";
import type { Meaning } from "./meaning.ts";
import type { CellLooks, Column, Content, Grid, ShownAs } from "./model.ts";
import { type MoneyRow, type MoneyTable, portfolioOf, summed } from "./money-rows.ts";
import { amountStyle, amountWidth, targetShare } from "./money-words.ts";
import { noNumbers } from "./no-number.ts";
import { monthAndYear } from "./words.ts";

/** A line of each section: an engagement, what a client's engagements add up to, or everything. */
export interface MarginLine {
  readonly kind: "engagement" | "client" | "portfolio";
  readonly row: MoneyRow;
  /** Lines of engagements that it adds up, both included. */
  readonly runs: readonly { readonly from: number; readonly to: number }[];
}

/** Engagements client by client, a sum below each client of several, and the portfolio. */
export function marginLines(table: MoneyTable): readonly MarginLine[] {
  const { rows, months, view, unplaced } = table;
  const count = months.periods.length;
  const lines: MarginLine[] = [];
  const runs: { from: number; to: number }[] = [];
  for (const [client, own] of byClient(rows)) {
    const run = { from: lines.length, to: lines.length + own.length - 1 };
    const last = runs[runs.length - 1];
    if (last !== undefined && last.to === run.from - 1) last.to = run.to;
    else runs.push({ ...run });
    for (const row of own) lines.push({ kind: "engagement", row, runs: [] });
    if (own.length > 1 && (view === null || view.wholes.has(client))) {
      const label = `${client === "" ? "Without a client" : client}, all`;
      const row = summed(label, client, own, count);
      unplaced.forEach((bits, month) => {
        row.unknown[month]! |= bits;
      });
      lines.push({ kind: "client", row, runs: [run] });
    }
  }
  const all = portfolioOf(table);
  if (view?.rows.length === 0) all.unknown.fill(REVENUE | COST);
  return [...lines, { kind: "portfolio", row: all, runs }];
}

function byClient(rows: readonly MoneyRow[]): ReadonlyMap<string, readonly MoneyRow[]> {
  const found = new Map<string, MoneyRow[]>();
  for (const row of rows) {
    const same = found.get(row.client);
    if (same === undefined) found.set(row.client, [row]);
    else same.push(row);
  }
  return found;
}

/** No amount of a row is larger. */
const mostOf = ({ revenue, cost }: MoneyRow): number =>
  [...revenue, ...cost].reduce((sum, one) => sum + Math.abs(one), 0);

export const monthKey = (month: number): string => `m${month}`;

/** Revenue, cost, margin, percent, hours and effective rate by engagement and month, one below the other, so that a page holds them. */
export function marginMonths({ plan, fingerprint }: Given, table: MoneyTable): Grid {
  const style = amountStyle(plan);
  const lines = marginLines(table);
  const { periods } = table.months;
  const heads = table.view === null || table.view.byMonth ? periods.map(({ from }) => monthAndYear(from)) : [];
  const keys = [...heads.map((_, month) => monthKey(month)), "all"];
  const sections = marginSections(lines, keys, style, plan.settings.marginTarget);
  const rows: (readonly Content[])[] = [];
  const looks = new Map<number, Look>();
  const shownAs: ShownAs[] = [];
  const means: (Meaning | null)[] = [];
  const cellLooks: CellLooks[] = [];
  const losses: CellLooks[] = [];
  for (const { name, measure, contents, shows, losses: lost } of sections) {
    looks.set(rows.length, "heading");
    cellLooks.push({ row: rows.length, column: FIRST_COLUMN, columns: keys.length, look: "heading of numbers" });
    const again = rows.length === 0 ? [...heads, "All months"].map(() => null) : [...heads, "All months"];
    rows.push([name, null, null, ...again, null]);
    means.push(null);
    const first = rows.length;
    lines.forEach(({ kind, row }, i) => {
      means.push(kind === "engagement" && measure !== null ? { measure, numbers: row.engagements } : null);
      if (kind !== "engagement") looks.set(first + i, kind === "client" ? "group" : "total");
      rows.push(contents[i]!);
      shownAs.push(...shows[i]!.map((one) => ({ ...one, row: first + i })));
      losses.push(...lost[i]!.map((column) => ({ row: first + i, column, columns: 1, look: "loss" }) as const));
    });
  }
  const width = amountWidth(style, Math.max(...lines.map(({ row }) => mostOf(row))));
  const columns: Column[] = [
    { key: "name", heading: "Engagement", shows: "text", width: 28 },
    { key: "client", heading: "Client", shows: "text", width: 18 },
    { key: "figure", heading: "Figure", shows: "text", width: 13 },
    ...heads.map(
      (heading, month): Column => ({
        key: monthKey(month),
        heading,
        shows: style.shows,
        width,
        means: { from: table.months.periods[month]!.from },
      }),
    ),
    { key: "all", heading: "All months", shows: style.shows, width, means: {} },
    { key: "target", heading: "Against target", shows: "text", width: 15 },
  ];
  const percent = sectionStart("percent", lines.length);
  return {
    kind: "grid",
    key: "months",
    title: `By engagement and month${style.unit}`,
    fingerprint,
    columns,
    rows,
    rowMeans: means,
    rowLooks: looks,
    shownAs,
    cellLooks: [...cellLooks, ...noNumbers(columns, rows, looks), ...losses],
    rules: [
      {
        columns: keys,
        rows: { from: percent, to: percent + lines.length - 1 },
        when: { is: "below", value: targetShare(plan.settings.marginTarget) },
        look: "bad",
      },
    ],
    charts: [],
  };
}
