import { type AtCompletion, atCompletion, type Sides } from "../engine/money/at-completion.ts";
import type { Given } from "./given.ts";
import type { Look } from "./looks.ts";
import {
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
  amountStyle,
  INCOMPLETE,
  isBelow,
  NOT_KNOWN,
  percentShown,
  percentText,
  targetShare,
  unitsOf,
} from "./money-words.ts";

/** Budget and forecast of each engagement over all of its days, whatever months the sheet shows. */
export function marginCompletion(given: Given, table: MoneyTable): Grid {
  const { plan, fingerprint } = given;
  const style = amountStyle(plan);
  const target = plan.settings.marginTarget;
  const all = completionRows(given, table);
  const columns = columnsOf(style);
  const body = all.map((one) => lineOf(one.label, one, style, target));
  const total = totalOf(columns, all, style);
  const why = table.view?.completion === "none" ? "Not shown: it would tell what somebody costs" : "No work that ends";
  const none: Content[] = columns.map(({ key }) => (key === "name" ? why : null));
  const isBare = all.length === 0;
  return {
    kind: "grid",
    key: "completion",
    title: `At completion: all days of each engagement${style.unit}`,
    fingerprint,
    columns,
    rows: isBare ? [none] : [...body, total],
    rowLooks: new Map<number, Look>(isBare ? [] : [[all.length, "total"]]),
    shownAs: all.flatMap((one, row) => shownOf(columns, one, row, style, target)),
    rowMeans: isBare ? [null] : [...all.map(({ engagements }) => ({ numbers: engagements })), null],
    rules: [
      {
        columns: ["percent"],
        when: { is: "below", value: targetShare(target) },
        look: "bad",
      },
    ],
    charts: [],
  };
}

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

const added = (a: AtCompletion, b: AtCompletion): AtCompletion => ({
  engagement: a.engagement,
  done: a.done + b.done,
  remaining: a.remaining + b.remaining,
  budget: bothSides(a.budget, b.budget),
  toDate: bothSides(a.toDate, b.toDate),
  toCome: bothSides(a.toCome, b.toCome),
  isEstimate: a.isEstimate || b.isEstimate,
});

const bothSides = (a: Sides, b: Sides): Sides => ({ revenue: plus(a.revenue, b.revenue), cost: plus(a.cost, b.cost) });

function columnsOf({ shows }: AmountStyle): readonly Column[] {
  const amount = (key: string, heading: string, note?: string): Column => ({
    ...meansOf(key),
    key,
    heading,
    shows,
    width: 14,
    ...(note === undefined ? {} : { note }),
  });
  return [
    {
      key: "name",
      heading: "Engagement",
      shows: "text",
      width: 30,
      note: "Work without a last day is not listed: it never completes.",
    },
    amount("budgetRevenue", "Budget revenue", "Planned hours at the first day's rates; of fees what was agreed first."),
    amount("budgetCost", "Budget cost", "Planned hours at the first day's cost rates, with expenses."),
    amount("budget", "Budget margin"),
    {
      key: "done",
      heading: "Hours done",
      shows: "hours",
      width: 15,
      means: { measure: "hours done" },
      note: "Up to the last worked day; untracked support is no progress.",
    },
    { key: "remaining", heading: "Hours to come", shows: "hours", width: 14, means: { measure: "hours to come" } },
    {
      key: "complete",
      heading: "Complete",
      shows: "percent",
      width: 14,
      note: "Hours done of all hours at completion.",
    },
    amount("earned", "Earned to date"),
    amount("spent", "Cost to date"),
    amount("coming", "Cost to come"),
    amount(
      "revenue",
      "Forecast revenue",
      "What was earned, and what is to come: fees with change orders, less write-offs.",
    ),
    amount("cost", "Forecast cost", "Cost to date and cost to come."),
    amount("margin", "Forecast margin"),
    { key: "percent", heading: "Forecast, %", shows: "percent", width: 14 },
    amount("change", "Against budget", "Forecast margin less budget margin."),
    { key: "target", heading: "Against target", shows: "text", width: 18 },
  ];
}

