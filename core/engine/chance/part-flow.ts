/**
 * Flows within one part of a small net after another, thousands of times over: nothing is allocated. A greedy start, least flexible
 * people first, then E. A. Dinic's method ("Algorithm for solution of a problem of maximum flow in a network with power estimation",
 * Soviet Math. Doklady 11, 1970). Whoever is in another part, or in none, does not count.
 */
import type { FlowNet } from "../flow/index.ts";

/** Some needs and people: the places from `needs` up to `needsEnd`, `people` up to `peopleEnd`, of the lists of a PartFlow. */
export interface Span {
  readonly needs: number;
  readonly needsEnd: number;
  readonly people: number;
  readonly peopleEnd: number;
}

export interface PartFlow {
  /** Needs and people, so listed that those of a part stand side by side. */
  readonly needList: Int32Array;
  readonly peopleList: Int32Array;
  /** The part that each is in; -1: none. */
  readonly needPart: Int32Array;
  readonly personPart: Int32Array;
  /** What needs still ask for and people still have: put in before, left over after. */
  readonly short: Float64Array;
  readonly free: Float64Array;
  readonly flow: Float64Array;
  /** After a search: -1 for those outside the smallest minimum cut. */
  readonly needLevel: Int32Array;
  readonly personLevel: Int32Array;
  /** Gives people's minutes to needs of their part, from nothing: in the order of the lists. */
  readonly assignGreedily: (span: Span) => void;
  /** Searches for people with minutes left, by re-assignments too; false when none is within reach of what is short. */
  readonly findLevels: (span: Span) => boolean;
  /** Serves what is short along the levels found. */
  readonly serveLevels: (span: Span) => void;
  /** Serves as much as the people of a part can, from nothing; false when something stays short. */
  readonly serveAll: (span: Span) => boolean;
  /** The same, on top of what is assigned. */
  readonly serveMore: (span: Span) => boolean;
}

