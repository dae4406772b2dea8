import { type Period, weekday } from "../plan/calendar.ts";
import { type Plan, PPM, type Ppm, type Settings } from "../plan/plan.ts";
import { dayNumber } from "../units.ts";
import type { Counted } from "./counted.ts";
import { supply } from "./supply.ts";
import { type Timeline, timeline } from "./timeline.ts";

/** How loaded somebody is in a week: nothing to do and no time, fine, worth a look, too much. */
export type Band = "off" | "ok" | "watch" | "red";

/** From where on a week counts as watch or red, as shares of capacity, and as a share of hours worked beyond the contract. */
export interface BandLimits {
  readonly watch: Ppm;
  readonly red: Ppm;
  readonly overtime: Ppm;
}

export const limitsOf = ({ watchAbove, redAbove, overtime }: Settings): BandLimits => ({
  watch: watchAbove,
  red: redAbove,
  overtime,
});

/** One person's week, in minutes. */
export interface LoadedWeek {
  readonly load: number;
  readonly capacity: number;
  readonly contracted: number;
}

/** A week of one person, judged: the band, and for how many weeks in a row the load has been above the watch limit by then. */
export interface Judged {
  readonly band: Band;
  readonly run: number;
}

const WEEKS_OF_RED = 3;
const WEEKS_OF_WATCH = 2;
const WEEKS_OF_OVERTIME = 2;

/**
 * Red: more than capacity, or above the red limit for the third week running. Watch: above the watch limit for the second
 * week running, or overtime in the second. A week off ends every run.
 */
export function judge(weeks: readonly LoadedWeek[], limits: BandLimits): readonly Judged[] {
  let [run, high, over] = [0, 0, 0];
  return weeks.map(({ load, capacity, contracted }) => {
    const above = (limit: Ppm) => load * PPM > capacity * limit;
    const overtime = Math.max(0, load - contracted);
    run = above(limits.watch) ? run + 1 : 0;
    high = above(limits.red) ? high + 1 : 0;
    over = load > 0 && overtime > 0 && overtime * PPM >= load * limits.overtime ? over + 1 : 0;
    return { band: bandOf(load, capacity, run, high, over), run };
  });
}

function bandOf(load: number, capacity: number, run: number, high: number, over: number): Band {
  if (load > capacity || high >= WEEKS_OF_RED) return "red";
  if (load === 0 && capacity === 0) return "off";
  return run >= WEEKS_OF_WATCH || over >= WEEKS_OF_OVERTIME ? "watch" : "ok";
}

/** So many weeks before the first asked one decide whether it is red, and begin most runs. */
export const LOOK_BACK_WEEKS = 26;
/** Runs that began earlier are followed back so far, in steps, so that they do not depend on where one starts to look. */
export const FARTHEST_WEEKS = 208;

/** Everybody's weeks, minutes as [person * weeks + week]. */
export interface PersonWeeks {
  readonly weeks: Timeline;
  readonly load: Float64Array;
  readonly billable: Float64Array;
  readonly capacity: Float64Array;
  readonly contracted: Float64Array;
  readonly overload: Float64Array;
  readonly target: Float64Array;
}

/** Whole weeks from Monday to Sunday, from the one of `from` to the one of `to`. */
export function personWeeks(plan: Plan, from: number, to: number, counted: Counted): PersonWeeks {
  const first = dayNumber(from - weekday(dayNumber(from)));
  const last = dayNumber(to + 6 - weekday(dayNumber(to)));
  const weeks = timeline(first, last, "week");
  const n = weeks.periods.length;
  const people = supply(plan, weeks, counted);
  const byPerson = (minutes: Float64Array) => {
    const sums = new Float64Array(plan.people.length * n);
    plan.contracts.forEach(({ person }, contract) => {
      for (let week = 0; week < n; week++) sums[person * n + week]! += minutes[contract * n + week]!;
    });
    return sums;
  };
  return {
    weeks,
    load: byPerson(people.pinned),
    billable: byPerson(people.billable),
    capacity: byPerson(people.capacity),
    contracted: byPerson(people.contracted),
    overload: byPerson(people.overload),
    target: byPerson(people.target),
  };
}

/** Everybody's weeks from as many before `from` on as their runs need, judged. */
export interface JudgedWeeks {
  readonly all: PersonWeeks;
  /** [person][week] */
  readonly judged: readonly (readonly Judged[])[];
  /** The place of the week of `from`: so many weeks are looked back. */
  readonly first: number;
}

/** Whether a run was going on in the first week that is looked back at: it is as long as that, or longer. */
export const isOpenRun = (run: number, week: number): boolean => run === week + 1;

/** Weeks from..to of a plan in which hours worked are counted as far back as runs are followed, and the weeks before them. */
export function judgedWeeks(plan: Plan, { from, to }: Period, counted: Counted): JudgedWeeks {
  const limits = limitsOf(plan.settings);
  for (let first = LOOK_BACK_WEEKS; ; first *= 2) {
    const all = personWeeks(plan, from - 7 * first, to, counted);
    const people = judged(all, plan.people.length, limits);
    const goesOn = people.some((own) => own.some(({ run }, week) => week >= first && isOpenRun(run, week)));
    if (!goesOn || first >= FARTHEST_WEEKS) return { all, judged: people, first };
  }
}

/** Each person's weeks, judged: [person][week]. */
export function judged({ weeks, load, capacity, contracted }: PersonWeeks, people: number, limits: BandLimits) {
  const n = weeks.periods.length;
  return Array.from({ length: people }, (_, person) =>
    judge(
      weeks.periods.map((__, week) => {
        const cell = person * n + week;
        return { load: load[cell]!, capacity: capacity[cell]!, contracted: contracted[cell]! };
      }),
      limits,
    ),
  );
}

/** Share of their time that people lose by working on so many things at once (Weinberg 1992): folklore, not a measurement. */
export const switchingLoss = (engagements: number): Ppm =>
  engagements < 2 ? 0 : (SWITCHING[engagements] ?? SWITCHING[5]!);
const SWITCHING: readonly Ppm[] = [0, 0, 200_000, 400_000, 600_000, 750_000];
