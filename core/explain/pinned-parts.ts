import { engagementShares } from "../engine/counted.ts";
import { allocationEffort } from "../engine/effort.ts";
import type { Ask } from "./ask.ts";
import { type Part, part } from "./explanation.ts";
import { byAllocation, type Who } from "./who.ts";
import { allocationText, shareText } from "./words.ts";

/** What the people who count are allocated to, row by row; `includes` narrows the rows. */
export function pinnedParts(ask: Ask, who: Who, includes = (_: number): boolean => true): readonly Part[] {
  const { plan } = ask;
  const minutes = allocationEffort(plan, who.parts, ask.counted);
  return allocationParts(
    ask,
    [...byAllocation(plan, who, minutes)].filter(([row]) => includes(row)),
  );
}

/** Allocations with their minutes, as parts. */
export function allocationParts(
  { plan, counted }: Ask,
  rows: Iterable<readonly [row: number, minutes: number]>,
): readonly Part[] {
  const shares = engagementShares(plan, counted);
  return [...rows].map(([row, minutes]) =>
    part(`${allocationText(plan, row)}${shareText(shares[plan.allocations.engagement[row]!]!)}`, minutes, {
      kind: "allocation",
      number: row,
    }),
  );
}
