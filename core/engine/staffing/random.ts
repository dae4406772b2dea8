/** Chance that is the same on every machine: Tommy Ettinger's mulberry32, at least 0 and below 1. */
export function randomFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + STEP) | 0;
    return chanceAt(state);
  };
}

/** Small whole numbers all the way: larger ones would cost an object each. */
const STEP = 0x6d2b79f5;
function chanceAt(state: number): number {
  let mixed = Math.imul(state ^ (state >>> 15), state | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
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

/** The numbers below a length in random order, as shuffle puts them, thousands of times over. */
export function shuffledFrom(seed: number, length: number): Uint16Array {
  const order = new Uint16Array(length);
  for (let at = 1; at < length; at++) order[at] = at;
  let state = seed | 0;
  for (let last = length - 1; last > 0; last--) {
    state = (state + STEP) | 0;
    const other = Math.floor(chanceAt(state) * (last + 1));
    const moved = order[last]!;
    order[last] = order[other]!;
    order[other] = moved;
  }
  return order;
}
