import type { Figures, Method, Odds } from "../engine/chance/index.ts";

/** How a period's figures were found, and what else has to be said: the start slips that they count, support that nobody knows. */
export function methodText(method: Method, beside: string): string {
  if (method.kind === "exact") return withMore("exact", beside);
  const { points, shifts, coarse } = method;
  return withMore(`estimated${coarse ? ", coarser" : ""}: ${points} × ${shifts} points`, beside);
}

const withMore = (text: string, beside: string) => (beside === "" ? text : `${text}; ${beside}`);

/** The same of all figures of a grid: of chances, how far they are off; where a work budget made them coarser, that as well. */
export function methodIn({ periods }: Odds, figures: readonly Figures[], isChance: boolean, beside: string): string {
  const estimated = periods.find(({ method }) => method.kind === "estimated");
  if (estimated === undefined) return withMore("exact", beside);
  const { method } = estimated;
  const most = Math.max(0, ...figures.map(({ standardError }) => standardError));
  const off = isChance ? `±${errorText(most)} %` : "estimated";
  const coarser =
    method.kind === "estimated" && method.coarse ? `, coarser: ${method.points} × ${method.shifts} points` : "";
  return withMore(`${off}${coarser}`, beside);
}

/** A standard error in points, so that none reads as if there were none: "0.3", "0.04". */
export function errorText(standardError: number): string {
  const points = 100 * standardError;
  return points < 0.095 && points > 0 ? Math.max(0.01, points).toFixed(2) : points.toFixed(1);
}
