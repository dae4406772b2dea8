import type { Plan } from "../../plan/plan.ts";
import type { Counted } from "../counted.ts";
import { openWork } from "../open-work.ts";
import type { Scope } from "../scope.ts";
import type { Timeline } from "../timeline.ts";
import { type OpenRole, type StaffingProblem, WHOLE } from "./problem.ts";
import { type Promises, promises } from "./promises.ts";
import { type Seat, type SeatWeek, seatsOf } from "./seats.ts";

/** The open work of a plan as a staffing problem, and which seat each of its roles stands for. */
export interface OpenRoles {
  readonly weeks: Timeline;
  readonly problem: StaffingProblem;
  /** Seats that somebody could take, in the order of the problem's roles. */
  readonly seats: readonly Seat[];
  /** Seats that nobody with free time fits. */
  readonly hopeless: readonly Seat[];
  readonly promises: Promises;
  /** Open minutes of all of them, and those of pieces too small to be one. */
  readonly open: number;
  readonly small: number;
}

/** Millionths of a covered minute that a minute of somebody's work costs; nothing as long as no rates are known. */
export type CostOf = (person: number) => number;

/** A change of the person in a role loses a day: getting to know the work, and handing it over. */
export const HAND_OVER = 8 * 60;

export function openRoles(
  plan: Plan,
  weeks: Timeline,
  counted: Counted,
  scope: Scope,
  costOf: CostOf = () => 0,
): OpenRoles {
  const work = openWork(plan, weeks, counted, scope);
  const can = promises(plan, weeks, counted);
  const all = seatsOf(plan, counted, weeks, work);
  const worths: number[][] = [];
  const known = new Map<string, number>();
  const numberOf = (list: number[]): number => {
    const key = list.join();
    const found = known.get(key) ?? worths.push(list) - 1;
    known.set(key, found);
    return found;
  };
  const seats: Seat[] = [];
  const hopeless: Seat[] = [];
  const roles: OpenRole[] = [];
  for (const seat of all) {
    const people: number[] = [];
    const worth: number[] = [];
    plan.people.forEach((_, person) => {
      if (!plan.people[person]!.contracts.some((number) => scope.contracts[number] === 1)) return;
      const list = seat.weeks.map((week, i) =>
        isFree(can, weeks, person, seat.from + i) && seat.asked[i]! > 0
          ? Math.min(partOf(plan, weeks, can, seat, person, i), Math.floor((week.open * WHOLE) / seat.asked[i]!))
          : 0,
      );
      if (list.every((part) => part === 0)) return;
      const cost = costOf(person);
      people.push(person);
      worth.push(numberOf(list.map((part) => Math.floor((part * (WHOLE - cost)) / WHOLE))));
    });
    if (people.length === 0) hopeless.push(seat);
    else {
      seats.push(seat);
      roles.push({ from: seat.from, asked: seat.asked, people, worth });
    }
  }
  const { free, steps } = can;
  const problem: StaffingProblem = {
    people: plan.people.length,
    weeks: weeks.periods.length,
    free,
    steps,
    roles,
    worths,
    handOver: HAND_OVER * WHOLE,
  };
  const open = Math.round(all.reduce((sum, seat) => sum + seat.weeks.reduce((own, week) => own + week.open, 0), 0));
  const needed = work.pieces.reduce((sum, { need, minutes }) => sum + (need < 0 ? 0 : minutes), 0);
  return { weeks, problem, seats, hopeless, promises: can, open, small: needed - open };
}

const isFree = ({ free }: Promises, weeks: Timeline, person: number, week: number): boolean =>
  free[person * weeks.periods.length + week]! > 0;

/** The part of a promised week, in millionths, that a person works on the days of a seat; 0 when they do not fit it. */
export function partOf(
  plan: Plan,
  weeks: Timeline,
  { part }: Promises,
  seat: Seat,
  person: number,
  at: number,
): number {
  const week = seat.weeks[at]!;
  if (seat.asked[at] === 0 || !fits(plan, person, week)) return 0;
  let sum = 0;
  for (let day = week.from; day <= week.to; day++) sum += part[person * weeks.days + day - weeks.from]!;
  return sum;
}

function fits({ people, contracts }: Plan, person: number, { variant, from, to }: SeatWeek): boolean {
  return (
    variant !== null &&
    people[person]!.contracts.some(
      (number) =>
        variant.until[number]! >= variant.day && contracts[number]!.from <= to && contracts[number]!.to >= from,
    )
  );
}
