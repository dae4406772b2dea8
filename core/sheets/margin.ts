import { workThatEnds } from "../engine/money/at-completion.ts";
import { COST, REVENUE } from "../engine/money/lines.ts";
import { missingLogs } from "../engine/money/missing-logs.ts";
import { lastWorked } from "../engine/money/money-time.ts";
import { marginShare } from "../engine/money/ratios.ts";
import { isAllOnTop, retained } from "../functions/retainer-overage.ts";
import { FIRST_DAY, LAST_DAY } from "../plan/plan.ts";
import { problemLines, rowsRead } from "./account.ts";
import type { Given } from "./given.ts";
import { marginCompletion } from "./margin-completion.ts";
import { marginMissing, missingText } from "./margin-missing.ts";
import { marginMonths } from "./margin-months.ts";
import { feeNotices } from "./margin-notices.ts";
import { marginProgress } from "./margin-progress.ts";
import type { Line, SheetModel } from "./model.ts";
import { type MoneyTable, moneyTable, portfolioOf, wholeOf } from "./money-rows.ts";
import { addedGrid, viewLines } from "./money-view.ts";
import { amountStyle, amountText, byMargin, isBelow, percentText } from "./money-words.ts";
import { asOfText } from "./past-days.ts";
import { IN_BUDGET, unplannedLines } from "./plan-start-words.ts";
import { inputsGrid, stateLine } from "./refreshed.ts";
import { counted, countingText, dayMonthYear, listed, monthAndYear } from "./words.ts";

export const MARGIN_SHEET = "Margin";

/** What each engagement, client and the portfolio earn and cost, month by month, and what they come to. */
export function marginSheet(given: Given): SheetModel {
  const table = moneyTable(given);
  return {
    name: MARGIN_SHEET,
    blocks: [
      { kind: "note", key: "about", lines: aboutLines(given, table) },
      marginCompletion(given, table),
      marginProgress(given, table),
      marginMissing(given, table),
      ...addedGrid(given, table),
      marginMonths(given, table),
      rowsRead(given),
      problemLines(given.plan),
      inputsGrid(given),
    ],
    freeze: { rows: 0, columns: 1 },
    print: { headingsOf: "months", upTo: "months", pages: ["months"] },
  };
}

function aboutLines(given: Given, table: MoneyTable): readonly Line[] {
  const { plan } = given;
  const style = amountStyle(plan);
  const { periods } = table.months;
  const span = [...new Set([periods[0]!, periods[periods.length - 1]!].map(({ from }) => monthAndYear(from)))];
  const target = percentText(plan.settings.marginTarget);
  return [
    { text: `Margin${style.unit}, ${span.join(" to ")}`, look: "title" },
    headline(given, table),
    belowLine(given, table),
    ...viewLines(table),
    ...moneyAssumptions(given, table, MARGIN_SHEET),
    ...overageLines(given),
    ...feeNotices(given, table),
    ...budgetLines(given, table),
    { text: `▼ below the target of ${target} of revenue (Settings: Margin target)`, look: "bad", swatch: true },
    {
      text: "≈ estimated: work that nobody is booked on, at the rate of its role or the average of its skill, and support that nobody tracked.",
    },
    {
      text: "(1.00) is below 0. n/a and incomplete: something of it is not known. Every sum, difference and quotient is a formula; amounts are rounded once, by engagement, person and month.",
    },
  ];
}

/** Which engagements charge by the hour beside their retainer. */
function overageLines({ plan }: Given): readonly Line[] {
  const all = retained(plan).filter(({ rates }) => rates.length > 0);
  const says = (which: typeof all, text: (names: string) => string): readonly Line[] => {
    const names = which.map(({ engagement }) => plan.engagements[engagement]!.name);
    return names.length === 0 ? [] : [{ text: text(listed(names, MOST_NAMED)), look: "note" }];
  };
  return [
    ...says(
      all.filter(isAllOnTop),
      (names) => `Every billable hour of ${names} is charged at rates of its own, on top of its retainer.`,
    ),
    ...says(
      all.filter((one) => !isAllOnTop(one)),
      (names) =>
        `Of ${names}, billable hours beyond those that its retainer includes in a calendar month (Fees: Included hours) are charged on top of it.`,
    ),
  ];
}

