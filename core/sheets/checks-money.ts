import { atCompletion } from "../engine/money/at-completion.ts";
import { completions } from "../engine/money/completion.ts";
import { COST, REVENUE } from "../engine/money/lines.ts";
import { margins } from "../engine/money/margins.ts";
import { missingMoney } from "../engine/money/missing.ts";
import { sharedFees } from "../engine/money/shared-fees.ts";
import { type Timeline, timeline } from "../engine/timeline.ts";
import type { Problem } from "../problems.ts";
import type { Check } from "./check-list.ts";
import type { Given } from "./given.ts";
import { bridgeRows } from "./margin-bridge.ts";
import { marginLines } from "./margin-months.ts";
import { type MoneyTable, moneyTable, monthsOf } from "./money-rows.ts";
import { total } from "./sums.ts";

/**
 * What must hold between the money sheets, by ways that do not share their sums; amounts in minor units. Where not all money may be
 * shown, only figures that stand on those sheets are compared.
 */
export function moneyChecks(given: Given): readonly Check[] {
  const table = moneyTable(given);
  const all = [...periodChecks(given, table), ...sheetChecks(given, table), ...knownChecks(given, table)];
  return table.view?.rows.length === 0 ? all.filter(({ unit }) => unit !== "money") : all;
}

const equal = (name: string, left: number, right: number, says: string): Check => ({
  name,
  says,
  left,
  right,
  must: "equal",
  unit: "money",
});

interface Totals {
  readonly revenue: number;
  readonly cost: number;
}

function totalsOf({ plan, counted }: Given, asked: Timeline): Totals {
  const { time, lines, flows } = margins(plan, asked, counted);
  const sums = { revenue: 0, cost: 0 };
  for (const one of [...lines, ...flows])
    for (let at = 0; at < one.revenue.length; at++) {
      if (time.askedOf[time.first + at]! < 0) continue;
      sums.revenue += one.revenue[at]!;
      sums.cost += one.cost[at]!;
    }
  return sums;
}

/** The same days in other pieces: nothing is rounded twice. */
function periodChecks(given: Given, { months, rows }: MoneyTable): Check[] {
  const sum = (side: "revenue" | "cost") => rows.reduce((all, row) => all + total(row[side]), 0);
  const days = totalsOf(given, timeline(months.from, months.to, "day"));
  const whole = totalsOf(given, timeline(months.from, months.to, "total"));
  return [
    equal("Revenue: months = days", sum("revenue"), days.revenue, "The days of every month add up to the month."),
    equal("Cost: months = days", sum("cost"), days.cost, "The days of every month add up to the month."),
    equal("Revenue: months = all at once", sum("revenue"), whole.revenue, "Amounts are rounded once, by month."),
    equal("Cost: months = all at once", sum("cost"), whole.cost, "Amounts are rounded once, by month."),
  ];
}

function sheetChecks(given: Given, table: MoneyTable): Check[] {
  const { plan } = given;
  const lines = marginLines(table);
  const margin = (kind: "engagement" | "portfolio") =>
    lines.filter((line) => line.kind === kind).reduce((all, { row }) => all + total(row.revenue) - total(row.cost), 0);
  const clients = lines.filter(({ kind }) => kind === "client");
  const members = clients.flatMap(({ runs }) => runs.flatMap(({ from, to }) => lines.slice(from, to + 1)));
  const of = (some: typeof lines) => some.reduce((all, { row }) => all + total(row.revenue) - total(row.cost), 0);
  const known = bridgeRows(given, table);
  const isUnknown = new Set(known.flatMap(({ bridge, engagements }) => (bridge.isUnknown ? engagements : [])));
  const bridged = known.flatMap(({ bridge }) => (bridge.isUnknown ? [] : [bridge]));
  const sum = (key: "baseline" | "now") => bridged.reduce((all, one) => all + one[key], 0);
  const parts = bridged.reduce(
    (all, { volume, mix, billRate, costRate, support, scope, writeOffs }) =>
      all + volume + mix + billRate + costRate + support + scope + writeOffs,
    0,
  );
  const whole =
    table.view?.bridge === "none"
      ? []
      : table.rows.filter(({ engagements }) => engagements.every((one) => !isUnknown.has(one)));
  const shared = sharedFees(plan, table.margins);
  const fees = table.margins.flows.reduce((all, { revenue }) => all + total(revenue), 0);
  const people = [...shared.ofLine.values(), ...shared.left.values()].reduce((all, one) => all + total(one), 0);
  return [
    equal("Portfolio = sum of engagements", margin("portfolio"), margin("engagement"), "The sheet Margin, all months."),
    equal("Clients = sum of their engagements", of(clients), of(members), "Clients with several engagements."),
    equal(
      "Margin bridge ends at Margin",
      sum("now"),
      whole.reduce((all, row) => all + total(row.revenue) - total(row.cost), 0),
      "Engagements whose margin is known.",
    ),
    equal(
      "Margin bridge has no residual",
      sum("baseline") + parts,
      sum("now"),
      "Planned and all steps are the margin now.",
    ),
    equal("Fees by who earns them = fees", people, fees, "Shares of people, and what nobody works for, are the fees."),
    ...completionChecks(given),
  ];
}

/** Revenue of all periods is the fee. */
function completionChecks(given: Given): Check[] {
  const { plan, counted } = given;
  const all = new Map(atCompletion(plan, counted, monthsOf(given)).map((one) => [one.engagement, one]));
  const fixed = completions(plan, counted).filter(
    ({ engagement, fee }) => fee !== null && plan.engagements[engagement]!.kind === "fixed price",
  );
  const both = fixed.flatMap(({ engagement, fee }) => {
    const { toDate, toCome } = all.get(engagement) ?? {};
    return toDate?.revenue == null || toCome?.revenue == null ? [] : [[toDate.revenue + toCome.revenue, fee!] as const];
  });
  const sum = (side: 0 | 1) => both.reduce((total, pair) => total + pair[side], 0);
  return [
    equal("Revenue of all periods = fees", sum(0), sum(1), "Fixed prices: what is earned by month is what was agreed."),
  ];
}

/** What is not known or not settled; each must be 0 before the margin can be signed. */
function knownChecks({ plan, counted }: Given, table: MoneyTable): Check[] {
  const none = (name: string, left: number, says: string): Check => ({
    name,
    says,
    left,
    right: 0,
    must: "equal",
    unit: "count",
  });
  const coded = (code: Problem["code"]) => plan.problems.filter((problem) => problem.code === code).length;
  const unknown = table.rows.filter(({ unknown: bits }) => bits.some((one) => (one & (REVENUE | COST)) !== 0)).length;
  return [
    none(
      "Rates and fees that are missing",
      missingMoney(plan, table.months, counted).length,
      "The sheet Margin lists them with the hours at stake.",
    ),
    none("Engagements whose margin is incomplete", unknown, "A rate, a fee or an exchange rate is missing."),
    none("Currencies without an exchange rate", coded("HR-192"), "Plan check says where."),
    none("Retainers without a last day", coded("HR-193"), "They count to the end of the horizon."),
  ];
}
