import { HORIZON_FROM } from "./days.ts";
import type { DemoRow } from "./headings.ts";

/** The Settings table: how a plan is read when a formula does not say otherwise. */
export const settings = (weeks: number): readonly DemoRow<"Settings">[] => [
  { Setting: "Horizon from", Value: HORIZON_FROM, Note: "A Monday. Formulas may ask for other days" },
  { Setting: "Horizon weeks", Value: weeks, Note: "How far the sheets and panels look ahead" },
  { Setting: "Grain", Value: "week", Note: "Skill gaps are computed week by week (or: day)" },
  { Setting: "Plan", Value: "capacity", Note: "Fill people to their capacity (or: target)" },
  { Setting: "Utilization target", Value: 0.85, Note: "For people whose row has none" },
  { Setting: "Full-time hours", Value: 40, Note: "Hours a week of 1 FTE" },
  { Setting: "Pipeline", Value: "odds", Note: "Tentative work counts by its odds (or: all, none, 60%)" },
  { Setting: "Hires", Value: "odds", Note: "Planned hires count by their odds (or: all, none, 60%)" },
  { Setting: "Utilization denominator", Value: "effective", Note: "Hours after leave and holidays (or: contracted)" },
];
