/** Chance that is the same on every machine: Tommy Ettinger's mulberry32, at least 0 and below 1. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Put a list in random order, in place. */
export function shuffle(list: number[], chance: () => number): void {
  for (let last = list.length - 1; last > 0; last--) {
    const other = Math.floor(chance() * (last + 1));
    const moved = list[last]!;
    list[last] = list[other]!;
    list[other] = moved;
  }
}
