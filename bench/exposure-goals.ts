import { countedBy } from "../core/engine/counted.ts";
import { absenceModel, absencesIn, blocksOf } from "../core/engine/decide/absence.ts";
import { everything } from "../core/engine/scope.ts";
import { timeline } from "../core/engine/timeline.ts";
import { dayNumber } from "../core/units.ts";
import { type Goal, milliseconds } from "./goal.ts";
import { best, bestOfSteps, otherMs } from "./measure.ts";
import { functionNamed, planOf } from "./ours.ts";
import { bookedFirm } from "./plan/booked-firm.ts";

const PEOPLE = 400;
const SKILLS = 40;
const WEEKS = 26;
const PASSES = 10;

/** Who is missed, by engagement, for everybody: the kept flow of each week against solving the week again without each person. */
export function exposureGoals(): { readonly goals: readonly Goal[]; readonly notes: readonly string[] } {
  const { start, days, tables } = bookedFirm(PEOPLE, SKILLS, WEEKS);
  const plan = planOf(tables);
  const weeks = timeline(dayNumber(start), dayNumber(start + days - 1), "week");
  const model = absenceModel(plan, weeks, countedBy(plan.settings), everything(plan));
  const people = [...plan.people.keys()];
  const lostIn = (find: Find) => (grain: number) => {
    const lost = new Float64Array(people.length * plan.engagements.length);
    find(model, people, grain, (person, engagement, minutes) => {
      lost[person * plan.engagements.length + engagement]! += minutes;
    });
    return lost;
  };
  const all = [...weeks.periods.keys()];
  const kept = bestOfSteps(PASSES, all, lostIn(absencesIn));
  const again = bestOfSteps(1, all, lostIn(solvedAgain));
  kept.result.forEach((week, grain) => {
    if (week.some((minutes, cell) => minutes !== again.result[grain]![cell])) {
      throw new Error(`Solved again, the exposure in week ${grain} is another one.`);
    }
  });
  const call = best(
    3,
    () => bookedFirm(PEOPLE, SKILLS, WEEKS).tables,
    (cells) => functionNamed("EXPOSURE").call([start, start + days - 1, "", "", ...cells]),
  );
  const missed = kept.result.reduce((sum, week) => sum + week.filter((minutes) => minutes > 0).length, 0);
  return {
    goals: [
      {
        what: `exposure of ${PEOPLE} people by engagement, ${WEEKS} weeks, solved again without each, over ours`,
        limit: 8,
        kind: "at least",
        value: otherMs(again) / kept.ms,
        from: `${milliseconds(otherMs(again))} over ${milliseconds(kept.ms)}`,
      },
    ],
    notes: [
      `Both find the same minutes for each person, engagement and week, ${missed} of them above 0, among ${model.asks.length} asks of ${plan.engagements.length} engagements. The whole function EXPOSURE for everyone, cells in to cells out, takes ${milliseconds(call.ms)}.`,
    ],
  };
}

type Find = typeof absencesIn;

/** The same by serving the week from nothing without each person, in the same order and with the same flow. */
const solvedAgain: Find = (model, people, grain, lost) => {
  const { asks, bookedBy, freeOf, flow } = model;
  const [minutes, asked] = blocksOf(model, grain);
  const before = flow.solve(minutes, asked).slice();
  for (const person of people) {
    const gone = freeOf(person, grain);
    const opened = bookedBy[person]!.get(grain) ?? [];
    if (gone.length === 0 && opened.length === 0) continue;
    const [less, more] = [minutes.slice(), asked.slice()];
    for (const shift of gone) less[shift.at]! -= shift.minutes;
    for (const shift of opened) more[shift.at]! += shift.minutes;
    flow.solve(less, more).forEach((short, ask) => {
      if (short !== before[ask]) lost(person, asks[ask]!.engagement, short - before[ask]!);
    });
  }
  return before.reduce((sum, one) => sum + one, 0);
};
