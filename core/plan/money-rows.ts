import { isBlank } from "./cells.ts";
import { cellAt, complain, type Findings } from "./findings.ts";
import { LAST_DAY } from "./plan.ts";
import type { Rows } from "./rows.ts";

/** Whether none of a table's columns says anything in a row. */
export const isEmptyRow = (rows: Rows, index: number): boolean =>
  [...rows.has].every((key) => isBlank(cellAt({ rows, index, key })));

/** Rows that say two things of the same day are a problem at both cells, and what they are about has no known rate. */
export function withoutTies<R extends { readonly minor: number | null }>(
  rows: Rows,
  found: readonly { readonly index: number; readonly rate: R }[],
  keyOf: (rate: R) => string,
  findings: Findings,
  key = "rate",
): readonly R[] {
  const groups = new Map<string, number[]>();
  for (const { index, rate } of found) {
    const same = groups.get(keyOf(rate));
    if (same === undefined) groups.set(keyOf(rate), [index]);
    else same.push(index);
  }
  return found.flatMap(({ index, rate }) => {
    const same = groups.get(keyOf(rate))!;
    if (same.length === 1) return [rate];
    const [first, ...others] = [index, ...same.filter((one) => one !== index)].map((at) => ({ rows, index: at, key }));
    complain(findings, first!, TIE, ...others);
    return [{ ...rate, minor: null }];
  });
}

/** A row of rates, and the last day on which it holds. */
export interface Lasting<R> {
  readonly rate: R;
  readonly to: number;
}

/** Those that end while no later one of the same takes over, each with the day after. */
export function endsOf<R extends { readonly from: number }>(
  all: readonly Lasting<R>[],
  keyOf: (rate: R) => string,
): readonly (readonly [rate: R, day: number])[] {
  const firsts = new Map<string, number[]>();
  for (const { rate } of all) firsts.set(keyOf(rate), [...(firsts.get(keyOf(rate)) ?? []), rate.from]);
  return all.flatMap(({ rate, to }) => {
    const isTakenOver = firsts.get(keyOf(rate))!.some((from) => from > rate.from && from <= to + 1);
    return to >= LAST_DAY || isTakenOver ? [] : [[rate, to + 1] as const];
  });
}

const TIE = {
  code: "HR-121",
  why: "stands beside another rate for the same days, so that neither counts",
  hint: "Maybe one of the rows needs a later From, or should go.",
} as const;
