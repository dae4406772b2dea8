/**
 * Minutes of classes of people exchanged between needs, thousands of times over: nothing is allocated. All of everybody's minutes
 * are given to some need, whether it asks for them or not, and what is short takes over what others have beyond what they ask for:
 * from who works for both, else along chains of such people, shortest first (E. A. Dinic, "Algorithm for solution of a problem of
 * maximum flow in a network with power estimation", Soviet Math. Doklady 11, 1970).
 */
import type { FlowNet } from "../flow/index.ts";

export interface Exchange {
  /** By link, what a class gives to a need. */
  readonly given: Float64Array;
  /** By need, what it is given beyond what it asks for; below 0 it is short. */
  readonly beyond: Float64Array;
  /** By need, after a search: -1 for those outside the smallest minimum cut. */
  readonly level: Int32Array;
  /** What all needs together are short of. */
  readonly short: () => number;
  /** Lets a class have so many minutes more, or fewer. */
  readonly change: (person: number, minutes: number) => void;
  /** Takes over from whoever works for a need that is short and for one that has more than enough. */
  readonly takeNearby: () => void;
  /** Steps from the nearest need that is short; false when nothing that is given beyond need is within reach. */
  readonly findLevels: () => boolean;
  /** Takes over along the levels found. */
  readonly takeAlong: () => void;
}

export function exchange(net: FlowNet): Exchange {
  const { needs, suppliers, links, linkNeed, supplierStart, needStart, needLink, needSupplier } = net;
  const given = new Float64Array(links);
  const beyond = new Float64Array(needs);
  const level = new Int32Array(needs);
  const next = new Int32Array(needs);
  const queue = new Int32Array(needs);
  const personLevel = new Int32Array(suppliers);
  const personNext = new Int32Array(suppliers);
  const pathNeed = new Int32Array(needs + 1);
  const pathGain = new Int32Array(needs + 1);
  const pathTake = new Int32Array(needs + 1);

  const short = (): number => {
    let minutes = 0;
    for (let need = 0; need < needs; need++) if (beyond[need]! < 0) minutes -= beyond[need]!;
    return minutes;
  };

  const change = (person: number, minutes: number): void => {
    const from = supplierStart[person]!;
    const end = supplierStart[person + 1]!;
    if (minutes > 0) {
      let most = from;
      for (let link = from + 1; link < end; link++) {
        if (beyond[linkNeed[link]!]! < beyond[linkNeed[most]!]!) most = link;
      }
      give(most, minutes);
      return;
    }
    let rest = -minutes;
    for (let link = from; link < end && rest > 0; link++) {
      const spare = Math.min(rest, given[link]!, Math.max(0, beyond[linkNeed[link]!]!));
      give(link, -spare);
      rest -= spare;
    }
    for (let link = from; link < end && rest > 0; link++) {
      const taken = Math.min(rest, given[link]!);
      give(link, -taken);
      rest -= taken;
    }
  };
  const give = (link: number, minutes: number): void => {
    given[link]! += minutes;
    beyond[linkNeed[link]!]! += minutes;
  };

  const takeNearby = (): void => {
    for (let need = 0; need < needs; need++) {
      for (let at = needStart[need]!, last = needStart[need + 1]!; at < last && beyond[need]! < 0; at++) {
        const person = needSupplier[at]!;
        for (let link = supplierStart[person]!, end = supplierStart[person + 1]!; link < end; link++) {
          const spare = beyond[linkNeed[link]!]!;
          if (spare <= 0 || given[link]! === 0) continue;
          const minutes = Math.min(spare, given[link]!, -beyond[need]!);
          give(link, -minutes);
          give(needLink[at]!, minutes);
          if (beyond[need]! === 0) break;
        }
      }
    }
  };

  let nearest = FAR;
  const findLevels = (): boolean => {
    let tail = 0;
    nearest = FAR;
    personLevel.fill(-1);
    for (let need = 0; need < needs; need++) {
      level[need] = beyond[need]! < 0 ? 0 : -1;
      if (beyond[need]! < 0) queue[tail++] = need;
    }
    for (let head = 0; head < tail; head++) {
      const need = queue[head]!;
      const to = level[need]! + 1;
      if (to > nearest) break;
      next[need] = needStart[need]!;
      for (let at = needStart[need]!, last = needStart[need + 1]!; at < last; at++) {
        const person = needSupplier[at]!;
        if (personLevel[person]! >= 0) continue;
        personLevel[person] = to;
        personNext[person] = supplierStart[person]!;
        for (let link = supplierStart[person]!, end = supplierStart[person + 1]!; link < end; link++) {
          const other = linkNeed[link]!;
          if (level[other]! >= 0 || given[link]! === 0) continue;
          level[other] = to;
          if (beyond[other]! > 0) nearest = to;
          else queue[tail++] = other;
        }
      }
    }
    return nearest < FAR;
  };

  /** Takes over what goes along the path; returns the depth from which it may go on. */
  const move = (depth: number): number => {
    const source = pathNeed[0]!;
    const end = linkNeed[pathTake[depth - 1]!]!;
    let minutes = Math.min(-beyond[source]!, beyond[end]!);
    for (let i = 0; i < depth; i++) minutes = Math.min(minutes, given[pathTake[i]!]!);
    let resume = depth - 1;
    for (let i = depth - 1; i >= 0; i--) {
      given[pathGain[i]!]! += minutes;
      given[pathTake[i]!]! -= minutes;
      if (given[pathTake[i]!]! === 0) resume = i;
    }
    beyond[source]! += minutes;
    beyond[end]! -= minutes;
    return resume;
  };

  /** Helps one short need along the levels as far as they go. */
  const help = (source: number): void => {
    let depth = 0;
    pathNeed[0] = source;
    while (depth >= 0) {
      const need = pathNeed[depth]!;
      const at = next[need]!;
      if (at === needStart[need + 1]!) {
        depth--;
        if (depth >= 0) personNext[needSupplier[next[pathNeed[depth]!]!]!]! += 1;
        continue;
      }
      const person = needSupplier[at]!;
      const to = level[need]! + 1;
      if (personLevel[person]! !== to) {
        next[need] = at + 1;
        continue;
      }
      const end = supplierStart[person + 1]!;
      let link = personNext[person]!;
      while (link < end && !leads(link, to)) link++;
      personNext[person] = link;
      if (link === end) {
        next[need] = at + 1;
        continue;
      }
      pathGain[depth] = needLink[at]!;
      pathTake[depth] = link;
      const other = linkNeed[link]!;
      depth++;
      if (beyond[other]! > 0) {
        depth = move(depth);
        if (beyond[source]! === 0) return;
      } else pathNeed[depth] = other;
    }
  };
  const leads = (link: number, to: number): boolean => {
    const need = linkNeed[link]!;
    return given[link]! > 0 && level[need]! === to && (to < nearest || beyond[need]! > 0);
  };
  const takeAlong = (): void => {
    for (let need = 0; need < needs; need++) if (level[need] === 0 && beyond[need]! < 0) help(need);
  };
  return { given, beyond, level, short, change, takeNearby, findLevels, takeAlong };
}

const FAR = 2 ** 30;
