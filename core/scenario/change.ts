import type { Ppm } from "../plan/plan.ts";
import type { DayNumber, Minutes } from "../units.ts";

/**
 * One change of a scenario. Everything is named as the plan's tables name it, so that a later change may be about what an
 * earlier one brought. Days are included; open ends are FIRST_DAY and LAST_DAY.
 */
export type Change = NewEngagement | Growth | Leaver | Move | Hire | Training | Slip | Decided | ChangedHours;
export type ChangeKind = Change["kind"];

interface Days {
  readonly from: DayNumber;
  readonly to: DayNumber;
}

/** A need of a new engagement; several changes with one name make one engagement with several needs. */
export interface NewEngagement extends Days {
  readonly kind: "new engagement";
  readonly engagement: string;
  readonly skill: string;
  /** 1 is any level. */
  readonly level: number;
  readonly certificate: string | null;
  readonly location: string | null;
  /** Minutes a week. */
  readonly weekly: Minutes;
}

/** Needs ask for so much more from a day on. */
export interface Growth extends Days {
  readonly kind: "growth";
  /** Null: every managed service. */
  readonly engagement: string | null;
  readonly share: Ppm;
}

/** Somebody is gone from a day on; what they were to do goes on without a name. */
export interface Leaver {
  readonly kind: "leaver";
  readonly person: string;
  /** The first day without them. */
  readonly from: DayNumber;
}

/** Somebody works for another engagement instead, in these days. */
export interface Move extends Days {
  readonly kind: "move";
  readonly person: string;
  readonly engagement: string;
  readonly toEngagement: string;
}

/** A new person who counts in full. */
export interface Hire extends Days {
  readonly kind: "hire";
  /** A name for the hire; null: one that the plan does not have yet, made from the skill. */
  readonly person: string | null;
  readonly skill: string;
  readonly level: number;
  /** With the skill, or null. */
  readonly certificate: string | null;
  readonly location: string | null;
  readonly weekly: Minutes;
}

/** Somebody has a skill, at a level, from a day on. */
export interface Training {
  readonly kind: "training";
  readonly person: string;
  readonly skill: string;
  readonly level: number;
  readonly certificate: string | null;
  readonly from: DayNumber;
}

/** Every day of the engagement and its rows comes so many weeks later (or, when negative, earlier). */
export interface Slip {
  readonly kind: "slip";
  readonly engagement: string;
  readonly weeks: number;
}

/** A tentative deal is won; a deal or confirmed work is lost. */
export interface Decided {
  readonly kind: "win" | "lose";
  readonly engagement: string;
}

/** Somebody's contract has other hours a week in these days. */
export interface ChangedHours extends Days {
  readonly kind: "hours";
  readonly person: string;
  readonly weekly: Minutes;
}
