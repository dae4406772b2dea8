/** First and last day. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export const MILLION = 1_000_000n;
export const mondayOf = (day: number) => day - ((day + 5) % 7);
export const weekdayOf = (day: number) => (day + 5) % 7;
export const daysOf = ({ from, to }: Span) => Array.from({ length: to - from + 1 }, (_, at) => from + at);
export const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

/** A share of a minute: top ÷ bottom. */
export type Part = readonly [top: bigint, bottom: bigint];
const halfUp = ([top, bottom]: Part) => Number((2n * top + bottom) / (2n * bottom));
const plus = ([a, b]: Part, [c, e]: Part): Part => [a * e + c * b, b * e];

/** Running sums from `first`: the rounded sum up to the day, less the rounded sum up to the day before. */
export function running(first: number, day: number, partOn: (day: number) => Part): number {
  let before: Part = [0n, 1n];
  for (let one = first; one < day; one++) before = plus(before, partOn(one));
  return halfUp(plus(before, partOn(day))) - halfUp(before);
}

export function remembered(answer: (row: number, day: number) => number): (row: number, day: number) => number {
  const known = new Map<string, number>();
  return (row, day) => {
    const key = `${row} ${day}`;
    const found = known.get(key) ?? answer(row, day);
    known.set(key, found);
    return found;
  };
}
