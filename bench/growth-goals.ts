import { countedBy } from "../core/engine/counted.ts";
import { growthTiers } from "../core/engine/flow/index.ts";
import { gapModel } from "../core/engine/gap-model.ts";
import { everything } from "../core/engine/scope.ts";
import { timeline } from "../core/engine/timeline.ts";
import { dayNumber } from "../core/units.ts";
import { type Goal, milliseconds } from "./goal.ts";
import { bestOf, bestOfSteps, otherMs } from "./measure.ts";
import { planOf } from "./ours.ts";
import { type WarmHighs, warmHighs } from "./peers/warm-highs.ts";
import { skilledFirm } from "./plan/skilled-firm.ts";

const PEOPLE = 400;
const SKILLS = 40;
const WEEKS = 26;
const PASSES = 10;
/** What is asked for before anything grows, of the firm's uneven demand, from skill to skill. */
const SHARES = [0.95, 0.5, 0.8, 0.35, 0.65] as const;
/** How far bisection looks: up to three times as much again. */
const MOST = 3;
/** Bisection stops at a tenth of a per cent of growth; ours is exact. */
const STEP = 0.001;

/** One week: minutes of people, asked for, and asked for more at 100 % growth. */
interface Week {
  readonly supply: Float64Array;
  readonly base: Float64Array;
  readonly growth: Float64Array;
}

/** When each skill becomes short as half of the work grows, in every week, against a linear programme solved again and again. */
export async function growthGoals(): Promise<{ readonly goals: readonly Goal[]; readonly notes: readonly string[] }> {
  const { start, days, tables } = skilledFirm(PEOPLE, SKILLS, WEEKS);
  const plan = planOf(tables);
  const over = timeline(dayNumber(start), dayNumber(start + days - 1), "week");
  const { solver, supply, demand } = gapModel(plan, over, countedBy(plan.settings), everything(plan));
  const { suppliers, needs } = solver.net;
  const weeks = over.periods.map((_, week): Week => {
    const asked = demand.slice(week * needs, (week + 1) * needs);
    const base = asked.map((minutes, need) => Math.floor(minutes * SHARES[need % SHARES.length]!));
    const growth = base.map((minutes, need) => (need % 2 === 0 ? minutes : 0));
    return { supply: supply.slice(week * suppliers, (week + 1) * suppliers), base, growth };
  });
  const tiersAt = growthTiers(solver.net);
  const ours = bestOfSteps(PASSES, weeks, tiersAt);
  const highs = await warmHighs(solver.net);
  let solves = 0;
  const theirs = await bestOf(1, async () =>
    weeks.map((week) => {
      const found = breaksOf(highs, week);
      solves += found.solves;
      return found.breaks;
    }),
  );
  highs.dispose();
  let breaks = 0;
  ours.result.forEach(({ tiers }, week) => {
    const exact = [...new Set(tiers.map(({ at }) => at.p / at.q))].filter((x) => x > STEP && x < MOST - STEP);
    breaks += exact.length;
    for (const x of exact) {
      if (theirs.result[week]!.some((found) => Math.abs(found - x) <= STEP)) continue;
      throw new Error(`HiGHS finds no skill becoming short at growth ${x} in week ${week}.`);
    }
  });
  const peer = otherMs(theirs);
  return {
    goals: [
      {
        what: `bisection with warm HiGHS ${highs.version}, all growth limits of ${PEOPLE} people, ${WEEKS} weeks, over ours`,
        limit: 100,
        kind: "at least",
        value: peer / ours.ms,
        from: `${milliseconds(peer)} over ${milliseconds(ours.ms)}`,
      },
    ],
    notes: [
      `Both find ${breaks} growths at which skills become short in ${WEEKS} weeks: HiGHS to a tenth of a per cent up to ${100 * MOST} %, in ${solves} solves; Headroom exactly, as fractions, and without end.`,
    ],
  };
}

/** Unmet minutes grow along straight pieces: wherever the middle lies below the chord, a piece ends. */
function breaksOf(
  highs: WarmHighs,
  { supply, base, growth }: Week,
): { readonly breaks: readonly number[]; readonly solves: number } {
  const breaks: number[] = [];
  let solves = 0;
  const unmetAt = (x: number) => {
    solves++;
    return highs.unmet(
      supply,
      base.map((minutes, need) => minutes + x * growth[need]!),
    );
  };
  const between = (low: number, lowUnmet: number, high: number, highUnmet: number): void => {
    const middle = (low + high) / 2;
    const unmet = unmetAt(middle);
    if ((lowUnmet + highUnmet) / 2 - unmet < 1e-4) return;
    if (high - low < STEP) {
      breaks.push(middle);
      return;
    }
    between(low, lowUnmet, middle, unmet);
    between(middle, unmet, high, highUnmet);
  };
  between(0, unmetAt(0), MOST, unmetAt(MOST));
  return { breaks, solves };
}
