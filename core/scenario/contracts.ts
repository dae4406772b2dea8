import { changed } from "../plan/changed.ts";
import type { Contract, Plan } from "../plan/plan.ts";

/** Whether a contract has hours on that day or later. */
export const worksFrom = ({ to, weekdays }: Contract, from: number): boolean =>
  to >= from && weekdays.some((minutes) => minutes > 0);

/** The plan with other contracts: the old ones in their places, new ones after them. */
export function withContracts(plan: Plan, contracts: readonly Contract[]): Plan {
  const added = contracts.slice(plan.contracts.length);
  const whose = new Set(added.map(({ person }) => person));
  const people = plan.people.map((one, person) => {
    if (!whose.has(person)) return one;
    const own = contracts.flatMap((contract, number) => (contract.person === person ? [number] : []));
    return { ...one, contracts: own.sort((a, b) => contracts[a]!.from - contracts[b]!.from) };
  });
  return changed(plan, { people, contracts });
}
