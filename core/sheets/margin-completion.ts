import { type AtCompletion, atCompletion, NO_SIDES, type Sides } from "../engine/money/at-completion.ts";
import { isOpen } from "../engine/money/left-out.ts";
import type { Given } from "./given.ts";
import type { Look } from "./looks.ts";
import {
  type CellLooks,
  type Column,
  type Content,
  type Formula,
  formula,
  type Grid,
  rowsOfColumn,
  type ShownAs,
  sameRow,
} from "./model.ts";
import { type MoneyTable, monthsOf, otherName } from "./money-rows.ts";
import {
  type AmountStyle,
  againstTarget,
  amountStyle,
  amountWidth,
  INCOMPLETE,
  isBelow,
  NOT_KNOWN,
  percentShown,
  targetShare,
  unitsOf,
} from "./money-words.ts";
import { noNumbers } from "./no-number.ts";

/** Budget and forecast of each engagement over all of its days, whatever months the sheet shows. */
export function marginCompletion(given: Given, table: MoneyTable): Grid {
  const { plan, fingerprint } = given;
  const style = amountStyle(plan);
  const target = plan.settings.marginTarget;
  const all = completionRows(given, table);
  const columns = columnsOf(style, all);
  const isBare = all.length === 0;
  const rows = isBare
    ? [columns.map(({ key }) => (key === "name" ? whyNone(table) : null))]
    : [...all.map((one) => lineOf(one.label, one, style, target)), totalOf(columns, all, style, target, isOpen(plan))];
  const shown = isBare ? [] : [...all, all.reduce(added)];
  const looks = new Map<number, Look>(isBare ? [] : [[all.length, "total"]]);
  return {
    kind: "grid",
    key: "completion",
    title: `At completion, all days of each engagement: forecast against budget${style.unit}`,
    fingerprint,
    columns,
    rows,
    rowLooks: looks,
    shownAs: shown.flatMap((one, row) => shownOf(columns, one, row, style, target)),
    cellLooks: [
      ...noNumbers(columns, rows, looks),
      ...lossesOf(
        columns.findIndex(({ key }) => key === "percent"),
        shown,
      ),
    ],
    rowMeans: isBare ? [null] : [...all.map(({ engagements }) => ({ numbers: engagements })), null],
    rules: isBare ? [] : [{ columns: ["percent"], when: { is: "below", value: targetShare(target) }, look: "bad" }],
    charts: [],
  };
}

/** Where more is written off than comes in, no share can be taken, and it is red all the same. */
const lossesOf = (column: number, all: readonly CompletionRow[]): readonly CellLooks[] =>
  all.flatMap((one, row) => (isLoss(forecastOf(one)) ? [{ row, column, columns: 1, look: "loss" }] : []));
const isLoss = ({ revenue, cost }: Sides): boolean => revenue !== null && cost !== null && revenue < 0;

/** Why there are no rows. */
const whyNone = ({ view }: MoneyTable): string =>
  view?.completion === "none" ? "Not shown: it would tell what somebody costs" : "No work that ends";

/** One row of the table, or several added up. */
export interface CompletionRow extends Omit<AtCompletion, "engagement"> {
  readonly label: string;
  readonly engagements: readonly number[];
}

/** As the rows of the months are added up; all together where only that may be shown. */
export function completionRows(given: Given, { rows, view }: MoneyTable): readonly CompletionRow[] {
  const { plan, counted } = given;
  if (view?.completion === "none") return [];
  const known = new Map(atCompletion(plan, counted, monthsOf(given)).map((one) => [one.engagement, one]));
  const groups =
    view?.completion === "all"
      ? [{ label: "All engagements", engagements: [...known.keys()] }]
      : view === null
        ? rows
        : view.rows.map(({ client, engagements }) => ({
            label:
              engagements.length === 1 ? plan.engagements[engagements[0]!]!.name : otherName({ client, engagements }),
            engagements,
          }));
  return groups.flatMap(({ label, engagements }): readonly CompletionRow[] => {
    const own = engagements.flatMap((one) => known.get(one) ?? []);
    return own.length === 0 ? [] : [{ ...own.reduce(added), label, engagements }];
  });
}

const added = <A extends Omit<AtCompletion, "engagement">>(a: A, b: A): A => ({
  ...a,
  done: a.done + b.done,
  remaining: a.remaining + b.remaining,
  budget: bothSides(a.budget, b.budget),
  toDate: bothSides(a.toDate, b.toDate),
  toCome: bothSides(a.toCome, b.toCome),
  isEstimate: a.isEstimate || b.isEstimate,
  isRevenueEstimate: a.isRevenueEstimate || b.isRevenueEstimate,
  lacksEffort: a.lacksEffort || b.lacksEffort,
});

const bothSides = (a: Sides, b: Sides): Sides => ({ revenue: plus(a.revenue, b.revenue), cost: plus(a.cost, b.cost) });

