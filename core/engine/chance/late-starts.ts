import { FIRST_DAY, LAST_DAY, type Plan } from "../../plan/plan.ts";
import type { StartSlip } from "../../plan/tickets.ts";
import type { Counted } from "../counted.ts";
import { dealsOf } from "./things.ts";

/** A deal whose work may start late when it is won. */
export interface LateStart {
  /** Number of the engagement. */
  readonly engagement: number;
  readonly slips: readonly StartSlip[];
  /** Whether its own row says so, or Settings. */
  readonly isOwn: boolean;
  /** Without any date of its work there is nothing that could move: it never slips. */
  readonly hasDates: boolean;
}

/** The start slips in force: deals that may begin late, in the order of Engagements. */
export function lateStarts(plan: Plan, counted: Counted): readonly LateStart[] {
  const { engagements, settings } = plan;
  return dealsOf(plan, counted).flatMap(({ engagement, late }): LateStart[] => {
    if (late.every((weeks) => weeks === 0)) return [];
    const { startSlip } = engagements[engagement]!;
    const slips = (startSlip ?? settings.startSlip).filter(({ odds, weeks }) => odds > 0 && weeks > 0);
    return [{ engagement, slips, isOwn: (startSlip ?? null) !== null, hasDates: hasDates(plan, engagement) }];
  });
}

function hasDates({ engagements, needs, allocations }: Plan, engagement: number): boolean {
  const isDay = (day: number) => day > FIRST_DAY && day < LAST_DAY;
  const { from, to } = engagements[engagement]!;
  return (
    isDay(from) ||
    isDay(to) ||
    needs.some((need) => need.engagement === engagement && (isDay(need.from) || isDay(need.to))) ||
    allocations.engagement.some(
      (own, row) => own === engagement && (isDay(allocations.from[row]!) || isDay(allocations.to[row]!)),
    )
  );
}
