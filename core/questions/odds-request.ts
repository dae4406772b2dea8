import { QUANTITIES } from "../plan/quantities.ts";
import { day, listOf, type Output, orBlank, quantity, record, text, wholeNumber } from "../schema.ts";

const NEED = record({ skill: text, level: orBlank(wholeNumber), hours: quantity(QUANTITIES.hoursAWeekInAll) });

/** Whose chances are asked for: the plan with some new work begun on a day, or blank for every scenario that is on. */
const WORK = {
  work: orBlank(record({ engagement: text, needs: listOf(NEED), from: day, weeks: orBlank(wholeNumber) })),
};
export const ODDS_WORK = record(WORK);

/** What was found, wherever it was computed, and of which plan. */
const FOUND = record({
  print: text,
  plans: listOf(
    listOf(
      record({
        chance: wholeNumber,
        standardError: wholeNumber,
        expected: wholeNumber,
        p80: wholeNumber,
        p90: wholeNumber,
        worlds: wholeNumber,
      }),
    ),
  ),
});

/** The same, with what was found elsewhere; blank to compute it here. */
export const ODDS = record({ ...WORK, found: orBlank(FOUND) });

export type OddsRequest = Output<typeof ODDS_WORK>;
export type FoundOdds = Output<typeof FOUND>;
