import type { Plan } from "./plan.ts";

/** Where most people are: the location of somebody of whom nothing else is said. A plan without locations gets one without a name. */
export function usualPlace({ locations, contracts }: Plan): readonly [Plan["locations"], number] {
  if (locations.length === 0) return [[{ name: "", holidays: [] }], 0];
  const count = locations.map(() => 0);
  for (const { location } of contracts) count[location]! += 1;
  return [locations, count.indexOf(Math.max(...count))];
}
