import { describe, expect, test } from "vitest";
import { drawFrom } from "../../../core/demo/random.ts";
import { backTestHours } from "../../../core/engine/support/back-test-hours.ts";
import type { History } from "../../../core/engine/support/history.ts";
import { dayNumber } from "../../../core/units.ts";
import { type QueueKind, queue } from "./synthetic.ts";

const FULL = process.env.HEADROOM_ORACLE === "full";
const QUEUES = FULL ? 200 : 25;
/** Few queues vary more by themselves. */
const SLACK = FULL ? 0 : 0.02;

/** Hours a ticket: many short ones, few long ones. */
const MINUTES = [30, 30, 60, 60, 60, 90, 120, 120, 150, 180, 240, 480] as const;

/** A drawn queue whose tickets take what is drawn for each. */
function historyOf(kind: QueueKind, seed: number): History {
  const weeks = queue(kind, seed);
  const { pick } = drawFrom(seed + 77_000);
  const sizes = weeks.map((count) => Array.from({ length: count }, () => pick(MINUTES)));
  const minutes = new Map<number, number>();
  for (const size of sizes.flat()) minutes.set(size, (minutes.get(size) ?? 0) + 1);
  const tickets = sizes.flat().length;
  return {
    engagement: 0,
    skill: 0,
    from: dayNumber(45663),
    weeks: Int32Array.from(weeks),
    sizes,
    minutes,
    recent: new Map(),
    tickets,
    timed: tickets,
  };
}

describe.each(["steady", "growing", "bursty", "intermittent"] as const)("hours of %s queues", (kind) => {
  const tests = Array.from({ length: QUEUES }, (_, i) => backTestHours(historyOf(kind, 5000 + i)));
  const mean = (of: (one: (typeof tests)[number]) => number) => tests.reduce((sum, one) => sum + of(one), 0) / QUEUES;
  const sum = (losses: readonly number[]) => losses.reduce((a, b) => a + b, 0);

  test("stay within the 80 and the 90 % line about as often as they say, plainly counted: within five points", () => {
    expect(Math.abs(mean(({ ours }) => ours.held[1]!) - 0.8)).toBeLessThan(0.05 + SLACK);
    expect(Math.abs(mean(({ ours }) => ours.held[2]!) - 0.9)).toBeLessThan(0.05 + SLACK);
  });

  test("are forecast no worse than by the mean of eight weeks with the spread of its own errors", () => {
    const loss = (of: "ours" | "mean" | "naive") => mean((one) => sum(one[of].pinball));
    expect(loss("ours")).toBeLessThan(1.05 * loss("mean"));
    expect(loss("ours")).toBeLessThan(0.95 * loss("naive"));
  });
});
