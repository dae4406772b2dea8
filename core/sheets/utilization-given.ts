import { FARTHEST_WEEKS, isOpenRun, type Judged, judgedWeeks, type PersonWeeks } from "../engine/bands.ts";
import { allocationEffort } from "../engine/effort.ts";
import { timeline } from "../engine/timeline.ts";
import { asWorked } from "../engine/worked/as-worked.ts";
import { type MissingWeek, missingTimesheets } from "../engine/worked/missing.ts";
import { weekday } from "../plan/calendar.ts";
import { type DayNumber, dayNumber, plusDays } from "../units.ts";
import type { Given } from "./given.ts";

/** The sheet's weeks: up to eight with hours logged before the horizon, then the horizon; and everybody's load in them. */
export interface Loads {
  /** Weeks before the first shown one, from which runs are followed, come first. */
  readonly all: PersonWeeks;
  readonly judged: readonly (readonly Judged[])[];
  /** The place of the first shown week, and the number of weeks shown. */
  readonly first: number;
  readonly shown: number;
  readonly weeks: readonly DayNumber[];
  /** People with hours or time in the weeks shown: red weeks first, then the longest run, then by name. */
  readonly people: readonly PersonLoad[];
  readonly missing: readonly MissingWeek[];
}

export interface PersonLoad {
  readonly person: number;
  readonly red: number;
  readonly watch: number;
  /** The longest run of weeks above the watch limit that touches the weeks shown, and its last week's place. */
  readonly run: number;
  readonly runEnds: number;
  /** It was going on in the first week that is looked back at: it is as long as that, or longer. */
  readonly runIsLonger: boolean;
  readonly overload: number;
}

const WEEKS_BEFORE = 8;

export function loadsOf({ plan, counted, weeks }: Given): Loads {
  const from = firstShown(plan.actuals.day.subarray(0, plan.actuals.length), weeks.from);
  const worked = asWorked(plan, { from: plusDays(from, -7 * FARTHEST_WEEKS), to: weeks.to });
  const { all, judged: bands, first } = judgedWeeks(worked, { from, to: weeks.to }, counted);
  const shown = all.weeks.periods.length - first;
  const people = plan.people
    .map((_, person) => loadOf(all, bands[person]!, person, first))
    .filter(({ person }) => isThere(all, person, first));
  people.sort(
    (a, b) =>
      b.red - a.red ||
      b.run - a.run ||
      b.watch - a.watch ||
      byName(plan.people[a.person]!.name, plan.people[b.person]!.name),
  );
  return {
    all,
    judged: bands,
    first,
    shown,
    weeks: timeline(from, weeks.to, "week").periods.map((week) => week.from),
    people,
    missing: missingTimesheets(plan, { from, to: weeks.to }, counted),
  };
}

function firstShown(logged: Int32Array, horizon: DayNumber): DayNumber {
  const before = logged.filter((day) => day < horizon && day >= horizon - 7 * WEEKS_BEFORE);
  if (before.length === 0) return horizon;
  const first = before.reduce((a, b) => Math.min(a, b)) as DayNumber;
  return plusDays(first, -weekday(first));
}

function loadOf({ overload, weeks }: PersonWeeks, own: readonly Judged[], person: number, first: number): PersonLoad {
  const n = weeks.periods.length;
  const load = { person, red: 0, watch: 0, run: 0, runEnds: -1, runIsLonger: false, overload: 0 };
  for (let week = first; week < n; week++) {
    const { band, run } = own[week]!;
    if (band === "red") load.red += 1;
    if (band === "watch") load.watch += 1;
    if (run > load.run) [load.run, load.runEnds, load.runIsLonger] = [run, week, isOpenRun(run, week)];
    load.overload += overload[person * n + week]!;
  }
  return load;
}

const isThere = ({ capacity, load, weeks }: PersonWeeks, person: number, first: number): boolean => {
  const n = weeks.periods.length;
  for (let week = first; week < n; week++)
    if (capacity[person * n + week]! > 0 || load[person * n + week]! > 0) return true;
  return false;
};

const byName = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** A week of somebody's, and the engagements that they have hours on in it. */
export interface BusyWeek {
  readonly monday: DayNumber;
  readonly on: ReadonlySet<number>;
}

/** Of each person, the first shown week with the most engagements at once: those of logged hours on past days, else those of planned ones that count. */
export function busiestWeeks({ plan, counted, weeks }: Given, loads: Loads): readonly BusyWeek[] {
  const from = loads.weeks[0]!;
  const worked = asWorked(plan, { from, to: weeks.to });
  const effort = allocationEffort(worked, timeline(from, weeks.to, "week"), counted);
  const on = plan.people.map(() => loads.weeks.map(() => new Set<number>()));
  const n = loads.weeks.length;
  const { length, person, engagement } = worked.allocations;
  for (let row = 0; row < length; row++)
    for (let week = 0; week < n; week++)
      if (effort[row * n + week]! > 0) on[person[row]!]?.[week]?.add(engagement[row]!);
  return on.map((own) =>
    own
      .map((one, week): BusyWeek => ({ monday: loads.weeks[week]!, on: one }))
      .reduce((a, b) => (b.on.size > a.on.size ? b : a)),
  );
}

/** The weeks shown as a timeline. */
export const shownWeeks = ({ weeks }: Loads) => timeline(weeks[0]!, dayNumber(weeks[weeks.length - 1]! + 6), "week");
