import type { FlowNet } from "../flow/index.ts";
import { exactProduct } from "../flow/ratio.ts";
import type { FairSpan } from "./fair-group.ts";
import type { PartFlow, Span } from "./part-flow.ts";

/** Writes the unmet whole minutes of each need of a group. */
export type WholeMinutes = (
  group: Span,
  tiers: readonly FairSpan[],
  supply: ArrayLike<number>,
  demand: ArrayLike<number>,
  unmet: Float64Array,
) => void;

/**
 * Whole minutes of fair shares, as in the split of a single plan: shares are floored, then single minutes go to the largest remainders
 * as far as people's time goes. A group uses up its people, so that many minutes are left over as the floors leave; where those
 * with the largest remainders can have one each, which one flow tells, that is the outcome. Else they are served in turn.
 */
export function wholeMinutes(parts: PartFlow, net: FlowNet): WholeMinutes {
  const { needList, peopleList, needPart, personPart, short, free, flow, needLevel } = parts;
  const { needs, needStart, needSupplier, needLink, supplierStart, linkNeed } = net;
  const floor = new Float64Array(needs);
  const rest = new Float64Array(needs);
  const of = new Float64Array(needs);
  /** 1 for those that get a minute more than the whole part of their share. */
  const odd = new Uint8Array(needs);
  const order = new Int32Array(needs);

  const comesBefore = (a: number, b: number): boolean => {
    const difference = exactProduct(rest[a]!, of[b]!) - exactProduct(rest[b]!, of[a]!);
    return difference > 0 || (difference === 0 && a < b);
  };
  const putInOrder = (need: number, count: number): void => {
    let at = count;
    for (; at > 0 && comesBefore(need, order[at - 1]!); at--) order[at] = order[at - 1]!;
    order[at] = need;
  };
  /** Serves one minute more, and takes it from whoever is last in order among those that could do without; false: from itself. */
  const exchange = (group: Span, need: number, count: number): boolean => {
    short[need] = 1;
    if (parts.serveMore(group)) return true;
    let last = count - 1;
    while (order[last] !== need && (odd[order[last]!] === 0 || needLevel[order[last]!]! < 0)) last--;
    const loser = order[last]!;
    if (loser !== need) {
      giveBack(loser);
      if (!parts.serveMore(group)) throw new RangeError("A minute of a fair split was promised twice.");
      odd[loser] = 0;
    }
    short[need] = 0;
    return loser !== need;
  };
  const giveBack = (need: number): void => {
    let at = needStart[need]!;
    while (personPart[needSupplier[at]!] !== needPart[need] || flow[needLink[at]!] === 0) at++;
    flow[needLink[at]!]! -= 1;
    free[needSupplier[at]!]! += 1;
  };
  /** The largest remainders that can have a minute each, where the very largest cannot all: one after another comes in. */
  const serveInTurn = (group: Span, count: number, left: number): void => {
    const late = order.subarray(0, left).filter((need) => short[need]! > 0);
    for (const need of late) short[need] = odd[need] = 0;
    for (const need of late) odd[need] = exchange(group, need, left) ? 1 : 0;
    let open = left;
    for (let i = 0; i < left; i++) open -= odd[order[i]!]!;
    for (let next = left; open > 0 && next < count; next++) {
      const need = order[next]!;
      short[need] = 1;
      if (parts.serveMore(group)) {
        odd[need] = 1;
        open--;
      }
      short[need] = 0;
    }
  };

  /** Begins with whole minutes of the flows that proved the tiers; whoever is in several tiers' reach works for their own. */
  const keepWhole = ({ needs: from, needsEnd, people, peopleEnd, q }: FairSpan, supply: ArrayLike<number>): void => {
    const part = needPart[needList[from]!]!;
    const isOne = needsEnd - from === 1;
    for (let i = people; i < peopleEnd; i++) {
      const person = peopleList[i]!;
      let left = supply[person]!;
      for (let link = supplierStart[person]!, end = supplierStart[person + 1]!; link < end; link++) {
        const need = linkNeed[link]!;
        const minutes = needPart[need]! !== part ? 0 : isOne ? left : Math.floor(flow[link]! / q);
        flow[link] = minutes;
        if (minutes === 0) continue;
        short[need]! -= minutes;
        left -= minutes;
      }
      free[person] = left;
    }
  };

  return (group, tiers, supply, demand, unmet) => {
    let count = 0;
    let left = 0;
    for (let i = group.people; i < group.peopleEnd; i++) left += supply[peopleList[i]!]!;
    for (const { needs: from, needsEnd, p, q } of tiers) {
      for (let i = from; i < needsEnd; i++) {
        const need = needList[i]!;
        const product = exactProduct(demand[need]!, p);
        odd[need] = 0;
        rest[need] = product % q;
        of[need] = q;
        floor[need] = (product - rest[need]!) / q;
        short[need] = floor[need]!;
        left -= floor[need]!;
        if (rest[need]! > 0) putInOrder(need, count++);
      }
    }
    if (left > 0) {
      for (const tier of tiers) keepWhole(tier, supply);
      const part = needPart[needList[group.needs]!]!;
      for (let i = group.needs; i < group.needsEnd; i++) needPart[needList[i]!] = part;
      for (let i = group.people; i < group.peopleEnd; i++) personPart[peopleList[i]!] = part;
      parts.serveMore(group);
      for (let i = 0; i < left; i++) short[order[i]!] = odd[order[i]!] = 1;
      if (!parts.serveMore(group)) serveInTurn(group, count, left);
    }
    for (let i = group.needs; i < group.needsEnd; i++) {
      const need = needList[i]!;
      unmet[need] = demand[need]! - floor[need]! - odd[need]!;
    }
  };
}
