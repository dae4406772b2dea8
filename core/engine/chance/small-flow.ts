import type { FlowNet } from "../flow/index.ts";
import { exchange } from "./exchange.ts";
import { knownCuts } from "./known-cuts.ts";

/** The unmet minutes of a small net, thousands of times over. Each world goes on from the flow of the last: worlds alike cost little. */
export interface SmallFlow {
  (supply: ArrayLike<number>, demand: ArrayLike<number>): number;
  /** By need: at least 0 for those in the smallest minimum cut of the world solved last. */
  readonly reached: () => Int32Array;
}

/** `varying` are the suppliers whose minutes differ from world to world. */
export function smallFlow(net: FlowNet, varying: readonly number[]): SmallFlow {
  const { needs, suppliers, supplierStart } = net;
  const { level, beyond, short, change, takeNearby, findLevels, takeAlong } = exchange(net);
  const cuts = knownCuts(net, varying);
  const asked = new Float64Array(needs);
  const has = new Float64Array(suppliers);
  const isUseful = (person: number) => supplierStart[person + 1]! > supplierStart[person]!;
  const differing = Int32Array.from(varying.filter(isUseful));
  let changing = Int32Array.from(has.keys()).filter(isUseful);

  const enter = (supply: ArrayLike<number>, demand: ArrayLike<number>): void => {
    for (let need = 0; need < needs; need++) {
      beyond[need]! += asked[need]! - demand[need]!;
      asked[need] = demand[need]!;
    }
    for (let i = 0; i < changing.length; i++) {
      const person = changing[i]!;
      const more = supply[person]! - has[person]!;
      if (more === 0) continue;
      change(person, more);
      has[person] = supply[person]!;
    }
    changing = differing;
  };
  const unmet = (supply: ArrayLike<number>, demand: ArrayLike<number>): number => {
    enter(supply, demand);
    let minutes = short();
    if (minutes === 0) return 0;
    const least = cuts.proven(supply, demand, minutes);
    if (minutes > least) {
      takeNearby();
      minutes = short();
    }
    while (minutes > least) {
      if (!findLevels()) {
        cuts.keep(level, supply);
        break;
      }
      takeAlong();
      minutes = short();
    }
    return minutes;
  };
  const reached = () => {
    findLevels();
    return level;
  };
  return Object.assign(unmet, { reached });
}
