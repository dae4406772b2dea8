import type { Ratio } from "../engine/flow/index.ts";

/** 1/3 as 33.33: per cent with two decimals, never more than the exact growth, so that this much still fits. */
export const percentOf = ({ p, q }: Ratio): number => Math.floor((10_000 * p) / q) / 100;

/** The exact growth: 1/3 is a third of what is asked for today. */
export const ratioText = ({ p, q }: Ratio): string => (q === 1 ? String(p) : `${p}/${q}`);
