import type { Demand } from "../engine/demand.ts";
import { overlaps } from "./by-people.ts";
import type { Asked } from "./define.ts";
import { countsWork } from "./filters.ts";
import { TOTAL } from "./matrix.ts";
import type { Summands } from "./sums.ts";
import { allocationAt, isLive, WORK_LABEL, type Work, type WorkKey, workOrder } from "./work.ts";

/** DEMAND by what is asked for: needs, and allocated effort beyond them. */
export function byWork(asked: Asked, { asked: needed, own }: Demand): Summands {
  const { needs, allocations } = asked.plan;
  return {
    sources: [
      { minutes: needed, rows: needs.length, labels: (row) => rowOf(asked, needs[row]!) },
      { minutes: own, rows: allocations.length, labels: (row) => rowOf(asked, allocationAt(allocations, row)) },
    ],
    listed: listedWork(asked, () => true),
  };
}

/** The row in which a need or an allocation stands; none when it does not count. */
export function rowOf({ plan, filters, rows }: Asked, work: Work): readonly string[] {
  if (!countsWork(plan, filters, work)) return [];
  return [rows === "total" ? TOTAL : WORK_LABEL[rows as WorkKey](plan, work)]; // the definition allows no other rows
}

/** The rows work has in a result even at 0 hours: those of every need, and of some allocations, in the period that count. */
export function listedWork(asked: Asked, includes: (allocation: number) => boolean): readonly string[] {
  const { plan, rows } = asked;
  if (rows === "total") return [TOTAL];
  const { allocations } = plan;
  const labels = new Set<string>();
  const list = (work: Work) => {
    if (isLive(plan, work)) for (const label of rowOf(asked, work)) labels.add(label);
  };
  for (const need of plan.needs) if (overlaps(need, asked)) list(need);
  for (let i = 0; i < allocations.length; i++) {
    const inPeriod = allocations.from[i]! <= asked.to && asked.from <= allocations.to[i]!;
    if (inPeriod && includes(i)) list(allocationAt(allocations, i));
  }
  return workOrder(plan, rows as WorkKey).filter((label) => labels.has(label));
}
