import type { Period } from "../../plan/calendar.ts";
import type { Fee } from "../../plan/money.ts";
import type { Plan } from "../../plan/plan.ts";
import { dayNumber } from "../../units.ts";

/** Retainers, or fixed fees, of one engagement that hold on the same days: all of them are paid. */
export interface Overlap extends Period {
  readonly engagement: number;
  /** Those that share a day with another, in the order of their days. */
  readonly fees: readonly [Fee, Fee, ...Fee[]];
  /** Nothing ends them. */
  readonly isEndless: boolean;
  /** The most that is paid on one day (a month, of retainers), in minor units; null where the currencies differ, or an amount is not known. */
  readonly together: number | null;
}

/** Where a later row was perhaps meant to take the place of an earlier one; lost work is paid nothing. */
export function overlappingFees({ engagements, money }: Plan): readonly Overlap[] {
  const groups = new Map<string, Fee[]>();
  for (const fee of money?.fees ?? []) {
    if (!LASTING.has(fee.kind) || fee.minor === 0 || engagements[fee.engagement]!.status === "lost") continue;
    const key = `${fee.engagement} ${fee.kind}`;
    groups.set(key, [...(groups.get(key) ?? []), fee]);
  }
  return [...groups.values()].flatMap((fees) => overlapOf(fees.sort((a, b) => a.from - b.from || a.row - b.row)));
}

const LASTING: ReadonlySet<Fee["kind"]> = new Set(["fixed fee", "monthly retainer"]);

function overlapOf(all: readonly Fee[]): readonly Overlap[] {
  const pairs = all.flatMap((one, at) => all.slice(at + 1).flatMap((two) => (two.from <= one.to ? [[one, two]] : [])));
  const own = new Set(pairs.flat());
  const [first, second, ...others] = all.filter((fee) => own.has(fee));
  if (first === undefined || second === undefined) return [];
  const fees = [first, second, ...others] as const;
  const sums = fees.map(({ from }) =>
    fees.reduce((sum, fee) => sum + (fee.from <= from && fee.to >= from ? (fee.minor ?? 0) : 0), 0),
  );
  const isKnown = fees.every(({ minor, currency }) => minor !== null && currency === first.currency);
  return [
    {
      engagement: first.engagement,
      fees,
      from: second.from,
      to: dayNumber(Math.max(...pairs.map((pair) => Math.min(...pair.map(({ to }) => to))))),
      isEndless: pairs.some((pair) => pair.every(({ isEndless }) => isEndless === true)),
      together: isKnown ? Math.max(...sums) : null,
    },
  ];
}