export function partFlow(net: FlowNet): PartFlow {
  const { needs, suppliers, links, linkNeed, supplierStart, needStart, needLink, needSupplier } = net;
  const needList = new Int32Array(needs);
  const peopleList = new Int32Array(suppliers);
  const needPart = new Int32Array(needs).fill(-1);
  const personPart = new Int32Array(suppliers).fill(-1);
  const short = new Float64Array(needs);
  const free = new Float64Array(suppliers);
  const flow = new Float64Array(links);
  const needLevel = new Int32Array(needs);
  const personLevel = new Int32Array(suppliers);
  const needNext = new Int32Array(needs);
  const personNext = new Int32Array(suppliers);
  const queue = new Int32Array(needs);
  const pathNeed = new Int32Array(needs + 1);
  const pathGain = new Int32Array(needs + 1);
  const pathTake = new Int32Array(needs + 1);

  /** Steps from the nearest short need; false when nobody free is within reach. */
  const findLevels = (span: Span): boolean => {
    let tail = 0;
    let nearest = FAR;
    for (let i = span.people; i < span.peopleEnd; i++) personLevel[peopleList[i]!] = -1;
    for (let i = span.needs; i < span.needsEnd; i++) {
      const need = needList[i]!;
      if (short[need]! > 0) {
        needLevel[need] = 0;
        queue[tail++] = need;
      } else needLevel[need] = -1;
    }
    for (let head = 0; head < tail; head++) {
      const need = queue[head]!;
      const part = needPart[need]!;
      const level = needLevel[need]! + 1;
      if (level > nearest) break;
      needNext[need] = needStart[need]!;
      for (let at = needStart[need]!, end = needStart[need + 1]!; at < end; at++) {
        const person = needSupplier[at]!;
        if (personPart[person]! !== part || personLevel[person]! >= 0) continue;
        personLevel[person] = level;
        personNext[person] = supplierStart[person]!;
        if (free[person]! > 0) nearest = level;
        if (nearest < FAR) continue;
        for (let link = supplierStart[person]!, last = supplierStart[person + 1]!; link < last; link++) {
          const served = linkNeed[link]!;
          if (flow[link]! === 0 || needLevel[served]! >= 0 || needPart[served]! !== part) continue;
          needLevel[served] = level + 1;
          queue[tail++] = served;
        }
      }
    }
    return nearest < FAR;
  };

  /** Moves what goes along the path; returns the depth from which it may go on. */
  const move = (depth: number, person: number): number => {
    const source = pathNeed[0]!;
    let minutes = Math.min(short[source]!, free[person]!);
    for (let i = 0; i < depth; i++) minutes = Math.min(minutes, flow[pathTake[i]!]!);
    let resume = depth;
    flow[pathGain[depth]!]! += minutes;
    for (let i = depth - 1; i >= 0; i--) {
      flow[pathGain[i]!]! += minutes;
      flow[pathTake[i]!]! -= minutes;
      if (flow[pathTake[i]!]! === 0) resume = i;
    }
    free[person]! -= minutes;
    short[source]! -= minutes;
    return resume;
  };

  /** Serves one short need along the levels as far as they go. */
  const serve = (source: number): void => {
    const part = needPart[source]!;
    let depth = 0;
    pathNeed[0] = source;
    while (depth >= 0) {
      const need = pathNeed[depth]!;
      const at = needNext[need]!;
      if (at === needStart[need + 1]!) {
        depth--;
        if (depth >= 0) personNext[needSupplier[needNext[pathNeed[depth]!]!]!]! += 1;
        continue;
      }
      const person = needSupplier[at]!;
      const level = needLevel[need]! + 1;
      if (personPart[person]! !== part || personLevel[person]! !== level) {
        needNext[need] = at + 1;
        continue;
      }
      pathGain[depth] = needLink[at]!;
      if (free[person]! > 0) {
        depth = move(depth, person);
        if (short[source]! === 0) return;
        continue;
      }
      const end = supplierStart[person + 1]!;
      let link = personNext[person]!;
      while (link < end && !leads(link, part, level + 1)) link++;
      personNext[person] = link;
      if (link === end) {
        needNext[need] = at + 1;
        continue;
      }
      pathTake[depth] = link;
      depth++;
      pathNeed[depth] = linkNeed[link]!;
    }
  };
  const leads = (link: number, part: number, level: number): boolean => {
    const need = linkNeed[link]!;
    return flow[link]! > 0 && needPart[need]! === part && needLevel[need]! === level;
  };

  const serveLevels = (span: Span): void => {
    for (let i = span.needs; i < span.needsEnd; i++) if (short[needList[i]!]! > 0) serve(needList[i]!);
  };
  const serveMore = (span: Span): boolean => {
    for (;;) {
      let open = false;
      for (let i = span.needs; i < span.needsEnd && !open; i++) open = short[needList[i]!]! > 0;
      if (!open) return true;
      if (!findLevels(span)) return false;
      serveLevels(span);
    }
  };
  const assignGreedily = (span: Span): void => {
    for (let i = span.people; i < span.peopleEnd; i++) {
      const person = peopleList[i]!;
      const part = personPart[person]!;
      let left = free[person]!;
      for (let link = supplierStart[person]!, end = supplierStart[person + 1]!; link < end; link++) {
        const need = linkNeed[link]!;
        if (left === 0 || needPart[need]! !== part) {
          flow[link] = 0;
          continue;
        }
        const minutes = Math.min(left, short[need]!);
        flow[link] = minutes;
        short[need]! -= minutes;
        left -= minutes;
      }
      free[person] = left;
    }
  };
  return {
    needList,
    peopleList,
    needPart,
    personPart,
    short,
    free,
    flow,
    needLevel,
    personLevel,
    assignGreedily,
    findLevels,
    serveLevels,
    serveMore,
    serveAll(span) {
      assignGreedily(span);
      return serveMore(span);
    },
  };
}

const FAR = 2 ** 30;
