import type { BriefOdds, OddsWork } from "../core/engine/chance/brief.ts";
import type { StaffingPlan, StaffingProblem } from "../core/engine/staffing/index.ts";
import { Cancelled, type Watch } from "./bridge.ts";

type Heard<Found> = { readonly part: { readonly done: number; readonly of: number } } | { readonly found: Found };
type Start = (() => Worker) | undefined;

/** Search for people in a thread of its own, so that the page stays alive; to cancel ends the thread. null where a page may have none. */
export const searchIn = (start: Start, problem: StaffingProblem, watch: Watch): Promise<StaffingPlan | null> =>
  inThread(start, problem, "Looking for the best plan", watch);

/** Compute chances in a thread of its own. */
export const oddsIn = (start: Start, work: OddsWork, watch: Watch): Promise<readonly (readonly BriefOdds[])[] | null> =>
  inThread(start, work, "Computing the chances", watch);

function inThread<Found>(start: Start, work: object, words: string, { signal, tell }: Watch): Promise<Found | null> {
  const thread = started(start);
  if (thread === null) return Promise.resolve(null);
  return new Promise<Found | null>((done, failed) => {
    const refused = () => done(null);
    if (signal.aborted) failed(new Cancelled());
    signal.addEventListener("abort", () => failed(new Cancelled()));
    thread.addEventListener("error", refused);
    thread.addEventListener("messageerror", refused);
    thread.addEventListener("message", ({ data }: MessageEvent<Heard<Found>>) => {
      if ("found" in data) done(data.found);
      else tell({ words, ...data.part });
    });
    thread.postMessage(work);
  }).finally(() => thread.terminate());
}

function started(start: Start): Worker | null {
  try {
    return start?.() ?? null;
  } catch {
    return null; // a page's policy may refuse threads: the work then runs where questions are answered
  }
}
