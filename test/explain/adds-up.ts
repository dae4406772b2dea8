import { expect } from "vitest";
import type { Explanation, Part } from "../../core/explain/index.ts";

/** Every part is a whole number, is the sum of its own parts, and all of them are the figure. */
export function expectAddsUp({ title, sums }: Explanation): void {
  for (const { label, amount, parts } of sums) {
    expect([title, label, sumOf(parts)]).toEqual([title, label, amount]);
    for (const one of parts) expectWhole(title, one);
  }
}

function expectWhole(title: string, { label, amount, parts }: Part): void {
  expect([title, label, Number.isSafeInteger(amount)]).toEqual([title, label, true]);
  if (parts.length > 0) expect([title, label, sumOf(parts)]).toEqual([title, label, amount]);
  for (const one of parts) expectWhole(title, one);
}

const sumOf = (parts: readonly Part[]) => parts.reduce((sum, { amount }) => sum + amount, 0);

/** A tree of parts as lines: "  Leave -960". */
export const linesOf = (parts: readonly Part[], indent = ""): readonly string[] =>
  parts.flatMap(({ label, amount, parts: own }) => [`${indent}${label} ${amount}`, ...linesOf(own, `${indent}  `)]);
