import type { Cell, CellRange } from "../../plan/cells.ts";
import { weekHoursText } from "../../plan/week-hours.ts";
import { HORIZON_FROM, mondayOf } from "../days.ts";
import type { DemoRow } from "../headings.ts";
import { type Draw, drawFrom } from "../random.ts";

const SEED = 26;
/** Weeks from the first Monday of 2026 in which a snapshot was kept: older ones were thinned to one a month. */
const TAKEN = [-17, -13, -9, -7, -6, -5, -4, -3, -1];
const AHEAD = 26;
/** December's weeks with timesheets. */
const WORKED = [-5, -2] as const;

interface Tables {
  readonly people: readonly DemoRow<"People">[];
  readonly allocations: readonly DemoRow<"Allocations">[];
  readonly actuals: readonly DemoRow<"Actuals">[];
}

/**
 * What Quellmont planned in autumn: for December by person, the earlier the lower; for the half year to come by engagement
 * and skill, as far as it was sold by then. New work came in late, so that January grew from snapshot to snapshot.
 */
export function firmSnapshots(tables: Tables): CellRange {
  const draw = drawFrom(SEED);
  const lines = [...decemberLines(draw, tables), ...comingLines(draw, tables)];
  return [
    ["Taken on", "Week", "Engagement", "Skill", "Person", "Hours"],
    ...TAKEN.flatMap((taken) => [capacityRow(tables, taken), ...lines.flatMap((line) => rowOf(line, taken))]),
  ];
}

/** Hours a week on something, as they were planned in one week for another; 0 where nothing was known yet. */
interface Line {
  readonly engagement: Cell;
  readonly skill: Cell;
  readonly person: Cell;
  readonly hours: (taken: number, week: number) => number;
}

function rowOf({ engagement, skill, person, hours }: Line, taken: number): readonly (readonly Cell[])[] {
  const weeks = Array.from({ length: AHEAD }, (_, i) => taken + i);
  const minutes = weeks.map((week) => 60 * hours(taken, week));
  const first = minutes.findIndex((one) => one > 0);
  if (first < 0) return [];
  const last = minutes.length - [...minutes].reverse().findIndex((one) => one > 0);
  const text = weekHoursText(minutes.slice(first, last));
  return [[mondayOf(taken), mondayOf(taken + first), engagement, skill, person, text]];
}

/** Everybody's December on what they logged: near to it two weeks before, up to a fifth too low three months before. */
function decemberLines(draw: Draw, { actuals }: Tables): readonly Line[] {
  const logged = new Map<string, { readonly engagement: Cell; days: number; hours: number }>();
  for (const { Person, Engagement = null, Hours } of actuals) {
    const own = logged.get(String(Person)) ?? { engagement: Engagement, days: 0, hours: 0 };
    logged.set(String(Person), own);
    if (typeof Hours !== "number") continue;
    own.days += 1;
    own.hours += Hours;
  }
  return [...logged].map(([person, { engagement, days, hours }]): Line => {
    const usual = days === 0 ? 32 : Math.round((5 * hours) / days);
    const near = usual + draw.whole(-2, 2);
    const middle = near + draw.whole(-5, 2);
    const far = Math.max(8, middle + draw.whole(-8, 2));
    return {
      engagement,
      skill: null,
      person,
      hours: (taken, week) => {
        if (week < WORKED[0] || week > WORKED[1]) return 0;
        return week - taken <= 2 ? near : week - taken <= 6 ? middle : far;
      },
    };
  });
}

interface Booked {
  readonly from: number;
  readonly to: number;
  readonly hours: number;
  /** The week in which it was sold. */
  readonly known: number;
}

/** What is booked in the half year to come, by engagement and skill. */
function comingLines(draw: Draw, { allocations }: Tables): readonly Line[] {
  const found = new Map<string, { readonly engagement: Cell; readonly skill: Cell; readonly booked: Booked[] }>();
  for (const row of allocations) {
    const { Engagement = null, Skill = null } = row;
    const key = `${Engagement}|${Skill}`;
    const line = found.get(key) ?? { engagement: Engagement, skill: Skill, booked: [] };
    found.set(key, line);
    const from = weekOf(row.From, 0);
    const known = draw.chance(0.6) ? TAKEN[0]! : from - draw.whole(1, 18);
    line.booked.push({ from, to: weekOf(row.To, AHEAD), hours: hoursAWeek(row), known });
  }
  return [...found.values()].map(
    ({ engagement, skill, booked }): Line => ({
      engagement,
      skill,
      person: null,
      hours: (taken, week) =>
        week < 0
          ? 0
          : Math.round(
              booked.reduce(
                (sum, one) => sum + (one.known <= taken && one.from <= week && week <= one.to ? one.hours : 0),
                0,
              ),
            ),
    }),
  );
}

const weekOf = (day: Cell | undefined, none: number): number =>
  typeof day === "number" ? Math.floor((day - HORIZON_FROM) / 7) : none;

const FULL_WEEK = 40;

function hoursAWeek(row: DemoRow<"Allocations">): number {
  if (typeof row["Hours a week"] === "number") return row["Hours a week"];
  if (typeof row["Hours a day"] === "number") return 5 * row["Hours a day"];
  return typeof row.Share === "number" ? FULL_WEEK * row.Share : 0;
}

/** Share of contract hours that is left after holidays and leave. */
const THERE = 0.93;

/** Everybody's hours in the weeks to come, of those who were there or had signed. */
function capacityRow({ people }: Tables, taken: number): readonly Cell[] {
  const weeks = Array.from({ length: AHEAD }, (_, i) => taken + i);
  const minutes = weeks.map((week) => {
    const hours = people.reduce((sum, one) => {
      const from = weekOf(one.From, -1_000);
      const isThere = from <= week && from <= taken + 8 && weekOf(one.To, 1_000) >= week && one.Odds === undefined;
      return sum + (isThere && typeof one["Weekly hours"] === "number" ? one["Weekly hours"] : 0);
    }, 0);
    return 60 * Math.round(THERE * hours);
  });
  return [mondayOf(taken), mondayOf(taken), null, null, null, weekHoursText(minutes)];
}
