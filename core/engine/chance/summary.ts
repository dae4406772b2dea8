import type { Figures } from "./odds.ts";
import { type Coordinates, standardError } from "./standard-error.ts";
import type { Weights } from "./weights.ts";

type Spread = Omit<Figures, "standardError">;

/** The smallest minutes that at least this share of the worlds do not exceed; chances add up to 1 but for their last digits. */
const TINY = 1e-12;
const WHOLE = 1e12;

/** Sums of minutes by their chances miss whole minutes in their last digits. */
export const settled = (minutes: number): number => Math.round(minutes * 1e8) / 1e8;

/** Figures of worlds that were listed, each with its chance. */
export function figuresOf(unmet: Float64Array, chances: Float64Array): Spread {
  let sum = 0;
  let count = 0;
  for (let at = 0; at < unmet.length; at++) {
    if (unmet[at]! > 0) count++;
    else sum += chances[at]!;
  }
  const isAlways = sum === 0;
  let p80 = sum >= 0.8 - TINY ? 0 : -1;
  let p90 = sum >= 0.9 - TINY ? 0 : -1;
  let short = 0;
  let expected = 0;
  for (const at of inOrder(unmet, count)) {
    const minutes = unmet[at]!;
    const chance = chances[at]!;
    short += chance;
    expected += minutes * chance;
    sum += chance;
    if (p80 < 0 && sum >= 0.8 - TINY) p80 = minutes;
    if (p90 < 0 && sum >= 0.9 - TINY) p90 = minutes;
  }
  const chance = isAlways ? 1 : Math.min(1, Math.round(short * WHOLE) / WHOLE);
  return { chance, expected: settled(expected), p80: Math.max(0, p80), p90: Math.max(0, p90) };
}

/** Worlds that are short, by what is unmet in them: minutes are whole, so that their keys sort as numbers do. */
function inOrder(unmet: Float64Array, count: number): Float64Array {
  const keys = new Float64Array(count);
  for (let at = 0, i = 0; at < unmet.length; at++) if (unmet[at]! > 0) keys[i++] = unmet[at]! * unmet.length + at;
  keys.sort();
  for (let i = 0; i < count; i++) keys[i]! %= unmet.length;
  return keys;
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
