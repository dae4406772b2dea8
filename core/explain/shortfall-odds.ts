import { chanceModel, findOdds, type PeriodOdds, USUAL_ODDS } from "../engine/chance/index.ts";
import type { Counted } from "../engine/counted.ts";
import { everything } from "../engine/scope.ts";
import { unknownQueues } from "../engine/support/unknown.ts";
import { timeline } from "../engine/timeline.ts";
import type { Part as Piece } from "../host.ts";
import { type Ask, periodText } from "./ask.ts";
import {
  byDeal,
  CHANCE_RULE,
  dealNotes,
  EXPECTED_RULE,
  methodNote,
  notKnown,
  TAILS,
  tailParts,
  tailRule,
} from "./chances.ts";
import { type Explanation, explained, minutes, type Sum, sumOf } from "./explanation.ts";

export const ODDS_KINDS = ["Chance", "Expected hours short", "Eight cases of ten", "Nine cases of ten"] as const;

/** How likely a shortage is in any days: step by step, because it may take seconds. Deals are won or lost by their odds here. */
export function* shortfallOdds(ask: Ask, kind: string): Generator<Piece, Explanation> {
  const { plan, from, to } = ask;
  const counted: Counted = { ...ask.counted, pipeline: "odds" };
  const model = chanceModel(plan, timeline(from, to, "total"), counted, everything(plan));
  const odds = yield* findOdds(model, USUAL_ODDS);
  const [period] = odds.periods;
  const [title, rule, sum] = figureOf(ask, period!, kind);
  return explained({ title: `${title}, ${periodText(ask)}`, rule }, sum, {
    notes: [methodNote(period!), ...notKnown(unknownQueues(plan)), ...dealNotes(plan, period!)],
  });
}

const MILLION = 1_000_000;

function figureOf({ plan }: Ask, period: PeriodOdds, kind: string): readonly [title: string, rule: string, sum: Sum] {
  if (kind === "Expected hours short")
    return ["Hours expected to be short", EXPECTED_RULE, minutes("Expected", byDeal(plan, period, "expected", 1))];
  const which = kind === "Eight cases of ten" ? "p80" : kind === "Nine cases of ten" ? "p90" : null;
  if (which !== null)
    return [`Hours short in ${TAILS[which]}`, tailRule(which), minutes("Short", tailParts(plan, period, which))];
  return ["Chance of a shortage", CHANCE_RULE, sumOf("Chance", "millionths", byDeal(plan, period, "chance", MILLION))];
}
