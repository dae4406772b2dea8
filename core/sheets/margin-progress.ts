import { atCompletion } from "../engine/money/at-completion.ts";
import { isOpen } from "../engine/money/left-out.ts";
import type { Given } from "./given.ts";
import type { Look } from "./looks.ts";
import { type CompletionRow, completionRows } from "./margin-completion.ts";
import { type Column, type Content, formula, type Grid, rowsOfColumn, sameRow } from "./model.ts";
import { type MoneyTable, monthsOf } from "./money-rows.ts";
import { type AmountStyle, amountStyle, INCOMPLETE, NOT_KNOWN, unitsOf } from "./money-words.ts";
import { noNumbers } from "./no-number.ts";

/** How far each engagement is, by the hours of all of its days, and what it has earned by that: no cost, so that every view has it. */
export function marginProgress(given: Given, table: MoneyTable): Grid {
  const style = amountStyle(given.plan);
  const all = table.view === null ? completionRows(given, table) : eachByItself(given);
  const isBare = all.length === 0;
  const rows = isBare
    ? [["No work that ends", null, null, null, null]]
    : [...all.map((one) => lineOf(one, style)), totalOf(all, isOpen(given.plan))];
  const looks = new Map<number, Look>(isBare ? [] : [[all.length, "total"]]);
  const columns: readonly Column[] = [
    { key: "name", heading: "Engagement", shows: "text", width: 28 },
    {
      key: "done",
      heading: "Hours done",
      shows: "hours",
      width: 12,
      means: { measure: "hours done" },
      note: "Up to the last worked day; untracked support is no progress.",
    },
    { key: "remaining", heading: "Hours to come", shows: "hours", width: 13, means: { measure: "hours to come" } },
    {
      key: "complete",
      heading: "Complete",
      shows: "percent",
      width: 11,
      note: "Hours done of all hours at completion; n/a where a row of its effort cannot be used, late work has no day left, or a retainer's work is not planned to its end.",
    },
    {
      key: "earned",
      heading: "Earned to date",
      shows: style.shows,
      width: 15,
      means: { measure: "earned to date" },
      note: "A fixed fee is earned as work completes: what its months earn is the fee.",
    },
  ];
  return {
    kind: "grid",
    key: "progress",
    title: `Progress, all days of each engagement${style.unit}`,
    fingerprint: given.fingerprint,
    columns,
    rows,
    rowLooks: looks,
    cellLooks: noNumbers(columns, rows, looks),
    rowMeans: isBare ? [null] : [...all.map(({ engagements }) => ({ numbers: engagements })), null],
    rules: [],
    charts: [],
  };
}

const lineOf = (one: CompletionRow, style: AmountStyle): Content[] => [
  one.label,
  one.done / 60,
  one.remaining / 60,
  one.lacksEffort ? NOT_KNOWN : completeOf(one.done + one.remaining),
  one.toDate.revenue === null ? NOT_KNOWN : unitsOf(style, one.toDate.revenue),
];

const completeOf = (minutes: number): Content =>
  minutes === 0 ? NOT_KNOWN : formula`${sameRow("done")}/(${sameRow("done")}+${sameRow("remaining")})`;

function totalOf(all: readonly CompletionRow[], hasOpen: boolean): Content[] {
  const sum = (key: string): Content => formula`SUM(${rowsOfColumn(key, 0, all.length - 1)})`;
  return [
    "All that ends",
    sum("done"),
    sum("remaining"),
    hasOpen || all.some(({ lacksEffort }) => lacksEffort)
      ? NOT_KNOWN
      : completeOf(all.reduce((minutes, { done, remaining }) => minutes + done + remaining, 0)),
    !hasOpen && all.every(({ toDate }) => toDate.revenue !== null) ? sum("earned") : INCOMPLETE,
  ];
}

/** All work that ends, whatever rows of it may be shown with their costs: for figures that are no costs. */
const eachByItself = ({ plan, counted, first, weeks }: Given): readonly CompletionRow[] =>
  atCompletion(plan, counted, monthsOf({ first, weeks })).map((one) => ({
    ...one,
    label: plan.engagements[one.engagement]!.name,
    engagements: [one.engagement],
  }));
