import type { Plan } from "../plan/plan.ts";
import type { ChangeCase, ChangeProblem, World } from "./case.ts";
import type { Change, ChangeKind } from "./change.ts";
import { lose, win } from "./changes/decided.ts";
import { growth } from "./changes/growth.ts";
import { hire } from "./changes/hire.ts";
import { hours } from "./changes/hours.ts";
import { leaver } from "./changes/leaver.ts";
import { move } from "./changes/move.ts";
import { newEngagement } from "./changes/new-engagement.ts";
import { slip } from "./changes/slip.ts";
import { training } from "./changes/training.ts";
import { inOrder } from "./order.ts";
import { withReserveOf } from "./with-support.ts";

/** Every kind of change. Add a kind here, and its word to the words of the plan. */
export const CHANGE_CASES: Readonly<Record<ChangeKind, ChangeCase<Change>>> = {
  "new engagement": newEngagement,
  growth,
  leaver,
  move,
  hire,
  training,
  slip,
  win,
  lose,
  hours,
};

export interface Changed {
  readonly plan: Plan;
  /** Changes that do not fit the plan, by their place in the list; they are left out. */
  readonly problems: readonly { readonly at: number; readonly problem: ChangeProblem }[];
}

/** The plan with some changes made to it, in whatever order they are given. Without changes it is the very same plan. */
export function withChanges(base: Plan, changes: readonly Change[]): Changed {
  let plan = base;
  const problems: { at: number; problem: ChangeProblem }[] = [];
  for (const { change, at } of inOrder(changes)) {
    const after = withChange({ base, plan, changes }, change);
    if ("key" in after) problems.push({ at, problem: after });
    else plan = after;
  }
  if (plan !== base) plan = withReserveOf(plan);
  return { plan, problems: problems.sort((a, b) => a.at - b.at) };
}

/** The plan after one more change, or why it does not fit. */
function withChange(world: World, change: Change): Plan | ChangeProblem {
  const { check, apply } = CHANGE_CASES[change.kind];
  return check(world, change) ?? apply(world.plan, change);
}
