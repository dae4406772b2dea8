import type { History } from "./history.ts";

/** So few tickets say nothing about a change. */
const FEWEST = 10;
const MUCH = 0.25;
const BEYOND_CHANCE = 2;

/** Whether tickets of the last 13 weeks take so much more or less than those before that it is no chance: by a quarter, and two standard errors. */
export function hasChanged({ minutes, recent }: Pick<History, "minutes" | "recent">): boolean {
  const older = new Map(Array.from(minutes, ([size, count]) => [size, count - (recent.get(size) ?? 0)] as const));
  const [now, before] = [momentsOf(recent), momentsOf(older)];
  if (now.count < FEWEST || before.count < FEWEST) return false;
  const change = Math.abs(now.mean - before.mean);
  const error = Math.sqrt(now.variance / now.count + before.variance / before.count);
  return change > MUCH * before.mean && change > BEYOND_CHANCE * error;
}

function momentsOf(sizes: ReadonlyMap<number, number>): { count: number; mean: number; variance: number } {
  let [count, sum, squares] = [0, 0, 0];
  for (const [size, times] of sizes) {
    count += times;
    sum += size * times;
    squares += size * size * times;
  }
  const mean = count === 0 ? 0 : sum / count;
  return { count, mean, variance: count === 0 ? 0 : Math.max(0, squares / count - mean * mean) };
}
