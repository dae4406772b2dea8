import type { Plan } from "../../plan/plan.ts";
import { absences } from "../capacity-days.ts";
import type { Counted } from "../counted.ts";
import { addPinned } from "../pinned.ts";
import type { Timeline } from "../timeline.ts";
import { dayWindow } from "../window.ts";
import { workTimes } from "../work-time.ts";

/** What one way of winning a deal books of somebody, day by day. */
export interface DealBooking {
  readonly engagement: number;
  readonly minutes: Float64Array;
}

/** By contract: what each way of winning a deal books of its person. */
export function bookedOnDeals(
  plan: Plan,
  dealOf: Int32Array,
  byDay: Timeline,
  counted: Counted,
): ReadonlyMap<number, readonly DealBooking[]> {
  const { person, engagement } = plan.allocations;
  const numbers = new Map<string, number>();
  const found = new Map<number, { engagement: number; number: number }[]>();
  const numberOf = (row: number, contract: number) => {
    const on = engagement[row]!;
    if (dealOf[on]! < 0) return -1;
    const key = `${contract} ${on}`;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    const number = numbers.size;
    numbers.set(key, number);
    found.set(contract, [...(found.get(contract) ?? []), { engagement: on, number }]);
    return number;
  };
  person.forEach((who, row) => {
    if (who >= 0) for (const contract of plan.people[who]!.contracts) numberOf(row, contract);
  });
  const minutes = new Float64Array(numbers.size * byDay.days);
  addPinned(workTimes(absences(plan, counted), dayWindow(byDay)), numberOf, minutes);
  return new Map(
    [...found].map(([contract, list]) => [
      contract,
      list.map((one) => ({
        engagement: one.engagement,
        minutes: minutes.subarray(one.number * byDay.days, (one.number + 1) * byDay.days),
      })),
    ]),
  );
}
