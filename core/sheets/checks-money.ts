import { atCompletion } from "../engine/money/at-completion.ts";
import { completions } from "../engine/money/completion.ts";
import { COST, REVENUE } from "../engine/money/lines.ts";
import { margins } from "../engine/money/margins.ts";
import type { Lacks } from "../engine/money/missing.ts";
import { sharedFees } from "../engine/money/shared-fees.ts";
import { type Timeline, timeline } from "../engine/timeline.ts";
import type { Problem } from "../problems.ts";
import type { Check } from "./check-list.ts";
import type { Given } from "./given.ts";
import { bridgeRows } from "./margin-bridge.ts";
import { STEPS } from "./margin-bridge-steps.ts";
import { marginLines } from "./margin-months.ts";
import type { Term } from "./meaning.ts";
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

const equal = (name: string, leftOf: readonly Term[], rightOf: readonly Term[], says: string): Check => ({
  name,
  says,
  left: sumOf(leftOf),
  right: sumOf(rightOf),
  leftOf,
  rightOf,
  must: "equal",
  unit: "money",
});
const sumOf = (terms: readonly Term[]): number => total(terms.map(({ amount }) => amount));
const rowTerms = (rows: MoneyTable["rows"], amount: (row: MoneyTable["rows"][number]) => number): readonly Term[] =>
  rows.map((row) => ({ label: row.label, amount: amount(row) }));
const marginOf = (row: MoneyTable["rows"][number]): number => total(row.revenue) - total(row.cost);
const sideOf = (side: "revenue" | "cost") => (row: MoneyTable["rows"][number]) => total(row[side]);

/** Both sides of the margin, priced in other pieces of time, by the rows that the sheets show. */
function sidesOf({ plan, counted }: Given, asked: Timeline, { rows }: MoneyTable) {
  const { time, lines, flows } = margins(plan, asked, counted);
  const sums = { revenue: plan.engagements.map(() => 0), cost: plan.engagements.map(() => 0) };
  for (const one of [...lines, ...flows])
    for (let at = 0; at < one.revenue.length; at++) {
      if (time.askedOf[time.first + at]! < 0) continue;
      sums.revenue[one.engagement]! += one.revenue[at]!;
      sums.cost[one.engagement]! += one.cost[at]!;
    }
  const termsOf = (side: readonly number[]): readonly Term[] => {
    const shown = rows.map(({ label, engagements }) => ({
      label,
      amount: total(engagements.map((one) => side[one]!)),
    }));
    const rest = total(side) - sumOf(shown);
    return rest === 0 ? shown : [...shown, { label: "In no row of Margin", amount: rest }];
  };
  return { revenue: termsOf(sums.revenue), cost: termsOf(sums.cost) };
}

/** The same days in other pieces: nothing is rounded twice. */
function periodChecks(given: Given, table: MoneyTable): Check[] {
  const { months, rows } = table;
  const [revenue, cost] = [rowTerms(rows, sideOf("revenue")), rowTerms(rows, sideOf("cost"))];
  const days = sidesOf(given, timeline(months.from, months.to, "day"), table);
  const whole = sidesOf(given, timeline(months.from, months.to, "total"), table);
  return [
    equal("Revenue: months = days", revenue, days.revenue, "The days of every month add up to the month."),
    equal("Cost: months = days", cost, days.cost, "The days of every month add up to the month."),
    equal("Revenue: months = all at once", revenue, whole.revenue, "Amounts are rounded once, by month."),
    equal("Cost: months = all at once", cost, whole.cost, "Amounts are rounded once, by month."),
  ];
}

