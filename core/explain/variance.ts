import { type Ask, ruleOf, titleOf } from "./ask.ts";
import { demandParts } from "./demand.ts";
import { type Explanation, explained, group, minutes, taken } from "./explanation.ts";
import { wholeCapacity } from "./load.ts";
import { whoOf } from "./who.ts";

/** Capacity less demand. */
export function variance(ask: Ask): Explanation {
  const about = { title: titleOf("Variance", ask), rule: ruleOf("VARIANCE") };
  const asked = taken(demandParts(ask).flatMap((one) => (one.parts.length === 0 ? group("Demand", [one]) : [one])));
  return explained(about, minutes("Variance", [...wholeCapacity(ask, whoOf(ask)), ...asked]));
}
