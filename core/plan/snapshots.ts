/**
 * Plans as they were on earlier days: how many hours a week each was to work on what. Entry i of each column belongs to
 * row i; a row holds a person's hours on an engagement, week after week.
 */
export interface Snapshots {
  readonly length: number;
  /** The day on which the plan was written down. */
  readonly taken: Int32Array;
  /** The Monday of the row's first week. */
  readonly week: Int32Array;
  /** CAPACITY in rows of everybody's capacity; GONE where the plan has no such engagement any more. */
  readonly engagement: Int32Array;
  /** -1: the row names no skill; OLD_SKILL and below, a skill that the plan has no more. */
  readonly skill: Int32Array;
  /** -1: nobody yet; GONE where the plan has no such person any more. */
  readonly person: Int32Array;
  /** Minutes week after week: those of row i are entries first[i] to first[i + 1] - 1. */
  readonly minutes: Int32Array;
  readonly first: Int32Array;
  /** Names of skills that the plan has no more: that of OLD_SKILL, of OLD_SKILL - 1 and so on. */
  readonly oldSkills: readonly string[];
  /** The row of the table, where it was read from one. */
  readonly row?: Int32Array;
}

/** In place of an engagement: the row holds capacity, not work. */
export const CAPACITY = -1;
/** A name that stood in the plan once. */
export const GONE = -2;
export const OLD_SKILL = -3;
export const GONE_WORK = "Work that the plan has no more";

export const NO_SNAPSHOTS: Snapshots = {
  length: 0,
  taken: new Int32Array(0),
  week: new Int32Array(0),
  engagement: new Int32Array(0),
  skill: new Int32Array(0),
  person: new Int32Array(0),
  minutes: new Int32Array(0),
  first: new Int32Array(1),
  oldSkills: [],
};

/** The name of a skill that only snapshots have. */
export const oldSkill = ({ oldSkills }: Snapshots, skill: number): string | undefined => oldSkills[OLD_SKILL - skill];

/** The days on which snapshots were taken, ascending. */
export const daysTaken = ({ taken, length }: Snapshots): readonly number[] =>
  [...new Set(taken.subarray(0, length))].sort((a, b) => a - b);
