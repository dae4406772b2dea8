import { minutesBetween, type Running } from "./running.ts";
import { type Timeline, weekPieces } from "./timeline.ts";

/** A timeline as day places counted from the Monday on or before its first day; each piece lies in one week and one period. */
export interface Window {
  /** The Monday with place 0. */
  readonly start: number;
  readonly first: number;
  readonly last: number;
  readonly periods: number;
  /** The last place of each period, and the period of each place. */
  readonly periodTo: Int32Array;
  readonly periodOf: Int32Array;
  readonly pieceFrom: Int32Array;
  readonly pieceTo: Int32Array;
  readonly piecePeriod: Int32Array;
  /** The piece of each place; places before the first day belong to the first piece. */
  readonly pieceOf: Int32Array;
}

export function dayWindow(timeline: Timeline): Window {
  const { from, to, periods, periodOf } = timeline;
  const start = from - ((from + 5) % 7);
  const pieces = weekPieces(timeline);
  const placed = (of: Int32Array) => {
    const places = new Int32Array(to - start + 1);
    places.set(of, from - start);
    return places;
  };
  return {
    start,
    first: from - start,
    last: to - start,
    periods: periods.length,
    periodTo: Int32Array.from(periods, (period) => period.to - start),
    periodOf: placed(periodOf),
    pieceFrom: Int32Array.from(pieces.periods, (piece) => piece.from - start),
    pieceTo: Int32Array.from(pieces.periods, (piece) => piece.to - start),
    piecePeriod: Int32Array.from(pieces.periods, (piece) => periodOf[piece.from - from]!),
    pieceOf: placed(pieces.periodOf),
  };
}

/** Enough places for whole weeks and the differences after the last day. */
export const placesOf = ({ last }: Window): number => last + 9;

/** Adds the minutes of days first..last to row `row` of a grid of rows by periods. */
export function addRunning(
  window: Window,
  running: Running,
  first: number,
  last: number,
  row: number,
  into: Float64Array,
) {
  const { periods, pieceFrom, pieceTo, piecePeriod, pieceOf } = window;
  for (let piece = pieceOf[first]!, end = pieceOf[last]!; piece <= end; piece++) {
    const minutes = minutesBetween(running, Math.max(first, pieceFrom[piece]!), Math.min(last, pieceTo[piece]!));
    into[row * periods + piecePeriod[piece]!]! += minutes;
  }
}

/**
 * The same for a whole number of minutes for each unit of `before`, which holds running sums: with nothing to round, sums
 * need not restart on Mondays, and a period costs one addition however long it is.
 */
export function addWhole(
  { periods, periodTo, periodOf }: Window,
  before: Float64Array,
  amount: number,
  first: number,
  last: number,
  row: number,
  into: Float64Array,
) {
  const end = periodOf[last]!;
  const cell = row * periods;
  let start = before[first]!;
  for (let period = periodOf[first]!; period < end; period++) {
    const until = before[periodTo[period]! + 1]!;
    into[cell + period]! += amount * (until - start);
    start = until;
  }
  into[cell + end]! += amount * (before[last + 1]! - start);
}
