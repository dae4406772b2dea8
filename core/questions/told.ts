import { type Part, step, type Work } from "../host.ts";

const MOST_TOLD = 20;

/** Runs long work that says how far it is: the host shows it and may stop, but not so often that this takes longer than the work. */
export function* told<T>(words: string, work: Generator<Part, T>): Work<T> {
  let last = -1;
  for (let next = work.next(); ; next = work.next()) {
    if (next.done) return next.value;
    const { done, of } = next.value;
    const now = Math.floor((MOST_TOLD * done) / Math.max(1, of));
    if (now === last) continue;
    last = now;
    yield* step({ do: "tell", words, part: next.value });
  }
}
