import { changed } from "../../plan/changed.ts";
import type { Plan } from "../../plan/plan.ts";
import type { Counted } from "../counted.ts";
import { supply } from "../supply.ts";
import { type Timeline, timeline } from "../timeline.ts";
import { bookedOnDeals } from "./deal-bookings.ts";
import type { Spare } from "./model.ts";
import type { Hire } from "./things.ts";
import { comingOnly, type Unfolded } from "./unfold.ts";

/** Free minutes by contract and grain with every deal lost, and what of them depends on deals and hires. */
export interface FreeTime {
  /** [contract * grains + grain]; 0 where it is among the spares. */
  readonly free: Float64Array;
  readonly spares: readonly SpareOf[];
}
export interface SpareOf {
  readonly grain: number;
  readonly contract: number;
  readonly spare: Omit<Spare, "able">;
}

/** Free time is never netted from day to day, so what deals take away from somebody on several of them is looked at by day. */
export function freeTime(
  base: Plan,
  { plan, dealOf, stateOf }: Unfolded,
  states: readonly number[],
  grains: Timeline,
  counted: Counted,
  hires: readonly Hire[],
): FreeTime {
  const without = changed(plan, {
    engagements: plan.engagements.map((one, number) => (dealOf[number]! < 0 ? one : { ...one, status: "lost" })),
  });
  const { free } = supply(without, grains, counted);
  const byDay = timeline(grains.from, grains.to, "day");
  const booked = bookedOnDeals(plan, dealOf, byDay, counted);
  if (booked.size === 0 && hires.length === 0) return { free, spares: [] };
  const hireOf = new Map(hires.map(({ person }, hire) => [person, hire]));
  const most = Math.max(1, ...hires.map(({ chances }) => chances.length));
  const coming = Array.from({ length: most }, (_, state) => {
    const contracts = state === 0 ? plan.contracts : comingOnly(base, hires, state);
    return {
      left: leftBy(changed(without, { contracts }), byDay, counted),
      booked: state === 0 ? booked : bookedOnDeals(changed(plan, { contracts }), dealOf, byDay, counted),
    };
  });
  const spares: SpareOf[] = [];
  plan.contracts.forEach(({ person }, contract) => {
    const hire = hireOf.get(person) ?? -1;
    if (hire < 0 && !booked.has(contract)) return;
    const thing = hire < 0 ? -1 : states.length - hires.length + hire;
    coming.slice(0, hire < 0 ? 1 : states[thing]).forEach((there, state) => {
      grains.periods.forEach(({ from, to }, grain) => {
        const start = from - grains.from;
        const left = there.left.subarray(contract * byDay.days + start, contract * byDay.days + to - grains.from + 1);
        const days = [...left.keys()].filter((day) => left[day]! > 0);
        const things = new Map<number, number[][]>();
        for (const { engagement, minutes } of there.booked.get(contract) ?? []) {
          const on = days.map((day) => minutes[start + day]!);
          if (on.every((one) => one === 0)) continue;
          const deal = dealOf[engagement]!;
          const ways = things.get(deal) ?? Array.from({ length: states[deal]! }, () => days.map(() => 0));
          things.set(deal, ways);
          ways[stateOf[engagement]!] = on;
        }
        if (hire >= 0 || things.size > 0) free[contract * grains.periods.length + grain] = 0;
        if (days.length === 0 || (hire < 0 && things.size === 0)) return;
        const open = days.map((day) => left[day]!);
        const spare = { thing, state: hire < 0 ? -1 : state, things: [...things.keys()], left: open };
        spares.push({ grain, contract, spare: { ...spare, booked: [...things.values()] } });
      });
    });
  });
  return { free, spares };
}

/** By contract and day, what is left beside certain work; below 0 where that is too much already. */
function leftBy(plan: Plan, byDay: Timeline, counted: Counted): Float64Array {
  const { target, capacity, pinned } = supply(plan, byDay, counted);
  const limit = counted.plan === "target" ? target : capacity;
  return limit.map((minutes, cell) => minutes - pinned[cell]!);
}
