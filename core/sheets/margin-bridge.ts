import { type Bridge, bridges } from "../engine/money/bridge.ts";
import { missingMoney } from "../engine/money/missing.ts";
import { problemLines, rowsRead } from "./account.ts";
import type { Given } from "./given.ts";
import type { Look } from "./looks.ts";
import { moneyAssumptions } from "./margin.ts";
import { bridgeSteps, STEPS } from "./margin-bridge-steps.ts";
import { missingText } from "./margin-missing.ts";
import { pagesAfter, waterfalls } from "./margin-waterfalls.ts";
import {
  type Column,
  type Content,
  formula,
  type Grid,
  type Line,
  rowsOfColumn,
  type SheetModel,
  sameRow,
} from "./model.ts";
import { type MoneyTable, moneyTable, otherName } from "./money-rows.ts";
import { addedGrid, viewLines } from "./money-view.ts";
import { amountStyle, amountText, amountWidth, INCOMPLETE, NOT_KNOWN, unitsOf } from "./money-words.ts";
import { noNumbers } from "./no-number.ts";
import { IN_BRIDGE, unplannedLines } from "./plan-start-words.ts";
import { inputsGrid } from "./refreshed.ts";
import { counted, monthAndYear } from "./words.ts";

export const MARGIN_BRIDGE_SHEET = "Margin bridge";

/** An engagement and what moved its margin. */
export interface BridgeRow {
  readonly name: string;
  readonly client: string;
  readonly kind: string;
  readonly engagements: readonly number[];
  readonly bridge: Bridge;
}

/** Where margin leaked between the plan and now: the parts add up exactly. */
export function marginBridgeSheet(given: Given): SheetModel {
  const table = moneyTable(given);
  const rows = bridgeRows(given, table);
  const drawn = table.view?.bridge === "none" ? [] : waterfalls(given, rows, table);
  return {
    name: MARGIN_BRIDGE_SHEET,
    blocks: [
      { kind: "note", key: "about", lines: aboutLines(given, table, rows) },
      ...drawn,
      ...addedGrid(given, table),
      partsGrid(given, rows, table),
      rowsRead(given),
      problemLines(given.plan),
      inputsGrid(given),
    ],
    freeze: { rows: 0, columns: 1 },
    print: { headingsOf: "parts", upTo: "parts", pages: pagesAfter(drawn, "parts") },
  };
}

/** As the rows of Margin are added up; all together where only that may be shown. */
export function bridgeRows({ plan, counted: how }: Given, { months, view }: MoneyTable): readonly BridgeRow[] {
  if (view?.bridge === "none") return [];
  const known = bridges(plan, months, how).flatMap((bridge, engagement): BridgeRow[] => {
    const { name, client, kind } = plan.engagements[engagement]!;
    const isEmpty = !bridge.isUnknown && STEPS.every(({ key }) => bridge[key] === 0);
    return isEmpty ? [] : [{ name, client, kind, engagements: [engagement], bridge }];
  });
  if (view === null || known.length === 0) return known;
  const groups =
    view.bridge === "all" ? [{ client: "", engagements: known.flatMap(({ engagements }) => engagements) }] : view.rows;
  return groups.flatMap(({ client, engagements }): BridgeRow[] => {
    const own = known.filter((one) => engagements.includes(one.engagements[0]!));
    if (own.length === 0 || engagements.length === 1) return own;
    const name = view.bridge === "all" ? "All engagements" : otherName({ client, engagements });
    const kinds = [...new Set(own.map(({ kind }) => kind))];
    return [{ name, client, kind: kinds.length === 1 ? kinds[0]! : "", engagements, bridge: bothBridges(own) }];
  });
}

const bothBridges = (rows: readonly BridgeRow[]): Bridge =>
  rows
    .map(({ bridge }) => bridge)
    .reduce((a, b) => ({
      ...(Object.fromEntries(STEPS.map(({ key }) => [key, a[key] + b[key]])) as Record<
        (typeof STEPS)[number]["key"],
        number
      >),
      isUnknown: a.isUnknown || b.isUnknown,
      unknown: a.unknown | b.unknown,
    }));

function aboutLines(given: Given, table: MoneyTable, rows: readonly BridgeRow[]): readonly Line[] {
  const style = amountStyle(given.plan);
  const { periods } = table.months;
  const span = [...new Set([periods[0]!, periods[periods.length - 1]!].map(({ from }) => monthAndYear(from)))];
  return [
    { text: `Margin bridge${style.unit}, ${span.join(" to ")}: from the plan to now`, look: "title" },
    headline(given, table, rows),
    ...viewLines(table),
    ...fewBridges(table),
    {
      text: "Volume: more or fewer hours than planned (of a fee: their cost). Mix: other people than planned. Rates: bill and cost rates other than on an engagement's first planned day.",
    },
    {
      text: "Support: what tickets took and nobody logged. Change orders and write-offs: as in Fees. Expenses and fees agreed first stand on both sides. (1.00) took margin away.",
    },
    ...(table.view?.bridge === "none" ? [] : unplannedLines(given.plan, table.months, IN_BRIDGE)),
    ...moneyAssumptions(given, table, MARGIN_BRIDGE_SHEET),
  ];
}

