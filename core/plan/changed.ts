import type { Plan } from "./plan.ts";

type Parts = Partial<
  Pick<
    Plan,
    | "settings"
    | "people"
    | "contracts"
    | "skills"
    | "locations"
    | "engagements"
    | "needs"
    | "allocations"
    | "barred"
    | "worked"
  >
>;

/** The plan with other parts. Its problems stay those of the tables, and are still found only when somebody asks. */
export const changed = (plan: Plan, parts: Parts): Plan => ({
  settings: plan.settings,
  people: plan.people,
  contracts: plan.contracts,
  skills: plan.skills,
  locations: plan.locations,
  engagements: plan.engagements,
  needs: plan.needs,
  allocations: plan.allocations,
  leave: plan.leave,
  tickets: plan.tickets,
  actuals: plan.actuals,
  snapshots: plan.snapshots,
  milestones: plan.milestones,
  money: plan.money,
  scenarios: plan.scenarios,
  barred: plan.barred,
  given: plan.given,
  errors: plan.errors,
  get problems() {
    return plan.problems;
  },
  accounts: plan.accounts,
  ...parts,
});

/** The list with one entry changed. */
export const replaced = <T>(list: readonly T[], at: number, by: (one: T) => T): readonly T[] =>
  list.map((one, i) => (i === at ? by(one) : one));
