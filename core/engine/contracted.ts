import { type Absences, countsInFull, type Days, fillContracted, scaleHire } from "./capacity-days.ts";
import type { ContractSpan } from "./supply.ts";
import type { Window } from "./window.ts";

/** Adds a contract's minutes up by period, before holidays and leave; `spare` is overwritten. */
export function addContracted(
  all: Absences,
  window: Window,
  span: ContractSpan,
  spare: Days,
  into: Float64Array,
): void {
  const { number, from, to } = span;
  const { periods, pieceFrom, pieceTo, piecePeriod, pieceOf } = window;
  const minutesOf = countsInFull(all.plan.contracts[number]!, all.counted)
    ? weekMinutes(all, span)
    : hireMinutes(all, window, span, spare);
  for (let piece = pieceOf[from]!, end = pieceOf[to]!; piece <= end; piece++) {
    const minutes = minutesOf(Math.max(from, pieceFrom[piece]!), Math.min(to, pieceTo[piece]!));
    into[number * periods + piecePeriod[piece]!]! += minutes;
  }
}

type MinutesOf = (first: number, last: number) => number;

function weekMinutes({ plan }: Absences, { number }: ContractSpan): MinutesOf {
  const until = [0];
  for (const minutes of plan.contracts[number]!.weekdays) until.push(until[until.length - 1]! + minutes);
  return (first, last) => until[(last % 7) + 1]! - until[first % 7]!;
}

function hireMinutes(all: Absences, { start }: Window, { number, from, to }: ContractSpan, days: Days): MinutesOf {
  const contract = all.plan.contracts[number]!;
  scaleHire(all, contract, start, fillContracted(contract.weekdays, from, to, days), to, days);
  return (first, last) => {
    let minutes = 0;
    for (let day = first; day <= last; day++) minutes += days[day]!;
    return minutes;
  };
}
