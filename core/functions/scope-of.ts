import type { Scope } from "../engine/scope.ts";
import { latest } from "../plan/calendar.ts";
import type { Asked } from "./define.ts";
import { countsPerson, countsWork } from "./filters.ts";
import { allocationAt } from "./work.ts";

/** Who counts as supply and which work counts as demand, for the functions that hold one against the other. */
export function scopeOf({ plan, filters, from }: Asked): Scope {
  const { contracts, needs, allocations } = plan;
  const rows = Array.from({ length: allocations.length }, (_, row) => allocationAt(allocations, row));
  return {
    contracts: Uint8Array.from(contracts, (one) => Number(countsPerson(plan, filters, one, latest(from, one.from)))),
    needs: Uint8Array.from(needs, (one) => Number(countsWork(plan, filters, one))),
    allocations: Uint8Array.from(rows, (one) => Number(countsWork(plan, filters, one))),
  };
}
