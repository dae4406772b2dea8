import type { Engagement, Plan } from "../../plan/plan.ts";
import { PPM } from "../../plan/plan.ts";
import type { StartSlip } from "../../plan/tickets.ts";
import type { Counted } from "../counted.ts";

/** A deal: won on time, won some weeks late, or lost. */
export interface Deal {
  readonly engagement: number;
  readonly rank: number;
  /** Weeks late in each state but the last, which is lost. */
  readonly late: readonly number[];
  readonly chances: readonly number[];
}

/** A planned hire: the lowest odds first, so that in state k those contracts hold whose odds are at least from[k]. */
export interface Hire {
  readonly person: number;
  readonly rank: number;
  readonly from: readonly number[];
  readonly chances: readonly number[];
}

/** What is wholly there or not at all where tentative work counts by its odds. */
export function dealsOf({ engagements, settings }: Plan, { pipeline }: Counted): readonly Deal[] {
  const deals: Deal[] = [];
  let rank = -1;
  engagements.forEach((one, engagement) => {
    if (one.odds === null) return;
    rank++; // winning or losing it in a scenario leaves its odds, so that all others keep their coordinate
    if (pipeline !== "odds" || one.status !== "tentative" || one.odds === 0) return;
    const states = statesOf(one, one.odds, settings.startSlip);
    if (one.odds < PPM || states.late.some((weeks) => weeks > 0)) deals.push({ engagement, rank, ...states });
  });
  return deals;
}

function statesOf({ startSlip }: Engagement, odds: number, usual: readonly StartSlip[]) {
  const slips = (startSlip ?? usual).filter((slip) => slip.odds > 0 && slip.weeks > 0);
  const onTime = PPM - slips.reduce((sum, slip) => sum + slip.odds, 0);
  const won = [{ weeks: 0, odds: onTime }, ...slips].filter((one) => one.odds > 0);
  return {
    late: won.map(({ weeks }) => weeks),
    chances: [...won.map((one) => (odds / PPM) * (one.odds / PPM)), 1 - odds / PPM],
  };
}

export function hiresOf({ people, contracts }: Plan, { hires }: Counted): readonly Hire[] {
  const found: Hire[] = [];
  let rank = -1;
  people.forEach(({ contracts: own }, person) => {
    const planned = own.map((number) => contracts[number]!).filter(({ kind }) => kind === "planned hire");
    if (planned.length === 0) return;
    rank++;
    const uncertain = planned.filter(({ odds }) => odds > 0 && odds < PPM).map(({ odds }) => odds);
    const from = [...new Set(uncertain)].sort((a, b) => a - b);
    if (hires !== "odds" || from.length === 0) return;
    const chances = [...from, PPM].map((odds, i) => (odds - (from[i - 1] ?? 0)) / PPM);
    found.push({ person, rank, from, chances });
  });
  return found;
}
