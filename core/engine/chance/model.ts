/**
 * Everything that chances are computed from, as plain data: it crosses to another thread as it is. Lists of pairs are flat:
 * variant, minutes, variant, minutes …
 */
export interface ChanceModel {
  readonly things: readonly Thing[];
  /** What may be asked for in a full week or a part of one: minutes at 1,024 equal slices of probability, ascending. */
  readonly loads: readonly (readonly number[])[];
  /** The variants that each class of people can serve. */
  readonly canServe: readonly (readonly number[])[];
  /** The skill of each variant; the number of skills for work that names none. */
  readonly skillOf: readonly number[];
  readonly skills: number;
  readonly grains: readonly ChanceGrain[];
  readonly periods: number;
  /** The period in which each grain begins. */
  readonly periodOf: readonly number[];
  /** Tentative engagements without odds: they count in full in every world. */
  readonly unknown: readonly number[];
}

/** What turns out one way or another for all weeks at once: a deal, or a planned hire. */
export interface Thing {
  readonly kind: "deal" | "hire";
  /** Number of the engagement, or of the person. */
  readonly number: number;
  /** Its place among the coordinates of its kind: the same in every what-if. */
  readonly rank: number;
  /** Of each state, in all 1; the last state is lost, or nobody comes. */
  readonly chances: readonly number[];
}

/** One grain: what is there in every world, and what depends on how things turn out. */
export interface ChanceGrain {
  /** Days since day 0: worlds of a week are the same whatever else is asked for. */
  readonly from: number;
  /** Variant, minutes. */
  readonly demand: readonly number[];
  readonly effects: readonly Effect[];
  readonly books: readonly Book[];
  /** Class, minutes. */
  readonly supply: readonly number[];
  readonly spares: readonly Spare[];
  readonly away: readonly Away[];
}

/** Open work on top when a thing is in a state: variant, minutes. */
export interface Effect {
  readonly thing: number;
  readonly state: number;
  readonly demand: readonly number[];
}

/** Free time that depends on things: on each day what is left, less what is booked in each thing's state, at least 0. */
export interface Spare {
  readonly able: number;
  /** There only when this hire is in this state; -1: always. */
  readonly thing: number;
  readonly state: number;
  readonly things: readonly number[];
  /** By day. */
  readonly left: readonly number[];
  /** By thing, state and day. */
  readonly booked: readonly (readonly (readonly number[])[])[];
}

/** Needs and allocations of one engagement whose coverage differs from world to world. */
export interface Book {
  /** There only when this thing is in this state; -1: always. */
  readonly thing: number;
  readonly state: number;
  readonly needs: readonly BookNeed[];
  readonly rows: readonly BookRow[];
  /** Which named person's row takes from which need, in turn: row, need, row, need … What is left then is open. */
  readonly turns: readonly number[];
  /** The same for rows without a person, of which only what no need takes is work on top. */
  readonly later: readonly number[];
}
export interface BookNeed {
  /** -1: not asked about. */
  readonly variant: number;
  readonly minutes: number;
  /** Its place among the queues, and its list of loads; -1 when its minutes are the same in every world. */
  readonly queue: number;
  readonly load: number;
}
export interface BookRow {
  /** Where what is left over is open; -1 for a named person. */
  readonly variant: number;
  /** The hire who does it, with minutes by state; -1 and one entry otherwise. */
  readonly thing: number;
  readonly minutes: readonly number[];
}

/** People for whom a day away means the same: how many days they are to be there, and the work that lies still while they are not. */
export interface Away {
  /** -1: they are no supply here, but are booked. */
  readonly able: number;
  /** Its coordinate among absences. */
  readonly rank: number;
  /** Days away at 1,024 equal slices of probability, ascending. */
  readonly slices: readonly number[];
  readonly days: number;
  /** Free minutes of theirs in every world, a part of the supply of their class; and which of the spares are theirs. */
  readonly free: number;
  readonly spares: readonly number[];
  readonly booked: readonly Effect[];
}
