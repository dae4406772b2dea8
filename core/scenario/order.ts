import type { Change, ChangeKind } from "./change.ts";

/**
 * Which changes are made first, whatever the order of their rows: what brings something in, before what is about it; deals;
 * days of work, before what happens on these days; hours, before who leaves, so that nobody comes back; trainings and moves of who is left.
 */
const RANKS: Readonly<Record<ChangeKind, number>> = {
  "new engagement": 0,
  hire: 1,
  lose: 2,
  win: 3,
  slip: 4,
  growth: 5,
  hours: 6,
  leaver: 7,
  training: 8,
  move: 9,
};

/** A change, and its place in the list that it came from. */
export interface Placed {
  readonly change: Change;
  readonly at: number;
}

/** Changes in the order in which they are made. It depends on what they say only, never on the order in which they are given. */
export function inOrder(changes: readonly Change[]): readonly Placed[] {
  const placed = changes.map((change, at) => ({ change, at, key: JSON.stringify(change) }));
  return placed.sort(
    (a, b) =>
      RANKS[a.change.kind] - RANKS[b.change.kind] ||
      firstDay(a.change) - firstDay(b.change) ||
      Number(a.key > b.key) - Number(a.key < b.key),
  );
}

const firstDay = (change: Change): number => ("from" in change ? change.from : 0);
