import type { StaffingPlan, StaffingProblem } from "../core/engine/staffing/index.ts";
import { Cancelled, type Watch } from "./bridge.ts";

type Heard = { readonly part: { readonly done: number; readonly of: number } } | { readonly plan: StaffingPlan };

/** Search in a thread of its own, so that the page stays alive; to cancel ends the thread. null where a page may have none. */
export function searchIn(
  start: (() => Worker) | undefined,
  problem: StaffingProblem,
  { signal, tell }: Watch,
): Promise<StaffingPlan | null> {
  const thread = started(start);
  if (thread === null) return Promise.resolve(null);
  return new Promise<StaffingPlan | null>((done, failed) => {
    const refused = () => done(null);
    signal.addEventListener("abort", () => failed(new Cancelled()));
    thread.addEventListener("error", refused);
    thread.addEventListener("messageerror", refused);
    thread.addEventListener("message", ({ data }: MessageEvent<Heard>) => {
      if ("plan" in data) done(data.plan);
      else tell({ words: "Looking for the best plan", ...data.part });
    });
    thread.postMessage(problem);
  }).finally(() => thread.terminate());
}

function started(start: (() => Worker) | undefined): Worker | null {
  try {
    return start?.() ?? null;
  } catch {
    return null; // a page's policy may refuse threads: the search then runs where questions are answered
  }
}
