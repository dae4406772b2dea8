import { type LateStart, lateStarts } from "../engine/chance/late-starts.ts";
import type { Counted } from "../engine/counted.ts";
import { type Plan, PPM } from "../plan/plan.ts";

/** "1 week late 50 %, 2 weeks late 10 %" */
export const lateText = ({ slips }: Pick<LateStart, "slips">): string =>
  slips.map(({ weeks, odds }) => `${plural(weeks, "week")} late ${(100 * odds) / PPM} %`).join(", ");

/** The start slips in force in a few words: "start slip 1 week late 50 %"; where they differ, of which deals; empty where there is none. */
export function slipsShortly(plan: Plan, counted: Counted): string {
  const late = lateStarts(plan, counted);
  const moving = late.filter(({ hasDates }) => hasDates);
  const still = late.length - moving.length;
  const never = still === 0 ? [] : [`${plural(still, "deal")} without dates never ${still === 1 ? "slips" : "slip"}`];
  const byText = new Map<string, string[]>();
  for (const one of moving) {
    const names = byText.get(lateText(one)) ?? [];
    byText.set(lateText(one), names);
    names.push(plan.engagements[one.engagement]!.name);
  }
  const [only, second] = [...byText];
  const each = [...byText].map(([text, names]) => `${namesOf(names)} ${text}`);
  const slips =
    only === undefined
      ? []
      : [second === undefined ? `start slip ${only[0]}` : `start slips: ${each.slice(0, MOST_SLIPS).join("; ")}`];
  const more = each.length > MOST_SLIPS ? [`${each.length - MOST_SLIPS} more`] : [];
  return [...slips, ...more, ...never].join(", ");
}

/** "One, Two and Three"; of many, the first ones and how many more. */
function namesOf(names: readonly string[]): string {
  const shown =
    names.length > MOST_NAMES + 1 ? [...names.slice(0, MOST_NAMES), `${names.length - MOST_NAMES} others`] : names;
  return shown.length < 2 ? shown.join("") : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)!}`;
}

const MOST_NAMES = 3;
const MOST_SLIPS = 4;

const plural = (n: number, one: string) => `${n} ${n === 1 ? one : `${one}s`}`;
