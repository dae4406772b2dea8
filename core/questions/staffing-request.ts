import { listOf, type Output, openDay, orBlank, record, text, wholeNumber } from "../schema.ts";

/** Whose open work is to be staffed: one engagement's or all, one skill's or all, on which days. */
const WORK = {
  engagement: orBlank(text),
  skill: orBlank(text),
  from: openDay,
  to: openDay,
};
export const STAFFING = record(WORK);

/** What a search found, wherever it ran, and of which plan. */
const FOUND = record({
  print: text,
  bound: wholeNumber,
  most: wholeNumber,
  iterations: wholeNumber,
  roles: listOf(record({ role: wholeNumber, people: listOf(wholeNumber), minutes: listOf(wholeNumber) })),
});

/** The same, with what a search found elsewhere; blank to search here. */
export const SUGGESTION = record({ ...WORK, found: orBlank(FOUND) });

export type StaffingRequest = Output<typeof STAFFING>;
export type FoundPlan = Output<typeof FOUND>;
