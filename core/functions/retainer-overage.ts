import type { Plan } from "../plan/plan.ts";
import type { Problem } from "../problems.ts";

/**
 * Managed services with a retainer and with rates of their own, at which every billable hour is charged on top of it: by
 * engagement the rows of Rates. Those without billable hours charge none.
 */
export function chargedOnTop(plan: Plan): ReadonlyMap<number, readonly number[]> {
  const { money, engagements } = plan;
  const retained = new Set(
    (money?.fees ?? []).filter(({ kind }) => kind === "monthly retainer").map(({ engagement }) => engagement),
  );
  const found = new Map<number, number[]>();
  for (const { engagement, row } of money?.rates ?? []) {
    if (!retained.has(engagement)) continue;
    const { kind, status } = engagements[engagement]!;
    if (kind !== "managed service" || status === "lost") continue;
    found.set(engagement, [...(found.get(engagement) ?? []), row]);
  }
  const charging = billableWork(plan);
  return new Map([...found].filter(([engagement]) => charging.has(engagement)));
}

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

/** Once for each such engagement: a retainer usually covers some hours, which are charged twice then. */
export const overageProblems = (plan: Plan): readonly Problem[] =>
  [...chargedOnTop(plan)].map(([engagement, rows]) => ({
    code: "HR-310",
    at: rows.slice(0, MOST_PLACES).map((row) => ({ table: "Rates", row, column: "Engagement" })),
    value: plan.engagements[engagement]!.name,
    why: "has a retainer and rates of its own: every billable hour is charged at them on top of the retainer, from the first one on",
    hint: "Maybe set Billable to no, in Allocations and Actuals, for hours that the retainer covers; or delete these rates where it covers all.",
  }));

/** Cells that a problem leads to. */
const MOST_PLACES = 12;
