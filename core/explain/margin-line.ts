import type { FeeFlow } from "../engine/money/fee-flows.ts";
import type { Hours } from "../engine/money/hours.ts";
import type { Line } from "../engine/money/lines.ts";
import { FEES } from "../plan/money-tables.ts";
import type { Given } from "../sheets/given.ts";
import { feeText, whoText } from "../sheets/margin-lines.ts";
import { overageText, ratesUsed } from "../sheets/margin-lines-rates.ts";
import { monthAndYear } from "../sheets/words.ts";
import { type DayNumber, dayNumber } from "../units.ts";
import type { Explains } from "./explains.ts";
import { type Explanation, explained, minutes, type Origin, type Part, part, sumOf } from "./explanation.ts";
import { money } from "./money-lines.ts";
import { daysText, hoursText } from "./words.ts";

/** A line of the sheet Margin lines, day by day as rates or logs change; `number` is the line's place, `from` its month. */
export const MARGIN_LINE: Explains = [
  ["line hours", (_, { number = -1, from }, given) => hoursOf(given, number, from, () => true)],
  ["line billable", (_, { number = -1, from }, given) => hoursOf(given, number, from, ({ billable }) => billable)],
  ["line revenue", (_, { number = -1, from }, given) => amountsOf(given, number, from, "revenue")],
  ["line cost", (_, { number = -1, from }, given) => amountsOf(given, number, from, "cost")],
  ["line rate", (_, { number = -1, from }, given) => rateOf(given, number, from, "bill")],
  ["line cost rate", (_, { number = -1, from }, given) => rateOf(given, number, from, "cost")],
  ["fee revenue", (_, { number = -1, from }, given) => feeOf(given, number, from, "revenue")],
  ["fee cost", (_, { number = -1, from }, given) => feeOf(given, number, from, "cost")],
];

/** The pieces of a month, by their places in the lines. */
function piecesOf(given: Given, from: DayNumber | undefined) {
  const { months, margins } = money(given);
  const { time } = margins;
  const month = months.periods.findIndex((one) => one.from === from);
  const size = time.last - time.first + 1;
  const pieces = [...Array(size).keys()].filter((at) => time.askedOf[time.first + at] === month);
  return { month, pieces: pieces.map((at) => ({ at, period: time.periods[time.first + at]! })) };
}

const lineOf = (given: Given, number: number): Line | undefined => money(given).margins.lines[number];
const about = (given: Given, what: string, line: Line | undefined, from: DayNumber | undefined, rule: string) => {
  const who =
    line === undefined ? "" : ` of ${whoText(given, line)} on ${given.plan.engagements[line.engagement]!.name}`;
  return { title: `${what}${who}, ${from === undefined ? "" : monthAndYear(from)}`, rule };
};
const personAt = ({ person }: Line): Origin | null => (person < 0 ? null : { kind: "person", number: person });

function hoursOf(
  given: Given,
  number: number,
  from: DayNumber | undefined,
  counts: (hours: Hours) => boolean,
): Explanation {
  const { first } = money(given).margins.time;
  const line = lineOf(given, number);
  const { pieces } = piecesOf(given, from);
  const parts = (line?.hours ?? []).filter(counts).flatMap((hours) =>
    pieces.flatMap(({ at, period }): readonly Part[] => {
      const own = hours.minutes[first + at]!;
      const what = [given.plan.skills[hours.skill], hours.billable ? null : "not billable"].filter((one) => one);
      const label = [daysText(period.from, dayNumber(period.to)), ...what].join(", ");
      return own === 0 ? [] : [part(label, own, personAt(line!))];
    }),
  );
  const rule = "Hours worked up to the last worked day, planned hours after it, and what nobody is booked on yet.";
  return explained(about(given, "Hours", line, from, rule), minutes("Hours", parts));
}

function amountsOf(given: Given, number: number, from: DayNumber | undefined, side: "revenue" | "cost"): Explanation {
  const line = lineOf(given, number);
  const parts = piecesOf(given, from).pieces.flatMap(({ at, period }): readonly Part[] => {
    const amount = line?.[side][at] ?? 0;
    const label = `${daysText(period.from, dayNumber(period.to))}: ${hoursText(line?.minutes[at] ?? 0)}`;
    return amount === 0 ? [] : [part(label, amount, personAt(line!))];
  });
  const what = side === "revenue" ? "Revenue" : "Cost";
  const rule = `Hours × rate; the running total of a month is rounded once, half away from zero, and each piece of it has what the total grows by.${
    side === "revenue" ? overageRule(given, line, from) : ""
  }`;
  return explained(about(given, what, line, from, rule), sumOf(what, "minor units", parts));
}

/** What a retainer with included hours leaves of a month's hours to be charged. */
function overageRule(given: Given, line: Line | undefined, from: DayNumber | undefined): string {
  const { time, overage } = money(given).margins;
  const piece = piecesOf(given, from).pieces[0]?.at;
  const over =
    line === undefined || piece === undefined ? null : overage(line.engagement, time.monthOf[time.first + piece]!);
  return over === null ? "" : ` Of the engagement, ${overageText(over)}; it is rounded once for all of its lines.`;
}

function rateOf(given: Given, number: number, from: DayNumber | undefined, which: "bill" | "cost"): Explanation {
  const { plan } = given;
  const line = lineOf(given, number);
  const { month } = piecesOf(given, from);
  const used =
    line === undefined || plan.money === null
      ? null
      : ratesUsed(plan, plan.money, money(given).margins)(line, month)[which];
  const parts = used?.rate ? [part(used.from, Math.round(used.rate * 100))] : [];
  const what = which === "bill" ? "Bill rate" : "Cost rate";
  const rule = "The row of Rates or Costs that fits the person, the work and the day most closely.";
  return explained(about(given, what, line, from, rule), sumOf(what, "hundredths", parts));
}

function feeOf(given: Given, number: number, from: DayNumber | undefined, side: "revenue" | "cost"): Explanation {
  const flow: FeeFlow | undefined = money(given).margins.flows[number];
  const fee = given.plan.money?.fees.find(({ row }) => row === flow?.row);
  const at: Origin | null = flow === undefined ? null : { kind: "row", table: FEES.name, row: flow.row };
  const parts = piecesOf(given, from).pieces.flatMap(({ at: piece, period }): readonly Part[] => {
    const amount = flow?.[side][piece] ?? 0;
    return amount === 0 ? [] : [part(daysText(period.from, dayNumber(period.to)), amount, at)];
  });
  const name = flow === undefined ? "Fee" : `${flow.kind} of ${given.plan.engagements[flow.engagement]!.name}`;
  const title = `${name}, ${from === undefined ? "" : monthAndYear(from)}`;
  const rule = flow === undefined ? "" : `${feeText(fee, flow)}: the running total, rounded, by what it grows.`;
  return explained({ title, rule }, sumOf(side === "revenue" ? "Revenue" : "Cost", "minor units", parts));
}
