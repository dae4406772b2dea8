import { skillGap } from "../engine/gap.ts";
import { everything } from "../engine/scope.ts";
import { timeline } from "../engine/timeline.ts";
import { dayMonthYear } from "../sheets/words.ts";
import { type Ask, titleOf } from "./ask.ts";
import { type Explanation, explained, part, sumOf } from "./explanation.ts";
import { hoursText } from "./words.ts";

/** How many weeks have a skill gap: each of them with its hours. */
export function shortWeeks(ask: Ask): Explanation {
  const { plan, counted, from, to } = ask;
  const weeks = timeline(from, to, "week");
  const { unmet } = skillGap(plan, weeks, counted, everything(plan));
  const parts = weeks.periods.flatMap(({ from: monday }, week) =>
    unmet[week]! === 0 ? [] : [part(`Week of ${dayMonthYear(monday)}: ${hoursText(unmet[week]!)} short`, 1)],
  );
  const about = {
    title: titleOf("Weeks with a skill gap", ask),
    rule: "Weeks in which open work finds nobody who can do it.",
  };
  return explained(about, sumOf("Red weeks", "count", parts));
}
