import type { FlowNet } from "../flow/index.ts";
import { exactProduct, lowestTerms } from "../flow/ratio.ts";
import type { PartFlow, Span } from "./part-flow.ts";

/** Needs that get the same share p / q of what they ask for, and the people whom that uses up. */
export interface FairSpan extends Span {
  readonly p: number;
  readonly q: number;
}

/** The tiers of the fair split of one bottleneck group, worst share first, side by side in the lists. */
export type FairSpans = (group: Span, supply: ArrayLike<number>, demand: ArrayLike<number>) => readonly FairSpan[];

/**
 * Tiers of world after world. Worlds are alike, so that the shares of the last one tell which tiers to expect. Each is tried at the
 * share at which it uses up its people, and cut in two where that is too much for some of its needs; neighbours out of order are put
 * together and tried again. Tiers that can all be served, in ascending order, with nobody who could serve an earlier one, are the
 * fairest, whatever they were guessed from.
 */
export function fairSpans(net: FlowNet, parts: PartFlow): FairSpans {
  const { needList, peopleList, needPart, personPart, needLevel, personLevel, short, free } = parts;
  const { supplierStart, linkNeed } = net;
  /** The share of each need in the world before. */
  const shares = new Float64Array(net.needs).fill(1);
  const placeOf = new Int32Array(net.needs + 1);
  const people = new Int32Array(net.suppliers);

  const expected = (group: Span): Span[] => {
    for (let i = group.needs + 1; i < group.needsEnd; i++) {
      const need = needList[i]!;
      let at = i;
      for (; at > group.needs && shares[needList[at - 1]!]! > shares[need]!; at--) needList[at] = needList[at - 1]!;
      needList[at] = need;
    }
    let count = 0;
    const ends: number[] = [];
    for (let i = group.needs; i < group.needsEnd; i++) {
      if (i > group.needs && shares[needList[i]!]! > shares[needList[i - 1]!]!) ends[count++] = i;
      needPart[needList[i]!] = count;
    }
    ends[count++] = group.needsEnd;
    placeOf.fill(0, 0, count + 1);
    for (let i = group.people; i < group.peopleEnd; i++) {
      const person = peopleList[i]!;
      let first = count;
      for (let link = supplierStart[person]!, end = supplierStart[person + 1]!; link < end; link++) {
        const part = needPart[linkNeed[link]!]!;
        if (part >= 0 && part < first) first = part;
      }
      personPart[person] = first;
      placeOf[first + 1]! += 1;
      people[i] = person;
    }
    placeOf[0] = group.people;
    for (let part = 0; part < count; part++) placeOf[part + 1]! += placeOf[part]!;
    const spans = ends.map(
      (needsEnd, part): Span => ({
        needs: part === 0 ? group.needs : ends[part - 1]!,
        needsEnd,
        people: placeOf[part]!,
        peopleEnd: placeOf[part + 1]!,
      }),
    );
    for (let i = group.people; i < group.peopleEnd; i++) peopleList[placeOf[personPart[people[i]!]!]!++] = people[i]!;
    return spans;
  };

  let last = 0;
  const putInto = (span: Span): void => {
    last++;
    for (let i = span.needs; i < span.needsEnd; i++) needPart[needList[i]!] = last;
    for (let i = span.people; i < span.peopleEnd; i++) personPart[peopleList[i]!] = last;
  };

  return (group, supply, demand) => {
    const shareOf = (span: Span): FairSpan => {
      let offered = 0;
      let asked = 0;
      for (let i = span.people; i < span.peopleEnd; i++) offered += supply[peopleList[i]!]!;
      for (let i = span.needs; i < span.needsEnd; i++) asked += demand[needList[i]!]!;
      const { needs, needsEnd, people, peopleEnd } = span;
      if (offered < FEW && asked < FEW) return { needs, needsEnd, people, peopleEnd, p: offered, q: asked };
      const { p, q } = lowestTerms(offered, asked);
      exactProduct(offered, q);
      return { needs, needsEnd, people, peopleEnd, p, q };
    };
    /** Neighbours out of order put together, before any flow. */
    const inOrder = (spans: readonly Span[]): FairSpan[] => {
      const kept: FairSpan[] = [];
      for (const span of spans) {
        let one = shareOf(span);
        for (let before = kept.at(-1); before !== undefined && isBelow(one, before); before = kept.at(-1)) {
          kept.pop();
          one = shareOf({ ...one, needs: before.needs, people: before.people });
        }
        if (one.needs < span.needs) putInto(one);
        kept.push(one);
      }
      return kept;
    };
    const isServed = (span: FairSpan): boolean => {
      if (span.needsEnd - span.needs === 1) return true;
      for (let i = span.people; i < span.peopleEnd; i++) free[peopleList[i]!] = supply[peopleList[i]!]! * span.q;
      for (let i = span.needs; i < span.needsEnd; i++) short[needList[i]!] = demand[needList[i]!]! * span.p;
      return parts.serveAll(span);
    };
    last = net.needs;
    /** Nearest first, still to be tried. */
    const open: Span[] = inOrder(expected(group)).reverse();
    const tiers: FairSpan[] = [];
    let merged = 0;
    for (let span = open.pop(); span !== undefined; span = open.pop()) {
      const tried = shareOf(span);
      const before = tiers.at(-1);
      if (before !== undefined && isBelow(tried, before)) {
        tiers.pop();
        merged++;
        const both = merged > MOST_MERGED ? { ...group } : { ...span, needs: before.needs, people: before.people };
        if (merged > MOST_MERGED) open.length = tiers.length = 0;
        putInto(both);
        open.push(both);
        continue;
      }
      if (isServed(tried)) {
        tiers.push(tried);
        continue;
      }
      const needs = cutFirst(needList, span.needs, span.needsEnd, needLevel);
      const people = cutFirst(peopleList, span.people, span.peopleEnd, personLevel);
      const rest = { ...span, needs, people };
      putInto(rest);
      open.push(rest, { ...span, needsEnd: needs, peopleEnd: people });
    }
    for (const { needs, needsEnd, p, q } of tiers) for (let i = needs; i < needsEnd; i++) shares[needList[i]!] = p / q;
    return tiers;
  };
}

const isBelow = (a: FairSpan, b: FairSpan): boolean => exactProduct(a.p, b.q) < exactProduct(b.p, a.q);

/** Products of fewer minutes than so many are exact as they are, without lowest terms. */
const FEW = 2 ** 26;

/** So many guesses that were wrong make it worth while to begin with the whole group, which never needs merging. */
const MOST_MERGED = 16;

/** Lists those in the cut first, each side in order; returns where the others begin. */
function cutFirst(list: Int32Array, from: number, end: number, level: Int32Array): number {
  const rest: number[] = [];
  let to = from;
  for (let i = from; i < end; i++) {
    if (level[list[i]!]! >= 0) list[to++] = list[i]!;
    else rest.push(list[i]!);
  }
  for (let i = 0; i < rest.length; i++) list[to + i] = rest[i]!;
  return to;
}
