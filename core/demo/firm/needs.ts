import type { Draw } from "../random.ts";
import { MARKET } from "./market.ts";
import type { Staff } from "./people.ts";
import { marketHours, sizesFor } from "./sizes.ts";
import type { Sold } from "./work.ts";

/** Work sold by skill, in whole weeks of the horizon, the last included. */
export interface Part {
  readonly sold: Sold;
  readonly skill: string;
  readonly level: number;
  readonly certified: boolean;
  readonly first: number;
  readonly last: number;
  readonly support: boolean;
  /** Hours a week by which the part grows while its size is sought: big and small parts. */
  readonly step: number;
}
export interface Need extends Part {
  readonly hours: number;
}

/**
 * The needs of all engagements, sized so that in each week each skill is sold up to its load on the market: half of it
 * support, and tentative work another eighth besides.
 */
export function needsFrom(draw: Draw, all: readonly Sold[], staff: readonly Staff[]): readonly Need[] {
  const parts = all.flatMap((sold) => sold.skills.flatMap((skill) => partsOf(draw, sold, skill)));
  const market = marketHours(staff);
  const sure = parts.filter(({ sold }) => sold.status === "confirmed");
  const unsure = parts.filter(({ sold }) => sold.status !== "confirmed");
  const sizes = new Map([
    ...sizesFor(sure, market, (skill) => 0.5 * market(skill)),
    ...sizesFor(
      unsure,
      (skill) => 0.12 * market(skill),
      () => 0,
    ),
  ]);
  return parts.map((part) => ({ ...part, hours: sizes.get(part) ?? part.step }));
}

/** A managed service has support and some planned work; long parts of a project come in two phases. */
function partsOf(draw: Draw, sold: Sold, skill: string): readonly Part[] {
  const [first, last] = sold.weeks;
  const part = (from: number, to: number, support: boolean): Part => ({
    sold,
    skill,
    level: draw.pick([2, 2, 2, 3]),
    certified: !support && draw.chance(0.1) && MARKET.get(skill)?.certificate !== undefined,
    first: from,
    last: to,
    support,
    step: 5 * draw.whole(1, 3),
  });
  if (sold.kind === "managed service") {
    const planned = draw.chance(0.2) ? [part(first, last, false)] : [];
    return [part(first, last, true), ...planned];
  }
  if (last - first < 9 || draw.chance(0.85)) return [part(first, last, false)];
  const middle = first + draw.whole(4, 6);
  return [part(first, middle, false), part(middle + 1, last, false)];
}
