export { chanceModel } from "./build.ts";
export { POINTS } from "./lattice.ts";
export type { ChanceModel } from "./model.ts";
export type { DealRisk, Figures, Method, Odds, OddsOptions, PeriodOdds, Progress } from "./odds.ts";
export { findOdds, shortfallOdds, USUAL_ODDS } from "./shortfall-odds.ts";
