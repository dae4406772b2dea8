import { type Drawn, drawnWorlds } from "./drawn.ts";
import type { ChanceModel } from "./model.ts";
import type { OddsOptions, Pieces } from "./odds.ts";
import { type PreparedGrain, type PreparedPeriod, prepared } from "./prepared.ts";
import { sizeFor } from "./work-budget.ts";

/** A plan whose worlds are ready to be met, by period. */
export interface Search {
  readonly model: ChanceModel;
  readonly periods: readonly PreparedPeriod[];
  readonly drawn: Drawn;
  readonly bySkill: boolean;
  /** A budget of work made the worlds fewer than were asked for. */
  readonly coarse: boolean;
  /** Minutes left undone in each world drawn, of the grains that met them so far. */
  readonly unmet: Map<PreparedGrain, Float64Array>;
}

/** How many pieces a search and its figures take at the most. */
export const piecesOf = ({ grains }: ChanceModel, { shifts }: OddsOptions): number => grains.length * (1 + shifts);

export function* searchOf(model: ChanceModel, options: OddsOptions): Pieces<Search> {
  const { bySkill, seed } = options;
  const { periods, isCut } = yield* prepared(model, options);
  const { points, shifts } = sizeFor(periods, options);
  const coarse = isCut || points < options.points || shifts < options.shifts;
  return { model, periods, drawn: drawnWorlds(model, points, shifts, seed), bySkill, coarse, unmet: new Map() };
}
