import { isWeekend } from "../../plan/calendar.ts";
import { type Need, type Plan, PPM } from "../../plan/plan.ts";
import type { DayNumber } from "../../units.ts";
import { type Counted, engagementShares } from "../counted.ts";
import type { OpenPiece, OpenWork } from "../open-work.ts";
import type { Timeline } from "../timeline.ts";
import type { Variant } from "../variants.ts";

/** Open work of one need for one person at most: more than a full-time week is more than one seat. */
export interface Seat {
  readonly need: number;
  /** The first week, and the minutes a week that are asked for from then on. */
  readonly from: number;
  readonly asked: readonly number[];
  /** Of the need's days in each week: the minutes that are open, who fits, and the days by themselves. */
  readonly weeks: readonly SeatWeek[];
}
export interface SeatWeek {
  readonly open: number;
  /** null in a week without open work. */
  readonly variant: Variant | null;
  readonly from: DayNumber;
  readonly to: DayNumber;
}

const WORK_WEEK = 5;
/** Running sums make weeks of the same need differ by a minute or two. */
const NEARLY = 3;

/** Stretches of less than half a day are left to the planner: rows of minutes make no plan. */
export const LEAST = 4 * 60;

/** Cut the open work of needs into seats, week by week. */
export function seatsOf(
  plan: Plan,
  counted: Counted,
  weeks: Timeline,
  { pieces, variants }: Pick<OpenWork, "pieces" | "variants">,
): readonly Seat[] {
  const shares = engagementShares(plan, counted);
  const byNeed = new Map<number, OpenPiece[]>();
  for (const piece of pieces) {
    if (piece.need < 0) continue;
    const own = byNeed.get(piece.need);
    if (own) own.push(piece);
    else byNeed.set(piece.need, [piece]);
  }
  return [...byNeed].flatMap(([need, own]) => {
    // A seat is a full week as it is written, also where only its odds count.
    const full = Math.floor((plan.settings.fullTimeWeek * shares[plan.needs[need]!.engagement]!) / PPM);
    return seatsOfNeed(plan, weeks, need, own, variants, Math.max(1, full));
  });
}

function seatsOfNeed(
  plan: Plan,
  timeline: Timeline,
  need: number,
  pieces: readonly OpenPiece[],
  variants: readonly Variant[],
  full: number,
): readonly Seat[] {
  const row = plan.needs[need]!;
  const from = Math.min(...pieces.map(({ grain }) => grain));
  const last = Math.max(...pieces.map(({ grain }) => grain));
  const weeks = Array.from({ length: last - from + 1 }, (_, i): SeatWeek => {
    const { from: monday, to: sunday } = timeline.periods[from + i]!;
    const piece = pieces.find(({ grain }) => grain === from + i);
    return {
      open: piece?.minutes ?? 0,
      variant: piece ? variants[piece.variant]! : null,
      from: monday > row.from ? monday : row.from,
      to: sunday < row.to ? sunday : row.to,
    };
  });
  const asked = steady(weeks.map((week) => Math.floor((week.open * WORK_WEEK) / Math.max(1, daysOf(plan, row, week)))));
  const count = Math.ceil(Math.max(...asked) / full);
  return Array.from({ length: count }, (_, seat) => {
    const own = asked.map((minutes) => Math.max(0, Math.min(full, minutes - seat * full)));
    const open = weeks.map((week, i) => (asked[i] === 0 ? 0 : (week.open * own[i]!) / asked[i]!));
    const large = inStretches(open).flatMap((stretch) => stretch.map(() => sumOf(stretch) >= LEAST));
    return {
      need,
      from,
      asked: own.map((minutes, i) => (large[i] ? minutes : 0)),
      weeks: weeks.map((week, i) => ({ ...week, open: large[i] ? open[i]! : 0 })),
    };
  })
    .filter(({ asked: some }) => sumOf(some) > 0)
    .map(trimmed);
}

const sumOf = (list: readonly number[]): number => list.reduce((sum, one) => sum + one, 0);

/** Cut a list where work begins and where it ends. */
function inStretches(open: readonly number[]): readonly (readonly number[])[] {
  const stretches: number[][] = [];
  open.forEach((minutes, i) => {
    const last = stretches.at(-1);
    if (last && minutes > 0 === open[i - 1]! > 0) last.push(minutes);
    else stretches.push([minutes]);
  });
  return stretches;
}

/** The days of a week on which the need carries work. */
function daysOf({ locations }: Plan, { location }: Need, { from, to }: SeatWeek): number {
  const off = new Set<number>(locations[location]?.holidays);
  let count = 0;
  for (let day: number = from; day <= to; day++) if (!isWeekend(day) && !off.has(day)) count++;
  return count;
}

function steady(asked: readonly number[]): readonly number[] {
  let before = 0;
  return asked.map((minutes) => {
    before = Math.abs(minutes - before) <= NEARLY ? Math.min(before, minutes) || minutes : minutes;
    return before;
  });
}

function trimmed(seat: Seat): Seat {
  const first = seat.asked.findIndex((minutes) => minutes > 0);
  let end = seat.asked.length;
  while (seat.asked[end - 1] === 0) end--;
  return {
    ...seat,
    from: seat.from + first,
    asked: seat.asked.slice(first, end),
    weeks: seat.weeks.slice(first, end),
  };
}
