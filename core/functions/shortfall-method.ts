import type { Figures, Method, Odds } from "../engine/chance/index.ts";

/** How a period's figures were found. */
export function methodText(method: Method): string {
  if (method.kind === "exact") return "exact";
  const { points, shifts, coarse } = method;
  return `estimated${coarse ? ", coarser" : ""}: ${points} × ${shifts} points`;
}

/** The same of all figures of a grid: of chances, how far they are off; where a work budget made them coarser, that as well. */
export function methodIn({ periods }: Odds, figures: readonly Figures[], isChance: boolean): string {
  const estimated = periods.find(({ method }) => method.kind === "estimated");
  if (estimated === undefined) return "exact";
  const { method } = estimated;
  const most = Math.max(0, ...figures.map(({ standardError }) => standardError));
  const off = isChance ? `±${(100 * most).toFixed(1)} %` : "estimated";
  return method.kind === "estimated" && method.coarse
    ? `${off}, coarser: ${method.points} × ${method.shifts} points`
    : off;
}
