import { asItIs } from "../sheets/as-it-is.ts";
import { type Risk, riskOf } from "../sheets/pipeline-risk-found.ts";
import { kept } from "./kept.ts";

/** What is shown on the sheet already is not found again. */
export const foundRisk = kept((given): Risk => {
  const work = riskOf(asItIs(given));
  for (let next = work.next(); ; next = work.next()) if (next.done) return next.value;
});
