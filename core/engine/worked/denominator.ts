import { changed } from "../../plan/changed.ts";
import type { Contract, Plan } from "../../plan/plan.ts";
import type { Denominator } from "../../plan/words.ts";
import type { Counted } from "../counted.ts";
import { type Supply, supply } from "../supply.ts";
import type { Timeline } from "../timeline.ts";

/** Minutes by contract and period that utilization is a share of. */
export function wholeOf(
  denominator: Denominator,
  plan: Plan,
  time: Timeline,
  counted: Counted,
  people: Supply = supply(plan, time, counted),
): Float64Array {
  return WHOLES[denominator](people, plan, time, counted);
}

const WHOLES: Readonly<
  Record<Denominator, (people: Supply, plan: Plan, time: Timeline, counted: Counted) => Float64Array>
> = {
  effective: ({ capacity }) => capacity,
  contracted: ({ contracted }) => contracted,
  target: ({ target }) => target,
  recorded: ({ pinned }) => pinned,
  standard: (_, plan, time, counted) =>
    supply(changed(plan, { contracts: plan.contracts.map(standard) }), time, counted).contracted,
};

const EIGHT_HOURS = 480;
const FULL_TIME: Contract["weekdays"] = [EIGHT_HOURS, EIGHT_HOURS, EIGHT_HOURS, EIGHT_HOURS, EIGHT_HOURS, 0, 0];
/** A year of 52 weeks of 40 hours is 2,080 hours, whatever the contract says. */
const standard = (contract: Contract): Contract => ({ ...contract, weekdays: FULL_TIME });

/** What a heading says about it. */
export const DENOMINATOR_TEXT: Readonly<Record<Denominator, string>> = {
  effective: "of effective hours",
  contracted: "of contracted hours",
  target: "of target hours",
  recorded: "of recorded hours",
  standard: "of 2,080 hours a year",
};
