import { type FlowNet, flowNet, prioritySplit } from "../flow/index.ts";
import type { RankedFlow } from "./ranked-flow.ts";

/** The same answers by solving again for every question: for plans that ask for too many different things to keep pairs. */
export function resolved(net: FlowNet, variantOf: ArrayLike<number>, rankOf: ArrayLike<number>): RankedFlow {
  const asksOf = Array.from({ length: net.needs }, (): number[] => []);
  Array.from(variantOf).forEach((variant, ask) => {
    asksOf[variant]!.push(ask);
  });
  const canServe = Array.from({ length: net.suppliers }, (_, supplier) =>
    Array.from(net.linkNeed.subarray(net.supplierStart[supplier], net.supplierStart[supplier + 1])).flatMap(
      (variant) => asksOf[variant]!,
    ),
  );
  const all = flowNet(variantOf.length, canServe);
  let supply: ArrayLike<number> = [];
  let demand: ArrayLike<number> = [];
  let unmet: Float64Array = new Float64Array(0);
  return {
    solve: (minutes, asked) => {
      supply = minutes.slice();
      demand = asked.slice();
      unmet = prioritySplit(all, supply, demand, rankOf);
      return unmet;
    },
    without: (capacity, opened, lost) => {
      const less = Float64Array.from(supply);
      const more = Float64Array.from(demand);
      for (const { at, minutes } of capacity) less[at]! -= minutes;
      for (const { at, minutes } of opened) more[at]! += minutes;
      prioritySplit(all, less, more, rankOf).forEach((minutes, ask) => {
        if (minutes !== unmet[ask]) lost(ask, minutes - unmet[ask]!);
      });
    },
  };
}
