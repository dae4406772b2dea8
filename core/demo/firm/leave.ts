import { type DayNumber, plusDays } from "../../units.ts";
import { mondayOf } from "../days.ts";
import type { DemoRow } from "../headings.ts";
import type { Draw } from "../random.ts";
import type { Staff } from "./people.ts";

/** How long people are away, in days of the calendar from the first day on. */
const ABSENCES: readonly (readonly [kind: string, days: number])[] = [
  ["annual", 4],
  ["annual", 4],
  ["annual", 11],
  ["annual", 2],
  ["annual", 1],
  ["annual", 0],
  ["sick", 0],
  ["sick", 1],
  ["training", 2],
  ["parental", 25],
];
/** Parts of the horizon, so that nobody's absences overlap; school holidays come twice. */
const SEASONS: readonly (readonly [first: number, last: number])[] = [
  [0, 4],
  [6, 10],
  [12, 13],
  [15, 19],
  [21, 24],
];

/** One or two absences a person, three for some; nobody before they come or after they go. */
export const leaveRows = (draw: Draw, staff: readonly Staff[]): readonly DemoRow<"Leave">[] =>
  staff
    .filter(({ kind }) => kind !== "planned hire")
    .flatMap((who) => {
      const often = draw.pick([1, 1, 2, 2, 2]);
      const season = draw.whole(0, SEASONS.length - 1);
      return Array.from({ length: often }, (_, i) => absence(draw, who, SEASONS[(season + 2 * i) % SEASONS.length]!));
    })
    .flatMap((row) => (row === null ? [] : [row]));

function absence(draw: Draw, who: Staff, [first, last]: readonly [number, number]): DemoRow<"Leave"> | null {
  const [kind, days] = draw.pick(ABSENCES);
  const monday = mondayOf(draw.whole(first, last));
  const from: DayNumber = days < 4 ? plusDays(monday, draw.whole(0, 4 - days)) : monday;
  const halfDay = days === 0 && draw.chance(0.4);
  const to = plusDays(from, days);
  if ((who.from !== null && from < who.from) || (who.to !== null && to > who.to)) return null;
  return { Person: who.name, From: from, To: to, "Hours a day": halfDay ? 4 : null, Kind: kind };
}