/** Why a reader in the view all but salaries does not find each engagement here that stands on Margin by itself. */
function fewBridges({ view }: MoneyTable): readonly Line[] {
  if (view === null || view.rows.length === 0 || view.bridge === "rows") return [];
  const shown = view.bridge === "all" ? "One bridge of all engagements together is shown" : "No bridge is shown";
  return [
    {
      text: `${shown}: a bridge has five figures of cost, and those of an engagement, with its other figures on Margin, would tell what somebody costs. Money shown: all has every bridge.`,
      look: "note",
    },
  ];
}

function headline(given: Given, table: MoneyTable, rows: readonly BridgeRow[]): Line {
  const style = amountStyle(given.plan);
  const known = rows.filter(({ bridge }) => !bridge.isUnknown);
  const left = rows.length - known.length;
  if (table.view?.bridge === "none")
    return { text: "Not shown: what moved the margin would tell what somebody costs.", look: "bad" };
  const isOpen = table.unplaced.some((bits) => bits !== 0);
  if (rows.length === 0 && !isOpen) return { text: "No engagement has hours or fees in these months.", look: "note" };
  if (left > 0 || isOpen) {
    const why = missingText(given.plan, missingMoney(given.plan, table.months, given.counted, "bridge"));
    return {
      text: `Incomplete: ${why}; ${left === 0 ? "all together" : `${counted(left, "engagement")} of ${rows.length}`} cannot be bridged.`,
      look: "bad",
    };
  }
  const { baseline, now, steps } = bridgeSteps(known);
  if (now === baseline) return { text: `The margin is as planned: ${amountText(style, now)}.`, look: "good" };
  const worst = [...steps].sort((a, b) => a.amount - b.amount)[0]!;
  const leak =
    worst.amount < 0 ? ` What took most: ${worst.name.toLowerCase()}, ${amountText(style, worst.amount)}.` : "";
  return {
    text: `Margin planned ${amountText(style, baseline)}, now ${amountText(style, now)}: ${now < baseline ? "" : "+"}${amountText(style, now - baseline)}.${leak}`,
    look: now < baseline ? "bad" : "good",
  };
}

function partsGrid({ plan, fingerprint }: Given, rows: readonly BridgeRow[], table: MoneyTable): Grid {
  const isHidden = table.view?.bridge === "none";
  const isOpen = table.unplaced.some((bits) => bits !== 0);
  const style = amountStyle(plan);
  const isWhole = !isOpen && rows.length > 0 && rows.every(({ bridge }) => !bridge.isUnknown);
  const sum = (key: "baseline" | "now") => rows.reduce((all, { bridge }) => all + Math.abs(bridge[key]), 0);
  const width = amountWidth(style, Math.max(sum("baseline"), sum("now")));
  const columns: Column[] = [
    { key: "name", heading: "Engagement", shows: "text", width: 28 },
    { key: "client", heading: "Client", shows: "text", width: 18 },
    { key: "kind", heading: "Kind", shows: "text", width: 17 },
    ...STEPS.map(
      ({ key, heading, note }): Column => ({
        key,
        heading,
        shows: style.shows,
        width: Math.max(width, heading.length + 2),
        note,
        ...(key === "now" ? {} : { means: { measure: `bridge ${key}` } }),
      }),
    ),
    { key: "change", heading: "Change", shows: style.shows, width, note: "Now less planned." },
  ];
  const lines = rows.map(({ name, client, kind, bridge }): Content[] => [
    name,
    client,
    kind,
    ...STEPS.map(({ key }): Content => {
      if (bridge.isUnknown) return key === "now" ? INCOMPLETE : NOT_KNOWN;
      return key === "now" ? formula`SUM(${sameRow("baseline")}:${sameRow("writeOffs")})` : unitsOf(style, bridge[key]);
    }),
    bridge.isUnknown ? INCOMPLETE : formula`${sameRow("now")}-${sameRow("baseline")}`,
  ]);
  const total = columns.map(({ key }): Content => {
    if (key === "name") return "Portfolio";
    if (key === "client" || key === "kind") return null;
    if (isHidden) return NOT_KNOWN;
    if (rows.length === 0 && !isOpen) return 0;
    return isWhole ? formula`SUM(${rowsOfColumn(key, 0, rows.length - 1)})` : INCOMPLETE;
  });
  const looks = new Map<number, Look>([[lines.length, "total"]]);
  return {
    kind: "grid",
    key: "parts",
    title: `What moved the margin${style.unit}`,
    fingerprint,
    columns,
    rows: [...lines, total],
    rowMeans: [...rows.map(({ engagements }) => ({ numbers: engagements })), null],
    rowLooks: looks,
    cellLooks: noNumbers(columns, [...lines, total], looks),
    rules: [],
    charts: [],
  };
}