/** Whose hours nothing was planned for. */
function budgetLines({ plan }: Given, { view, rows }: MoneyTable): readonly Line[] {
  if (view?.completion === "none") return [];
  const listed = new Set(rows.flatMap(({ engagements }) => engagements));
  const ending = new Set(workThatEnds(plan).filter((one) => view !== null || listed.has(one)));
  return unplannedLines(plan, { from: FIRST_DAY, to: LAST_DAY }, IN_BUDGET, (one) => ending.has(one));
}

/** The one sentence that finance reads. */
function headline(given: Given, table: MoneyTable): Line {
  const { plan } = given;
  const style = amountStyle(plan);
  if (table.view?.rows.length === 0) return { text: "No margin may be shown.", look: "bad" };
  if (table.rows.length === 0 && table.missing.length === 0)
    return { text: "No engagement has hours or fees in these months.", look: "note" };
  const { revenue, cost, unknown } = wholeOf(portfolioOf(table));
  if ((unknown & (REVENUE | COST)) !== 0) {
    return { text: `Incomplete: ${missingText(plan, table.missing)}, so that no total margin is known.`, look: "bad" };
  }
  const part = marginShare(revenue, cost);
  const share = part === null ? "" : `, ${percentText(Math.round(part * 1_000_000))}`;
  return {
    text: `${amountText(style, revenue)} of revenue leave ${amountText(style, revenue - cost)} after cost${share}.`,
    look: isBelow(revenue, cost, plan.settings.marginTarget) || revenue < cost ? "bad" : "good",
  };
}

const MOST_NAMED = 5;

function belowLine({ plan }: Given, { rows }: MoneyTable): Line {
  const target = plan.settings.marginTarget;
  const known = rows
    .map((row) => ({ label: row.label, size: row.engagements.length, ...wholeOf(row) }))
    .filter(({ unknown }) => (unknown & (REVENUE | COST)) === 0);
  const low = known.filter(({ revenue, cost }) => isBelow(revenue, cost, target)).sort(byMargin);
  if (low.length === 0) return { text: `No engagement whose margin is known is below ${percentText(target)}.` };
  const alone = low.filter(({ size }) => size === 1).length;
  const groups = low.length - alone;
  const who = [
    ...(alone === 0 ? [] : [counted(alone, "engagement")]),
    ...(groups === 0 ? [] : [`${counted(groups, "group")} of engagements`]),
  ].join(" and ");
  const names = low.map(({ label }) => label);
  return {
    text: `${who} below ${percentText(target)}, lowest first: ${listed(names, MOST_NAMED)}.`,
    look: "bad",
  };
}

/** Which months, which hours, and whether the sheet is up to date. */
export function moneyAssumptions(
  { plan, counted: how }: Given,
  { months }: MoneyTable,
  sheet: string,
): readonly Line[] {
  const worked = lastWorked(plan);
  const logs = missingLogs(plan, months, how);
  const lacking =
    logs === 0
      ? ""
      : ` ${counted(logs, "day", "days")} without logged hours up to then ${logs === 1 ? "counts" : "count"} as planned.`;
  return [
    {
      text: `${counted(months.periods.length, "whole month")} from ${dayMonthYear(months.from)} to ${dayMonthYear(months.to)}. pipeline=${countingText(how.pipeline)}, hires=${countingText(how.hires)}.${hiresText(plan)}`,
    },
    {
      text:
        worked === 0
          ? `${asOfText(plan)}. No hours are logged: everything is planned.`
          : `${asOfText(plan)}: hours worked count up to then, the plan after it.${lacking}`,
    },
    stateLine(sheet),
  ];
}

/** Odds weigh how much a planned hire has to give, not hours that are promised to a client: revenue and cost go together either way. */
const hiresText = ({ contracts }: Given["plan"]): string =>
  contracts.some(({ kind }) => kind === "planned hire")
    ? " Hours that planned hires are booked for count in full, with what they earn and cost, whatever their odds; a share is one of their capacity, and counts by its odds. hires=none leaves both out."
    : "";
