import type { FlowNet } from "../flow/index.ts";
import { knownCuts } from "./known-cuts.ts";
import { partFlow } from "./part-flow.ts";

/** The unmet minutes of a small net, thousands of times over: nothing is kept from one world to the next but cuts. */
export interface SmallFlow {
  (supply: ArrayLike<number>, demand: ArrayLike<number>): number;
  /** By need: at least 0 for those in the smallest minimum cut of the world solved last. */
  readonly reached: () => Int32Array;
}

/** `varying` are the suppliers whose minutes differ from world to world. */
export function smallFlow(net: FlowNet, varying: readonly number[]): SmallFlow {
  const { needs, suppliers, leastFlexible } = net;
  const part = partFlow(net);
  const { needList, peopleList, short, free, needLevel } = part;
  const whole = { needs: 0, needsEnd: needs, people: 0, peopleEnd: suppliers };
  for (let need = 0; need < needs; need++) needList[need] = need;
  peopleList.set(leastFlexible);
  part.needPart.fill(0);
  part.personPart.fill(0);
  const cuts = knownCuts(net, varying);

  const left = (): number => {
    let unmet = 0;
    for (let need = 0; need < needs; need++) unmet += short[need]!;
    return unmet;
  };
  const unmet = (supply: ArrayLike<number>, demand: ArrayLike<number>): number => {
    for (let need = 0; need < needs; need++) short[need] = demand[need]!;
    for (let person = 0; person < suppliers; person++) free[person] = Math.trunc(supply[person]!);
    part.assignGreedily(whole);
    let minutes = left();
    if (minutes === 0) return 0;
    const least = cuts.proven(supply, demand);
    while (minutes > least) {
      if (!part.findLevels(whole)) {
        cuts.keep(needLevel, supply);
        break;
      }
      part.serveLevels(whole);
      minutes = left();
    }
    return minutes;
  };
  const reached = () => {
    part.findLevels(whole);
    return needLevel;
  };
  return Object.assign(unmet, { reached });
}
