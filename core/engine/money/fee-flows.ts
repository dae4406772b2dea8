import type { Period } from "../../plan/calendar.ts";
import type { Fee, FeeKind, Money } from "../../plan/money.ts";
import { type Plan, PPM } from "../../plan/plan.ts";
import { type Counted, engagementShares } from "../counted.ts";
import { mulDiv } from "./amounts.ts";
import { type Exchange, grow, newStretch } from "./exchange.ts";
import type { Hours } from "./hours.ts";
import { COST, NO_DAYS, NO_EFFORT, NO_END, NO_EXCHANGE, NO_FEE, type Note, REVENUE } from "./lacks.ts";
import { type MoneyTime, monthPeriod } from "./money-time.ts";

/** What one row of Fees gives by priced piece of time, in the plan's minor units. */
export interface FeeFlow {
  readonly engagement: number;
  readonly kind: FeeKind | "left out";
  /** Its row of the table; 0 for rows that are left out. */
  readonly row: number;
  readonly revenue: Float64Array;
  readonly cost: Float64Array;
  readonly unknown: Uint16Array;
}

/** How far an engagement's work has come by the end of a piece: minutes done, and minutes at completion. */
interface Progress {
  readonly done: Float64Array;
  readonly whole: number;
  /** Minutes that no day is left for, so that nobody knows what is done at completion. */
  readonly undone: number;
}

/** What a fee adds up to by the end of a piece, from the start of its month or of time; null: not known. */
type UpTo = (fee: Fee, amount: number, piece: number, progress: Progress | null, time: MoneyTime) => number | null;

/** Every fee, retainer, change order, expense and write-off. Tentative work pays by its odds, as its hours count. */
export function feeFlows(
  plan: Plan,
  money: Money,
  counted: Counted,
  hours: readonly Hours[],
  exchange: Exchange,
  time: MoneyTime,
  note?: Note,
): readonly FeeFlow[] {
  const fixed = new Set(money.fees.filter(({ kind }) => kind === "fixed fee").map(({ engagement }) => engagement));
  const progress = progressOf(hours, fixed, time);
  const shares = engagementShares(plan, counted);
  return money.fees.flatMap((fee): readonly FeeFlow[] => {
    const { engagement, kind } = fee;
    const share = plan.engagements[engagement]!.status === "done" ? PPM : shares[engagement]!;
    if (share === 0) return [];
    const isFixed = kind === "fixed fee" || (kind === "change order" && fixed.has(engagement));
    const upTo = isFixed ? byProgress : kind === "monthly retainer" ? byDays : atOnce;
    const amount = mulDiv(fee.minor ?? 0, share, PPM);
    return [flowOf(fee, amount, upTo, progress.get(engagement) ?? null, exchange, time, note)];
  });
}

/** On which side each kind stands, and with which sign. */
const SIDES: Readonly<Record<FeeKind, { readonly side: number; readonly sign: 1 | -1 }>> = {
  "fixed fee": { side: REVENUE, sign: 1 },
  "monthly retainer": { side: REVENUE, sign: 1 },
  "change order": { side: REVENUE, sign: 1 },
  "write-off": { side: REVENUE, sign: -1 },
  expense: { side: COST, sign: 1 },
};

