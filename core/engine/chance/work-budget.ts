import type { GrainWorlds } from "./grain-worlds.ts";
import { POINTS } from "./lattice.ts";
import type { OddsOptions } from "./odds.ts";
import { type GrainTable, type Listing, MOST_OUTCOMES } from "./table.ts";

/** A grain before any of its outcomes are looked at. */
export interface Unlisted {
  readonly worlds: GrainWorlds;
  readonly listing: Listing;
}
type Tried = Unlisted & { readonly table: GrainTable | null };

type Asked = Pick<OddsOptions, "bySkill" | "budget">;

/** A world whose shortage is shared out among skills costs about so many times one that is only solved. */
const WITH_SPLIT = 4;
/** Without a second shift there is no standard error. */
const FEWEST_SHIFTS = 2;
/** To list so many outcomes takes no more work than to draw as few worlds as can be. */
const FEWEST = POINTS[0] * FEWEST_SHIFTS;

const stepsIn = ({ size }: GrainWorlds, bySkill: boolean): number => size * (bySkill ? WITH_SPLIT : 1);
const listWork = ({ worlds, listing }: Unlisted, bySkill: boolean): number =>
  listing.outcomes * stepsIn(worlds, bySkill);

/** Whether all outcomes of a grain can be listed: nothing but deals and hires matters, and they turn out in few ways. */
export const isListable = ({ queues, aways }: GrainWorlds, { outcomes }: Listing): boolean =>
  queues.length === 0 && aways.length === 0 && outcomes <= MOST_OUTCOMES;

/** The most outcomes that a grain lists: fewer where those of all grains would be more work than the budget is. */
export function mostListed(grains: readonly Unlisted[], { bySkill, budget }: Asked): number {
  if (budget === null) return MOST_OUTCOMES;
  const listable = grains.filter(({ worlds, listing }) => isListable(worlds, listing));
  for (let most = MOST_OUTCOMES; most > FEWEST; most /= 2) {
    const work = listable.reduce((sum, grain) => {
      const drawn = FEWEST * stepsIn(grain.worlds, bySkill);
      return sum + (grain.listing.outcomes <= most ? listWork(grain, bySkill) : drawn);
    }, 0);
    if (work <= budget) return most;
  }
  return FEWEST;
}

/** As many points and shifts as were asked for, or the most that stay within what listing has left of the budget. */
export function sizeFor(
  periods: readonly { readonly grains: readonly Tried[]; readonly exact: boolean }[],
  { points, shifts, bySkill, budget }: OddsOptions,
): Pick<OddsOptions, "points" | "shifts"> {
  if (budget === null) return { points, shifts };
  let [listed, drawn] = [0, 0];
  for (const { grains, exact } of periods) {
    for (const grain of grains) {
      if (grain.table !== null) listed += listWork(grain, bySkill);
      if (!exact) drawn += grain.table === null ? stepsIn(grain.worlds, bySkill) : grain.worlds.matters.length + 1;
    }
  }
  const within = POINTS.filter((one) => one <= points && one * shifts * drawn <= budget - listed).at(-1);
  if (within !== undefined) return { points: within, shifts };
  return { points: POINTS[0], shifts: Math.min(shifts, FEWEST_SHIFTS) };
}
