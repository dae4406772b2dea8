import { anyPeople, onePerson } from "./best-alone.ts";
import { priceBound } from "./bound.ts";
import { compiled } from "./compiled.ts";
import { clear, type Desk, place, put, staffed } from "./desk.ts";
import { greedy } from "./greedy.ts";
import type { StaffingPlan, StaffingProblem } from "./problem.ts";
import { improve } from "./search.ts";
import { shared } from "./sharing.ts";

/** How much work a search does: attempts and rounds, never the clock, so that the same plan gives the same suggestion everywhere. */
export interface Effort {
  /** How many others may take what the person in a role cannot do of a week. */
  readonly sharing: number;
  readonly attempts: number;
  readonly rounds: number;
  readonly seed: number;
}
export const USUAL_EFFORT: Effort = { attempts: 12_000, rounds: 500, seed: 1, sharing: 2 };

/** So many parts of a search's work are done, of so many. */
export interface Done {
  readonly done: number;
  readonly of: number;
}
const PARTS = 40;
const FIRST = 0.2;
const LAST = 0.6;

/** Staff the open roles: most work covered, then few hand-overs, then cost; with a proof of how much better another plan could be. */
export function* suggest(problem: StaffingProblem, effort: Effort = USUAL_EFFORT): Generator<Done, StaffingPlan> {
  const of = compiled(problem);
  const desk = greedy(of);
  const { attempts, rounds, seed } = effort;
  const bestAlone = onePerson(of);
  // A few rounds first: where they prove the first plan, or one found soon, to be best, the rest is spared.
  const few = Math.ceil(rounds * FIRST);
  const early = yield* parts(priceBound(of, bestAlone, few, total(desk.worth)), few, 0, 4);
  let { bound } = early;
  let tries = 0;
  if (total(desk.worth) < bound) {
    const found = yield* parts(improve(desk, early.price, attempts, seed, bound - total(desk.worth)), attempts, 4, 20);
    tries = found.attempts;
    take(desk, found.plans);
    if (total(desk.worth) < bound)
      bound = Math.min(
        bound,
        (yield* parts(priceBound(of, bestAlone, rounds, total(desk.worth)), rounds, 24, 12)).bound,
      );
  }
  const alone = of.roles.map((_, role) => staffed(desk, role));
  const rest = shared(problem, desk, effort.sharing);
  const worth = total(desk.worth) + rest.worth;
  const last = Math.ceil(rounds * LAST);
  const { bound: most } = yield* parts(priceBound(of, anyPeople(of), last, worth), last, 36, 4);
  return {
    roles: [...alone, ...rest.roles],
    worth,
    alone: total(desk.worth),
    bound,
    most,
    iterations: tries,
  };
}

/** Of a piece of work's many steps, tell a few. */
function* parts<T>(work: Generator<number, T>, steps: number, first: number, count: number): Generator<Done, T> {
  let told = 0;
  let next = work.next();
  while (!next.done) {
    const done = Math.floor(((next.value + 1) * count) / steps);
    if (done > told) yield { done: first + done, of: PARTS };
    told = Math.max(told, done);
    next = work.next();
  }
  return next.value;
}

/** Go back to the best plan found, and give each role once more the best people for it alone. */
function take(desk: Desk, best: readonly Int32Array[]): void {
  for (const role of best.keys()) clear(desk, role);
  for (const [role, plan] of best.entries()) put(desk, role, plan);
  for (const role of best.keys()) {
    clear(desk, role);
    place(desk, role, null);
  }
}

const total = (worths: Float64Array): number => worths.reduce((sum, one) => sum + one, 0);

/** Do it all at once. */
export function suggestNow(problem: StaffingProblem, effort?: Effort): StaffingPlan {
  const work = suggest(problem, effort);
  let next = work.next();
  while (!next.done) next = work.next();
  return next.value;
}
