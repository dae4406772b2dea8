import { changed } from "../../plan/changed.ts";
import type { Need, Plan } from "../../plan/plan.ts";

/** The plan with more needs: rows of Demand after the others of Demand, rows of Support at the end. */
export function withNeeds(plan: Plan, added: readonly Need[]): Plan {
  const all = [...plan.needs, ...added];
  const of = (source: Need["source"]) => all.filter((need) => need.source === source);
  return changed(plan, { needs: [...of("Demand"), ...of("Support")] });
}
