import { demand } from "../engine/demand.ts";
import { byAssignee, choosesPeople, isAssigneeRow } from "./by-assignee.ts";
import { byWork } from "./by-work.ts";
import type { Asked } from "./define.ts";
import type { Parts } from "./parts.ts";
import type { Summands } from "./sums.ts";

/**
 * DEMAND in the asked rows and periods: by what is asked for, or by who is to do it where rows or `where` name people.
 * `pinned` is the pinned effort by contract, where it is known already.
 */
export function demandSummands(asked: Asked, parts: Parts, pinned?: Float64Array): Summands {
  const { plan, counted, rows, filters } = asked;
  return isAssigneeRow(rows) || choosesPeople(filters)
    ? byAssignee(asked, parts, pinned)
    : byWork(asked, demand(plan, parts, counted));
}
