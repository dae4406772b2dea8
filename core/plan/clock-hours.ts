/**
 * Hours that may be times of a clock: a cell that shows 8:00 holds 0.3333, a part of a day. "likely" where they can hardly be
 * anything else, "maybe" where all are small and whole quarters as well.
 */
export type ClockDoubt = "likely" | "maybe";

const DAY_MINUTES = 1440;
/** Sixty hours of a week, in days a day: nobody plans more. */
const MOST_A_DAY = 60 / 24 / 7;
const NEAR = 0.1;

/** Hours of `days` days each, as cells hold them. */
export function clockDoubt(hours: Iterable<number>, days: number): ClockDoubt | null {
  const most = days === 1 ? 1 : days * MOST_A_DAY;
  let [count, highest, odd, whole, parts] = [0, 0, false, true, false];
  for (const one of hours) {
    if (one === 0) continue;
    if (one < 0 || one > most) return null;
    count += 1;
    highest = Math.max(highest, one);
    whole &&= isNear(one * DAY_MINUTES, NEAR);
    parts ||= !Number.isInteger(one);
    odd ||= !isNear(one * 100, NEAR / 100);
  }
  if (count > 2 && highest < 1) return "likely";
  if (count === 0 || !whole) return null;
  if (odd) return "likely";
  return parts && count > 2 ? "maybe" : null;
}

/** Hours of pieces of work, which are short anyhow: half a day at most by the clock, and some of them no whole minutes as hours. */
export function clockPieces(hours: Iterable<number>): ClockDoubt | null {
  let odd = false;
  for (const one of hours) {
    if (one === 0) continue;
    if (one < 0 || one > MOST_OF_A_PIECE || !isNear(one * DAY_MINUTES, NEAR)) return null;
    odd ||= !isNear(one * 60, NEAR / 100) && !isNear(one * 100, NEAR / 100);
  }
  return odd ? "likely" : null;
}
const MOST_OF_A_PIECE = 0.5;

const isNear = (number: number, least: number): boolean => Math.abs(number - Math.round(number)) < least;
