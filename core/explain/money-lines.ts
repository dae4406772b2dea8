import { FEES } from "../plan/money-tables.ts";
import { ofMoney } from "../sheets/as-it-is.ts";
import type { Given } from "../sheets/given.ts";
import { type Flow, feeText, sumsIn, whoText } from "../sheets/margin-lines.ts";
import { ratesUsed } from "../sheets/margin-lines-rates.ts";
import { moneyTable } from "../sheets/money-rows.ts";
import { listed, monthAndYear } from "../sheets/words.ts";
import type { Explains } from "./explains.ts";
import { amountOf, type Explanation, explained, minutes, type Part, part, type Sum, sumOf } from "./explanation.ts";
import { kept } from "./kept.ts";
import { hoursText } from "./words.ts";

export const money = kept((given) => moneyTable(ofMoney(given)));

/** Where not all money may be shown, what is made of costs is not taken apart: its parts would tell what somebody costs. */
export const isHidden = (given: Given): boolean => money(given).view !== null;

/** The parts, or in their place one that says why they are not told. */
export const partsShown = (given: Given, parts: readonly Part[]): readonly Part[] => {
  const amount = amountOf(parts);
  return !isHidden(given) ? parts : amount === 0 ? [] : [part(NOT_TOLD, amount)];
};
const NOT_TOLD = "Not taken apart: its parts would tell what somebody costs (Settings, Money shown)";

/** Some engagements by their numbers, in words. */
export const namesOf = ({ plan }: Given, engagements: readonly number[]): string =>
  listed(
    engagements.map((one) => plan.engagements[one]?.name ?? ""),
    MOST_NAMED,
  );
const MOST_NAMED = 3;

/** The parts of each of them; under its name where there are several. */
export const ofEach = (
  { plan }: Pick<Given, "plan">,
  engagements: readonly number[],
  partsOf: (engagement: number) => readonly Part[],
): readonly Part[] =>
  engagements.length === 1
    ? partsOf(engagements[0]!)
    : engagements.flatMap((one): readonly Part[] => {
        const parts = partsOf(one);
        const at = { kind: "engagement", number: one } as const;
        return parts.length === 0 ? [] : [{ label: plan.engagements[one]!.name, amount: amountOf(parts), at, parts }];
      });

export type Side = "revenue" | "cost" | "minutes";

/** What an engagement earns, costs and takes in a month, line by line, with fees; `numbers` are the engagements, `from` the month. */
export const MONEY_LINES: Explains = [
  ["revenue", (_, { numbers = [], from }, given) => figure(given, numbers, from, "revenue")],
  ["cost", (_, { numbers = [], from }, given) => figure(given, numbers, from, "cost")],
  ["hours of money", (_, { numbers = [], from }, given) => figure(given, numbers, from, "minutes")],
];

const NAMES: { readonly [S in Side]: readonly [name: string, rule: string] } = {
  revenue: [
    "Revenue",
    "Hours × bill rate, rounded once a line and month; with fees by days or progress, change orders, less write-offs.",
  ],
  cost: ["Cost", "Hours × cost rate, rounded once a line and month; with expenses."],
  minutes: [
    "Hours",
    "Hours worked up to the last worked day, planned hours after it, and what nobody is booked on yet.",
  ],
};

function figure(given: Given, engagements: readonly number[], from: number | undefined, side: Side): Explanation {
  const [name, rule] = NAMES[side];
  const { months } = money(given);
  const month = from === undefined ? -1 : months.periods.findIndex((one) => one.from === from);
  const when = month < 0 ? "all months" : monthAndYear(months.periods[month]!.from);
  const about = { title: `${name} of ${namesOf(given, engagements)}, ${when}`, rule };
  const parts = ofEach(given, engagements, (one) =>
    month < 0 ? byMonth(given, one, side) : lineParts(given, one, month, side),
  );
  return explained(about, moneySum(name, side, side === "cost" ? partsShown(given, parts) : parts));
}

export const moneySum = (name: string, side: Side, parts: readonly Part[]): Sum =>
  side === "minutes" ? minutes(name, parts) : sumOf(name, "minor units", parts);

export const byMonth = (given: Given, engagement: number, side: Side): readonly Part[] =>
  money(given).months.periods.flatMap(({ from }, month): readonly Part[] => {
    const parts = lineParts(given, engagement, month, side);
    return parts.length === 0 ? [] : [{ label: monthAndYear(from), amount: amountOf(parts), at: null, parts }];
  });

/** Lines of hours with the rates that they used, and rows of Fees. */
function lineParts(given: Given, engagement: number, month: number, side: Side): readonly Part[] {
  const { plan } = given;
  const table = money(given);
  const { lines, flows } = table.margins;
  const rates = plan.money === null ? null : ratesUsed(plan, plan.money, table.margins);
  const of = (one: Flow) => sumsIn(one, table, month);
  const ofLines = lines.flatMap((line): readonly Part[] => {
    const sums = line.engagement === engagement ? of(line) : null;
    if (sums === null || sums[side] === 0) return [];
    const used = rates?.(line, month);
    const from = side === "minutes" ? "" : `, ${(side === "revenue" ? used?.bill : used?.cost)?.from ?? ""}`;
    const at = line.person < 0 ? null : ({ kind: "person", number: line.person } as const);
    const hours = side === "minutes" ? "" : `, ${hoursText(sums.minutes)}`;
    return [part(`${whoText(given, line)}${hours}${from}`, sums[side], at)];
  });
  const fees = new Map((plan.money?.fees ?? []).map((fee) => [fee.row, fee]));
  const ofFees = flows.flatMap((flow): readonly Part[] => {
    const sums = flow.engagement === engagement ? of(flow) : null;
    if (sums === null || sums[side] === 0) return [];
    const at = { kind: "row", table: FEES.name, row: flow.row } as const;
    return [part(`${flow.kind}, ${feeText(fees.get(flow.row), flow)}`, sums[side], at)];
  });
  return [...ofLines, ...ofFees];
}
