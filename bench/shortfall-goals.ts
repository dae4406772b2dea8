import { countedBy } from "../core/engine/counted.ts";
import { gapModel } from "../core/engine/gap-model.ts";
import { everything } from "../core/engine/scope.ts";
import { timeline } from "../core/engine/timeline.ts";
import { dayNumber } from "../core/units.ts";
import { type Goal, milliseconds } from "./goal.ts";
import { best, bestOfSteps, otherMs } from "./measure.ts";
import { functionNamed, planOf } from "./ours.ts";
import { warmHighs } from "./peers/warm-highs.ts";
import { skilledFirm } from "./plan/skilled-firm.ts";

const PEOPLE = 400;
const SKILLS = 40;
const WEEKS = 36;
/** Both go through all days so often, each going on from what it kept of the day before. */
const PASSES = 20;

/** The exact skill gap of every day, against a linear programme that is kept and only given each day's minutes, as ours is. */
export async function shortfallGoals(): Promise<{
  readonly goals: readonly Goal[];
  readonly notes: readonly string[];
}> {
  const { start, days, tables } = skilledFirm(PEOPLE, SKILLS, WEEKS);
  const plan = planOf(tables);
  const over = timeline(dayNumber(start), dayNumber(start + days - 1), "day");
  const model = gapModel(plan, over, countedBy(plan.settings), everything(plan));
  const { solver, supply, demand } = model;
  const { suppliers, needs } = solver.net;
  const working = [...over.periods.keys()].filter((day) => demand.slice(day * needs, (day + 1) * needs).some(Boolean));
  const ours = bestOfSteps(PASSES, working, (day) => solver.solve(supply, demand, day));
  const highs = await warmHighs(solver.net);
  const blocks = working.map((day) => ({
    supply: supply.slice(day * suppliers, (day + 1) * suppliers),
    demand: demand.slice(day * needs, (day + 1) * needs),
  }));
  const theirs = bestOfSteps(PASSES, blocks, (block) => highs.unmet(block.supply, block.demand));
  highs.dispose();
  theirs.result.forEach((unmet, at) => {
    if (Math.abs(unmet - ours.result[at]!) > 1e-3) {
      throw new Error(`HiGHS leaves ${unmet} minutes unmet on working day ${at}, Headroom ${ours.result[at]}.`);
    }
  });
  const call = best(
    30,
    () => skilledFirm(PEOPLE, SKILLS, WEEKS).tables,
    (cells) => functionNamed("SKILLGAP").call([start, start + days - 1, "total", "day", "", ...cells]),
  );
  const short = ours.result.filter((unmet) => unmet > 0).length;
  const peer = otherMs(theirs);
  return {
    goals: [
      {
        what: `warm HiGHS ${highs.version}, exact gap of ${PEOPLE} people, ${needs} requirements, ${working.length} days, over ours`,
        limit: 200,
        kind: "at least",
        value: peer / ours.ms,
        from: `${milliseconds(peer)} over ${milliseconds(ours.ms)}`,
      },
    ],
    notes: [
      `Both find the same gap on each of ${working.length} days, ${short} of them short; each is given the best of ${PASSES} passes for every day, going on from the day before. The whole function SKILLGAP by day, cells in to cells out, takes ${milliseconds(call.ms)}.`,
    ],
  };
}
