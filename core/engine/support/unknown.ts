import type { Queue } from "./queues.ts";

/** Why a queue's tickets cannot be forecast in hours where no row states them; null where they can, or where none come in. */
export function unknownText({ rows, history, arrivals, forecast }: Queue): string | null {
  if (rows.length > 0 || history === null || arrivals !== null || forecast === null) return null;
  if (forecast.method === "no history") return "no complete week of tickets yet, from Monday to Friday";
  if (!(forecast.mean > 0)) return null;
  return history.timed > 0 ? "every ticket that says its hours says 0" : "no ticket says how many hours it took";
}