function columnsOf(style: AmountStyle, all: readonly CompletionRow[]): readonly Column[] {
  const sides = all.flatMap(({ budget, toDate, toCome }) => [budget, toDate, toCome]);
  const largest = sides.reduce((sum, { revenue, cost }) => sum + Math.abs(revenue ?? 0) + Math.abs(cost ?? 0), 0);
  const width = amountWidth(style, largest);
  const amount = (key: string, heading: string, note?: string): Column => ({
    ...meansOf(key),
    key,
    heading,
    shows: style.shows,
    width: Math.max(width, heading.length + 2),
    ...(note === undefined ? {} : { note }),
  });
  return [
    {
      key: "name",
      heading: "Engagement",
      shows: "text",
      width: 28,
      note: "Work without a last day is not listed: it never completes.",
    },
    amount("budgetRevenue", "Budget revenue", "Planned hours at its own first planned day's rates; fees agreed first."),
    amount("budgetCost", "Budget cost", "Planned hours at its own first planned day's cost rates, with expenses."),
    amount("budget", "Budget margin", "Hours logged before its plan begins stand in it as they were worked."),
    amount(
      "revenue",
      "Revenue",
      "Forecast: what was earned, and what is to come; fees with change orders, less write-offs.",
    ),
    amount("spent", "Cost to date"),
    amount("coming", "Cost to come"),
    amount("cost", "Cost", "Forecast: cost to date and cost to come."),
    amount("margin", "Margin", "Forecast: revenue less cost."),
    { key: "percent", heading: "Margin, %", shows: "percent", width: 11, note: "Forecast margin of forecast revenue." },
    amount("change", "Against budget", "Forecast margin less budget margin."),
    { key: "target", heading: "Against target", shows: "text", width: 15 },
  ];
}

/** Amounts that are no formulas of others. */
const MEASURES: ReadonlyMap<string, string> = new Map([
  ["budgetRevenue", "budget revenue"],
  ["budgetCost", "budget cost"],
  ["spent", "cost to date"],
  ["coming", "cost to come"],
  ["revenue", "forecast revenue"],
]);
function meansOf(key: string): Pick<Column, "means"> {
  const measure = MEASURES.get(key);
  return measure === undefined ? {} : { means: { measure } };
}

const plus = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a + b);

function lineOf(name: string, one: CompletionRow, style: AmountStyle, target: number): Content[] {
  const { budget, toDate, toCome } = one;
  const known = (minor: number | null): Content => (minor === null ? NOT_KNOWN : unitsOf(style, minor));
  const when = (isKnown: boolean, content: Formula): Content => (isKnown ? content : INCOMPLETE);
  const { revenue, cost } = forecastOf(one);
  const isForecast = revenue !== null && cost !== null;
  return [
    name,
    known(budget.revenue),
    known(budget.cost),
    when(isKnown(budget), formula`${sameRow("budgetRevenue")}-${sameRow("budgetCost")}`),
    known(revenue),
    known(toDate.cost),
    known(toCome.cost),
    cost === null ? NOT_KNOWN : formula`${sameRow("spent")}+${sameRow("coming")}`,
    when(isForecast, formula`${sameRow("revenue")}-${sameRow("cost")}`),
    shareOf(revenue, cost),
    when(isForecast && isKnown(budget), formula`${sameRow("margin")}-${sameRow("budget")}`),
    revenue === null || cost === null ? INCOMPLETE : againstTarget(revenue, cost, target),
  ];
}

const forecastOf = ({ toDate, toCome }: CompletionRow): Sides => bothSides(toDate, toCome);

function shareOf(revenue: number | null, cost: number | null): Content {
  if (revenue === null || cost === null) return INCOMPLETE;
  return revenue <= 0 ? NOT_KNOWN : formula`${sameRow("margin")}/${sameRow("revenue")}`;
}

const isKnown = ({ revenue, cost }: Sides): boolean => revenue !== null && cost !== null;

/** Sums of what is known; a sum with something unknown in it is none. */
function totalOf(
  columns: readonly Column[],
  all: readonly CompletionRow[],
  { shows }: AmountStyle,
  target: number,
  hasOpen: boolean,
): Content[] {
  const sum = all.reduce(added);
  const whole = hasOpen ? { ...sum, budget: NO_SIDES, toDate: NO_SIDES, toCome: NO_SIDES } : sum;
  const { revenue, cost } = forecastOf(whole);
  const { budget, toDate, toCome } = whole;
  const isWhole = (key: string): boolean => {
    if (key === "budgetRevenue") return budget.revenue !== null;
    if (key === "budgetCost") return budget.cost !== null;
    if (key === "budget") return isKnown(budget);
    if (key === "spent") return toDate.cost !== null;
    if (key === "coming") return toCome.cost !== null;
    if (key === "revenue") return revenue !== null;
    if (key === "cost") return cost !== null;
    return revenue !== null && cost !== null && (key !== "change" || isKnown(budget));
  };
  return columns.map(({ key, shows: kind }): Content => {
    if (key === "name") return "All that ends";
    if (key === "percent") return shareOf(revenue, cost);
    if (key === "target") return revenue === null || cost === null ? INCOMPLETE : againstTarget(revenue, cost, target);
    if (kind !== shows) return null;
    return isWhole(key) ? formula`SUM(${rowsOfColumn(key, 0, all.length - 1)})` : INCOMPLETE;
  });
}

/** What is still to be done by nobody yet, or was done as support that nobody tracked, is an estimate. */
function shownOf(
  columns: readonly Column[],
  one: CompletionRow,
  row: number,
  { estimate }: AmountStyle,
  target: number,
): ShownAs[] {
  const { revenue, cost } = forecastOf(one);
  const isLow = revenue !== null && cost !== null && isBelow(revenue, cost, target);
  const at = (key: string) => columns.findIndex((column) => column.key === key);
  const percent = percentShown(one.isEstimate, isLow);
  const marked = one.isRevenueEstimate ? ["revenue", "cost", "margin"] : ["cost", "margin"];
  const amounts = marked.map((key) => ({ row, column: at(key), columns: 1, shows: estimate }));
  return [
    ...(one.isEstimate ? amounts : []),
    ...(percent === null ? [] : [{ row, column: at("percent"), columns: 1, shows: percent }]),
  ];
}
