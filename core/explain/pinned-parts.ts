import { engagementShares } from "../engine/counted.ts";
import { EFFORT, PPM } from "../plan/plan.ts";
import type { Ask } from "./ask.ts";
import { type Part, part } from "./explanation.ts";
import { loggedRows, withLogged } from "./logged-rows.ts";
import { byAllocation, type Who } from "./who.ts";
import { allocationText, shareText } from "./words.ts";

/** What the people who count are allocated to, row by row; `includes` narrows the rows. */
export function pinnedParts(ask: Ask, who: Who, includes = (_: number): boolean => true): readonly Part[] {
  return allocationParts(
    ask,
    [...byAllocation(ask, who)].filter(([row]) => includes(row)),
  );
}

/** Allocations with their minutes, as parts. */
export function allocationParts(
  { plan, counted, from, to }: Ask,
  rows: Iterable<readonly [row: number, minutes: number]>,
): readonly Part[] {
  const shares = engagementShares(plan, counted);
  const rowsOf = loggedRows(plan);
  const shareOf = (row: number) =>
    plan.allocations.per[row] === EFFORT.logged ? PPM : shares[plan.allocations.engagement[row]!]!;
  const allocationPart = (row: number, minutes: number) =>
    part(`${allocationText(plan, row)}${shareText(shareOf(row))}`, minutes, { kind: "allocation", number: row });
  return [...rows].map(([row, minutes]) => withLogged(plan, allocationPart(row, minutes), row, { from, to }, rowsOf));
}
