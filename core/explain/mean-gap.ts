import { averagePlan } from "../engine/chance/average-plan.ts";
import { type Ask, titleOf } from "./ask.ts";
import type { Explanation } from "./explanation.ts";
import { gap } from "./gap.ts";
import { inItsRows } from "./in-the-plan.ts";

const RULE =
  "Open work that nobody who can do it has time for in the mean of all outcomes: each deal, and each start that may be late, counts by its odds, support asks for its expected hours, and no reserve is part of it. It stands beside the chances of the same outcomes.";

/** The gap on average beside chances: of the same outcomes, and so without a reserve. */
export const meanGap = (ask: Ask): Explanation => ({
  ...inItsRows(ask.plan, gap({ ...ask, plan: averagePlan(ask.plan, ask.counted) })),
  title: titleOf("Skill gap on average", ask),
  rule: RULE,
});
