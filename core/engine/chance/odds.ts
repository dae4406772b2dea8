/** How likely a shortage is, and how large. Hours are minutes here, as everywhere in core. */
export interface Figures {
  /** The share of worlds, by their odds, in which something is short. */
  readonly chance: number;
  /** Of the chance; 0 when it is exact. */
  readonly standardError: number;
  readonly expected: number;
  /** The smallest minutes that at least 80 (90) % of the worlds do not exceed. */
  readonly p80: number;
  readonly p90: number;
}

/** How figures were found: all worlds listed, or so many points drawn so many times; coarse when a work budget made them fewer. */
export type Method =
  | { readonly kind: "exact"; readonly worlds: number }
  | { readonly kind: "estimated"; readonly points: number; readonly shifts: number; readonly coarse: boolean };

/**
 * What one deal adds to a period, in the same worlds: the figures with it won less those with it lost. A deal with odds of 100 % has no
 * other chance than its start: then the figures with a late start less those with the earliest, below 0 where being late helps.
 */
export interface DealRisk {
  /** Number of the engagement. */
  readonly engagement: number;
  readonly isCertain: boolean;
  readonly chance: number;
  readonly expected: number;
}

export interface PeriodOdds extends Figures {
  readonly method: Method;
  /** Deals that can change whether or how much the period is short, largest risk first. */
  readonly deals: readonly DealRisk[];
}

/** Chances of a shortage, by period of the timeline that was asked for. */
export interface Odds {
  readonly periods: readonly PeriodOdds[];
  /** By skill and period, the last is work that names no skill; null unless asked for. Hours by the fair split of each world. */
  readonly bySkill: readonly (readonly Figures[])[] | null;
  /** Tentative work without odds: it counts in full in every world. */
  readonly unknown: readonly number[];
}

export interface OddsOptions {
  /** A prime for which 76 is a primitive root: one of POINTS. */
  readonly points: number;
  /** At least 2, so that there is a standard error. */
  readonly shifts: number;
  readonly seed: number;
  readonly bySkill: boolean;
  /** Most work, in steps of `GrainWorlds.size`: fewer outcomes are listed, and fewer points, then fewer shifts, drawn where more would be needed. null: whatever it takes. */
  readonly budget: number | null;
}

/** Work with a pause after each piece, which tells how many pieces it was. */
export type Pieces<T> = Generator<number, T>;

/** So many pieces of the work are done. */
export interface Progress {
  readonly done: number;
  readonly of: number;
}
