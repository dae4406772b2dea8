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
  const contracts = [...ask.plan.contracts.keys()].filter((contract) => {
    const { from, to } = ask.plan.contracts[contract]!;
    return pieces.some((piece) => {
      const time = parts.periods[piece]!;
      return from <= time.to && time.from <= to && counts(contract, piece);
    });
  });
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

/** Minutes of a grid [allocation * pieces + piece] by allocation, of the pieces in which its person counts. */
export function byAllocation(plan: Plan, who: Who, minutes: Float64Array): ReadonlyMap<number, number> {
  const { parts, counts, contracts } = who;
  const found = new Map<number, number>();
  const ofPerson = new Map<number, number[]>();
  for (const contract of contracts) {
    const { person } = plan.contracts[contract]!;
    ofPerson.set(person, [...(ofPerson.get(person) ?? []), contract]);
  }
  const count = parts.periods.length;
  plan.allocations.person.forEach((person, row) => {
    const own = ofPerson.get(person);
    if (own === undefined) return;
    let sum = 0;
    for (let piece = 0; piece < count; piece++) {
      const time = parts.periods[piece]!;
      const isIn = (contract: number) => {
        const { from, to } = plan.contracts[contract]!;
        return from <= time.to && time.from <= to && counts(contract, piece);
      };
      if (minutes[row * count + piece] !== 0 && own.some(isIn)) sum += minutes[row * count + piece]!;
    }
    if (sum !== 0) found.set(row, sum);
  });
  return found;
}
