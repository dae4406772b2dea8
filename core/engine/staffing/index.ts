export { checkedPlan } from "./check.ts";
export { HAND_OVER, type OpenRoles, openRoles } from "./open-roles.ts";
export {
  gapOf,
  type OpenRole,
  type StaffedRole,
  type StaffingPlan,
  type StaffingProblem,
  WHOLE,
} from "./problem.ts";
export { type StaffingRow, staffingRows } from "./rows.ts";
export { type Done, type Effort, suggest, suggestNow, USUAL_EFFORT } from "./suggest.ts";
