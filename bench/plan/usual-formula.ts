import { type Firm, isWeekday, lastDay } from "./firm.ts";

/** Hours by person and week, [person * weeks + week]. */
export interface UsualGrid {
  readonly capacity: Float64Array;
  readonly demand: Float64Array;
}

/**
 * What the usual weekly formula says, as layouts X and S compute it: capacity = hours a day × max(0, working days of the
 * week - weekdays on leave, every leave row counted); demand = hours a day × weekdays booked, whoever is away.
 */
export function usualGrid(firm: Firm): UsualGrid {
  const { start, weeks, people, allocations, leave, holidays } = firm;
  const size = people.length * weeks;
  const capacity = new Float64Array(size);
  const demand = new Float64Array(size);
  const away = new Float64Array(size);
  const rowOf = new Map(people.map(({ name }, row) => [name, row]));
  const add = (into: Float64Array, person: number, from: number, to: number, amount: number) => {
    for (let day = Math.max(from, start); day <= Math.min(to, lastDay(firm)); day++) {
      if (isWeekday(day)) into[person * weeks + Math.floor((day - start) / 7)]! += amount;
    }
  };
  for (const one of allocations) add(demand, rowOf.get(one.person)!, one.from, one.to, one.hoursADay);
  for (const one of leave) add(away, rowOf.get(one.person)!, one.from, one.to, 1);
  people.forEach((person, row) => {
    add(capacity, row, person.from, person.to ?? lastDay(firm), 1);
    for (const { location, day } of holidays) {
      const isIn = day >= person.from && day <= (person.to ?? day);
      if (location === person.location && isIn) add(capacity, row, day, day, -1);
    }
    for (let cell = row * weeks; cell < (row + 1) * weeks; cell++) {
      capacity[cell] = person.hoursADay * Math.max(0, capacity[cell]! - away[cell]!);
    }
  });
  return { capacity, demand };
}
