import type { Period } from "../../plan/calendar.ts";
import type { Plan } from "../../plan/plan.ts";
import type { Counted } from "../counted.ts";
import { type Demand, demand } from "../demand.ts";
import { allocationEffort } from "../effort.ts";
import { finishedCounts } from "./finished.ts";
import { type Booked, lateWork } from "./late-work.ts";
import type { MoneyTime } from "./money-time.ts";
import { untrackedSupport } from "./untracked.ts";
import { lineOf, loggedDays, workedHours } from "./worked-hours.ts";

/** Minutes of one kind of work by piece of time: whose, on what, and whether the client pays for them by the hour. */
export interface Hours {
  readonly engagement: number;
  /** -1: nobody yet. */
  readonly person: number;
  readonly skill: number;
  /** The role that a need asks for; "" for people, whose contract says it. */
  readonly role: string;
  readonly billable: boolean;
  /** `untracked` is support that tickets show and nobody logged or planned. */
  readonly source: "named" | "open" | "untracked";
  /** What adds up to one line of money: a person on an engagement, or one open need. */
  readonly line: string;
  readonly minutes: Float64Array;
  /** The row of needs that asks for them, where one does. */
  readonly need?: number;
  /** Minutes that were asked for and not done, and that no day is left for. */
  readonly undone?: number;
}

/**
 * What counts as hours: up to the last worked day what people logged, and their plan on days on which they logged nothing;
 * after it the plan, and open demand for what nobody is booked on, with what is late of work for a fixed fee.
 */
export function countedHours(plan: Plan, counted: Counted, time: MoneyTime): readonly Hours[] {
  const work = finishedCounts(plan);
  const asked = demand(work, time, counted);
  const booked = bookedHours(work, asked, counted, time);
  const logged = loggedDays(plan, time.worked);
  const named = booked.map(({ hours }) => {
    const days = logged.get(hours.person);
    const isDone = plan.engagements[hours.engagement]!.status === "done" && time.worked > 0;
    return without(hours, time, ({ from }) => (from <= time.worked ? days?.has(from) === true : isDone));
  });
  const open = openHours(work, asked, time).filter(({ engagement }) => plan.engagements[engagement]!.status !== "done");
  const tracked = [...named, ...workedHours(plan, time)];
  return [
    ...tracked,
    ...open.map((hours) => without(hours, time, ({ from }) => from <= time.worked)),
    ...lateWork(plan, booked, tracked, asked, open, time),
    ...untrackedSupport(plan, tracked, time),
  ];
}

/** The same without the minutes of some pieces. */
function without(hours: Hours, { periods }: MoneyTime, isOut: (piece: Period) => boolean): Hours {
  let { minutes } = hours;
  periods.forEach((piece, at) => {
    if (minutes[at] === 0 || !isOut(piece)) return;
    if (minutes === hours.minutes) minutes = minutes.slice();
    minutes[at] = 0;
  });
  return minutes === hours.minutes ? hours : { ...hours, minutes };
}

/** What was planned, on all days. */
export function plannedHours(plan: Plan, counted: Counted, time: MoneyTime): readonly Hours[] {
  const work = finishedCounts(plan);
  const asked = demand(work, time, counted);
  return [...bookedHours(work, asked, counted, time).map(({ hours }) => hours), ...openHours(work, asked, time)];
}

function bookedHours(plan: Plan, { own }: Demand, counted: Counted, time: MoneyTime): readonly Booked[] {
  const { allocations } = plan;
  const count = time.periods.length;
  const effort = allocationEffort(plan, time, counted);
  const found: Booked[] = [];
  for (let row = 0; row < allocations.length; row++) {
    const person = allocations.person[row]!;
    if (person < 0) continue;
    const engagement = allocations.engagement[row]!;
    const hours: Hours = {
      engagement,
      person,
      skill: allocations.skill[row]!,
      role: "",
      billable: allocations.billable[row] === 1,
      source: "named",
      line: lineOf(engagement, person),
      minutes: effort.subarray(row * count, (row + 1) * count),
    };
    found.push({ hours, own: own.subarray(row * count, (row + 1) * count) });
  }
  return found;
}

function openHours(plan: Plan, { open, ownOpen }: Demand, time: MoneyTime): readonly Hours[] {
  const { needs, allocations, engagements } = plan;
  const count = time.periods.length;
  const nobody = { person: -1, source: "open" } as const;
  const asked = needs.flatMap(({ engagement, skill, role, isReserve }, need): readonly Hours[] => {
    if (isReserve) return [];
    const minutes = open.subarray(need * count, (need + 1) * count);
    const billable = engagements[engagement]!.kind !== "internal";
    return [{ ...nobody, engagement, skill, role, billable, line: `need ${need}`, minutes, need }];
  });
  const placeholders = [...allocations.person.keys()].filter((row) => allocations.person[row]! < 0);
  return [
    ...asked,
    ...placeholders.map(
      (row): Hours => ({
        ...nobody,
        engagement: allocations.engagement[row]!,
        skill: allocations.skill[row]!,
        role: "",
        billable: allocations.billable[row] === 1,
        line: `placeholder ${row}`,
        minutes: ownOpen.subarray(row * count, (row + 1) * count),
      }),
    ),
  ];
}
