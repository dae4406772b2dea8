import type { Plan } from "../../plan/plan.ts";
import { mulDiv } from "./amounts.ts";
import type { FeeFlow } from "./fee-flows.ts";
import { inOrder } from "./in-order.ts";
import type { Line } from "./lines.ts";
import type { Margins } from "./margins.ts";
import type { MoneyTime } from "./money-time.ts";

/** What each line has of its engagement's fees, and what is left where nobody works. */
export interface SharedFees {
  readonly ofLine: ReadonlyMap<Line, Float64Array>;
  readonly left: ReadonlyMap<number, Float64Array>;
}

/**
 * Fees by who earns them: what an engagement was paid since the start of a month goes to people in proportion to their minutes on
 * it since then, so that shares add up to the fee on every day. Where nobody has worked on it yet, it is left.
 */
export function sharedFees(plan: Plan, { time, lines, flows }: Margins): SharedFees {
  const ofLine = new Map<Line, Float64Array>();
  const left = new Map<number, Float64Array>();
  for (const [engagement, fees] of revenueOf(flows)) {
    const own = inOrder(
      plan,
      lines.filter((line) => line.engagement === engagement && isTracked(line)),
    );
    const shares = own.map(() => new Float64Array(fees.length));
    const rest = new Float64Array(fees.length);
    share(fees, own, shares, rest, time);
    for (const [i, line] of own.entries()) ofLine.set(line, shares[i]!);
    left.set(engagement, rest);
  }
  return { ofLine, left };
}

const isTracked = ({ hours }: Line): boolean => hours[0]!.source !== "untracked";

function revenueOf(flows: readonly FeeFlow[]): ReadonlyMap<number, Float64Array> {
  const found = new Map<number, Float64Array>();
  for (const { engagement, revenue } of flows) {
    const sum = found.get(engagement);
    if (sum === undefined) found.set(engagement, revenue.slice());
    else for (let at = 0; at < sum.length; at++) sum[at]! += revenue[at]!;
  }
  return found;
}

function share(
  fees: Float64Array,
  own: readonly Line[],
  shares: readonly Float64Array[],
  rest: Float64Array,
  time: MoneyTime,
) {
  let paid = 0;
  let minutes = own.map(() => 0);
  let before = own.map(() => 0);
  let left = 0;
  for (let at = 0; at < fees.length; at++) {
    const piece = time.first + at;
    if (at > 0 && time.monthOf[piece] !== time.monthOf[piece - 1]) {
      paid = left = 0;
      minutes = own.map(() => 0);
      before = own.map(() => 0);
    }
    paid += fees[at]!;
    own.forEach((line, i) => {
      minutes[i]! += line.minutes[at]!;
    });
    const whole = minutes.reduce((sum, one) => sum + one, 0);
    rest[at] = (whole === 0 ? paid : 0) - left;
    left = whole === 0 ? paid : 0;
    if (whole === 0) continue;
    let running = 0;
    let given = 0;
    own.forEach((_, i) => {
      running += minutes[i]!;
      const until = mulDiv(paid, running, whole);
      shares[i]![at] = until - given - before[i]!;
      before[i] = until - given;
      given = until;
    });
  }
}
