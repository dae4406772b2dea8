import type { Pieces, Progress } from "./odds.ts";

/** Says after each piece how many of all there may be are done. */
export function* progress<T>(of: number, work: Pieces<T>): Generator<Progress, T> {
  let done = 0;
  for (let next = work.next(); ; next = work.next()) {
    if (next.done) return next.value;
    done += next.value;
    yield { done, of };
  }
}
