import { includes } from "../engine/money/overage.ts";
import type { Fee } from "../plan/money.ts";
import type { Plan } from "../plan/plan.ts";
import type { Problem } from "../problems.ts";

/** An engagement with a retainer: its rows of Fees, and the rows of Rates that name it. */
export interface Retained {
  readonly engagement: number;
  readonly fees: readonly Fee[];
  readonly rates: readonly number[];
}

/** Managed services that have a retainer, and billable hours that are charged on top of it where a rate names them. */
export function retained(plan: Plan): readonly Retained[] {
  const { money, engagements } = plan;
  const charging = billableWork(plan);
  const fees = new Map<number, Fee[]>();
  for (const fee of money?.fees ?? []) {
    const { kind, status } = engagements[fee.engagement]!;
    if (fee.kind !== "monthly retainer" || kind !== "managed service" || status === "lost") continue;
    if (charging.has(fee.engagement)) fees.set(fee.engagement, [...(fees.get(fee.engagement) ?? []), fee]);
  }
  return [...fees].map(([engagement, own]) => ({
    engagement,
    fees: own,
    rates: (money?.rates ?? []).filter((rate) => rate.engagement === engagement).map(({ row }) => row),
  }));
}

/** Whether every billable hour of it is charged on top: it has rates, and none of its rows says how many hours it includes. */
export const isAllOnTop = ({ fees, rates }: Retained): boolean => rates.length > 0 && !fees.some(includes);

/** Engagements with hours that are charged where a rate fits. */
export function billableWork({ needs, allocations, actuals }: Plan): ReadonlySet<number> {
  const found = new Set<number>();
  for (const { engagement, effort, isReserve } of needs) if (effort > 0 && isReserve !== true) found.add(engagement);
  for (let row = 0; row < allocations.length; row++)
    if (allocations.billable[row] === 1 && allocations.amount[row]! > 0) found.add(allocations.engagement[row]!);
  for (let row = 0; row < actuals.length; row++)
    if (actuals.billable[row] === 1 && actuals.minutes[row]! > 0) found.add(actuals.engagement[row]!);
  return found;
}

/** Once for each such engagement: what its retainer includes is not said, in all of its rows or in some; or what is beyond is not charged. */
export const overageProblems = (plan: Plan): readonly Problem[] =>
  retained(plan).flatMap((one): readonly Problem[] => {
    const found = PROBLEMS.find(({ holds }) => holds(one, plan));
    if (found === undefined) return [];
    const { holds, at, ...said } = found;
    return [{ ...said, at: at(one).slice(0, MOST_PLACES), value: plan.engagements[one.engagement]!.name }];
  });

interface Said extends Pick<Problem, "code" | "why" | "hint"> {
  readonly holds: (one: Retained, plan: Plan) => boolean;
  readonly at: (one: Retained) => Problem["at"];
}

const inRates = ({ rates }: Retained) => rates.map((row) => ({ table: "Rates", row, column: "Engagement" }));
const inFees = (which: (fee: Fee) => boolean) => (one: Retained) =>
  one.fees.filter(which).map(({ row }) => ({ table: "Fees", row, column: "Included hours" }));

const PROBLEMS: readonly Said[] = [
  {
    holds: isAllOnTop,
    code: "HR-310",
    at: inRates,
    why: "has a retainer and rates of its own: every billable hour is charged at them on top of the retainer, from the first one on",
    hint: "Maybe say in Fees, column Included hours, how many hours a month the retainer covers (0: none); or delete these rates where it covers all.",
  },
  {
    holds: ({ fees, rates }) => rates.length > 0 && !fees.every(includes),
    code: "HR-310",
    at: inFees((fee) => !includes(fee)),
    why: "has a retainer that says how many hours it includes and one that does not, which is taken to include none: every billable hour beyond those of the others is charged",
    hint: "Maybe type its hours a month into Included hours; 0 says that it includes none.",
  },
  {
    holds: ({ fees, rates }, { given }) => rates.length === 0 && given.has("Rates") && fees.some(includes),
    code: "HR-312",
    at: inFees(includes),
    why: "says how many hours its retainer includes, and no row of Rates names it: hours beyond them are not charged",
    hint: "Maybe add a row to Rates with this engagement and what an hour beyond them is charged with, or empty Included hours where it covers all.",
  },
];

/** Cells that a problem leads to. */
const MOST_PLACES = 12;
