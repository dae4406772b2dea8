import type { Plan } from "../plan/plan.ts";

/** Which contracts, needs and allocations a question is about: 1 = in. */
export interface Scope {
  readonly contracts: Uint8Array;
  readonly needs: Uint8Array;
  readonly allocations: Uint8Array;
}

/** The question without a where: the whole plan. */
export function everything(plan: Plan): Scope {
  return {
    contracts: new Uint8Array(plan.contracts.length).fill(1),
    needs: new Uint8Array(plan.needs.length).fill(1),
    allocations: new Uint8Array(plan.allocations.length).fill(1),
  };
}
