import type { Need, Plan } from "../../plan/plan.ts";
import { roundedPart } from "../exact.ts";
import { slicesIn } from "../support/load.ts";
import type { Timeline } from "../timeline.ts";

/** What parts of a week ask for, at the slices of probability of a full week, kept once for every part that occurs. */
export interface Loads {
  readonly lists: readonly (readonly number[])[];
  /** The list for a queue's need in a grain. */
  readonly of: (queue: number, slices: ArrayLike<number>, need: Need, grain: number) => number;
}

/**
 * Tickets come in evenly from Monday to Friday, without the location's holidays, and fewer of them vary more; a load that comes
 * from no tickets is spread like any need's hours a week, in running sums.
 */
export function loadsOf({ locations }: Plan, grains: Timeline): Loads {
  const lists: number[][] = [];
  const known = new Map<string, number>();
  const holidays = locations.map((location) => new Set<number>(location.holidays));
  return {
    lists,
    of(queue, slices, need, grain) {
      const { from, to, location } = need;
      const period = grains.periods[grain]!;
      const [first, last] = [Math.max(from, period.from), Math.min(to, period.to)];
      const monday = period.from - ((period.from + 5) % 7);
      const works = (day: number) => (day + 5) % 7 < 5 && !holidays[location]?.has(day);
      let before = 0;
      for (let day = monday; day < first; day++) before += Number(works(day));
      let until = before;
      for (let day = first; day <= last; day++) until += Number(works(day));
      const key = `${queue} ${before} ${until}`;
      const found = known.get(key);
      if (found !== undefined) return found;
      known.set(key, lists.length);
      const part = (minutes: number) => roundedPart(until, minutes, 5) - roundedPart(before, minutes, 5);
      const fewer = until - before < 5 ? slicesIn(need, (until - before) / 5) : null;
      return lists.push(fewer === null ? Array.from(slices, part) : Array.from(fewer)) - 1;
    },
  };
}
