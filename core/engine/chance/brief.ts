import type { ChanceModel } from "./model.ts";
import { nth } from "./nth.ts";
import type { OddsOptions, Progress } from "./odds.ts";
import { type AddedOdds, addedOdds } from "./paired.ts";
import { findOdds } from "./shortfall-odds.ts";

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
export function* briefOdds({
  models,
  added,
  options,
}: OddsWork): Generator<Progress, readonly (readonly BriefOdds[])[]> {
  const found: (readonly BriefOdds[])[] = [];
  const searches = models.length + Number(added);
  for (const model of models)
    found.push((yield* nth(found.length, searches, findOdds(model, options))).periods.map(briefly));
  if (!added) return found;
  const more = yield* nth(models.length, searches, addedOdds(models[0]!, models.at(-1)!, options));
  return [...found, more.map(briefly)];
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
