import { checkedPlan, gapOf, suggestNow, USUAL_EFFORT } from "../core/engine/staffing/index.ts";
import { type Goal, milliseconds } from "./goal.ts";
import { best, bestOf, otherMs } from "./measure.ts";
import { staffingHighs } from "./peers/staffing-highs.ts";
import { openFirm } from "./plan/staffing.ts";

const PEOPLE = 400;
const ROLES = 60;
const WEEKS = 26;
const HOUR = 60_000_000;
const WITHIN = 0.05;

/** Two firms: three quarters booked, and more. */
const FIRMS = [
  { seed: 5, busy: 0.75 },
  { seed: 7, busy: 0.85 },
];

/** A staffing suggestion with its proof, against an integer programme that HiGHS solves until it has proven the optimum. */
export async function staffingGoals(): Promise<{ readonly goals: readonly Goal[]; readonly notes: readonly string[] }> {
  const highs = await staffingHighs();
  const goals: Goal[] = [];
  const notes: string[] = [];
  for (const { seed, busy } of FIRMS) {
    const problem = openFirm(PEOPLE, ROLES, WEEKS, seed, busy);
    const effort = { ...USUAL_EFFORT, sharing: 0 };
    const ours = best(
      3,
      () => problem,
      (one) => suggestNow(one, effort),
    );
    const theirs = await bestOf(1, async () => highs(problem));
    const { alone, bound, iterations, roles } = ours.result;
    const { worth, optimal } = theirs.result;
    const checked = checkedPlan(problem, roles);
    if ("why" in checked || checked.worth !== alone) throw new Error("The suggestion is not what it says.");
    if (!optimal) throw new Error("HiGHS did not prove its optimum.");
    if (alone > worth * (1 + 1e-6)) throw new Error("The suggestion is better than HiGHS's proven optimum.");
    if (bound < worth * (1 - 1e-6)) throw new Error("HiGHS's optimum is better than the proven bound.");
    const off = Math.max(0, 100 * (1 - alone / worth));
    const peer = otherMs(theirs);
    const what = `${PEOPLE} people, ${ROLES} open roles, ${WEEKS} weeks, ${busy * 100} % booked`;
    goals.push(
      {
        what: `staffing suggestion, below the proven optimum: ${what}`,
        limit: WITHIN,
        kind: "at most",
        unit: "%",
        value: off,
        from: `${(alone / HOUR).toFixed(1)} of ${(worth / HOUR).toFixed(1)} h`,
      },
      {
        what: `HiGHS ${theirs.result.version} to its proven optimum over our suggestion with its bound: ${busy * 100} % booked`,
        limit: 3,
        kind: "at least",
        value: peer / ours.ms,
        from: `${milliseconds(peer)} over ${milliseconds(ours.ms)}`,
      },
    );
    notes.push(
      `The suggestion for the firm that is ${busy * 100} % booked took ${iterations.toLocaleString("en")} iterations and ${milliseconds(ours.ms)}, and proves itself that it is within ${(gapOf(alone, bound) / 1e4).toFixed(2)} % of the best; it is ${off.toFixed(4)} % below HiGHS's optimum.`,
    );
  }
  return { goals, notes };
}
