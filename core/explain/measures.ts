import type { RowsWord } from "../functions/words.ts";
import type { Ask } from "./ask.ts";
import { demand } from "./demand.ts";
import type { Explanation } from "./explanation.ts";
import { gap } from "./gap.ts";
import { availability, capacity, overload, utilization } from "./load.ts";
import { variance } from "./variance.ts";

/** A measure that a planner may ask about: its name, by what it can be told apart, and its explanation. */
export interface Measure {
  readonly title: string;
  readonly rows: readonly RowsWord[];
  readonly explain: (ask: Ask) => Explanation;
}

const OF_PEOPLE = ["total", "person", "team", "role", "location", "skill"] as const;
const OF_WORK = ["total", "engagement", "client", "kind", "status", "skill"] as const;

/** What the panel offers, in its order. Add a measure here and nowhere else. */
export const MEASURES: ReadonlyMap<string, Measure> = new Map<string, Measure>([
  ["capacity", { title: "Capacity", rows: OF_PEOPLE, explain: capacity }],
  ["demand", { title: "Demand", rows: OF_WORK, explain: (ask) => demand(ask) }],
  ["availability", { title: "Free hours", rows: OF_PEOPLE, explain: availability }],
  ["overload", { title: "Overload", rows: OF_PEOPLE, explain: overload }],
  ["utilization", { title: "Utilization", rows: OF_PEOPLE, explain: (ask) => utilization(ask) }],
  ["variance", { title: "Variance", rows: OF_PEOPLE, explain: variance }],
  ["gap", { title: "Skill gap", rows: ["total", "skill", "engagement"], explain: gap }],
]);
