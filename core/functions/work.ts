import type { Allocations, Engagement, Plan } from "../plan/plan.ts";
import { oldSkill } from "../plan/snapshots.ts";
import { ENGAGEMENT_KINDS, STATUSES } from "../plan/words.ts";

/** How work can be told apart: by these `rows` and by these keys of `where`. */
export type WorkKey = "engagement" | "client" | "kind" | "status" | "skill" | "owner";

/** A need or an allocation, as far as rows and filters care; skill -1 is none. */
export interface Work {
  readonly engagement: number;
  readonly skill: number;
}

export const allocationAt = ({ engagement, skill }: Allocations, row: number): Work => ({
  engagement: engagement[row]!,
  skill: skill[row]!,
});

/** In which row a need or an allocation stands. */
export const WORK_LABEL: { readonly [K in WorkKey]: (plan: Plan, work: Work) => string } = {
  engagement: (plan, work) => engagementOf(plan, work).name,
  client: (plan, work) => engagementOf(plan, work).client || "(no client)",
  kind: (plan, work) => engagementOf(plan, work).kind || "(no kind)",
  status: (plan, work) => engagementOf(plan, work).status,
  skill: (plan, { skill }) => plan.skills[skill] ?? oldSkill(plan.snapshots, skill) ?? NO_SKILL,
  owner: (plan, work) => engagementOf(plan, work).owner || "(no owner)",
};
export const NO_SKILL = "(no skill)";

const skillsOf = ({ skills, snapshots }: Plan): readonly string[] => [...skills, ...snapshots.oldSkills, NO_SKILL];

/** The words or names a planner may filter work by. */
export const WORK_VALUES: { readonly [K in WorkKey]: (plan: Plan) => readonly string[] } = {
  engagement: (plan) => ofEngagements(plan, "engagement"),
  client: (plan) => ofEngagements(plan, "client"),
  kind: (plan) => [...new Set([...ofEngagements(plan, "kind"), ...Object.keys(ENGAGEMENT_KINDS)])],
  status: () => Object.keys(STATUSES),
  skill: skillsOf,
  owner: (plan) => ofEngagements(plan, "owner"),
};

/** Every label of the plan in the order of its tables: the order of a result's rows. */
export const workOrder = (plan: Plan, key: WorkKey): readonly string[] =>
  key === "skill" ? skillsOf(plan) : ofEngagements(plan, key);

/** Lost and done work counts nowhere and has no row. */
export const isLive = (plan: Plan, work: Work): boolean => {
  const { status } = engagementOf(plan, work);
  return status === "confirmed" || status === "tentative";
};

const engagementOf = ({ engagements }: Plan, { engagement }: Work): Engagement => engagements[engagement]!;

const ofEngagements = (plan: Plan, key: WorkKey) => [
  ...new Set(plan.engagements.map((_, engagement) => WORK_LABEL[key](plan, { engagement, skill: -1 }))),
];
