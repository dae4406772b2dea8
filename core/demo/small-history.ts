import type { Cell, CellRange } from "../plan/cells.ts";
import { weekHoursText } from "../plan/week-hours.ts";
import { plusDays } from "../units.ts";
import { mondayOf } from "./days.ts";
import { COBALT, FERRO, HARBORLINE, INTERNAL, MERIDIAN, TIDEWATER } from "./small-names.ts";

/** Weeks from the first Monday of 2026; the quarter before it is history. */
const FIRST_TAKEN = -24;
const FIRST_WORKED = -12;
const AHEAD = 13;

/** Somebody's work on an engagement as it was planned: up to two weeks before, up to six, and before that; and as it went. */
interface Line {
  readonly who: string | null;
  readonly on: string;
  readonly skill: string | null;
  readonly weeks: readonly [first: number, last: number];
  readonly planned: readonly [near: number, middle: number, far: number];
  /** In weeks of even and of odd number. */
  readonly worked: readonly [even: number, odd: number];
}

const line = (
  who: string | null,
  on: string,
  skill: string | null,
  weeks: Line["weeks"],
  planned: Line["planned"],
  worked: Line["worked"] = [0, 0],
): Line => ({ who, on, skill, weeks, planned, worked });

const PAST = [-30, -1] as const;
const ROLLOUT = [-30, -3] as const;
const COMING = [0, 11] as const;
const RELEASE = [1, 7] as const;

/**
 * What Quillhaven planned and did in the quarter before: the desk was planned too low all along, and the rollout at Ferro
 * asked for more the nearer it came. Of the quarter to come, Cobalt and Tidewater have grown.
 */
const LINES: readonly Line[] = [
  line("Daniel Koh", HARBORLINE, "Windows", PAST, [30, 30, 24], [30, 34]),
  line("Marcus Lim", HARBORLINE, "Windows", PAST, [30, 30, 30], [30, 32]),
  line("Maya Ellison", MERIDIAN, "Kubernetes", PAST, [8, 8, 8], [8, 10]),
  line("Ben Carver", MERIDIAN, "AWS", PAST, [20, 20, 16], [20, 22]),
  line("Farah Rahman", MERIDIAN, "Linux", PAST, [20, 20, 20], [20, 18]),
  line("Omar Haddad", INTERNAL, "Terraform", PAST, [10, 10, 10], [8, 6]),
  line("Grace Lind", INTERNAL, null, PAST, [6, 6, 6], [6, 6]),
  line("Maya Ellison", FERRO, "Kubernetes", ROLLOUT, [20, 16, 12], [22, 24]),
  line("Wei Ling Tan", FERRO, "AWS", ROLLOUT, [40, 32, 24], [40, 38]),
  line("Omar Haddad", FERRO, "Terraform", ROLLOUT, [20, 20, 20], [20, 24]),
  line("Rohan Kulkarni", FERRO, "Python", ROLLOUT, [36, 30, 20], [36, 40]),
  line("Asha Patil", FERRO, "Python", ROLLOUT, [36, 36, 30], [36, 34]),
  line("Vikram Joshi", FERRO, "Python", ROLLOUT, [36, 30, 20], [38, 40]),
  line("Grace Lind", FERRO, "Delivery", ROLLOUT, [12, 12, 8], [12, 14]),
  line(null, FERRO, "AWS", ROLLOUT, [0, 8, 16]),
  line("Daniel Koh", HARBORLINE, "Windows", COMING, [30, 30, 24]),
  line("Marcus Lim", HARBORLINE, "Windows", [0, 7], [30, 30, 30]),
  line("Maya Ellison", MERIDIAN, "Kubernetes", COMING, [8, 8, 8]),
  line("Ben Carver", MERIDIAN, "AWS", COMING, [20, 20, 16]),
  line("Farah Rahman", MERIDIAN, "Linux", COMING, [20, 20, 20]),
  line("Omar Haddad", COBALT, "Terraform", COMING, [20, 20, 10]),
  line("Maya Ellison", COBALT, "Kubernetes", COMING, [12, 8, 8]),
  line(null, COBALT, "Python", COMING, [12, 20, 40]),
  line("Rohan Kulkarni", COBALT, "Python", COMING, [20, 16, 0]),
  line("Asha Patil", COBALT, "Python", COMING, [20, 16, 0]),
  line("Vikram Joshi", COBALT, "Python", COMING, [20, 16, 0]),
  line("Wei Ling Tan", TIDEWATER, "AWS", RELEASE, [40, 40, 20]),
  line("Grace Lind", TIDEWATER, "Delivery", RELEASE, [6, 6, 6]),
  line(null, TIDEWATER, "AWS", RELEASE, [24, 10, 0]),
];

/** Hours a week of everybody, before holidays and leave. */
const CAPACITY = 424;

/** Logged hours and weekly snapshots of the quarter before the horizon. */
export const smallHistory = (): ReadonlyMap<string, CellRange> =>
  new Map<string, CellRange>([
    ["Actuals", [["Day", "Person", "Engagement", "Hours"], ...weeks(FIRST_WORKED, -1).flatMap(loggedIn)]],
    [
      "Snapshots",
      [["Taken on", "Week", "Engagement", "Skill", "Person", "Hours"], ...weeks(FIRST_TAKEN, -1).flatMap(takenIn)],
    ],
  ]);

const weeks = (first: number, last: number): readonly number[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);

const WORKDAYS = [0, 1, 2, 3, 4];

/** Asha has not logged one week of November. */
const isMissing = (who: string | null, week: number): boolean => who === "Asha Patil" && week === -7;

function loggedIn(week: number): readonly (readonly Cell[])[] {
  return LINES.flatMap(({ who, on, weeks: [first, last], worked }) => {
    if (who === null || week < first || week > last || isMissing(who, week)) return [];
    const hours = worked[week % 2 === 0 ? 0 : 1];
    return hours === 0 ? [] : WORKDAYS.map((at): readonly Cell[] => [plusDays(mondayOf(week), at), who, on, hours / 5]);
  });
}

function takenIn(taken: number): readonly (readonly Cell[])[] {
  const day = mondayOf(taken);
  const rows = LINES.flatMap(({ who, on, skill, weeks: [first, last], planned }): readonly (readonly Cell[])[] => {
    const from = Math.max(first, taken);
    const minutes = weeks(from, Math.min(last, taken + AHEAD - 1)).map((week) => 60 * planned[distance(week - taken)]);
    return minutes.every((one) => one === 0) ? [] : [[day, mondayOf(from), on, skill, who, weekHoursText(minutes)]];
  });
  const capacity = weekHoursText(weeks(1, AHEAD).map(() => 60 * CAPACITY));
  return [[day, day, null, null, null, capacity], ...rows];
}

const distance = (ahead: number): 0 | 1 | 2 => (ahead <= 2 ? 0 : ahead <= 6 ? 1 : 2);
