import { describe, expect, test } from "vitest";
import { type BackTest, backTest } from "../../../core/engine/support/back-test.ts";
import type { Score } from "../../../core/engine/support/score.ts";
import { type QueueKind, queue } from "./synthetic.ts";

const FULL = process.env.HEADROOM_ORACLE === "full";
const QUEUES = FULL ? 200 : 40;
/** Few queues vary more by themselves. */
const SLACK = FULL ? 0 : 0.02;

interface Average {
  readonly coverage: readonly number[];
  readonly pinball: number;
}

function average(tests: readonly BackTest[], of: (one: BackTest) => Score): Average {
  const mean = (value: (score: Score) => number) => tests.reduce((sum, one) => sum + value(of(one)), 0) / tests.length;
  return {
    coverage: [0, 1, 2].map((i) => mean((score) => score.coverage[i]!)),
    pinball: mean((score) => score.pinball.reduce((a, b) => a + b, 0)),
  };
}

const testsOf = (kind: QueueKind) => Array.from({ length: QUEUES }, (_, i) => backTest(queue(kind, 5000 + i)));

describe.each(["steady", "growing", "bursty", "intermittent", "lumpy"] as const)("a %s queue", (kind) => {
  const tests = testsOf(kind);
  const ours = average(tests, (one) => one.ours);

  test("stays within the 80 and the 90 % line about as often as they say", () => {
    // Weeks with nothing or with much have two peaks, which no negative binomial has: the 80 % line lies lower.
    expect(Math.abs(ours.coverage[1]! - 0.8)).toBeLessThan((kind === "lumpy" ? 0.09 : 0.05) + SLACK);
    expect(Math.abs(ours.coverage[2]! - 0.9)).toBeLessThan(0.05 + SLACK);
  });

  test("is forecast no worse than by the mean of eight weeks, and better than by last week's number", () => {
    expect(ours.pinball).toBeLessThan(1.05 * average(tests, (one) => one.mean).pinball);
    expect(ours.pinball).toBeLessThan(0.95 * average(tests, (one) => one.naive).pinball);
  });
});
