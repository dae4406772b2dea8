import { lastWorkdayUpTo } from "../../plan/calendar.ts";
import { type DayNumber, dayNumber } from "../../units.ts";
import { freeByPerson } from "../bindings.ts";
import type { Bottleneck } from "../flow/index.ts";
import type { GapModel } from "../gap-model.ts";
import { type Expanded, expanded } from "./expanded.ts";
import { type Candidate, type NewNeed, nextWorkday } from "./new-work.ts";
import { type Block, type Fit, lacksMore, minutesOf, type NewPiece, named, requirementsOf } from "./start-fit.ts";

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
  /** All minutes a hundredfold but for those of the work, of which there are so many per cent; a minute of it may have its grain. */
  const trial = (
    pieces: readonly NewPiece[],
    { until = Number.POSITIVE_INFINITY, percent = 100, minuteIn }: Terms = {},
  ): Trial => {
    const supply = net.supply.map(hundredfold);
    const demand = net.demand.map(hundredfold);
    const room = work.map(() => 0);
    const mine = new Map<number, number>();
    for (const piece of pieces) {
      if (isMovable(piece) && piece.grain > until) continue;
      const at = isMovable(piece) ? net.slotOf(piece) : net.needOf(piece.grain, piece.variant);
      const minutes = piece.minutes * (isMovable(piece) ? 100 : percent);
      mine.set(at, (mine.get(at) ?? 0) + minutes);
      demand[at]! += minutes;
      room[piece.need]! += minutes;
    }
    if (minuteIn !== undefined) {
      demand[net.slotOf(minuteIn)]! -= 100;
      demand[net.needOf(minuteIn.grain, minuteIn.variant)]! += 100;
    }
    let lacking = 0;
    work.forEach(({ movable }, need) => {
      if (movable === null) return;
      supply[net.idleOf(need)] = Math.max(0, room[need]! - percent * movable);
      lacking += Math.max(0, percent * movable - room[need]!);
    });
    return { supply, demand, mine, lacking: lacking + solver.solve(supply, demand) - 100 * before };
  };
  return {
    tried: (candidate, pieces) => {
      const grains = pieces.map(({ grain }) => grain);
      let [low, high] = [Math.min(...grains), Math.max(...grains)];
      const { lacking } = trial(pieces);
      if (lacking > 0) return { lacking: lacking / 100, from: candidate.from, to: candidate.to };
      while (low < high) {
        const middle = Math.floor((low + high) / 2);
        if (trial(pieces, { until: middle }).lacking === 0) high = middle;
        else low = middle + 1;
      }
      const begins = (piece: NewPiece) =>
        !isMovable(piece) || trial(pieces, { until: high, minuteIn: piece }).lacking === 0;
      const from = firstDay(model, candidate, pieces, begins);
      return { lacking, from, to: lastDay(model, work, candidate, high) };
    },
    blocks: (pieces) => {
      const without = solver.bottlenecks(net.supply.map(hundredfold), net.demand.map(hundredfold));
      const now = trial(pieces);
      return solver.bottlenecks(now.supply, now.demand).flatMap((group) => {
        const lacking = lacksMore(group, without);
        return lacking === 0 ? [] : [blockOf(model, net, now, group, lacking)];
      });
    },
    fitsInPart: (pieces, percent) => trial(pieces, { percent }).lacking === 0,
  };
}

const hundredfold = (minutes: number) => 100 * minutes;

interface Terms {
  /** The last grain in which movable work may be done. */
  readonly until?: number;
  readonly percent?: number;
  /** Of this movable piece at least a minute is done. */
  readonly minuteIn?: NewPiece;
}

interface Trial {
  readonly supply: Float64Array;
  readonly demand: Float64Array;
  /** What is the new work's of each need of the net. */
  readonly mine: ReadonlyMap<number, number>;
  readonly lacking: number;
}

/** The first day on which any of the work can be done, when it ends as early as it can. */
function firstDay(
  { plan, grains }: GapModel,
  { from, needs }: Candidate,
  pieces: readonly NewPiece[],
  begins: (piece: NewPiece) => boolean,
): DayNumber {
  const dayOf = ({ need, grain }: NewPiece) =>
    nextWorkday(dayNumber(Math.max(plan.needs[needs[need]!]!.from, grains.periods[grain]!.from)), 0);
  const inOrder = [...pieces].sort((a, b) => dayOf(a) - dayOf(b));
  const first = inOrder.find(begins);
  return first === undefined ? from : dayOf(first);
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

/** A group of needs over several grains: of the work's slots in it, what cannot be done in others or left to nobody. */
function blockOf(model: GapModel, net: Expanded, { supply, mine }: Trial, group: Bottleneck, lacking: number): Block {
  const { grains } = model;
  const own = group.needs.filter((need) => mine.has(need));
  const inGrains = own.map(net.grainOfNeed);
  const byGrain = new Map<number, Set<number>>();
  let asked = own.reduce((sum, need) => sum + mine.get(need)!, 0);
  for (const one of group.suppliers) {
    const place = net.placeOf(one);
    if (place === null) asked -= supply[one]!;
    else byGrain.set(place.grain, (byGrain.get(place.grain) ?? new Set()).add(place.able));
  }
  const people = new Map<number, number>();
  for (const [grain, able] of byGrain) {
    for (const [person, minutes] of freeByPerson(model, grain, able)) {
      people.set(person, (people.get(person) ?? 0) + minutes);
    }
  }
  const first = Math.min(...inGrains);
  return {
    from: grains.periods[first]!.from,
    to: grains.periods[Math.max(...inGrains)]!.to,
    period: model.periodOf[first]!,
    requirements: requirementsOf(model, [...own, ...group.needs].map(net.variantOfNeed)),
    ...minutesOf(asked / 100, lacking / 100),
    ...named([...people].sort(([a, most], [b, least]) => least - most || a - b)),
  };
}
