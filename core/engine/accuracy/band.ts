import type { Period } from "../../plan/calendar.ts";
import type { Plan } from "../../plan/plan.ts";
import type { Counted } from "../counted.ts";
import { eachCell, LEADS } from "./cells.ts";

/** What history says of a forecast made so many weeks before: worked ÷ forecast, over all weeks and of most of them. */
export interface Correction {
  readonly lead: number;
  readonly weeks: number;
  readonly ratio: number;
  /** Ratios that nine weeks of ten were at least, and at most; null with too few weeks. */
  readonly low: number | null;
  readonly high: number | null;
}

/** Fewer weeks say nothing about a bias; fewer than this, nothing about how much weeks differ. */
export const LEAST_WEEKS = 4;
export const LEAST_FOR_BAND = 8;

/** Of each lead time with enough history, by how much whole engagements took more or less than forecast. */
export function corrections(plan: Plan, period: Period, counted: Counted): readonly Correction[] {
  const weeks = LEADS.map(() => new Map<number, { forecast: number; worked: number }>());
  eachCell(plan, period, counted, { of: "engagement", skills: false }, ({ lead, monday, forecast, worked }) => {
    if (worked === null) return;
    const sums = weeks[lead]!.get(monday) ?? { forecast: 0, worked: 0 };
    weeks[lead]!.set(monday, { forecast: sums.forecast + forecast, worked: sums.worked + worked });
  });
  return LEADS.flatMap((lead, i) => {
    const all = [...weeks[i]!.values()].filter(({ forecast }) => forecast > 0);
    if (all.length < LEAST_WEEKS) return [];
    const sum = (key: "forecast" | "worked") => all.reduce((total, one) => total + one[key], 0);
    const ratios = all.map(({ forecast, worked }) => worked / forecast).sort((a, b) => a - b);
    const enough = all.length >= LEAST_FOR_BAND;
    // A percentile is the smallest value that so many weeks are within.
    const at = (share: number) => ratios[Math.max(0, Math.ceil(share * ratios.length) - 1)]!;
    return [
      {
        lead,
        weeks: all.length,
        ratio: sum("worked") / sum("forecast"),
        low: enough ? at(0.1) : null,
        high: enough ? at(0.9) : null,
      },
    ];
  });
}

/** The lead time nearest to that from today to a week's Monday, the longer of two; null without history. */
export function correctionFor(all: readonly Correction[], today: number, monday: number): Correction | null {
  const ahead = (monday - today) / 7;
  let best: Correction | null = null;
  for (const one of all) if (best === null || Math.abs(one.lead - ahead) <= Math.abs(best.lead - ahead)) best = one;
  return best;
}
