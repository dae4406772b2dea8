import { countedBy } from "../engine/counted.ts";
import { demand } from "../engine/demand.ts";
import { skillGap } from "../engine/gap.ts";
import { everything } from "../engine/scope.ts";
import { supply } from "../engine/supply.ts";
import type { Timeline } from "../engine/timeline.ts";
import { nameKey } from "../plan/names.ts";
import type { Plan } from "../plan/plan.ts";
import { listed } from "../sheets/words.ts";

/** Why a scenario is not to be written: the plan as it would be read must give its figures, week by week. */
export function otherFigures(weeks: Timeline, wanted: Plan, read: Plan): readonly string[] {
  const [shown, then] = [figuresOf(weeks, wanted), figuresOf(weeks, read)];
  const other = [...shown].flatMap(([what, figures]) => (then.get(what) === figures ? [] : [what]));
  if (other.length === 0) return [];
  return [`The tables cannot say this scenario exactly: ${listed(other)} would be other than it showed.`];
}

/** What is short, what people can do and what is asked for, each week; people and engagements by their names. */
function figuresOf(weeks: Timeline, plan: Plan): ReadonlyMap<string, string> {
  const how = countedBy(plan.settings);
  const { capacity, free, overload } = supply(plan, weeks, how);
  const { asked, open, own } = demand(plan, weeks, how);
  const { people, contracts, engagements, needs, allocations } = plan;
  const count = weeks.periods.length;
  const byPerson = (minutes: Float64Array) => sums(minutes, count, (at) => people[contracts[at]!.person]!.name);
  const byNeed = (minutes: Float64Array) => sums(minutes, count, (at) => engagements[needs[at]!.engagement]!.name);
  return new Map([
    ["the hours nobody can do", skillGap(plan, weeks, how, everything(plan)).unmet.join()],
    ["capacity", byPerson(capacity)],
    ["free hours", byPerson(free)],
    ["hours booked too much", byPerson(overload)],
    ["demand", `${byNeed(asked)} ${sums(own, count, (at) => engagements[allocations.engagement[at]!]!.name)}`],
    ["open demand", byNeed(open)],
  ]);
}

/** Minutes by name and week, whatever the order of the rows; names without any are left out. */
function sums(minutes: Float64Array, weeks: number, nameAt: (at: number) => string): string {
  const found = new Map<string, number>();
  for (let cell = 0; cell < minutes.length; cell++) {
    if (minutes[cell] === 0) continue;
    const key = `${nameKey(nameAt(Math.floor(cell / weeks)))} ${cell % weeks}`;
    found.set(key, (found.get(key) ?? 0) + minutes[cell]!);
  }
  return JSON.stringify([...found].filter(([, sum]) => sum !== 0).sort(([a], [b]) => Number(a > b) - Number(a < b)));
}
