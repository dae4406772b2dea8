import type { MonthMetrics } from "./delivery-metrics-months.ts";

/** A light has a sign of its own, so that it reads without colours. */
export const SIGNS = { good: "✓ good", watch: "▲ watch", act: "✕ act" } as const;
export type Light = keyof typeof SIGNS;
export type Metric = "utilization" | "accuracy" | "variance" | "onTime";

const LIGHTS: { readonly [M in Metric]: (month: MonthMetrics) => Light | null } = {
  utilization: ({ utilization, target }) => {
    if (utilization === null) return null;
    if (utilization > 1 || utilization < target / 2) return "act";
    return utilization >= target - 0.1 && utilization <= target + 0.05 ? "good" : "watch";
  },
  accuracy: ({ wape }) => {
    if (wape === null) return null;
    return wape <= 0.15 ? "good" : wape <= 0.3 ? "watch" : "act";
  },
  variance: ({ variance, gap }) => {
    if (variance === null || gap === null) return null;
    return variance < 0 ? "act" : gap > 0 ? "watch" : "good";
  },
  onTime: ({ onTime }) => {
    if (onTime === null) return null;
    return onTime >= 0.9 ? "good" : onTime >= 0.75 ? "watch" : "act";
  },
};

/** How a month stands; null where nothing is known. */
export const lightOf = (metric: Metric, month: MonthMetrics): Light | null => LIGHTS[metric](month);

/** The same limits in words. */
export const LIMITS: Readonly<Record<Metric, string>> = {
  utilization:
    "✓ from 10 points below the target to 5 above it; ✕ above 100 %, or below half the target; ▲ in between.",
  accuracy: "✓ up to 15 %; ▲ up to 30 %; ✕ above.",
  variance:
    "✓ enough hours and no skill gap; ▲ enough hours in all, but of the wrong skills or in the wrong weeks; ✕ fewer hours than demand.",
  onTime: "✓ from 90 %; ▲ from 75 %; ✕ below.",
};
