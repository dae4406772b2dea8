import type { Complaint } from "../plan/complaint.ts";
import type { Plan, Ppm } from "../plan/plan.ts";
import type { DayNumber, Minutes } from "../units.ts";
import type { Change } from "./change.ts";

/** What a row of the Scenarios table says about its change; null where a cell is empty. */
export interface ChangeRow {
  readonly person: string | null;
  readonly engagement: string | null;
  readonly toEngagement: string | null;
  readonly skill: string | null;
  readonly level: number | null;
  readonly certificate: string | null;
  readonly location: string | null;
  readonly from: DayNumber | null;
  readonly to: DayNumber | null;
  readonly hoursAWeek: Minutes | null;
  readonly percent: Ppm | null;
  readonly weeks: number | null;
}
export type ChangeKey = keyof ChangeRow;

/** Why a change cannot be made to a plan, and in which column of the Scenarios table the reason stands. */
export interface ChangeProblem extends Complaint {
  readonly key: ChangeKey;
  /** Tables without which nobody can be sure: a formula may be given some of them only. */
  readonly tables: readonly string[];
}

/** The plan without any change, as the changes before this one left it, and all changes that are made with it. */
export interface World {
  readonly base: Plan;
  readonly plan: Plan;
  readonly changes: readonly Change[];
}

/** One kind of change: how its row reads, when it fits the plan, and what it does to it. */
export interface ChangeCase<C extends Change> {
  /** Columns that its row fills, and columns that it may fill; a cell of any other is not used. */
  readonly needs: readonly ChangeKey[];
  readonly may: readonly ChangeKey[];
  /** Null when something that it needs is missing. */
  read(row: ChangeRow): C | null;
  /** Null when nothing is wrong. */
  check(world: World, change: C): ChangeProblem | null;
  /** Rows that stay keep their place in the plan's lists; new ones come after them. */
  apply(plan: Plan, change: C): Plan;
}