/** Amounts that are no formulas of others. */
const MEASURES: ReadonlyMap<string, string> = new Map([
  ["budgetRevenue", "budget revenue"],
  ["budgetCost", "budget cost"],
  ["earned", "earned to date"],
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
  const { budget, toDate, toCome, done, remaining } = one;
  const known = (minor: number | null): Content => (minor === null ? NOT_KNOWN : unitsOf(style, minor));
  const when = (isKnown: boolean, content: Formula): Content => (isKnown ? content : INCOMPLETE);
  const [revenue, cost] = [plus(toDate.revenue, toCome.revenue), plus(toDate.cost, toCome.cost)];
  const isBudget = isKnown(budget);
  const isForecast = revenue !== null && cost !== null;
  return [
    name,
    known(budget.revenue),
    known(budget.cost),
    when(isBudget, formula`${sameRow("budgetRevenue")}-${sameRow("budgetCost")}`),
    done / 60,
    remaining / 60,
    done + remaining === 0 ? NOT_KNOWN : formula`${sameRow("done")}/(${sameRow("done")}+${sameRow("remaining")})`,
    known(toDate.revenue),
    known(toDate.cost),
    known(toCome.cost),
    known(revenue),
    cost === null ? NOT_KNOWN : formula`${sameRow("spent")}+${sameRow("coming")}`,
    when(isForecast, formula`${sameRow("revenue")}-${sameRow("cost")}`),
    isForecast && revenue === 0 ? NOT_KNOWN : when(isForecast, formula`${sameRow("margin")}/${sameRow("revenue")}`),
    when(isForecast && isBudget, formula`${sameRow("margin")}-${sameRow("budget")}`),
    againstTarget(revenue, cost, target),
  ];
}

const isKnown = ({ revenue, cost }: Sides): boolean => revenue !== null && cost !== null;

function againstTarget(revenue: number | null, cost: number | null, target: number): string {
  if (revenue === null || cost === null) return INCOMPLETE;
  if (revenue === 0) return "no revenue";
  return isBelow(revenue, cost, target) ? `▼ below ${percentText(target)}` : `✓ ${percentText(target)} or more`;
}

/** Sums of what is known; a sum with something unknown in it is none. */
function totalOf(columns: readonly Column[], all: readonly CompletionRow[], { shows }: AmountStyle): Content[] {
  const isWhole = (sides: (one: CompletionRow) => Sides) => all.every((one) => isKnown(sides(one)));
  const [budget, toDate, toCome] = [
    isWhole((one) => one.budget),
    isWhole((one) => one.toDate),
    isWhole((one) => one.toCome),
  ];
  const whole = (key: string): boolean => {
    if (key.startsWith("budget")) return budget;
    if (key === "earned" || key === "spent") return toDate;
    if (key === "coming") return toCome;
    return toDate && toCome && (key !== "change" || budget);
  };
  return columns.map(({ key, shows: kind }): Content => {
    if (key === "name") return "All that ends";
    if (kind === "hours") return formula`SUM(${rowsOfColumn(key, 0, all.length - 1)})`;
    if (kind !== shows) return null;
    return whole(key) ? formula`SUM(${rowsOfColumn(key, 0, all.length - 1)})` : INCOMPLETE;
  });
}

/** What is still to be done by nobody yet, or was done as support that nobody tracked, is an estimate. */
function shownOf(
  columns: readonly Column[],
  { isEstimate, toDate, toCome }: CompletionRow,
  row: number,
  { estimate }: AmountStyle,
  target: number,
): ShownAs[] {
  const [revenue, cost] = [plus(toDate.revenue, toCome.revenue), plus(toDate.cost, toCome.cost)];
  const isLow = revenue !== null && cost !== null && isBelow(revenue, cost, target);
  const at = (key: string) => columns.findIndex((column) => column.key === key);
  const percent = percentShown(isEstimate, isLow);
  const amounts = ["revenue", "cost", "margin"].map((key) => ({ row, column: at(key), columns: 1, shows: estimate }));
  return [
    ...(isEstimate ? amounts : []),
    ...(percent === null ? [] : [{ row, column: at("percent"), columns: 1, shows: percent }]),
  ];
}
