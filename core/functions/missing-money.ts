import { countedBy } from "../engine/counted.ts";
import { type Missing, missingMoney } from "../engine/money/missing.ts";
import { timeline } from "../engine/timeline.ts";
import { either } from "../plan/names.ts";
import { FIRST_DAY, type Plan } from "../plan/plan.ts";
import type { Problem } from "../problems.ts";
import { dayNumber, plusDays } from "../units.ts";

/** A problem for each person, kind of open work or engagement whose worth is not known on the horizon, with what is at stake. */
export function missingMoneyProblems(plan: Plan): readonly Problem[] {
  const { money, given, settings } = plan;
  if (money === null || !given.has("People") || !given.has("Engagements")) return [];
  const from = settings.horizonFrom ?? firstDay(plan);
  const horizon = timeline(from, plusDays(from, 7 * settings.horizonWeeks - 1), "total");
  const lacking = (["Rates", "Costs", "Fees"] as const).filter((table) => given.has(table));
  return missingMoney(plan, horizon, countedBy(settings))
    .filter(({ lacks }) => lacking.includes(TABLE[lacks]))
    .map((missing) => problemOf(plan, missing));
}

const TABLE = { rate: "Rates", "cost rate": "Costs", fee: "Fees" } as const;
const COLUMN = { rate: "Rate", "cost rate": "Cost rate", fee: "Amount" } as const;

function problemOf(plan: Plan, missing: Missing): Problem {
  const { lacks, minutes, engagements } = missing;
  const subject = missingSubject(plan, missing);
  const [first, second, ...others] = engagements.map((number) => plan.engagements[number]!.name);
  const more = others.length > 0 ? ` and ${others.length} more` : "";
  const on = lacks === "fee" ? "" : ` on ${[first, second].filter((name) => name !== undefined).join(", ")}${more}`;
  return {
    code: "HR-194",
    at: [{ table: TABLE[lacks], row: 1, column: COLUMN[lacks] }],
    value: subject,
    why: `has no ${lacks}, so that the margin of ${inHours(minutes)} hours${on} is not known`,
    hint: `Maybe add a row for ${either(rowsFor(subject, missing))}.`,
  };
}

/** Whose rate or fee is missing: a person, an engagement, a role or a skill. */
export function missingSubject(plan: Plan, { lacks, hours, role }: Missing): string {
  if (lacks === "fee") return plan.engagements[hours.engagement]!.name;
  if (hours.person >= 0) return plan.people[hours.person]!.name;
  return role !== "" ? role : (plan.skills[hours.skill] ?? "work that names no skill");
}

const rowsFor = (subject: string, { lacks, hours, role }: Missing): readonly string[] =>
  lacks !== "fee" && hours.person >= 0 && role !== "" ? [subject, `the role ${role}`] : [subject];

const inHours = (minutes: number): string => String(Math.round(minutes / 6) / 10);

/** The first day on which anything is asked for or was worked. */
function firstDay({ needs, allocations, actuals }: Plan) {
  const days = [...needs.map((need) => need.from), ...allocations.from, ...actuals.day.subarray(0, actuals.length)];
  const known = days.filter((day) => day > FIRST_DAY);
  return dayNumber(known.length === 0 ? SOME_DAY : known.reduce((a, b) => Math.min(a, b)));
}
const SOME_DAY = 46027;
