import { type LateStart, lateStarts } from "../engine/chance/late-starts.ts";
import type { Counted } from "../engine/counted.ts";
import { type Plan, PPM } from "../plan/plan.ts";

/** "1 week late 50 %, 2 weeks late 10 %" */
export const lateText = ({ slips }: Pick<LateStart, "slips">): string =>
  slips.map(({ weeks, odds }) => `${plural(weeks, "week")} late ${(100 * odds) / PPM} %`).join(", ");

/** The start slips in force in a few words: "start slip 1 week late 50 %"; empty where there is none. */
export function slipsShortly(plan: Plan, counted: Counted): string {
  const late = lateStarts(plan, counted);
  const moving = late.filter(({ hasDates }) => hasDates);
  const texts = [...new Set(moving.map(lateText))];
  const still = late.length - moving.length;
  const never = still === 0 ? [] : [`${plural(still, "deal")} without dates never ${still === 1 ? "slips" : "slip"}`];
  const slips =
    texts.length === 0
      ? []
      : [texts.length === 1 ? `start slip ${texts[0]!}` : `start slips of ${moving.length} deals`];
  return [...slips, ...never].join(", ");
}

const plural = (n: number, one: string) => `${n} ${n === 1 ? one : `${one}s`}`;