function sheetChecks(given: Given, table: MoneyTable): Check[] {
  const { plan } = given;
  const lines = marginLines(table);
  const margin = (some: typeof lines) =>
    rowTerms(
      some.map(({ row }) => row),
      marginOf,
    );
  const ofKind = (kind: "engagement" | "portfolio") => margin(lines.filter((line) => line.kind === kind));
  const clients = lines.filter(({ kind }) => kind === "client");
  const members = clients.flatMap(({ runs }) => runs.flatMap(({ from, to }) => lines.slice(from, to + 1)));
  const known = bridgeRows(given, table);
  const isUnknown = new Set(known.flatMap(({ bridge, engagements }) => (bridge.isUnknown ? engagements : [])));
  const bridged = known.flatMap(({ bridge }) => (bridge.isUnknown ? [] : [bridge]));
  const step = ({ key, name }: (typeof STEPS)[number]): Term => ({
    label: name,
    amount: bridged.reduce((all, one) => all + one[key], 0),
  });
  const now = STEPS.filter(({ key }) => key === "now").map(step);
  const whole =
    table.view?.bridge === "none"
      ? []
      : table.rows.filter(({ engagements }) => engagements.every((one) => !isUnknown.has(one)));
  const shared = sharedFees(plan, table.margins);
  const { flows } = table.margins;
  const fees = flows.map(({ kind, row, revenue }) => ({ label: `Fees row ${row}, ${kind}`, amount: total(revenue) }));
  const amounts = (label: string, all: Iterable<Float64Array>): Term => ({
    label,
    amount: [...all].reduce((sum, one) => sum + total(one), 0),
  });
  const people = [
    amounts("Shares of people", shared.ofLine.values()),
    amounts("What nobody works for", shared.left.values()),
  ];
  return [
    equal("Portfolio = sum of engagements", ofKind("portfolio"), ofKind("engagement"), "The sheet Margin, all months."),
    equal("Clients = sum of their engagements", margin(clients), margin(members), "Clients with several engagements."),
    equal("Margin bridge ends at Margin", now, rowTerms(whole, marginOf), "Engagements whose margin is known."),
    equal(
      "Margin bridge has no residual",
      STEPS.filter(({ key }) => key !== "now").map(step),
      now,
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
    return toDate?.revenue == null || toCome?.revenue == null
      ? []
      : [{ label: plan.engagements[engagement]!.name, fee: fee!, earned: toDate.revenue + toCome.revenue }];
  });
  const terms = (side: "earned" | "fee") => both.map((one): Term => ({ label: one.label, amount: one[side] }));
  return [
    equal(
      "Revenue of all periods = fees",
      terms("earned"),
      terms("fee"),
      "Fixed prices: what is earned by month is what was agreed.",
    ),
  ];
}

const OTHERWISE_SAID: ReadonlySet<Lacks> = new Set(["kind", "exchange rate", "effort", "days", "work", "end", "row"]);

/** What is not known or not settled; each must be 0 before the margin can be signed. */
function knownChecks({ plan }: Given, table: MoneyTable): Check[] {
  const none = (name: string, left: number, says: string): Check => ({
    name,
    says,
    left,
    right: 0,
    leftOf: left === 0 ? [] : [{ label: name, amount: left }],
    rightOf: [],
    must: "equal",
    unit: "count",
  });
  const coded = (code: Problem["code"]) => plan.problems.filter((problem) => problem.code === code).length;
  const unknown = table.rows.filter(({ unknown: bits }) => bits.some((one) => (one & (REVENUE | COST)) !== 0)).length;
  const lacking = (is: (lacks: Lacks) => boolean) => table.missing.filter(({ lacks }) => is(lacks));
  // A currency that Exchange does not have at all is told where it stands.
  const undated = lacking((one) => one === "exchange rate").filter(({ currency }) =>
    plan.money?.exchange.some((one) => one.currency === currency),
  );
  return [
    none(
      "Rates and fees that are missing",
      lacking((one) => !OTHERWISE_SAID.has(one)).length,
      "The sheet Margin lists them with the hours at stake.",
    ),
    none(
      "Engagements whose margin is incomplete",
      unknown,
      "A rate, a fee, an exchange rate, a kind or effort is missing, or a row is left out.",
    ),
    none(
      "Rows left out that belong to a margin",
      new Set(lacking((one) => one === "row").flatMap(({ rows }) => rows.map(({ table: of, row }) => `${of} ${row}`)))
        .size,
      "They cannot be used; the sheet Margin says which and why.",
    ),
    none(
      "Currencies without an exchange rate",
      coded("HR-192") + undated.length,
      "On some day at least; Plan check says where.",
    ),
    none(
      "Fixed fees without effort",
      lacking((one) => one === "effort").length,
      "Nobody knows how far they are; Plan check says which.",
    ),
    none(
      "Fees of engagements without a kind",
      lacking((one) => one === "kind").length,
      "Nobody says whether hours are charged on top of them; Plan check says which.",
    ),
    none(
      "Retainers without a last day",
      coded("HR-193"),
      "They count in every month of the horizon; what they come to at completion is not known.",
    ),
    none("Retainers beyond their engagement", coded("HR-278"), "They count in full; Plan check says which."),
  ];
}
