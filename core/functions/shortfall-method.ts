import type { Figures, Method, Odds } from "../engine/chance/index.ts";

/** How a period's figures were found, and the start slips that they count. */
export function methodText(method: Method, slips: string): string {
  if (method.kind === "exact") return withSlips("exact", slips);
  const { points, shifts, coarse } = method;
  return withSlips(`estimated${coarse ? ", coarser" : ""}: ${points} × ${shifts} points`, slips);
}

const withSlips = (text: string, slips: string) => (slips === "" ? text : `${text}; ${slips}`);

/** The same of all figures of a grid: of chances, how far they are off; where a work budget made them coarser, that as well. */
export function methodIn({ periods }: Odds, figures: readonly Figures[], isChance: boolean, slips: string): string {
  const estimated = periods.find(({ method }) => method.kind === "estimated");
  if (estimated === undefined) return withSlips("exact", slips);
  const { method } = estimated;
  const most = Math.max(0, ...figures.map(({ standardError }) => standardError));
  const off = isChance ? `±${errorText(most)} %` : "estimated";
  const coarser =
    method.kind === "estimated" && method.coarse ? `, coarser: ${method.points} × ${method.shifts} points` : "";
  return withSlips(`${off}${coarser}`, slips);
}

/** A standard error in points, so that none reads as if there were none: "0.3", "0.04". */
export function errorText(standardError: number): string {
  const points = 100 * standardError;
  return points < 0.095 && points > 0 ? Math.max(0.01, points).toFixed(2) : points.toFixed(1);
}
