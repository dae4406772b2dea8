/**
 * How a world turned out: the state of each thing, by number (the place after its last state is the worst of all, on every count: no
 * world, but a bound on worlds), and the place of each queue and absence of this grain on its table.
 */
export interface World {
  readonly states: Uint8Array;
  readonly slices: Int32Array;
  /** What is steady in this and the other worlds of a shift, where it was added up before. */
  ahead: Ahead | null;
  point: number;
}

/** A world's minutes in the small net, and what is unmet outside it. */
export interface Minutes {
  readonly supply: Float64Array;
  readonly demand: Float64Array;
  outside: number;
}

/** One kind of thing that makes worlds differ: puts its part of a world into the minutes. */
export type Play = (world: World, into: Minutes) => void;

/** The steady part of every world of a shift. */
export interface Ahead {
  /** [need * points + point] */
  readonly demand: Float64Array;
  /** What people have less, [point * suppliers + supplier]; empty where nobody is ever away. */
  readonly gone: Float64Array;
  readonly outside: Float64Array;
}
