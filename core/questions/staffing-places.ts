import type { StaffingRow } from "../engine/staffing/index.ts";
import { firstWorkdayFrom, isWeekend } from "../plan/calendar.ts";
import { changed } from "../plan/changed.ts";
import { EFFORT, type Plan } from "../plan/plan.ts";
import { type Booked, bookedAt, NOTHING_BOOKED, rebooked } from "../scenario/booked.ts";
import { cutRow } from "../scenario/cut.ts";
import type { DayNumber } from "../units.ts";
import { isFor, placeholderRows, touches, weekOfOne } from "./staffing-open.ts";
import type { StaffingDesk } from "./staffing-roles.ts";

/** What becomes of placeholders whose work the suggested people take. */
export interface Taken {
  /** By the placeholder's allocation: what is left of its row; none when all of it is taken. */
  readonly left: ReadonlyMap<number, readonly Booked[]>;
  /** By suggested row: the placeholder whose row it is written to; the others get rows of their own. */
  readonly placeOf: ReadonlyMap<number, number>;
}

/** Less than this a week is the rounding of a suggestion, and no work. */
const LEAST = 5;

/** Each suggested row takes its hours from the placeholders of its work, in the order of their rows. */
export function takenPlaces(desk: StaffingDesk, rows: readonly StaffingRow[]): Taken {
  const { plan } = desk.workbook;
  const left = new Map<number, readonly Booked[]>();
  const takers = new Map<number, number>();
  rows.forEach((row, at) => {
    const spent: Span[] = [];
    for (const placeholder of placeholdersOf(desk, row.need)) {
      const before = left.get(placeholder) ?? [bookedAt(plan.allocations, placeholder)];
      const had = spent.length;
      const after = before.flatMap((piece) => lessOf(plan, piece, row, spent));
      if (spent.length === had) continue;
      left.set(placeholder, after);
      if (!takers.has(placeholder) && ![...takers.values()].includes(at)) takers.set(placeholder, at);
    }
  });
  const placeOf = new Map<number, number>();
  for (const [placeholder, at] of takers) if (left.get(placeholder)?.length === 0) placeOf.set(at, placeholder);
  return { left, placeOf };
}

function placeholdersOf({ workbook: { plan }, placeholderOf }: StaffingDesk, need: number): readonly number[] {
  const own = placeholderOf.get(need);
  if (own !== undefined) return [own];
  return placeholderRows(plan).filter((row) => isFor(bookedAt(plan.allocations, row), plan.needs[need]!));
}

interface Span {
  readonly from: number;
  readonly to: number;
  /** Minutes a week. */
  readonly minutes: number;
}

/** What a suggested row leaves of a piece; `spent` is what it took already, and grows. */
function lessOf(plan: Plan, piece: Booked, row: StaffingRow, spent: Span[]): readonly Booked[] {
  if (!touches(piece, row)) return [piece];
  const alone = changed(plan, { allocations: rebooked(NOTHING_BOOKED, new Map(), [piece]) });
  const { before, inside, after } = cutRow(alone, 0, row.from, row.to);
  const gone = spent.reduce((sum, span) => sum + (touches(span, inside) ? span.minutes : 0), 0);
  const each = weekOfOne(plan, piece, workdays(inside));
  const has = inside.amount * each;
  const takes = Math.min(has, row.minutes - gone);
  if (takes <= 0) return [piece];
  spent.push({ from: inside.from, to: inside.to, minutes: takes });
  const rest = { ...inside, amount: Math.round((has - takes) / each) };
  return [before, has - takes < LEAST ? null : rest, after].flatMap((one) =>
    one === null || firstWorkdayFrom(one.from) > one.to ? [] : [{ ...one, row: piece.row }],
  );
}

function workdays({ from, to, per }: Booked): number {
  if (per !== EFFORT.total) return 0;
  let days = 0;
  for (let day = from; day <= to; day++) if (!isWeekend(day as DayNumber)) days++;
  return days;
}
