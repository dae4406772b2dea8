import { type Ask, ruleOf, titleOf } from "./ask.ts";
import { capacityParts } from "./capacity-parts.ts";
import { demandParts } from "./demand.ts";
import { type Explanation, explained, group, minutes, taken } from "./explanation.ts";
import { wholeCapacity } from "./load.ts";
import { whoOf } from "./who.ts";

/** Demand as a share of capacity. */
export function demandOfCapacity(ask: Ask): Explanation {
  const sums = [minutes("Demand", demandParts(ask)), minutes("Capacity", capacityParts(ask, whoOf(ask)))];
  const about = { title: titleOf("Demand of capacity", ask), rule: "Demand ÷ capacity." };
  return { ...explained(about, sums[0]!), is: "ratio", sums };
}

/** Capacity less demand. */
export function variance(ask: Ask): Explanation {
  const about = { title: titleOf("Variance", ask), rule: ruleOf("VARIANCE") };
  const asked = taken(demandParts(ask).flatMap((one) => (one.parts.length === 0 ? group("Demand", [one]) : [one])));
  return explained(about, minutes("Variance", [...wholeCapacity(ask, whoOf(ask)), ...asked]));
}
