import { absences } from "../engine/capacity-days.ts";
import type { Counted } from "../engine/counted.ts";
import { addPinned } from "../engine/pinned.ts";
import type { Timeline } from "../engine/timeline.ts";
import { dayWindow } from "../engine/window.ts";
import { workTimes } from "../engine/work-time.ts";
import { peopleSource } from "../functions/by-people.ts";
import { type Parts, partsOf } from "../functions/parts.ts";
import type { Plan } from "../plan/plan.ts";
import { type Ask, askedOf, labelOf } from "./ask.ts";

/** Whose days a figure is about: contracts, in the pieces of time in which everybody stays in the same rows. */
export interface Who {
  readonly parts: Parts;
  /** Whether a contract counts in a piece. */
  readonly counts: (contract: number, piece: number) => boolean;
  /** Contracts that count in some piece. */
  readonly contracts: readonly number[];
}

/** The contracts that the functions add up for the same question. */
export function whoOf(ask: Ask): Who {
  const asked = askedOf(ask);
  const parts = partsOf(asked);
  const source = peopleSource(asked, parts, NO_MINUTES);
  const label = labelOf(ask);
  const counts = (contract: number, piece: number) => source.labels(contract, piece).includes(label);
  const pieces = [...parts.periods.keys()];
  const contracts = [...ask.plan.contracts.keys()].filter((contract) =>
    pieces.some((piece) => counts(contract, piece)),
  );
  return { parts, counts, contracts };
}

const NO_MINUTES = new Float64Array(0);

/** Minutes of a grid [contract * pieces + piece] by contract, of the pieces that count. */
export const byContract = ({ parts, counts, contracts }: Who, minutes: Float64Array): ReadonlyMap<number, number> =>
  new Map(
    contracts.map((contract) => {
      let sum = 0;
      for (let piece = 0; piece < parts.periods.length; piece++) {
        if (counts(contract, piece)) sum += minutes[contract * parts.periods.length + piece]!;
      }
      return [contract, sum];
    }),
  );

/** Allocated minutes, or those that were logged, by allocation: of the contracts and pieces that count. */
export function byAllocation({ plan, counted }: Ask, who: Who): ReadonlyMap<number, number> {
  const { parts, counts, contracts } = who;
  const count = parts.periods.length;
  const minutes = pinnedMinutes(plan, parts, counted, contracts);
  const ofPerson = new Map(contracts.map((contract) => [plan.contracts[contract]!.person, contract]));
  const found = new Map<number, number>();
  plan.allocations.person.forEach((person, row) => {
    const contract = ofPerson.get(person);
    if (contract === undefined) return;
    let sum = 0;
    for (let piece = 0; piece < count; piece++) {
      if (minutes[row * count + piece] !== 0 && counts(contract, piece)) sum += minutes[row * count + piece]!;
    }
    if (sum !== 0) found.set(row, sum);
  });
  return found;
}

/** Minutes under some contracts, [allocation * periods + period]. */
export function pinnedMinutes(
  plan: Plan,
  time: Timeline,
  counted: Counted,
  contracts: readonly number[],
): Float64Array {
  const into = new Float64Array(plan.allocations.length * time.periods.length);
  const among = new Set(contracts);
  const times = workTimes(absences(plan, counted), dayWindow(time));
  addPinned(times, (row, contract) => (among.has(contract) ? row : -1), into);
  return into;
}
