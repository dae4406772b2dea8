import type { ChanceModel } from "./model.ts";
import type { OddsOptions, PeriodOdds, Progress } from "./odds.ts";
import { findOdds } from "./shortfall-odds.ts";

/** What a panel compares: some plans, each as a model, and how closely their chances are to be found. */
export interface OddsWork {
  readonly models: readonly ChanceModel[];
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
export function* briefOdds({ models, options }: OddsWork): Generator<Progress, readonly (readonly BriefOdds[])[]> {
  const found: (readonly BriefOdds[])[] = [];
  for (const model of models) {
    const work = findOdds(model, options);
    let next = work.next();
    for (; !next.done; next = work.next()) {
      const { done, of } = next.value;
      yield { done: found.length * of + done, of: models.length * of };
    }
    found.push(next.value.periods.map(briefly));
  }
  return found;
}

const briefly = ({ chance, standardError, expected, p80, p90, method }: PeriodOdds): BriefOdds => ({
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
