import type { Cell, CellRange } from "../plan/cells.ts";
import { weekHoursText } from "../plan/week-hours.ts";
import { mondayOf } from "./days.ts";
import { COBALT, HARBORLINE, INTERNAL, MERIDIAN, TIDEWATER } from "./small-names.ts";

/** Weeks from the first Monday of 2026; December's four weeks with timesheets are -5 to -2. */
const FIRST_TAKEN = -17;
const LAST_TAKEN = -1;
const AHEAD = 13;

/** Somebody's hours a week on an engagement as they were planned: up to two weeks before, up to six, and before that. */
type Line = readonly [
  who: string | null,
  on: string,
  skill: string | null,
  weeks: readonly [first: number, last: number],
  planned: readonly [near: number, middle: number, far: number],
];

const DECEMBER = [-5, -2] as const;
const COMING = [0, 11] as const;
const TO_CUT_OVER = [1, 7] as const;

/**
 * What Quillhaven planned in autumn. For December the desk was planned too low, and Christmas week too high; of the quarter to
 * come, Cobalt and Tidewater have grown from snapshot to snapshot.
 */
const LINES: readonly Line[] = [
  ["Maya Ellison", MERIDIAN, "Kubernetes", DECEMBER, [24, 20, 16]],
  ["Maya Ellison", INTERNAL, null, DECEMBER, [10, 10, 8]],
  ["Ben Carver", MERIDIAN, "AWS", DECEMBER, [30, 30, 24]],
  ["Omar Haddad", MERIDIAN, "Linux", DECEMBER, [10, 10, 10]],
  ["Omar Haddad", INTERNAL, "Terraform", DECEMBER, [20, 20, 16]],
  ["Wei Ling Tan", MERIDIAN, "AWS", DECEMBER, [28, 24, 20]],
  ["Grace Lind", HARBORLINE, "Delivery", DECEMBER, [12, 12, 12]],
  ["Grace Lind", INTERNAL, null, DECEMBER, [6, 6, 6]],
  ["Rohan Kulkarni", INTERNAL, "Python", DECEMBER, [20, 20, 24]],
  ["Asha Patil", INTERNAL, "Python", DECEMBER, [20, 20, 24]],
  ["Vikram Joshi", INTERNAL, "Python", DECEMBER, [20, 24, 24]],
  ["Daniel Koh", HARBORLINE, "Windows", DECEMBER, [40, 36, 30]],
  ["Marcus Lim", HARBORLINE, "Windows", DECEMBER, [30, 30, 30]],
  ["Farah Rahman", MERIDIAN, "Linux", DECEMBER, [30, 30, 24]],
  ["Daniel Koh", HARBORLINE, "Windows", COMING, [30, 30, 24]],
  ["Marcus Lim", HARBORLINE, "Windows", [0, 7], [30, 30, 30]],
  ["Maya Ellison", MERIDIAN, "Kubernetes", COMING, [8, 8, 8]],
  ["Ben Carver", MERIDIAN, "AWS", COMING, [20, 20, 16]],
  ["Farah Rahman", MERIDIAN, "Linux", COMING, [20, 20, 20]],
  ["Omar Haddad", COBALT, "Terraform", COMING, [20, 20, 10]],
  ["Maya Ellison", COBALT, "Kubernetes", COMING, [12, 8, 8]],
  [null, COBALT, "Python", COMING, [12, 20, 40]],
  ["Rohan Kulkarni", COBALT, "Python", COMING, [20, 16, 0]],
  ["Asha Patil", COBALT, "Python", COMING, [20, 16, 0]],
  ["Vikram Joshi", COBALT, "Python", COMING, [20, 16, 0]],
  ["Wei Ling Tan", TIDEWATER, "AWS", TO_CUT_OVER, [40, 40, 20]],
  ["Grace Lind", TIDEWATER, "Delivery", TO_CUT_OVER, [6, 6, 6]],
  [null, TIDEWATER, "AWS", TO_CUT_OVER, [24, 10, 0]],
];

/** Hours a week of everybody, before holidays and leave. */
const CAPACITY = 424;

/** A snapshot every Monday from September to the end of the year. */
export const smallSnapshots = (): CellRange => [
  ["Taken on", "Week", "Engagement", "Skill", "Person", "Hours"],
  ...weeks(FIRST_TAKEN, LAST_TAKEN).flatMap(takenIn),
];

const weeks = (first: number, last: number): readonly number[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);

function takenIn(taken: number): readonly (readonly Cell[])[] {
  const day = mondayOf(taken);
  const rows = LINES.flatMap(([who, on, skill, [first, last], planned]): readonly (readonly Cell[])[] => {
    const from = Math.max(first, taken);
    const minutes = weeks(from, Math.min(last, taken + AHEAD - 1)).map((week) => 60 * planned[distance(week - taken)]);
    return minutes.every((one) => one === 0) ? [] : [[day, mondayOf(from), on, skill, who, weekHoursText(minutes)]];
  });
  const capacity = weekHoursText(weeks(1, AHEAD).map(() => 60 * CAPACITY));
  return [[day, day, null, null, null, capacity], ...rows];
}

const distance = (ahead: number): 0 | 1 | 2 => (ahead <= 2 ? 0 : ahead <= 6 ? 1 : 2);
