import { randomFrom, shuffledFrom } from "../staffing/random.ts";

/** Numbers of points: primes for which 76 is a primitive root, so that its powers repeat as late as can be. */
export const POINTS = [251, 509, 1009, 2039, 4093] as const;
const GENERATOR = 76;

/** What a coordinate belongs to: worlds of every what-if are the same as far as they have the same coordinates. */
export interface Coordinate {
  readonly kind: "deal" | "hire" | "queue" | "absence";
  readonly rank: number;
  /** First day of the grain, for what differs from grain to grain; 0 for what turns out once for all. */
  readonly from: number;
}

/**
 * Points of a randomly shifted rank-1 lattice (R. Cranley and T. Patterson, "Randomization of number theoretic methods for multiple
 * integration", SIAM Journal on Numerical Analysis 13, 1976). Every coordinate takes each of the equal steps once.
 */
export interface Lattice {
  readonly points: number;
  readonly column: (coordinate: Coordinate) => Column;
}

/** Writes where a coordinate of every point of a shift is, in 2^30ths: whole numbers, the same on every machine. */
export type Column = (shift: number, into: Int32Array) => void;

/** The parts that a coordinate's range is cut into. */
export const WHOLE_RANGE = 2 ** 30;

export function latticeOf(points: number, seed: number): Lattice {
  if (!POINTS.some((one) => one === points)) throw new RangeError(`There is no lattice of ${points} points.`);
  const powers = new Int32Array(points - 1);
  for (let k = 0, power = 1; k < points - 1; k++, power = (power * GENERATOR) % points) powers[k] = power;
  const steps = Int32Array.from({ length: points }, (_, step) => Math.floor((step * WHOLE_RANGE) / points));
  const ofWeek = new Map<number, Uint16Array>();
  /** The queues of a week go through the points in an order of their own: those of one week go together, weeks do not. */
  const orderOf = (from: number): Uint16Array => {
    const order = ofWeek.get(from) ?? shuffledFrom(mixed(mixed(seed, from), 0), points);
    ofWeek.set(from, order);
    return order;
  };
  /** At which of the steps a coordinate of every point is, before it is shifted. */
  const stepsOf = ({ kind, rank, from }: Coordinate, own: number): Uint16Array => {
    const exponent = exponentOf(kind, rank, points);
    if (exponent < 0) return shuffledFrom(own, points);
    const power = powers[exponent]!;
    const order = kind === "queue" ? orderOf(from) : null;
    const at = new Uint16Array(points);
    for (let point = 0; point < points; point++)
      at[point] = ((order === null ? point : order[point]!) * power) % points;
    return at;
  };
  return {
    points,
    column(coordinate) {
      const { kind, rank, from } = coordinate;
      const own = mixed(mixed(mixed(seed, KIND[kind]), rank), from);
      const at = stepsOf(coordinate, own);
      return (shift, into) => {
        const by = Math.floor(randomFrom(mixed(own, shift))() * WHOLE_RANGE);
        for (let point = 0; point < points; point++) into[point] = (steps[at[point]!]! + by) & (WHOLE_RANGE - 1);
      };
    },
  };
}

const KIND = { deal: 1, hire: 2, queue: 3, absence: 4 } as const;

/** The power a coordinate moves by: deals and hires from below, queues from above; none for what finds no place, and for absences. */
function exponentOf(kind: Coordinate["kind"], rank: number, points: number): number {
  const half = (points - 1) >> 1;
  if (kind === "absence") return -1;
  if (kind === "queue") return rank < half ? points - 2 - rank : -1;
  const place = 2 * rank + (kind === "hire" ? 1 : 0);
  return place < half ? place : -1;
}

/** Two whole numbers made into one that looks like neither. */
function mixed(a: number, b: number): number {
  let one = Math.imul(a ^ 0x9e3779b9, 0x85ebca6b) + Math.imul(b + 0x7f4a7c15, 0xc2b2ae35);
  one = Math.imul(one ^ (one >>> 15), 0x2c1b3c6d);
  one = Math.imul(one ^ (one >>> 13), 0x297a2d39);
  return (one ^ (one >>> 16)) >>> 0;
}
