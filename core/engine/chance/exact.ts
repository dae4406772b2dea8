import type { ChanceModel } from "./model.ts";
import type { Figures, PeriodOdds } from "./odds.ts";
import type { PreparedPeriod } from "./prepared.ts";
import { dealRisks } from "./risk.ts";
import { skillSums } from "./skill-sums.ts";
import { figuresOf } from "./summary.ts";
import { chancesIn, statesAt } from "./table.ts";

/** A period's figures, in all and by skill. */
export interface PeriodFigures {
  readonly total: PeriodOdds;
  /** By skill; those that are never short are left out. */
  readonly skills: ReadonlyMap<number, Figures>;
}

/** All worlds of a period, one after another: each is the sum of its grains'. */
export function exactFigures(model: ChanceModel, period: PreparedPeriod, bySkill: boolean): PeriodFigures {
  const { listing, grains } = period;
  const chances = chancesIn(listing, model.things);
  const unmet = new Float64Array(listing.outcomes);
  const sums = bySkill ? skillSums(model, listing.outcomes) : null;
  const states = new Uint8Array(model.things.length);
  for (let outcome = 0; outcome < listing.outcomes; outcome++) {
    statesAt(listing, outcome, states);
    for (const grain of grains) {
      const place = grain.table!.at(states);
      const minutes = grain.table!.unmet[place]!;
      unmet[outcome]! += minutes;
      if (minutes > 0) sums?.add(grain, place, outcome);
    }
  }
  const exactly = (of: Float64Array): Figures => ({ ...figuresOf(of, chances), standardError: 0 });
  const deals = dealRisks(listing, model.things, {
    unmet,
    chanceOf: (outcome) => chances[outcome]!,
    numberOf: (i, outcome) => digitOf(period, i, outcome),
  });
  return {
    total: { ...exactly(unmet), method: { kind: "exact", worlds: listing.outcomes }, deals },
    skills: new Map([...(sums?.rows ?? [])].map(([skill, row]) => [skill, exactly(row)])),
  };
}

function digitOf({ listing: { states } }: PreparedPeriod, thing: number, outcome: number): number {
  let rest = outcome;
  for (let i = states.length - 1; i > thing; i--) rest = Math.floor(rest / states[i]!.length);
  return rest % states[thing]!.length;
}
