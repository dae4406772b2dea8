import type { Figures } from "./odds.ts";
import { type Coordinates, standardError } from "./standard-error.ts";
import type { Weights } from "./weights.ts";

type Spread = Omit<Figures, "standardError">;

/** The smallest minutes that at least this share of the worlds do not exceed; chances add up to 1 but for their last digits. */
const TINY = 1e-12;

/** Sums of minutes by their chances miss whole minutes in their last digits. */
export const settled = (minutes: number): number => Math.round(minutes * 1e8) / 1e8;

/** Figures of worlds that were listed, each with its chance. */
export function figuresOf(unmet: Float64Array, chances: Float64Array): Spread {
  const order = Int32Array.from(unmet.keys()).sort((a, b) => unmet[a]! - unmet[b]! || a - b);
  let short = 0;
  let isAlways = true;
  let expected = 0;
  let sum = 0;
  let p80 = -1;
  let p90 = -1;
  for (const at of order) {
    const minutes = unmet[at]!;
    const chance = chances[at]!;
    if (minutes > 0) short += chance;
    else if (chance > 0) isAlways = false;
    expected += minutes * chance;
    sum += chance;
    if (p80 < 0 && sum >= 0.8 - TINY) p80 = minutes;
    if (p90 < 0 && sum >= 0.9 - TINY) p90 = minutes;
  }
  return {
    chance: isAlways ? 1 : Math.min(1, short),
    expected: settled(expected),
    p80: Math.max(0, p80),
    p90: Math.max(0, p90),
  };
}

/** Figures of worlds that were drawn, shift after shift, each standing for its weight. `coordinates`: how many things were drawn. */
export function figuresOfDrawn(
  unmet: Float64Array,
  { all, inShift }: Weights,
  shifts: number,
  coordinates: Coordinates,
): Figures {
  const points = unmet.length / shifts;
  const chances = Array.from({ length: shifts }, (_, shift) => {
    let short = 0;
    for (let world = shift * points; world < (shift + 1) * points; world++) {
      if (unmet[world]! > 0) short += inShift[world]!;
    }
    return short;
  });
  return { ...figuresOf(unmet, all), standardError: standardError(chances, points, coordinates) };
}
