import { dayOf } from "../../plan/calendar.ts";
import { plusDays } from "../../units.ts";
import type { DemoRow } from "../headings.ts";
import { drawFrom } from "../random.ts";

const SEED = 25;
/** Monday 1 December 2025: four weeks of timesheets, up to Friday 26 December. */
const FIRST = dayOf(2025, 12, 1);
const WEEKS = 4;
const DAYS = 5;

/**
 * December's timesheets of everybody who was there and is booked, on what they are booked on first: most between 6 and 8
 * hours a day, every tenth above 8 in all weeks, and one timesheet in eighty empty.
 */
export function actualRows(
  people: readonly DemoRow<"People">[],
  allocations: readonly DemoRow<"Allocations">[],
): readonly DemoRow<"Actuals">[] {
  const draw = drawFrom(SEED);
  const worksOn = new Map<string, string>();
  for (const { Person, Engagement } of allocations)
    if (!worksOn.has(String(Person))) worksOn.set(String(Person), String(Engagement));
  const there = new Set(
    people
      .filter(({ From }) => From === undefined || From === null || Number(From) <= FIRST)
      .map(({ Person }) => String(Person)),
  );
  return [...there].flatMap((person) => {
    const on = worksOn.get(person);
    if (on === undefined) return [];
    const usual = draw.chance(0.1) ? draw.whole(33, 36) / 4 : draw.whole(24, 31) / 4;
    return Array.from({ length: WEEKS }, (_, week) => {
      const isEmpty = draw.chance(1 / 80);
      return Array.from({ length: DAYS }, (__, weekday) => ({
        Day: plusDays(FIRST, 7 * week + weekday),
        Person: person,
        Engagement: on,
        Hours: isEmpty ? null : Math.max(0, usual + draw.whole(-2, 2) / 4),
      }));
    }).flat();
  });
}

const PROMISED = ["Kick-off", "Design agreed", "First release", "Acceptance"] as const;

/** A milestone every few weeks of each fixed price; some were moved, some came late, some are open still. */
export function milestoneRows(engagements: readonly DemoRow<"Engagements">[]): readonly DemoRow<"Milestones">[] {
  const draw = drawFrom(SEED + 1);
  const asOf = plusDays(FIRST, 7 * WEEKS - 3);
  return engagements
    .filter(({ Kind, Status, From }) => Kind === "fixed price" && Status === "confirmed" && typeof From === "number")
    .flatMap(({ Engagement = null, From }) =>
      PROMISED.map((name, i) => {
        const baseline = Number(From) + 28 * i + draw.whole(0, 2) * 7 + 4;
        const moved = draw.chance(0.3) ? draw.whole(1, 3) * 7 : 0;
        const done = baseline + moved + (draw.chance(0.25) ? draw.whole(1, 10) : -draw.whole(0, 3));
        const isOpen = done > asOf || (baseline <= asOf && draw.chance(0.1));
        return {
          Engagement,
          Milestone: name,
          Baseline: baseline,
          Due: moved > 0 ? baseline + moved : null,
          Delivered: isOpen ? null : done,
        };
      }),
    );
}
