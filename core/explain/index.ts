export type { Ask } from "./ask.ts";
export { explainCell, explainTotal } from "./cells.ts";
export type { Explanation, LeftOut, Origin, Part, Proof, Sum, Unit } from "./explanation.ts";
export type { Measure } from "./measure.ts";
export { atOnce, MEASURES } from "./measures.ts";
export { NOTHING_PICKED, PICK_LISTS, type Pick, type Picked, type PickKey } from "./picks.ts";
