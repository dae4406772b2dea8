import type { Plan } from "../../plan/plan.ts";
import type { Counted } from "../counted.ts";
import type { Timeline } from "../timeline.ts";
import { wholeWork } from "./at-completion.ts";
import { beforeAfter, isTracked } from "./bridge.ts";
import { roleOf } from "./bridge-parts.ts";
import type { Hours } from "./hours.ts";
import type { Line } from "./lines.ts";
import type { MoneyTime } from "./money-time.ts";
import type { MoneySum } from "./view.ts";
import { type Parts, ratesIn, ratesOfHours } from "./view-rates.ts";

/** Columns after those of the months: cost of the budget, so far and to come; then of the bridge's five steps that have costs. */
export const AT_COMPLETION = ["budget", "spent", "coming"] as const;
export const IN_BRIDGE = ["planned", "volume", "mix", "costRate", "support"] as const;

/** A row for each engagement of the plan, by its number; those that cost nothing have no rates. */
export function costFigures(plan: Plan, months: Timeline, counted: Counted): readonly MoneySum[] {
  const size = months.periods.length + AT_COMPLETION.length + IN_BRIDGE.length;
  const rows = plan.engagements.map(({ name, client }) => ({
    label: name,
    group: client,
    cost: new Map<string, Float64Array>(),
  }));
  const add: Add = (engagement, column, parts, cost) => {
    const own = rows[engagement]!.cost;
    for (const [rate, share] of parts) {
      const costs = own.get(rate) ?? new Float64Array(size);
      costs[column]! += cost * share;
      own.set(rate, costs);
    }
  };
  const ofHours = ratesOfHours(plan);
  addCompletion(plan, months, counted, ratesIn(ofHours), add);
  addBridge(plan, months, counted, ofHours, add);
  return rows;
}

type Add = (engagement: number, column: number, parts: Parts, cost: number) => void;
type PartsOf = ReturnType<typeof ratesIn>;

function addCompletion(plan: Plan, months: Timeline, counted: Counted, partsOf: PartsOf, add: Add): void {
  const all = wholeWork(plan, counted, months);
  if (all === null) return;
  const { time, before, after, starts } = all;
  const closed = new Set(all.engagements);
  const first = months.periods.length;
  each(before, time, (line, piece, day, cost) => {
    const { engagement } = line;
    if (closed.has(engagement))
      add(engagement, first, partsOf(line, piece, day, starts.pricedOn(engagement, day)), cost);
  });
  each(after, time, (line, piece, day, cost) => {
    if (!closed.has(line.engagement)) return;
    add(line.engagement, first + (day <= time.worked ? 1 : 2), partsOf(line, piece, day), cost);
  });
}

/** With the months, which are the bridge's last level. */
function addBridge(
  plan: Plan,
  months: Timeline,
  counted: Counted,
  ofHours: ReturnType<typeof ratesOfHours>,
  add: Add,
): void {
  const { time, before, after, sights, starts } = beforeAfter(plan, months, counted);
  const partsOf = ratesIn(ofHours);
  const first = months.periods.length + AT_COMPLETION.length;
  const [planned, volume, mix, costRate, support] = IN_BRIDGE.map((_, i) => first + i) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const [h0, h1] = [minutesOf(plan, sights.planned, time), minutesOf(plan, sights.worked.filter(isOwn), time)];
  each(before, time, (line, piece, day, cost) => {
    const { engagement } = line;
    const parts = partsOf(line, piece, day, starts.pricedOn(engagement, day));
    add(engagement, planned, parts, cost);
    if (h0[engagement] === 0 || starts.isEarlier(engagement, day)) return;
    add(engagement, volume, parts, (cost * (h1[engagement]! - h0[engagement]!)) / h0[engagement]!);
    add(engagement, mix, parts, (-cost * h1[engagement]!) / h0[engagement]!);
  });
  each(after, time, (line, piece, day, cost) => {
    const { engagement } = line;
    const parts = partsOf(line, piece, day);
    add(engagement, time.askedOf[piece]!, parts, cost);
    if (isTracked(line) && starts.isEarlier(engagement, day)) return;
    add(engagement, !isTracked(line) ? support : h0[engagement] === 0 ? volume : mix, parts, cost);
  });
  const roles = plan.engagements.map(() => new Set<string>());
  const { rates, then, exchange, exchangeThen } = sights;
  eachHours(sights.planned, time, (hours, _, day) => roles[hours.engagement]!.add(roleOf(hours, then, day)));
  eachHours(sights.worked.filter(isOwn), time, (hours, minutes, day) => {
    const { engagement } = hours;
    if (!roles[engagement]!.has(roleOf(hours, rates, day))) return;
    const now = minutes * priced(rates.cost(hours, day), exchange, day);
    const base = minutes * priced(then.cost(hours, day), exchangeThen(engagement), day);
    if (now === base) return;
    const column = h0[engagement] === 0 ? volume : mix;
    const [parts, partsThen] = [ofHours(hours, day), ofHours(hours, day, starts.pricedOn(engagement, day))];
    add(engagement, costRate, parts, now);
    add(engagement, costRate, partsThen, -base);
    add(engagement, column, parts, -now);
    add(engagement, column, partsThen, base);
  });
}

const isOwn = ({ source }: Hours): boolean => source !== "untracked";

/** Minor units of a minute. */
function priced(
  rate: { readonly minor: number | null; readonly currency: string } | null,
  exchange: (currency: string, day: number) => { readonly numerator: number; readonly denominator: number } | null,
  day: number,
): number {
  if (rate === null || rate.minor === null || rate.minor === 0) return 0;
  const conversion = exchange(rate.currency, day);
  return conversion === null ? 0 : (rate.minor * conversion.numerator) / conversion.denominator / 60;
}

function minutesOf(plan: Plan, all: readonly Hours[], time: MoneyTime): Float64Array {
  const sums = new Float64Array(plan.engagements.length);
  eachHours(all, time, ({ engagement }, minutes) => {
    sums[engagement]! += minutes;
  });
  return sums;
}

function eachHours(
  all: readonly Hours[],
  time: MoneyTime,
  use: (hours: Hours, minutes: number, day: number) => void,
): void {
  for (const hours of all)
    for (let piece = time.first; piece <= time.last; piece++)
      if (time.askedOf[piece]! >= 0 && hours.minutes[piece] !== 0)
        use(hours, hours.minutes[piece]!, time.periods[piece]!.from);
}

function each(
  lines: readonly Line[],
  time: MoneyTime,
  use: (line: Line, piece: number, day: number, cost: number) => void,
): void {
  for (const line of lines)
    for (let piece = time.first; piece <= time.last; piece++) {
      const cost = line.cost[piece - time.first]!;
      if (cost !== 0 && time.askedOf[piece]! >= 0) use(line, piece, time.periods[piece]!.from, cost);
    }
}
