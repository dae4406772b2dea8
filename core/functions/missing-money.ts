import { countedBy } from "../engine/counted.ts";
import type { MoneyRow } from "../engine/money/lacks.ts";
import { type Lacks, type Missing, missingMoney, OF_WORK, unplannedWork } from "../engine/money/missing.ts";
import { timeline } from "../engine/timeline.ts";
import { isoDate } from "../plan/calendar.ts";
import type { FeeKind } from "../plan/money.ts";
import { either } from "../plan/names.ts";
import { FIRST_DAY, type Plan } from "../plan/plan.ts";
import type { Problem } from "../problems.ts";
import { dayNumber, plusDays } from "../units.ts";
import { hoursOnTopProblems, openKindProblem } from "./fees-and-hours.ts";
import { overlappingFeeProblems } from "./overlapping-fees.ts";
import { overageProblems } from "./retainer-overage.ts";

/** A problem for each person, kind of open work or engagement whose worth is not known on the horizon, with what is at stake; and for what a retainer may pay twice. */
export function missingMoneyProblems(plan: Plan): readonly Problem[] {
  const { money, given, settings } = plan;
  if (money === null || !given.has("People") || !given.has("Engagements")) return [];
  const from = settings.horizonFrom ?? firstDay(plan);
  const horizon = timeline(from, plusDays(from, 7 * settings.horizonWeeks - 1), "total");
  const counted = countedBy(settings);
  const missing = [...missingMoney(plan, horizon, counted), ...unplannedWork(plan, counted)];
  return [
    ...missing.filter((one) => one.lacks !== "end" && isAsked(plan, one)).map((one) => problemOf(plan, one)),
    ...overageProblems(plan),
    ...hoursOnTopProblems(plan),
    ...overlappingFeeProblems(plan),
  ];
}

/** Of a table that nobody gave nothing is missing; a currency that Exchange does not have at all is a problem where it stands (HR-192). */
function isAsked({ given, money }: Plan, { lacks, currency }: Missing): boolean {
  if (lacks === "row") return true;
  return lacks === "exchange rate"
    ? (money?.exchange ?? []).some((one) => one.currency === currency)
    : given.has(COLUMN[lacks][0]);
}

const COLUMN: Readonly<Record<Lacks, readonly [table: string, column: string]>> = {
  rate: ["Rates", "Rate"],
  "one rate": ["Rates", "Rate"],
  "cost rate": ["Costs", "Cost rate"],
  "one cost rate": ["Costs", "Cost rate"],
  fee: ["Fees", "Amount"],
  kind: ["Fees", "Engagement"],
  effort: ["Fees", "Amount"],
  days: ["Fees", "To"],
  work: ["Fees", "To"],
  "exchange rate": ["Exchange", "From"],
  end: ["Fees", "To"],
  row: ["Fees", "Amount"],
};

function problemOf(plan: Plan, missing: Missing): Problem {
  const { lacks, minutes, engagements } = missing;
  const value = missingSubject(plan, missing);
  if (lacks === "row") return leftOutProblem(plan, missing);
  const [table, column] = COLUMN[lacks];
  const names = namesOf(plan, engagements);
  const stake = minutes === 0 ? `the fees of ${names}` : `${inHours(minutes)} hours on ${names}`;
  const at = [{ table, row: 1, column }];
  if (lacks === "kind") return openKindProblem(plan, missing, inHours(minutes));
  if (lacks === "effort")
    return {
      code: "HR-293",
      at: feeRows(plan, missing).map((row) => ({ table, row, column })),
      value,
      why: `${NO_EFFORT_TEXT}, so that % complete, and what it has earned, is not known`,
      hint: "Maybe plan its effort in Demand or Allocations, or make it lost where it will not come.",
    };
  if (lacks === "days")
    return {
      code: "HR-297",
      at: feeRows(plan, missing).map((row) => ({ table, row, column })),
      value,
      why: `${lateText(missing)}, so that % complete, what its fixed fee has earned, and what it comes to, is not known`,
      hint: "Maybe give them days in Demand or Allocations, log who did them, ask for fewer hours, or set Status to done.",
    };
  if (lacks === "work")
    return {
      code: "HR-309",
      at: feeRows(plan, missing, "monthly retainer").map((row) => ({ table, row, column })),
      value,
      why: `${unplannedText(missing)}, though its retainer is paid then: what it costs, and what it comes to, at completion is not known`,
      hint: "Maybe plan its work in Allocations or Demand up to then, or end the retainer sooner.",
    };
  if (lacks === "exchange rate")
    return {
      code: "HR-292",
      at: missing.rows
        .slice(0, MOST_PLACES)
        .map((one) => ({ ...one, column: currencyIn(plan, one, missing.currency) })),
      value,
      why: `has no exchange rate into ${plan.money!.currency} ${daysText(missing)}, so that the margin of ${stake} is not known`,
      hint: `Maybe add a row to Exchange: ${value}, its rate, From ${isoDate(missing.from)} or earlier; mend a row of it that is left out; of two rows for one day, delete one.`,
    };
  const on = lacks === "fee" ? `${inHours(minutes)} hours` : stake;
  return {
    code: "HR-194",
    at,
    value,
    why: `has ${LACKS_TEXT[lacks]}, so that the margin of ${on} is not known`,
    hint: lacks.startsWith("one ")
      ? "Maybe delete one of them, or give it another From."
      : `Maybe add a row for ${either(rowsFor(value, missing))}.`,
  };
}

