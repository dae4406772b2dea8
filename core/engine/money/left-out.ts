import type { Period } from "../../plan/calendar.ts";
import type { LeftOutRow, Money } from "../../plan/money.ts";
import type { Plan } from "../../plan/plan.ts";
import { type Counted, engagementShares } from "../counted.ts";
import type { FeeFlow } from "./fee-flows.ts";
import { COST, LEFT_OUT, type Note, REVENUE } from "./lacks.ts";
import { lastWorked, type MoneyTime } from "./money-time.ts";

/**
 * What rows spoil that are left out: of each engagement the days on which it has one. Its amounts are 0 and unknown, so that
 * whatever adds it up is not known either.
 */
export function leftOutFlows(
  plan: Plan,
  money: Money,
  counted: Counted,
  time: MoneyTime,
  note?: Note,
): readonly FeeFlow[] {
  const rows = spoiling(plan, money, counted);
  if (rows.length === 0) return [];
  const size = time.last - time.first + 1;
  const found = new Map<number, Uint16Array>();
  for (const one of rows) {
    const { engagement, table, row, from, to } = one;
    const unknown = found.get(engagement) ?? new Uint16Array(size);
    found.set(engagement, unknown);
    for (const bits of spoiled(plan, money, one, from, to)) {
      for (let piece = time.first; piece <= time.last; piece++) {
        const { from: first, to: last } = time.periods[piece]!;
        if (first > bits.to || last < bits.from) continue;
        unknown[piece - time.first]! |= bits.side | LEFT_OUT;
        const rows = [{ table, row }];
        note?.({
          bits: bits.side | LEFT_OUT,
          engagement,
          hours: null,
          role: "",
          minutes: 0,
          currency: "",
          rows,
          piece,
        });
      }
    }
  }
  return [...found].flatMap(([engagement, unknown]): readonly FeeFlow[] =>
    engagement < 0
      ? []
      : [
          {
            engagement,
            kind: "left out",
            row: 0,
            revenue: new Float64Array(size),
            cost: new Float64Array(size),
            unknown,
          },
        ],
  );
}

/** REVENUE and COST of a period that rows spoil of which nobody knows the engagement: no total is known. */
export function unplaced(plan: Plan, counted: Counted, { from, to }: Period): number {
  const { money } = plan;
  if (money === null) return 0;
  return spoiling(plan, money, counted)
    .filter((one) => one.engagement === -1 && one.from <= to && one.to >= from)
    .reduce((bits, { side }) => bits | SIDES[side], 0);
}

/** Whether any row is left out of which nobody knows the engagement. */
export const isOpen = ({ money }: Plan): boolean => (money?.leftOut ?? []).some(({ engagement }) => engagement === -1);

/** Engagements of which it is not known how much work there is, because a row that says it is left out; -1: of some. */
export const withoutEffort = ({ money }: Plan): ReadonlySet<number> =>
  new Set(
    (money?.leftOut ?? []).flatMap(({ engagement, isEffort }) => (isEffort && engagement !== null ? [engagement] : [])),
  );

const SIDES: Readonly<Record<LeftOutRow["side"], number>> = { revenue: REVENUE, cost: COST, both: REVENUE | COST };

interface Placed extends LeftOutRow {
  readonly engagement: number;
}

/** Rows of work that counts; rates are not known hour by hour. */
function spoiling(plan: Plan, { leftOut }: Money, counted: Counted): readonly Placed[] {
  if (leftOut === undefined || leftOut.length === 0) return [];
  const shares = engagementShares(plan, counted);
  const worked = lastWorked(plan);
  return leftOut.flatMap((one): readonly Placed[] => {
    const { engagement, isPast, to } = one;
    if (engagement === null) return [];
    const counts = engagement < 0 || shares[engagement] !== 0 || plan.engagements[engagement]?.status === "done";
    return counts ? [{ ...one, engagement, to: isPast === true ? Math.min(to, worked) : to }] : [];
  });
}

/** A fixed fee is earned by all effort: where some is not known, no day of it is. */
function spoiled(plan: Plan, { fees }: Money, { engagement, side, isEffort }: Placed, from: number, to: number) {
  const own = { side: SIDES[side], from, to };
  const isFixed = fees.some((fee) => fee.engagement === engagement && fee.kind === "fixed fee");
  if (!isEffort || !(isFixed || plan.engagements[engagement]?.kind === "fixed price")) return [own];
  return [own, { side: REVENUE, from: -Infinity, to: Infinity }];
}
