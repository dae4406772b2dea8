/** Chance that is the same on every machine and in every run: the demo firm is drawn from it. */
export interface Draw {
  /** At least 0, below 1. */
  readonly share: () => number;
  readonly chance: (odds: number) => boolean;
  /** A whole number from low to high, both included. */
  readonly whole: (low: number, high: number) => number;
  readonly pick: <T>(all: readonly T[]) => T;
}

export function drawFrom(seed: number): Draw {
  const share = mulberry32(seed);
  const whole = (low: number, high: number) => low + Math.floor(share() * (high - low + 1));
  const pick = <T>(all: readonly T[]): T => all[whole(0, all.length - 1)]!;
  return { share, whole, pick, chance: (odds) => share() < odds };
}

/** Tommy Ettinger's mulberry32: a 32-bit state, whole-number arithmetic only. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
