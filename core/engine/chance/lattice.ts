import { randomFrom, shuffle } from "../staffing/random.ts";

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
  /** Writes where a coordinate of every point is, in 2^30ths: whole numbers, the same on every machine. */
  readonly write: (coordinate: Coordinate, shift: number, into: Int32Array) => void;
}

/** The parts that a coordinate's range is cut into. */
export const WHOLE_RANGE = 2 ** 30;

export function latticeOf(points: number, seed: number): Lattice {
  if (!POINTS.some((one) => one === points)) throw new RangeError(`There is no lattice of ${points} points.`);
  const powers = new Int32Array(points - 1);
  for (let k = 0, power = 1; k < points - 1; k++, power = (power * GENERATOR) % points) powers[k] = power;
  const steps = Int32Array.from({ length: points }, (_, step) => Math.floor((step * WHOLE_RANGE) / points));
  const straight = Int32Array.from(steps.keys());
  const ofWeek = new Map<number, Int32Array>();
  const shuffled = (key: number): Int32Array => {
    const list = Array.from(straight);
    shuffle(list, randomFrom(key));
    return Int32Array.from(list);
  };
  /** The queues of a week go through the points in an order of their own: those of one week go together, weeks do not. */
  const orderOf = (from: number): Int32Array => {
    const order = ofWeek.get(from) ?? shuffled(mixed(mixed(seed, from), 0));
    ofWeek.set(from, order);
    return order;
  };
  return {
    points,
    write({ kind, rank, from }, shift, into) {
      const own = mixed(mixed(mixed(seed, KIND[kind]), rank), from);
      const by = Math.floor(randomFrom(mixed(own, shift))() * WHOLE_RANGE);
      const exponent = exponentOf(kind, rank, points);
      const order = exponent < 0 ? shuffled(own) : kind === "queue" ? orderOf(from) : straight;
      const power = exponent < 0 ? 1 : powers[exponent]!;
      for (let point = 0; point < points; point++) {
        into[point] = (steps[(order[point]! * power) % points]! + by) & (WHOLE_RANGE - 1);
      }
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
