import { roundedPart } from "./exact.ts";

/** Adds rows of parts up: `wholeOf` says which whole each part belongs to. */
export function sumParts(parts: Float64Array, wholeOf: Int32Array, wholes: number): Float64Array {
  const count = wholeOf.length;
  if (count === wholes) return parts;
  const rows = count === 0 ? 0 : parts.length / count;
  const sums = new Float64Array(rows * wholes);
  for (let row = 0; row < rows; row++) {
    for (let part = 0; part < count; part++) sums[row * wholes + wholeOf[part]!]! += parts[row * count + part]!;
  }
  return sums;
}

/**
 * The reverse: each whole's minutes shared out over its parts in proportion to what the parts weigh, in running sums from
 * the whole's first part, so that they add up to it exactly. `weights` are rows of parts and `sums` their sums by whole.
 */
export function shareOut(
  minutes: Float64Array,
  weights: Float64Array,
  sums: Float64Array,
  wholeOf: Int32Array,
): Float64Array {
  if (weights.length === minutes.length) return minutes;
  const count = wholeOf.length;
  const rows = weights.length / count;
  const wholes = minutes.length / rows;
  const parts = new Float64Array(weights.length);
  for (let row = 0; row < rows; row++) {
    let weight = 0;
    let before = 0;
    for (let part = 0; part < count; part++) {
      const whole = row * wholes + wholeOf[part]!;
      if (part > 0 && wholeOf[part] !== wholeOf[part - 1]) weight = before = 0;
      if (minutes[whole] === 0) continue;
      weight += weights[row * count + part]!;
      const now = roundedPart(minutes[whole]!, weight, sums[whole]!);
      parts[row * count + part] = now - before;
      before = now;
    }
  }
  return parts;
}