function flowOf(
  fee: Fee,
  amount: number,
  upTo: UpTo,
  progress: Progress | null,
  exchange: Exchange,
  time: MoneyTime,
  note: Note | undefined,
): FeeFlow {
  const size = time.last - time.first + 1;
  const flow = {
    engagement: fee.engagement,
    kind: fee.kind,
    row: fee.row,
    revenue: new Float64Array(size),
    cost: new Float64Array(size),
    unknown: new Uint16Array(size),
  };
  const { side, sign } = SIDES[fee.kind];
  const into = side === REVENUE ? flow.revenue : flow.cost;
  const lack = (piece: number, why: number, minutes = 0) => {
    const { engagement, currency } = fee;
    flow.unknown[piece - time.first] = side | why;
    const rows = [{ table: "Fees", row: fee.row } as const];
    note?.({ bits: side | why, engagement, hours: null, role: "", minutes, currency, rows, piece });
  };
  if (fee.minor === null) for (let piece = time.first; piece <= time.last; piece++) lack(piece, NO_FEE);
  let stretch = newStretch();
  let before = upTo === atOnce && fee.from < time.from ? amount : 0;
  for (let piece = 0; piece <= time.last; piece++) {
    if (upTo === byDays && piece > 0 && time.monthOf[piece] !== time.monthOf[piece - 1]) {
      before = 0;
      stretch = newStretch();
    }
    const at = piece - time.first;
    const now = upTo(fee, amount, piece, progress, time);
    if (now === null) {
      const undone = progress?.undone ?? 0;
      if (at >= 0 && (isWithin(fee, time.periods[piece]!) || isWorkedOn(progress, piece)))
        lack(piece, undone > 0 ? NO_DAYS : NO_EFFORT, undone);
      continue;
    }
    if (at >= 0 && goesOnUnknown(fee, time.periods[piece]!)) lack(piece, NO_END);
    const by = now - before;
    before = now;
    if (by === 0) continue;
    const conversion = exchange(fee.currency, time.periods[piece]!.from);
    if (conversion !== null) {
      const grown = grow(stretch, by, conversion);
      if (at >= 0) into[at] = 0 + sign * grown;
    } else if (at >= 0) lack(piece, NO_EXCHANGE);
  }
  return flow;
}

const isWithin = ({ from, to }: Fee, period: Period): boolean => from <= period.to && to >= period.from;

const isWorkedOn = (progress: Progress | null, piece: number): boolean =>
  progress !== null && progress.done[piece]! > (progress.done[piece - 1] ?? 0);

/** Whether a period is after the months for which a retainer without a last day is taken to go on. */
const goesOnUnknown = ({ isEndless, from, to }: Fee, period: Period): boolean =>
  isEndless === true && period.to > to && period.to >= from;

/** Amount × effort done ÷ effort at completion, as a running total; a change order from its day on. */
const byProgress: UpTo = (fee, amount, piece, progress, time) => {
  if (progress === null || progress.whole === 0 || progress.undone > 0) return null;
  if (fee.kind === "change order" && time.periods[piece]!.to < fee.from) return 0;
  return mulDiv(amount, progress.done[piece]!, progress.whole);
};

/** By days within each month: a whole month is the amount. */
const byDays: UpTo = ({ from, to }, amount, piece, _, time) => {
  const month = monthPeriod(time.monthOf[piece]!);
  const first = Math.max(month.from, from);
  const last = Math.min(time.periods[piece]!.to, to);
  return last < first ? 0 : mulDiv(amount, last - first + 1, month.to - month.from + 1);
};

/** All of it on its day. */
const atOnce: UpTo = ({ from }, amount, piece, _, time) => (from <= time.periods[piece]!.to ? amount : 0);

/** Support that nobody tracked is no progress. */
function progressOf(
  hours: readonly Hours[],
  fixed: ReadonlySet<number>,
  time: MoneyTime,
): ReadonlyMap<number, Progress> {
  const done = new Map([...fixed].map((engagement) => [engagement, new Float64Array(time.periods.length)] as const));
  const late = new Map<number, number>();
  for (const { engagement, minutes, source, undone = 0 } of hours) {
    if (undone > 0) late.set(engagement, (late.get(engagement) ?? 0) + undone);
    const sum = source === "untracked" ? undefined : done.get(engagement);
    if (sum !== undefined) for (let at = 0; at < sum.length; at++) sum[at]! += minutes[at]!;
  }
  for (const sum of done.values()) for (let at = 1; at < sum.length; at++) sum[at]! += sum[at - 1]!;
  return new Map(
    [...done].map(([engagement, sum]) => [
      engagement,
      { done: sum, whole: sum[sum.length - 1] ?? 0, undone: late.get(engagement) ?? 0 },
    ]),
  );
}
