import {
  type Contract,
  type Counting,
  type Engagement,
  type Plan,
  PPM,
  type Ppm,
  type Settings,
} from "../plan/plan.ts";

/** What counts, and how: from the where text, with defaults from Settings. */
export interface Counted {
  /** How tentative work counts. */
  readonly pipeline: Counting;
  /** How planned hires count. */
  readonly hires: Counting;
  /** Whether people are free up to their capacity or only up to their target. */
  readonly plan: "capacity" | "target";
  /** Gaps and coverage are decided a day or a week at a time. */
  readonly grain: "day" | "week";
  /** Whether effort that covers a need is set free before the gap is computed. */
  readonly restaff: boolean;
}

export function countedBy(settings: Settings, over: Partial<Counted> = {}): Counted {
  const { pipeline, hires, plan, grain } = settings;
  return { pipeline, hires, plan, grain, restaff: false, ...over };
}

/**
 * How much of its effort each engagement counts with on the days on which it counts; tentative work without odds counts in
 * full, and done work up to the last past day (`countsUntil`).
 */
export function engagementShares({ engagements }: Plan, counted: Counted): Float64Array {
  return Float64Array.from(engagements, (engagement) => engagementShare(engagement, counted));
}

function engagementShare({ status, odds }: Engagement, { pipeline }: Counted): Ppm {
  if (status === "lost") return 0;
  return status === "tentative" ? shareOf(odds ?? PPM, pipeline) : PPM;
}

/** The same of work to come: what is done asks for nothing any more. */
export function comingShares(plan: Plan, counted: Counted): Float64Array {
  return engagementShares(plan, counted).map((share, engagement) =>
    plan.engagements[engagement]!.status === "done" ? 0 : share,
  );
}

/** How much of a contract counts before ramp-up. */
export function hireShare({ kind, odds }: Contract, { hires }: Counted): Ppm {
  return kind === "planned hire" ? shareOf(odds, hires) : PPM;
}

function shareOf(odds: Ppm, counting: Counting): Ppm {
  if (counting === "odds") return odds;
  if (counting === "all") return PPM;
  if (counting === "none") return 0;
  return odds >= counting.from ? PPM : 0;
}
