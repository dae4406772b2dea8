import { changed } from "../../plan/changed.ts";
import {
  type Allocations,
  type Contract,
  type Engagement,
  FIRST_DAY,
  LAST_DAY,
  type Need,
  type Plan,
  PPM,
} from "../../plan/plan.ts";
import { type DayNumber, dayNumber } from "../../units.ts";
import { grouped } from "../grouped.ts";
import type { Scope } from "../scope.ts";
import type { Deal, Hire } from "./things.ts";

/** A plan in which every way a deal may be won has an engagement and rows of its own, all of them confirmed. */
export interface Unfolded {
  readonly plan: Plan;
  readonly scope: Scope;
  /** The deal of each engagement and which way it is won; -1 for work that is there in every world. */
  readonly dealOf: Int32Array;
  readonly stateOf: Int32Array;
  /** The need of the plan itself behind each need. */
  readonly needOf: readonly number[];
}

/** One question about the unfolded plan tells what every world has, because engagements share nothing but people's time. */
export function unfolded(plan: Plan, scope: Scope, deals: readonly Deal[], hires: readonly Hire[]): Unfolded {
  const engagements: Engagement[] = [...plan.engagements];
  const needs: Need[] = [...plan.needs];
  const needOf = needs.map((_, need) => need);
  const barred = [...plan.barred];
  const rows: RowOf[] = Array.from({ length: plan.allocations.length }, (_, row) => ({
    row,
    weeks: 0,
    engagement: -1,
  }));
  const ways: (readonly [engagement: number, deal: number, state: number])[] = [];
  const needsOf = grouped(
    plan.needs.map(({ engagement }) => engagement),
    engagements.length,
  );
  const rowsOf = grouped(plan.allocations.engagement, engagements.length);
  deals.forEach(({ engagement: deal, late }, number) => {
    late.forEach((weeks, state) => {
      const engagement = state === 0 ? deal : engagements.length;
      ways.push([engagement, number, state]);
      engagements[engagement] = { ...later(plan.engagements[deal]!, weeks), status: "confirmed" };
      for (let at = needsOf.first[deal]!; at < needsOf.first[deal + 1]!; at++) {
        const need = needsOf.order[at]!;
        const copy = state === 0 ? need : needs.length;
        needs[copy] = { ...later(plan.needs[need]!, weeks), engagement };
        needOf[copy] = need;
      }
      for (let at = rowsOf.first[deal]!; at < rowsOf.first[deal + 1]!; at++) {
        const row = rowsOf.order[at]!;
        rows[state === 0 ? row : rows.length] = { row, weeks, engagement };
      }
      if (state === 0) return;
      for (const one of plan.barred) if (one.engagement === deal) barred.push({ ...one, engagement });
    });
  });
  const dealOf = new Int32Array(engagements.length).fill(-1);
  const stateOf = new Int32Array(engagements.length).fill(-1);
  for (const [engagement, deal, state] of ways) {
    dealOf[engagement] = deal;
    stateOf[engagement] = state;
  }
  const allocations = rowsAs(plan.allocations, rows);
  return {
    plan: changed(plan, { engagements, needs, allocations, barred, contracts: comingOnly(plan, hires) }),
    scope: {
      contracts: scope.contracts,
      needs: Uint8Array.from(needs, ({ isReserve }, at) => (isReserve ? 0 : scope.needs[needOf[at]!]!)),
      allocations: Uint8Array.from(rows, ({ row }) => scope.allocations[row]!),
    },
    dealOf,
    stateOf,
    needOf,
  };
}

/** The contracts with every uncertain hire there; `state` says how far a hire comes, and 0 is wholly. */
export function comingOnly({ people, contracts }: Plan, hires: readonly Hire[], state = 0): readonly Contract[] {
  const list = [...contracts];
  for (const { person, from } of hires) {
    for (const number of people[person]!.contracts) {
      const one = contracts[number]!;
      if (one.kind === "planned hire" && one.odds > 0 && one.odds < PPM)
        list[number] = { ...one, odds: one.odds >= (from[state] ?? PPM) ? PPM : 0 };
    }
  }
  return list;
}

/** A row of Allocations, so many weeks later, on an engagement; -1: its own. */
interface RowOf {
  readonly row: number;
  readonly weeks: number;
  readonly engagement: number;
}

function rowsAs(old: Allocations, rows: readonly RowOf[]): Allocations {
  const ints = (column: ArrayLike<number>) => Int32Array.from(rows, ({ row }) => column[row]!);
  const bytes = (column: ArrayLike<number>) => Uint8Array.from(rows, ({ row }) => column[row]!);
  const days = (column: ArrayLike<number>) => Int32Array.from(rows, ({ row, weeks }) => moved(column[row]!, weeks));
  return {
    length: rows.length,
    person: ints(old.person),
    engagement: Int32Array.from(rows, ({ row, engagement }) => (engagement < 0 ? old.engagement[row]! : engagement)),
    skill: ints(old.skill),
    from: days(old.from),
    to: days(old.to),
    per: bytes(old.per),
    amount: Float64Array.from(rows, ({ row }) => old.amount[row]!),
    billable: bytes(old.billable),
    row: ints(old.row),
  };
}

const moved = (day: number, weeks: number): DayNumber =>
  dayNumber(day === FIRST_DAY || day === LAST_DAY ? day : Math.min(LAST_DAY, day + 7 * weeks));

/** Moves days by whole weeks; open ends stay open. */
const later = <T extends { readonly from: number; readonly to: number }>(one: T, weeks: number) => ({
  ...one,
  from: moved(one.from, weeks),
  to: moved(one.to, weeks),
});
