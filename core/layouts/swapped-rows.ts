import type { Period } from "../plan/calendar.ts";
import { type Cell, isBlank } from "../plan/cells.ts";
import { meanings } from "./swapped-days.ts";
import { weekdaysIn } from "./weeks.ts";

/** A row with a first and a last day, and the number of days that it says lie between them, null where it says none. */
export interface Dated {
  readonly row: number;
  readonly from: Cell;
  readonly to: Cell;
  readonly days: number | null;
}
/** What the rows of a table prove of dates whose day and month a spreadsheet swapped when they were typed. */
export interface Swaps {
  /** Rows whose number of days fits one swapped reading only, by row. */
  readonly meant: ReadonlyMap<number, Period>;
  /** Rows that may be swapped as well: their number of days leaves it open, or nothing proves it either way. */
  readonly doubtful: ReadonlySet<number>;
  /** Rows that end before they start, and would not with day and month swapped. */
  readonly turned: ReadonlySet<number>;
}

/** Weekdays by which a true number of days may differ: public holidays are rarely more. */
const HOLIDAYS = 10;

/** Real dates with day and month swapped, where the number of days beside them or their order shows it. */
export function swapsIn(rows: readonly Dated[]): Swaps {
  const read = rows.flatMap((one) => {
    const readings = readingsOf(one);
    return readings === null ? [] : [{ ...one, ...readings }];
  });
  const meant = new Map<number, Period>();
  const turned = new Set<number>();
  const sure = new Set<number>();
  const open = new Set<number>();
  for (const { row, stands, others, days } of read) {
    const fitting = others.filter((one) => weekdaysIn(one) === days);
    const standing = stands === null ? null : weekdaysIn(stands);
    const [fits, isLong] = [standing !== null && standing === days, stands !== null && lasts(stands) === days];
    const isNear = (weekdays: number) => days !== null && Math.abs(weekdays - days) <= HOLIDAYS;
    const isFar = standing === null || (days !== null && !isNear(standing));
    const isClear = standing !== null && isNear(standing) && !others.some((one) => isNear(weekdaysIn(one)));
    if (others.length === 0 || isClear || ((fits || isLong) && fitting.length === 0)) sure.add(row);
    else if (fits || fitting.length === 0) {
      if (stands === null) turned.add(row);
    } else if (!isLong && isFar && fitting.length === 1) meant.set(row, fitting[0]!);
    else open.add(row);
  }
  const isProved = meant.size > 0 || turned.size > 1;
  const rest = read.filter(({ row }) => isProved && !meant.has(row) && !sure.has(row) && !turned.has(row));
  return { meant, doubtful: new Set([...open, ...rest.map(({ row }) => row)]), turned };
}

const lasts = ({ from, to }: Period): number => to - from + 1;

/** The row as it stands, null where it ends before it starts, and as it is with days and months swapped. */
function readingsOf({
  from,
  to,
}: Dated): { readonly stands: Period | null; readonly others: readonly Period[] } | null {
  if (typeof from !== "number" || (typeof to !== "number" && !isBlank(to))) return null;
  const [firsts, lasts] = [meanings(from, "day first"), meanings(isBlank(to) ? from : to, "day first")];
  const [first, last] = [firsts[0], lasts[0]];
  if (first === undefined || last === undefined) return null;
  const pairs = isBlank(to)
    ? firsts.map((day) => ({ from: day, to: day }))
    : firsts.flatMap((one) => lasts.map((other) => ({ from: one, to: other })));
  const inOrder = pairs.filter((one) => one.from <= one.to);
  const stands = inOrder.find((one) => one.from === first && one.to === last) ?? null;
  return { stands, others: inOrder.filter((one) => one !== stands) };
}