function namesOf(plan: Plan, engagements: readonly number[]): string {
  const [first, second, ...others] = engagements.map((number) => plan.engagements[number]!.name);
  const more = others.length > 0 ? ` and ${others.length} more` : "";
  return `${[first, second].filter((name) => name !== undefined).join(", ")}${more}`;
}

/** Rows with the same mistake, and what waits for them: beside what is said at each of their cells. */
function leftOutProblem(plan: Plan, missing: Missing): Problem {
  const { rows, minutes, engagements, why } = missing;
  const names = namesOf(plan, engagements);
  const hours = minutes === 0 ? "" : `${inHours(minutes)} hours on `;
  const stake =
    engagements.length === 0
      ? "no total margin is known: it may be of any engagement"
      : `the margin of ${hours}${names} ${daysText(missing)} is not known`;
  const left = rows.length === 1 ? "is left out" : `is one of ${rows.length} rows that are left out`;
  return {
    code: "HR-279",
    at: rows.slice(0, MOST_PLACES).map((one) => ({ ...one, column: "" })),
    value: "",
    why: `${left} (${why}), so that ${stake}`,
    hint: "Maybe mend it, or delete it where it is not about this plan.",
  };
}

/** The column in which a row names its currency: that of currencies, or that of the amount. */
function currencyIn({ money }: Plan, { table, row }: MoneyRow, currency: string): string {
  const rows = { Rates: money?.rates, Costs: money?.costs, Fees: money?.fees }[table] ?? [];
  return rows.find((one) => one.row === row && one.currency === currency)?.currencyIn ?? "Currency";
}

/** Cells that a problem leads to. */
const MOST_PLACES = 12;

const feeRows = ({ money }: Plan, { engagements }: Missing, of: FeeKind = "fixed fee"): readonly number[] =>
  (money?.fees ?? [])
    .filter(({ kind, engagement }) => kind === of && engagements.includes(engagement))
    .map(({ row }) => row);

/** What is not there, in the words of every panel and sheet. */
export const LACKS_TEXT: Readonly<Record<Lacks, string>> = {
  rate: "no rate",
  "cost rate": "no cost rate",
  fee: "no fee",
  kind: "no kind",
  "one rate": "two rates for one day",
  "one cost rate": "two cost rates for one day",
  "exchange rate": "no exchange rate",
  effort: "no effort",
  days: "no day left",
  work: "no work planned",
  end: "no last day",
  row: "row left out",
};
export const NO_EFFORT_TEXT = "has a fee of a fixed price and no effort";

/** "80 hours that were asked for are not done and have no day left"; "80 hours of Build that …" */
export function lateText({ minutes }: Missing, of = ""): string {
  const isOne = inHours(minutes) === "1";
  const hours = `${inHours(minutes)} ${isOne ? "hour" : "hours"}${of === "" ? "" : ` of ${of}`}`;
  return `${hours} that ${isOne ? "was asked for is not done and has" : "were asked for are not done and have"} no day left`;
}

export const unplannedText = (missing: Missing): string => `no work is planned ${daysText(missing)}`;

/** "from 2026-01-05 to 2026-02-13" */
export const daysText = ({ from, to }: Missing): string =>
  from === to ? `on ${isoDate(from)}` : `from ${isoDate(from)} to ${isoDate(to)}`;

/** What lacks it: a person, an engagement, a role, a skill or a currency; or the row that is left out. */
export function missingSubject(plan: Plan, missing: Missing): string {
  const { lacks, hours, role, currency, engagements } = missing;
  if (lacks === "row") return leftOutText(plan, missing);
  if (currency !== "") return currency;
  if (hours === null || OF_WORK.has(lacks)) return plan.engagements[engagements[0]!]!.name;
  if (hours.person >= 0) return plan.people[hours.person]!.name;
  return role !== "" ? role : (plan.skills[hours.skill] ?? "work that names no skill");
}

/** "Fees row 4", "Actuals row 12 and 3 more" */
function leftOutText({ money }: Plan, { rows }: Missing): string {
  const [first, ...others] = rows;
  if (first === undefined) return "";
  const line = money?.leftOut?.find((one) => one.table === first.table && one.row === first.row)?.line ?? first.row;
  return `${first.table} row ${line}${others.length === 0 ? "" : ` and ${others.length} more`}`;
}

const rowsFor = (subject: string, { lacks, hours, role }: Missing): readonly string[] =>
  lacks !== "fee" && hours !== null && hours.person >= 0 && role !== "" ? [subject, `the role ${role}`] : [subject];

const inHours = (minutes: number): string => String(Math.round(minutes / 6) / 10);

/** The first day on which anything is asked for or was worked. */
function firstDay({ needs, allocations, actuals }: Plan) {
  const days = [...needs.map((need) => need.from), ...allocations.from, ...actuals.day.subarray(0, actuals.length)];
  const known = days.filter((day) => day > FIRST_DAY);
  return dayNumber(known.length === 0 ? SOME_DAY : known.reduce((a, b) => Math.min(a, b)));
}
const SOME_DAY = 46027;
