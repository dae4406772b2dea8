import { PPM, type Settings } from "../plan/plan.ts";
import type { MonthMetrics } from "./delivery-metrics-months.ts";
import { percentText } from "./money-words.ts";

/** A light has a sign of its own, so that it reads without colours. */
export const SIGNS = { good: "✓ good", watch: "▲ watch", act: "✕ act" } as const;
export type Light = keyof typeof SIGNS;
export type Metric = "utilization" | "accuracy" | "variance" | "onTime" | "margin";

/** Months are sums of native figures: less than half a millionth is no difference. */
const atLeast = (share: number, ppm: number): boolean => share * PPM >= ppm - 0.5;

/** How a month stands by the limits of Settings; null where nothing is known. */
export function lightOf(metric: Metric, month: MonthMetrics, limits: Settings): Light | null {
  return LIGHTS[metric](month, limits);
}

const LIGHTS: { readonly [M in Metric]: (month: MonthMetrics, limits: Settings) => Light | null } = {
  utilization: ({ utilization, target, full }, { belowTarget, aboveTarget }) => {
    if (utilization === null) return null;
    if (!atLeast(-utilization, -full * PPM) || utilization < target / 2) return "act";
    const most = target * PPM + aboveTarget;
    return atLeast(utilization, target * PPM - belowTarget) && atLeast(-utilization, -most) ? "good" : "watch";
  },
  accuracy: ({ wape }, { errorGood, errorWatch }) =>
    wape === null ? null : atLeast(-wape, -errorGood) ? "good" : atLeast(-wape, -errorWatch) ? "watch" : "act",
  variance: ({ variance, gap }) => {
    if (variance === null || gap === null) return null;
    return variance < 0 ? "act" : gap > 0 ? "watch" : "good";
  },
  onTime: ({ onTime }, { onTimeGood, onTimeWatch }) =>
    onTime === null ? null : atLeast(onTime, onTimeGood) ? "good" : atLeast(onTime, onTimeWatch) ? "watch" : "act",
  margin: ({ margin, isLoss }, { marginTarget, marginWatch }) => {
    if (margin === null) return isLoss ? "act" : null;
    return atLeast(margin, marginTarget) ? "good" : atLeast(margin, marginTarget - marginWatch) ? "watch" : "act";
  },
};

/** The same limits in words, with the settings that hold them. */
export const limitsText: { readonly [M in Metric]: (limits: Settings) => string } = {
  utilization: ({ belowTarget, aboveTarget }) =>
    `✓ from ${points(belowTarget)} below the target to ${points(aboveTarget)} above it (Settings: Utilization below target, Utilization above target); ✕ more hours than people have, or less than half the target; ▲ in between.`,
  accuracy: ({ errorGood, errorWatch }) =>
    `✓ up to ${percentText(errorGood)} (Settings: Forecast error good); ▲ up to ${percentText(errorWatch)} (Forecast error watch); ✕ above.`,
  variance: () =>
    "✓ enough hours and no skill gap; ▲ enough hours in all, but of the wrong skills or in the wrong weeks; ✕ fewer hours than demand.",
  onTime: ({ onTimeGood, onTimeWatch }) =>
    `✓ from ${percentText(onTimeGood)} (Settings: On time good); ▲ from ${percentText(onTimeWatch)} (On time watch); ✕ below.`,
  margin: ({ marginTarget, marginWatch }) =>
    `✓ from ${percentText(marginTarget)} (Settings: Margin target); ▲ up to ${points(marginWatch)} below it (Margin watch); ✕ below that.`,
};

const points = (ppm: number): string => {
  const many = Math.round((ppm * 1000) / PPM) / 10;
  return `${many} ${many === 1 ? "point" : "points"}`;
};
