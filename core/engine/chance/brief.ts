import type { ChanceModel } from "./model.ts";
import type { OddsOptions, Pieces, Progress } from "./odds.ts";
import { type AddedOdds, addedOdds } from "./paired.ts";
import { progress } from "./progress.ts";
import { piecesOf, type Search, searchOf } from "./search.ts";
import { oddsIn } from "./shortfall-odds.ts";

/** What a panel compares: some plans, each as a model, and how closely their chances are to be found. */
export interface OddsWork {
  readonly models: readonly ChanceModel[];
  /** Whether the last is the first with some work added: what that work makes short then follows as one more list. */
  readonly added: boolean;
  readonly options: OddsOptions;
}

/** A period's figures in whole numbers, so that they cross from one thread to another as they are: millionths and minutes. */
export interface BriefOdds {
  readonly chance: number;
  readonly standardError: number;
  readonly expected: number;
  readonly p80: number;
  readonly p90: number;
  /** Outcomes that were listed, all of them; 0 where chances were estimated. */
  readonly worlds: number;
}

const MILLION = 1_000_000;
/** Sums of chances miss 0 and 1 in their last digits. */
const TINY = 1e-9;

/** The chances of each plan by period, part by part. */
export function briefOdds(work: OddsWork): Generator<Progress, readonly (readonly BriefOdds[])[]> {
  const pieces = work.models.reduce((sum, model) => sum + piecesOf(model, work.options), 0);
  return progress(pieces, oddsOfEach(work));
}

function* oddsOfEach({ models, added, options }: OddsWork): Pieces<readonly (readonly BriefOdds[])[]> {
  const searches: Search[] = [];
  const found: (readonly BriefOdds[])[] = [];
  for (const model of models) {
    const search = yield* searchOf(model, options);
    found.push((yield* oddsIn(search)).periods.map(briefly));
    searches.push(search);
  }
  if (added) found.push((yield* addedOdds(searches[0]!, searches.at(-1)!)).map(briefly));
  return found;
}

const briefly = ({ chance, standardError, expected, p80, p90, method }: AddedOdds): BriefOdds => ({
  chance: shareOf(chance),
  standardError: Math.round(standardError * MILLION),
  expected: Math.round(expected),
  p80: Math.round(p80),
  p90: Math.round(p90),
  worlds: method.kind === "exact" ? method.worlds : 0,
});

/** What is not quite never or always does not become it by rounding. */
const shareOf = (chance: number): number =>
  chance < TINY ? 0 : chance > 1 - TINY ? MILLION : Math.min(MILLION - 1, Math.max(1, Math.round(chance * MILLION)));
