import type { FlowNet } from "../flow/index.ts";
import { fairSpans } from "./fair-group.ts";
import { wholeMinutes } from "./fair-whole.ts";
import { type PartFlow, partFlow, type Span } from "./part-flow.ts";

/** Tells what each skill lacks in a world; `reached` is at least 0 for the needs of its smallest minimum cut. */
export type SkillSplit = (
  supply: ArrayLike<number>,
  demand: ArrayLike<number>,
  reached: ArrayLike<number>,
  add: (skill: number, unmet: number) => void,
) => void;

/**
 * What each skill lacks in world after world: the fair split of its bottlenecks, as in a single plan. A bottleneck of one skill
 * needs no split, and all others are split each by itself. `skillOf` is that of each need of the net.
 */
export function skillSplit(net: FlowNet, skillOf: readonly number[]): SkillSplit {
  const parts = partFlow(net);
  const { needList, peopleList } = parts;
  const tiersOf = fairSpans(net, parts);
  const whole = wholeMinutes(parts, net);
  const unmet = new Float64Array(net.needs);
  return (supply, demand, reached, add) => {
    for (const group of groupsOf(net, parts, supply, reached)) {
      const skill = skillOf[needList[group.needs]!]!;
      let lack = 0;
      let isOneSkill = true;
      for (let i = group.needs; i < group.needsEnd; i++) {
        lack += demand[needList[i]!]!;
        if (skillOf[needList[i]!] !== skill) isOneSkill = false;
      }
      if (isOneSkill) {
        for (let i = group.people; i < group.peopleEnd; i++) lack -= supply[peopleList[i]!]!;
        add(skill, lack);
        continue;
      }
      whole(group, tiersOf(group, supply, demand), supply, demand, unmet);
      for (let i = group.needs; i < group.needsEnd; i++) {
        const need = needList[i]!;
        if (unmet[need]! > 0) add(skillOf[need]!, unmet[need]!);
      }
    }
  };
}

/** The needs of the cut, apart where nobody with minutes connects them; each group is a part of its own. */
function groupsOf(
  { needs, suppliers, needStart, needSupplier, supplierStart, linkNeed, leastFlexible }: FlowNet,
  { needList, peopleList, needPart, personPart }: PartFlow,
  supply: ArrayLike<number>,
  reached: ArrayLike<number>,
): readonly Span[] {
  const spans: Span[] = [];
  const placeOf: number[] = [];
  needPart.fill(-1);
  personPart.fill(-1);
  let tail = 0;
  let people = 0;
  for (let first = 0; first < needs; first++) {
    if (reached[first]! < 0 || needPart[first]! >= 0) continue;
    const part = spans.length * needs;
    const group = { needs: tail, people };
    needPart[first] = part;
    needList[tail++] = first;
    for (let head = group.needs; head < tail; head++) {
      const need = needList[head]!;
      for (let at = needStart[need]!, end = needStart[need + 1]!; at < end; at++) {
        const person = needSupplier[at]!;
        if (personPart[person]! >= 0 || supply[person] === 0) continue;
        personPart[person] = part;
        people++;
        for (let link = supplierStart[person]!, last = supplierStart[person + 1]!; link < last; link++) {
          const served = linkNeed[link]!;
          if (reached[served]! < 0 || needPart[served]! >= 0) continue;
          needPart[served] = part;
          needList[tail++] = served;
        }
      }
    }
    placeOf.push(group.people);
    spans.push({ ...group, needsEnd: tail, peopleEnd: people });
  }
  for (let i = 0; i < suppliers; i++) {
    const person = leastFlexible[i]!;
    if (personPart[person]! >= 0) peopleList[placeOf[personPart[person]! / needs]!++] = person;
  }
  return spans;
}
