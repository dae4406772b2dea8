import { exactProduct, type Ratio } from "./ratio.ts";
import { solveAfresh } from "./solve.ts";
import type { FlowState } from "./state.ts";

/** One period whose demand grows along a line: need n asks for base[n] + x × growth[n], against fixed minutes. */
export interface GrowingDemand {
  readonly supply: ArrayLike<number>;
  readonly base: ArrayLike<number>;
  readonly growth: ArrayLike<number>;
}

/** Solves at x = p / q without rounding: base × q + growth × p against supply × q. Returns the unmet minutes × q. */
export function solveAt(state: FlowState, { supply, base, growth }: GrowingDemand, { p, q }: Ratio): number {
  const { needs, suppliers } = state.net;
  const scaledSupply = Float64Array.from({ length: suppliers }, (_, i) => exactProduct(supply[i]!, q));
  const scaledDemand = Float64Array.from(
    { length: needs },
    (_, i) => exactProduct(base[i]!, q) + exactProduct(growth[i]!, p),
  );
  return solveAfresh(state, scaledSupply, scaledDemand, 0);
}
