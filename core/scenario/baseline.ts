/** What the plan as it is goes by, beside scenarios: none of them may have this name. */
export const BASELINE = "Baseline";
