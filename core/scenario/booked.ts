import { changed } from "../plan/changed.ts";
import type { Allocations, Plan } from "../plan/plan.ts";

/** One row of Allocations. */
export interface Booked {
  readonly person: number;
  readonly engagement: number;
  readonly skill: number;
  readonly from: number;
  readonly to: number;
  readonly per: number;
  readonly amount: number;
  readonly billable: number;
  /** 0: no row of the plan's tables. */
  readonly row: number;
}

export const bookedAt = (rows: Allocations, at: number): Booked => ({
  person: rows.person[at]!,
  engagement: rows.engagement[at]!,
  skill: rows.skill[at]!,
  from: rows.from[at]!,
  to: rows.to[at]!,
  per: rows.per[at]!,
  amount: rows.amount[at]!,
  billable: rows.billable[at]!,
  row: rows.row[at]!,
});

/** The plan with some rows of Allocations changed, and new ones after all of them. */
export function withBooked(plan: Plan, instead: ReadonlyMap<number, Booked>, added: readonly Booked[]): Plan {
  return changed(plan, { allocations: rebooked(plan.allocations, instead, added) });
}

export function rebooked(
  old: Allocations,
  instead: ReadonlyMap<number, Booked>,
  added: readonly Booked[],
): Allocations {
  const length = old.length + added.length;
  const more = <A extends Int32Array | Uint8Array | Float64Array>(column: A, empty: A): A => {
    empty.set(column);
    return empty;
  };
  const rows = {
    length,
    person: more(old.person, new Int32Array(length)),
    engagement: more(old.engagement, new Int32Array(length)),
    skill: more(old.skill, new Int32Array(length)),
    from: more(old.from, new Int32Array(length)),
    to: more(old.to, new Int32Array(length)),
    per: more(old.per, new Uint8Array(length)),
    amount: more(old.amount, new Float64Array(length)),
    billable: more(old.billable, new Uint8Array(length)),
    row: more(old.row, new Int32Array(length)),
  };
  const put = (at: number, one: Booked) => {
    rows.person[at] = one.person;
    rows.engagement[at] = one.engagement;
    rows.skill[at] = one.skill;
    rows.from[at] = one.from;
    rows.to[at] = one.to;
    rows.per[at] = one.per;
    rows.amount[at] = one.amount;
    rows.billable[at] = one.billable;
    rows.row[at] = one.row;
  };
  for (const [at, one] of instead) put(at, one);
  added.forEach((one, i) => {
    put(old.length + i, { ...one, row: 0 });
  });
  return rows;
}

export const NOTHING_BOOKED: Allocations = {
  length: 0,
  person: new Int32Array(),
  engagement: new Int32Array(),
  skill: new Int32Array(),
  from: new Int32Array(),
  to: new Int32Array(),
  per: new Uint8Array(),
  amount: new Float64Array(),
  billable: new Uint8Array(),
  row: new Int32Array(),
};

/** The rows of one person that touch some days, in row order. */
export function rowsOfPerson({ allocations }: Plan, person: number, from: number, to: number): readonly number[] {
  const rows: number[] = [];
  for (let row = 0; row < allocations.length; row++) {
    if (allocations.person[row] === person && allocations.from[row]! <= to && allocations.to[row]! >= from)
      rows.push(row);
  }
  return rows;
}
