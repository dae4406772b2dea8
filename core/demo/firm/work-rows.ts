import { fridayOf, mondayOf } from "../days.ts";
import type { DemoRow } from "../headings.ts";
import type { Draw } from "../random.ts";
import type { Booking } from "./bookings.ts";
import { MARKET } from "./market.ts";
import type { Need } from "./needs.ts";
import type { Staff } from "./people.ts";
import type { Sold } from "./work.ts";

export function engagementRows(
  draw: Draw,
  all: readonly Sold[],
  staff: readonly Staff[],
): readonly DemoRow<"Engagements">[] {
  const managers = staff.filter(({ skill, to }) => skill === "Project management" && to === null);
  return all.map((sold) => ({
    Engagement: sold.name,
    Client: sold.client,
    Kind: sold.kind,
    Status: sold.status,
    Odds: sold.odds,
    From: sold.kind === "internal" ? null : mondayOf(sold.weeks[0]),
    To: sold.kind === "internal" ? null : fridayOf(sold.weeks[1]),
    Priority: sold.priority,
    Owner: draw.pick(managers).name,
  }));
}

/** Demand in the units planners use: hours a week mostly, FTE, and hours in all where a price is fixed. */
export const demandRows = (draw: Draw, needs: readonly Need[]): readonly DemoRow<"Demand">[] =>
  needs
    .filter(({ support }) => !support)
    .map((need) => ({
      Engagement: need.sold.name,
      Skill: need.skill,
      "Min level": need.level,
      Certificate: need.certified ? (MARKET.get(need.skill)?.certificate ?? null) : null,
      From: mondayOf(need.first),
      To: fridayOf(need.last),
      ...effort(draw, need),
    }));

function effort(draw: Draw, { sold, hours, first, last }: Need): DemoRow<"Demand"> {
  const [asTotal, asFte] = [draw.chance(0.2), draw.chance(0.35)];
  if (sold.kind === "fixed price" && asTotal) return { "Total hours": hours * (last - first + 1), Spread: "even" };
  return asFte && hours % 10 === 0 ? { FTE: hours / 40 } : { "Hours a week": hours };
}

/** Half of the support is known by its tickets: so many a week, so many hours each. */
export const supportRows = (draw: Draw, needs: readonly Need[]): readonly DemoRow<"Support">[] =>
  needs
    .filter(({ support }) => support)
    .map(({ sold, skill, level, hours }) => {
      const each = draw.pick([0.5, 1, 1.25, 2.5]);
      const size = draw.chance(0.5)
        ? { "Tickets a week": hours / each, "Hours a ticket": each }
        : { "Hours a week": hours };
      return {
        Engagement: sold.name,
        Skill: skill,
        "Min level": level,
        From: mondayOf(sold.weeks[0]),
        To: fridayOf(sold.weeks[1]),
        ...size,
      };
    });

export const allocationRows = (draw: Draw, bookings: readonly Booking[]): readonly DemoRow<"Allocations">[] =>
  bookings.map((booking) => ({
    Person: booking.who.name,
    Engagement: booking.sold.name,
    Skill: booking.skill,
    From: booking.from,
    To: booking.to,
    ...hoursOf(draw, booking),
    Billable: booking.sold.kind !== "internal",
    Note: booking.note,
  }));

/** Hours a day where that is plain, else hours a week; a share now and then. */
function hoursOf(draw: Draw, { who, hoursAWeek }: Booking): DemoRow<"Allocations"> {
  const way = draw.share();
  if (who.weeklyHours !== 40 || way < 0.15 || hoursAWeek < 5) return { "Hours a week": hoursAWeek };
  return way < 0.27 && hoursAWeek % 10 === 0 ? { Share: hoursAWeek / 40 } : { "Hours a day": hoursAWeek / 5 };
}
