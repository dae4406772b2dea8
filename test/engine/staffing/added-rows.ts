import type { StaffingRow } from "../../../core/engine/staffing/index.ts";
import { EFFORT, type Plan } from "../../../core/plan/plan.ts";

/** The plan with a suggestion written below its allocations. */
export function withRows(plan: Plan, rows: readonly StaffingRow[]): Plan {
  const { allocations: old } = plan;
  const needOf = ({ need }: StaffingRow) => plan.needs[need]!;
  const added = (list: Int32Array, of: (row: StaffingRow) => number) => Int32Array.from([...list, ...rows.map(of)]);
  return {
    ...plan,
    allocations: {
      length: old.length + rows.length,
      person: added(old.person, ({ person }) => person),
      engagement: added(old.engagement, (row) => needOf(row).engagement),
      skill: added(old.skill, (row) => needOf(row).skill),
      from: added(old.from, ({ from }) => from),
      to: added(old.to, ({ to }) => to),
      row: added(old.row, () => 0),
      per: Uint8Array.from([...old.per, ...rows.map(() => EFFORT.week)]),
      amount: Float64Array.from([...old.amount, ...rows.map(({ minutes }) => minutes)]),
      billable: Uint8Array.from([...old.billable, ...rows.map(() => 1)]),
    },
  };
}
