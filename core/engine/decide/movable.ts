import { lastWorkdayUpTo } from "../../plan/calendar.ts";
import { dayNumber } from "../../units.ts";
import { freeByPerson } from "../bindings.ts";
import type { Bottleneck } from "../flow/index.ts";
import type { GapModel } from "../gap-model.ts";
import { type Block, type Fit, type NewPiece, named } from "./earliest-start.ts";
import { type Expanded, expanded } from "./expanded.ts";
import type { Candidate, NewNeed } from "./new-work.ts";

/**
 * Work that may move between grains: one flow over all of them. A slot asks for the most that may be done of a new need in a
 * grain. What the slots do not have to do, their sum less the work, is done by nobody: an idle supplier for each new need
 * serves its slots with exactly these minutes. Then the work fits if and only if no more is unmet than without it.
 */
export function movableFit(model: GapModel, work: readonly NewNeed[], all: readonly NewPiece[]): Fit {
  const isMovable = ({ need }: NewPiece) => work[need]!.movable !== null;
  const net = expanded(model, all.filter(isMovable), work.length);
  const { solver } = net;
  const before = solver.solve(net.supply, net.demand);
  const trial = (pieces: readonly NewPiece[], until: number) => {
    const supply = net.supply.slice();
    const demand = net.demand.slice();
    const room = work.map(() => 0);
    const mine = new Set<number>();
    for (const piece of pieces) {
      if (isMovable(piece) && piece.grain > until) continue;
      const at = isMovable(piece) ? net.slotOf(piece) : net.needOf(piece.grain, piece.variant);
      mine.add(at);
      demand[at]! += piece.minutes;
      room[piece.need]! += piece.minutes;
    }
    let lacking = 0;
    work.forEach(({ movable }, need) => {
      if (movable === null) return;
      supply[net.idleOf(need)] = Math.max(0, room[need]! - movable);
      lacking += Math.max(0, movable - room[need]!);
    });
    return { supply, demand, mine, lacking: lacking + solver.solve(supply, demand) - before };
  };
  return (candidate, pieces) => {
    const grains = pieces.map(({ grain }) => grain);
    let [low, high] = [Math.min(...grains), Math.max(...grains)];
    const { supply, demand, mine, lacking } = trial(pieces, high);
    if (lacking > 0) {
      const groups = solver.bottlenecks(supply, demand).filter(({ needs }) => needs.some((need) => mine.has(need)));
      return { lacking, to: candidate.to, blocks: groups.map((group) => blockOf(model, net, supply, group)) };
    }
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (trial(pieces, middle).lacking === 0) high = middle;
      else low = middle + 1;
    }
    return { lacking, to: lastDay(model, work, candidate, high), blocks: [] };
  };
}

/** Movable work is done by the end of a grain; fixed work ends when it ends. */
function lastDay({ plan, grains }: GapModel, work: readonly NewNeed[], { needs }: Candidate, last: number) {
  const done = lastWorkdayUpTo(grains.periods[last]!.to);
  const ends = needs.map((number, i) => {
    const { to } = plan.needs[number]!;
    return work[i]!.movable === null ? to : Math.min(to, done);
  });
  return dayNumber(Math.max(...ends));
}

/** A group of needs over several grains, without what its slots do not have to do. */
function blockOf(model: GapModel, net: Expanded, supply: Float64Array, group: Bottleneck): Block {
  const { grains, variants } = model;
  const inGrains = group.needs.map(net.grainOfNeed);
  const byGrain = new Map<number, Set<number>>();
  let idle = 0;
  for (const one of group.suppliers) {
    const place = net.placeOf(one);
    if (place === null) idle += supply[one]!;
    else byGrain.set(place.grain, (byGrain.get(place.grain) ?? new Set()).add(place.able));
  }
  const people = new Map<number, number>();
  for (const [grain, able] of byGrain) {
    for (const [person, minutes] of freeByPerson(model, grain, able)) {
      people.set(person, (people.get(person) ?? 0) + minutes);
    }
  }
  return {
    from: grains.periods[Math.min(...inGrains)]!.from,
    to: grains.periods[Math.max(...inGrains)]!.to,
    period: 0,
    requirements: [...new Set(group.needs.map((need) => variants[net.variantOfNeed(need)]!.requirement))],
    demand: group.demand - idle,
    supply: group.supply - idle,
    deficit: group.deficit,
    ...named([...people].sort(([a, most], [b, least]) => least - most || a - b)),
  };
}
