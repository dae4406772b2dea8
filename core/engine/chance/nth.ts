import type { Progress } from "./odds.ts";

/** How far several searches are when one of them is so far. */
export function* nth<T>(at: number, count: number, work: Generator<Progress, T>): Generator<Progress, T> {
  for (let next = work.next(); ; next = work.next()) {
    if (next.done) return next.value;
    const { done, of } = next.value;
    yield { done: at * of + done, of: count * of };
  }
}
