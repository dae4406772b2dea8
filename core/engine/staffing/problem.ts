/**
 * Who could take which open role in which week, as plain data: it crosses to another thread as it is.
 * A plan's worth = sum of promised minutes x worth of a minute, less `handOver` for every change of the person in a role.
 */
export interface StaffingProblem {
  readonly people: number;
  readonly weeks: number;
  /** Minutes a week that can be promised without overloading a day, [person * weeks + week]. */
  readonly free: readonly number[];
  /** Promises are booked in whole steps of so many minutes, by person, so that days come out whole. */
  readonly steps: readonly number[];
  readonly roles: readonly OpenRole[];
  /** Different lists of what a promised minute is worth, week by week of a role, in millionths of a covered minute. */
  readonly worths: readonly (readonly number[])[];
  /** Millionths of minutes that a hand-over costs. */
  readonly handOver: number;
}

/** One person's worth of open work, over some weeks. */
export interface OpenRole {
  readonly from: number;
  /** Minutes a week that it asks for, from week `from` on. */
  readonly asked: readonly number[];
  /** Who fits it in at least one week, ascending, and each one's list of worths. */
  readonly people: readonly number[];
  readonly worth: readonly number[];
}

/** A minute that is covered in full. */
export const WHOLE = 1_000_000;

/** Who has a role in each of its weeks, and how many minutes a week they promise; nobody is -1. Others may share the rest of it. */
export interface StaffedRole {
  readonly role: number;
  readonly people: readonly number[];
  readonly minutes: readonly number[];
}

/** What a search found, and the proof of how good it is. */
export interface StaffingPlan {
  readonly roles: readonly StaffedRole[];
  readonly worth: number;
  /** What it is worth with one person a role and week, before others share; no such plan is worth more than the bound. */
  readonly alone: number;
  readonly bound: number;
  /** No plan whatever is worth more, however many people share a role and how often they change. */
  readonly most: number;
  readonly iterations: number;
}

/** By how much another plan could be better at most, in millionths; rounded up, so that it is never less than the truth. */
export const gapOf = (worth: number, bound: number): number =>
  worth >= bound ? 0 : worth === 0 ? WHOLE : Math.ceil(((bound - worth) / worth) * WHOLE);

/** How many minutes are asked for at most to be promised by a person whose promises are made in steps. */
export const inSteps = (minutes: number, step: number): number => Math.ceil(minutes / step) * step;
